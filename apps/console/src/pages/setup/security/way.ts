/**
 * Where somebody stands in "Certificates for TLS", as the address says it, held against what the system has: what is done stays
 * done when one leaves and returns, and a step whose foundation is missing falls back to the one that lays it.
 *
 *   start ─┬─ make a CA, or use one:  ca → export → server → install → support
 *          └─ "I have a certificate":               file  → install → support
 */
import type { Certificate, SpeStatus } from "@homeport/contract"
import { isOwnAuthority } from "../../../api/queries.ts"
import { paths } from "../../../paths.ts"

export const steps = {
  make: ["ca", "export", "server", "install", "support"],
  own: ["file", "install", "support"],
} as const
export type Way = keyof typeof steps
export type Step = "start" | (typeof steps)[Way][number]

export interface Place {
  readonly way: Way
  readonly step: Step
  /** The CA that signs; undefined: one is to be made. */
  readonly authority: Certificate | undefined
  /** The server certificate; undefined: one is to be made. */
  readonly server: Certificate | undefined
  /** Another one is to be made, although one is there. */
  readonly fresh: boolean
}

export interface Known {
  readonly certificates: readonly Certificate[]
  readonly spe: SpeStatus
  /** A file is chosen and has been looked into: it lives in this tab alone. */
  readonly fileChecked: boolean
}

export function placeIn(search: URLSearchParams, known: Known): Place {
  const way: Way = search.get("way") === "own" ? "own" : "make"
  const wanted = steps[way].find((step) => step === search.get("step")) ?? "start"
  if (way === "own") return { way, step: ownStep(wanted, known), authority: undefined, server: undefined, fresh: false }
  const authorities = usableAuthorities(known)
  const chosen = authorities.find(({ id }) => String(id) === search.get("ca"))
  // Who comes back begins with what is there.
  const authority = chosen ?? (wanted === "start" || wanted === "support" ? authorities[0] : undefined)
  const fresh = search.get("certificate") === "new"
  const server = authority && !fresh ? serverIn(search.get("certificate"), authority, known) : undefined
  return { way, step: makeStep(wanted, authority, server, known), authority, server, fresh }
}

function ownStep(wanted: Step, { fileChecked, spe }: Known): Step {
  if (wanted === "install" && !fileChecked) return "file"
  return wanted === "support" && spe.certificate === null ? "file" : wanted
}

function makeStep(
  wanted: Step,
  authority: Certificate | undefined,
  server: Certificate | undefined,
  { spe }: Known,
): Step {
  if (wanted === "start" || wanted === "ca" || (wanted === "support" && spe.certificate)) return wanted
  if (!authority) return "start"
  if (wanted === "export" || wanted === "server") return wanted
  return server ? "install" : "server"
}

/** Nothing asked for: one that is there already, if it is good enough. */
function serverIn(asked: string | null, authority: Certificate, known: Known): Certificate | undefined {
  const signed = serversOf(authority, known)
  return signed.find(({ id }) => String(id) === asked) ?? signed.find((one) => namesWhatPhonesAreGiven(one, known.spe))
}

/** CAs whose key is here and that phones would trust; the one that SPE's certificate comes from first, then the newest. */
export function usableAuthorities({ certificates, spe }: Pick<Known, "certificates" | "spe">): Certificate[] {
  return certificates
    .filter((one) => isOwnAuthority(one) && isSound(one))
    .toSorted((one, other) => preference(other) - preference(one))

  function preference({ id }: Certificate): number {
    return id === spe.certificate?.issuerId ? Number.POSITIVE_INFINITY : id
  }
}

/** Server certificates that it signed and that SPE would take: the installed one first, then the one that lasts longest. */
function serversOf({ id: authority }: Certificate, { certificates, spe }: Known): Certificate[] {
  return certificates
    .filter((one) => one.issuerId === authority && one.facts.type === "ca-signed" && one.hasKey && isSound(one))
    .toSorted((one, other) => preference(other) - preference(one))

  function preference({ id, daysLeft }: Certificate): number {
    return id === spe.certificate?.id ? Number.POSITIVE_INFINITY : daysLeft
  }
}

/** A certificate with another name is no reason not to make one. */
function namesWhatPhonesAreGiven({ facts }: Certificate, { publicName }: SpeStatus): boolean {
  return publicName === null || facts.subjectAltNames.some(({ value }) => value === publicName)
}

const isSound = ({ problems, revokedAt, daysLeft }: Certificate) =>
  problems.length === 0 && revokedAt === null && daysLeft > 0

/** The address of a step, with what was chosen on the way. */
export function pathOf({ way, step, authority, server, fresh }: Place): string {
  const search = new URLSearchParams()
  if (way === "own") search.set("way", way)
  if (step !== "start") search.set("step", step)
  if (authority) search.set("ca", String(authority.id))
  if (server) search.set("certificate", String(server.id))
  else if (fresh) search.set("certificate", "new")
  const text = search.toString()
  return text === "" ? paths.certificatesForTls() : `${paths.certificatesForTls()}?${text}`
}

/** The step before; the first one's is the question at the start. */
export function before(place: Place): string {
  const order: readonly Step[] = steps[place.way]
  return pathOf({ ...place, step: order[order.indexOf(place.step) - 1] ?? "start" })
}

export interface StepState {
  readonly step: Step
  readonly done: boolean
  /** Undefined while something before it is missing. */
  readonly path: string | undefined
}

export function stepStates(place: Place, known: Known): StepState[] {
  const { way, authority, server } = place
  const order: readonly Step[] = steps[way]
  const at = order.indexOf(place.step)
  const installed = known.spe.certificate
  const done: Partial<Record<Step, boolean>> =
    way === "make"
      ? {
          ca: authority !== undefined,
          export: server !== undefined || at > order.indexOf("export"),
          server: server !== undefined,
          install: server !== undefined && installed?.id === server.id,
          support: known.spe.support && installed !== null,
        }
      : {
          file: known.fileChecked || at > 0,
          install: at > order.indexOf("install"),
          support: known.spe.support && installed !== null && at > order.indexOf("install"),
        }
  return order.map((step, index) => {
    const earlier = order.slice(0, index)
    const open = earlier.every((one) => done[one] || (one === "export" && authority !== undefined))
    return { step, done: done[step] ?? false, path: open ? pathOf({ ...place, step }) : undefined }
  })
}
