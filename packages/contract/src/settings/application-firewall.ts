/** Application Firewall: which networks may reach the console, each SIP port and the phones' listener, and who is blocked by himself. */
import * as z from "zod/mini"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { canonicalNetwork, networkAround, parseNetwork } from "../ip-network.ts"
import { choice, code, flag, text, whole } from "../primitives.ts"
import { settingsPage } from "./page.ts"

/** Everybody; local networks (Network Interfaces); or those listed. */
export const reaches = ["everybody", "local", "networks"] as const

/** An address, or a network in CIDR notation, and why it is here. */
export const networkEntry = z.strictObject({
  network: z.string(code("WrongType")).check(z.minLength(1, code("Required")), z.maxLength(60, code("TooLong"))),
  note: text(0, 100),
})
export type NetworkEntry = z.infer<typeof networkEntry>

const entries = (most: number) => z.array(networkEntry, code("WrongType")).check(z.maxLength(most, code("TooMany")))

const reach = z.strictObject({
  from: choice(reaches),
  /** Counts with "networks" alone; otherwise it is kept for the next time. */
  networks: entries(50),
})
export type Reach = z.infer<typeof reach>

const shape = z.strictObject({
  /** Console and API. This machine itself always reaches them. */
  console: reach,
  sip: reach,
  sipTlsSub: reach,
  sipExt: reach,
  sipTlsSubExt: reach,
  /** `HOMEPORT_PHONES`. */
  phones: reach,
  /** Never blocked, by itself or by hand. */
  allowList: entries(200),
  /** Whether addresses that fail again and again are blocked by themselves. */
  blocking: flag,
  /** So many failed registrations and calls … */
  failures: whole(3, 1000),
  /** … within so many minutes … */
  withinMinutes: whole(1, 1440),
  /** … block an address for so many minutes the first time; then twice as long, up to a day. */
  blockMinutes: whole(1, 1440),
  /** Addresses in local networks too. */
  blockLocal: flag,
})
export type ApplicationFirewallSettings = z.infer<typeof shape>

/** What has a rule of its own. `families`: SIP listens on IPv4 alone. */
export const firewallPorts = [
  { field: "console", name: "console", families: "both" },
  { field: "sip", name: "SIP", families: "ipv4" },
  { field: "sipTlsSub", name: "SIP_TLS_SUB", families: "ipv4" },
  { field: "sipExt", name: "SIP_EXT", families: "ipv4" },
  { field: "sipTlsSubExt", name: "SIP_TLS_SUB_EXT", families: "ipv4" },
  { field: "phones", name: "PHONES_EXT", families: "both" },
] as const
export type FirewallPort = (typeof firewallPorts)[number]

export function applicationFirewallRules(settings: ApplicationFirewallSettings): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  for (const { field, families } of firewallPorts) {
    const { from, networks } = settings[field]
    if (from === "networks" && networks.length === 0) problems[`${field}.networks`] = { code: "NoNetworks" }
    Object.assign(problems, entryProblems(`${field}.networks`, networks, families))
  }
  return { ...problems, ...entryProblems("allowList", settings.allowList, "both") }
}

function entryProblems(
  path: string,
  networks: readonly NetworkEntry[],
  families: FirewallPort["families"],
): Record<string, FieldProblem> {
  const problems: Record<string, FieldProblem> = {}
  const seen = new Set<string>()
  for (const [at, { network }] of networks.entries()) {
    const problem = networkProblem(network, families)
    const canonical = canonicalNetwork(network) ?? network
    if (problem !== undefined) problems[`${path}.${at}.network`] = problem
    else if (seen.has(canonical)) problems[`${path}.${at}.network`] = { code: "NetworkTwice" }
    seen.add(canonical)
  }
  return problems
}

export function networkProblem(network: string, families: FirewallPort["families"]): FieldProblem | undefined {
  const parsed = parseNetwork(network)
  if (parsed === undefined) return { code: "NotANetworkOrAddress" }
  if (parsed === "host-bits") return { code: "HostBits", params: { network: networkAround(network) ?? "" } }
  return families === "ipv4" && network.includes(":") ? { code: "OnlyIpv4" } : undefined
}

export const applicationFirewallSettings = shape.check(obeys(applicationFirewallRules))

const everybody: Reach = { from: "everybody", networks: [] }
const local: Reach = { from: "local", networks: [] }

export const applicationFirewallDefaults: ApplicationFirewallSettings = {
  console: everybody,
  sip: local,
  sipTlsSub: local,
  sipExt: everybody,
  sipTlsSubExt: everybody,
  phones: everybody,
  allowList: [],
  blocking: true,
  failures: 20,
  withinMinutes: 10,
  blockMinutes: 15,
  blockLocal: false,
}

export const applicationFirewall = settingsPage("application-firewall", applicationFirewallSettings)
