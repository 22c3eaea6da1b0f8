/**
 * The URL of a DynDNS provider that is not in the table: text with places for what only the system knows at that moment.
 *
 *   https://dyndns.example.net/nic/update?hostname=<hostname>&myip=<ip>
 *
 * The other spellings are those of routers, so that what a provider shows for one can be pasted.
 */
import { contains, parseIpv4, parseIpv4Network } from "../addresses.ts"
import type { FieldProblem } from "../field-problem.ts"

export const updateUrlPlaces = ["hostname", "ip", "username", "password"] as const
export type UpdateUrlPlace = (typeof updateUrlPlaces)[number]

/** Which place a word in angle brackets names; undefined: none. */
export const placeOf = (word: string): UpdateUrlPlace | undefined => spellings.get(word.toLowerCase())

const spellings: ReadonlyMap<string, UpdateUrlPlace> = new Map([
  ...updateUrlPlaces.map((place) => [place, place] as const),
  ["domain", "hostname"],
  ["ipaddr", "ip"],
  ["user", "username"],
  ["pass", "password"],
  ["passwd", "password"],
])

/** The places that a template has. */
export function placesIn(template: string): ReadonlySet<UpdateUrlPlace> {
  return new Set(wordsIn(template).flatMap((word) => placeOf(word) ?? []))
}

/** The template with each place filled in, as a value within a path or query (RFC 3986 §2.1). */
export function fillInUrl(template: string, values: Readonly<Record<UpdateUrlPlace, string>>): string {
  return template.replace(bracketed, (whole, word: string) => {
    const place = placeOf(word)
    return place ? encodeURIComponent(values[place]) : whole
  })
}

/** What is wrong with a template; undefined: it can be used. */
export function updateUrlProblem(template: string): FieldProblem | undefined {
  if (template === "") return { code: "Required" }
  // The places come after the server's name: no value of theirs decides who is asked.
  const [, scheme, server = ""] = /^(https?):\/\/([^/?#]*)[/?]/i.exec(template) ?? []
  if (server.includes("@")) return { code: "UpdateUrlLogin" }
  if (scheme === undefined || server === "" || /[<>\s\\]/.test(server)) return { code: "NotAnUpdateUrl" }
  const unknown = wordsIn(template).find((word) => placeOf(word) === undefined)
  if (unknown !== undefined) return { code: "UpdateUrlPlace", params: { place: `<${unknown}>` } }
  const sample = template.replace(bracketed, "x")
  if (!URL.canParse(sample) || /[<>\s]/.test(sample)) return { code: "NotAnUpdateUrl" }
  const { protocol, hostname } = new URL(sample)
  if (protocol === "http:" && !isOwnNetwork(hostname)) return { code: "UpdateUrlNotSecure" }
  if (!placesIn(template).has("ip")) return { code: "UpdateUrlWithoutAddress" }
  return undefined
}

/** Whether what is sent there can be read on its way. */
export const isPlainHttp = (template: string): boolean => /^http:\/\//i.test(template)

/**
 * Where a template leads, as "https://dyndns.example.net"; two with the same are served by the same. Undefined: it leads nowhere.
 */
export function serverOf(template: string): string | undefined {
  const sample = template.replace(bracketed, "x")
  return URL.canParse(sample) ? new URL(sample).origin : undefined
}

/**
 * An address, not a name: of this machine or of an office (RFC 1918). Over plain HTTP nothing else may be asked, since a password
 * would cross the internet in clear. Link-local addresses are no servers' own.
 */
function isOwnNetwork(hostname: string): boolean {
  const address = parseIpv4(hostname)
  return address !== undefined && ownNetworks.some((network) => contains(network, address))
}

const wordsIn = (template: string): string[] => [...template.matchAll(bracketed)].map(([, word]) => word ?? "")

const bracketed = /<([^<>]*)>/g
const ownNetworks = ["10.0.0.0/8", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].flatMap(
  (network) => parseIpv4Network(network) ?? [],
)
