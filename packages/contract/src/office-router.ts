/**
 * Network Interfaces ▸ Office router: what the router has to do for this system (guide §3.1), what shows that it does not, and which
 * of it this system may ask of the router by itself.
 */
import * as z from "zod/mini"
import { contains, parseIpv4, parseIpv4Network } from "./addresses.ts"
import { endpoint } from "./endpoint.ts"
import type { DyndnsStatus, StunStatus } from "./live.ts"
import { moment } from "./primitives.ts"
import { type Forwarding, forwardingTable, type PortManagementSettings } from "./settings/port-management.ts"
import type { StunSettings } from "./settings/stun.ts"

/** A line of the router's own table, in which TLS is TCP. */
export interface HandOutLine {
  readonly protocol: "UDP" | "TCP"
  readonly purpose: "sip" | "sip-tls" | "rtp" | "phones"
  /** External port at the router. */
  readonly from: number
  /** Port in this system. */
  readonly to: number
  /** Of a range, the last port, on both sides. */
  readonly last?: number
  /** False: of no use before SIP over TLS is open. */
  readonly neededNow: boolean
}

export interface HandOutOptions {
  readonly ports: PortManagementSettings
  readonly stunMode: StunSettings["mode"]
  /** SIP over TLS is open. */
  readonly tls: boolean
  /** Where phones fetch their configuration from outside (`HOMEPORT_PHONES`); null: nowhere. */
  readonly phonesPort: number | null
}

/** With "Use static IP" nothing opens the RTP ports from inside: then the router has to forward them. */
export function handOutTable({ ports, stunMode, tls, phonesPort }: HandOutOptions): readonly HandOutLine[] {
  const rtpForwarded = ports.rtpForwarded || stunMode === "static"
  return forwardingTable({ ...ports, rtpForwarded }, phonesPort ?? undefined).map((line): HandOutLine => {
    const { transport, from, to, last } = line
    const protocol = transport === "UDP" ? "UDP" : "TCP"
    const neededNow = transport !== "TLS" || tls
    return { protocol, purpose: purposeOf(line), from, to, ...(last !== undefined && { last }), neededNow }
  })
}

function purposeOf({ transport, last, name }: Forwarding): HandOutLine["purpose"] {
  if (name === "PHONES_EXT") return "phones"
  if (last !== undefined) return "rtp"
  return transport === "TLS" ? "sip-tls" : "sip"
}

/** Ports for phones in the office, whatever they are set to: those of the guide's NEVER (§3.1) and the system's own. */
export function neverForwarded(ports: PortManagementSettings): readonly number[] {
  const inner = new Set([...guidesInnerPorts, ports.sip, ports.sipTlsSipq, ports.sipTlsSub])
  for (const outer of [ports.sipExt, ports.sipTlsSubExt]) inner.delete(outer)
  return [...inner].toSorted((one, other) => one - other)
}

const guidesInnerPorts = [5060, 5061, 5062] as const

export const redFlagCodes = [
  "carrier-nat",
  "private-address",
  "second-router",
  "symmetric",
  "port-differs",
  "name-differs",
  "name-not-resolved",
] as const

/** What this system sees of the way to the internet, and phones at home would suffer from. */
export type RedFlag =
  | { readonly code: "carrier-nat"; readonly address: string }
  | { readonly code: "private-address"; readonly address: string }
  | { readonly code: "second-router"; readonly address: string; readonly router: string }
  | { readonly code: "symmetric" }
  | { readonly code: "port-differs"; readonly mapped: number; readonly expected: number }
  | { readonly code: "name-differs"; readonly name: string; readonly addresses: string; readonly mapped: string }
  | { readonly code: "name-not-resolved"; readonly name: string }

export interface RedFlagOptions {
  readonly stun: StunStatus
  readonly dyndns: DyndnsStatus
  readonly ports: Pick<PortManagementSettings, "sipExt" | "sipExtUdpAtRouter">
  /** What the router says its own address on the internet is; null: it was not asked, or does not know. */
  readonly routerAddress: string | null
}

/** The worst first; none: nothing is wrong as far as can be seen from here. */
export function redFlags({ stun, dyndns, ports, routerAddress }: RedFlagOptions): readonly RedFlag[] {
  const flags: RedFlag[] = []
  const { mapped, behaviour } = stun
  if (mapped && stun.notPublic)
    flags.push({ code: isSharedAddress(mapped.host) ? "carrier-nat" : "private-address", address: mapped.host })
  if (mapped && !stun.notPublic && routerAddress !== null && routerAddress !== mapped.host)
    flags.push({ code: "second-router", address: mapped.host, router: routerAddress })
  const mapping = behaviour?.mapping ?? null
  if (mapping !== null && mapping !== "endpoint-independent") flags.push({ code: "symmetric" })
  const expected = ports.sipExtUdpAtRouter ?? ports.sipExt
  // What was entered by hand is no observation.
  if (mapped && stun.state !== "static" && mapped.port !== expected)
    flags.push({ code: "port-differs", mapped: mapped.port, expected })
  const { state, hostName: name } = dyndns
  if (state === "differs" && name !== null)
    flags.push({ code: "name-differs", name, addresses: dyndns.addresses.join(", "), mapped: dyndns.mapped ?? "" })
  if (state === "not-resolved" && name !== null) flags.push({ code: "name-not-resolved", name })
  return flags
}

/** Shared address space, behind a provider's NAT (RFC 6598). */
function isSharedAddress(text: string): boolean {
  const [address, shared] = [parseIpv4(text), parseIpv4Network("100.64.0.0/10")]
  return address !== undefined && shared !== undefined && contains(shared, address)
}

export interface PlannedMapping {
  readonly protocol: "UDP" | "TCP"
  /** Outside and inside alike (guide §3.1). */
  readonly port: number
  /** Never asked for. "internal-port": a port for phones in the office; "other-port-chosen": the router is to show another one. */
  readonly refused?: "internal-port" | "other-port-chosen"
}

/**
 * What the router is asked for: the outer SIP ports, 5071 while SIP over TLS is open. Never the RTP range: routers hold a few dozen
 * mappings and not 1400, each one would be an open port the whole time, and STUN opens what a call needs from inside. Nor the phones'
 * listener, which an administrator opens to the internet with open eyes.
 */
export function mappingPlan(ports: PortManagementSettings, tls: boolean): readonly PlannedMapping[] {
  const never = neverForwarded(ports)
  const wanted: PlannedMapping[] = [
    { protocol: "UDP", port: ports.sipExt },
    { protocol: "TCP", port: ports.sipExt },
    ...(tls ? [{ protocol: "TCP" as const, port: ports.sipTlsSubExt }] : []),
  ]
  return wanted.map((line) => {
    // A migrated system may have 5060 as its outer port: the router's table is then for a person to decide.
    if (never.includes(line.port) || guidesInnerPorts.some((port) => port === line.port))
      return { ...line, refused: "internal-port" }
    const atRouter = line.protocol === "UDP" ? ports.sipExtUdpAtRouter : null
    return atRouter !== null && atRouter !== line.port ? { ...line, refused: "other-port-chosen" } : line
  })
}

/** Why a port is not mapped. In the log it is `event.router.mapping-failed.<code>`. */
export const mappingProblems = [
  /** This machine does not say where its default route leads. */
  "no-gateway",
  /** The router answers neither NAT-PMP nor UPnP. */
  "no-answer",
  "not-authorized",
  /** Another machine, or a forwarding made by hand, has the port. */
  "port-taken",
  /** The router gave another outside port, which was given back. */
  "other-port",
  /** The router maps for ever or not at all. */
  "only-permanent",
  "internal-port",
  "other-port-chosen",
  "failed",
] as const
export type MappingProblem = (typeof mappingProblems)[number]

export const mappingLine = z.strictObject({
  protocol: z.enum(["UDP", "TCP"]),
  /** Outside and inside alike. */
  port: z.number(),
  /** "asking": no answer yet; "failed" with `problem`, and tried again but for what is refused. */
  state: z.enum(["asking", "mapped", "failed"]),
  problem: z.nullable(z.enum(mappingProblems)),
  /** When the router would forget it, were it not renewed before. */
  until: z.nullable(moment),
})
export type MappingLine = z.infer<typeof mappingLine>

export const routerMapping = z.strictObject({
  on: z.boolean(),
  /** How the router was spoken to; null: not yet, or in vain. */
  protocol: z.nullable(z.enum(["nat-pmp", "upnp-igd"])),
  /** What the router says its own address on the internet is. */
  externalAddress: z.nullable(z.string()),
  lines: z.array(mappingLine),
  /** When the router is asked next. */
  nextAt: z.nullable(moment),
})
export type RouterMapping = z.infer<typeof routerMapping>

export const routerStatus = z.strictObject({
  /** The address of this system that the router forwards to. */
  address: z.string(),
  /** The router's inside address: the default gateway of that address's interface; null: not known. */
  gateway: z.nullable(z.string()),
  /** `HOMEPORT_PHONES`; null: off. */
  phonesPort: z.nullable(z.number()),
  mapping: routerMapping,
})
export type RouterStatus = z.infer<typeof routerStatus>

export const officeRouter = {
  status: endpoint({
    method: "GET",
    path: "/api/office-router",
    summary: "The office router as this system sees it, and the ports that it maps for it",
    role: "basic",
    response: routerStatus,
    errors: [],
  }),
}
