/** Basic Settings ▸ Port Management. */
import * as z from "zod/mini"
import { type FieldProblem, type FieldProblems, obeys } from "../field-problem.ts"
import { flag, port } from "../primitives.ts"
import { listenErrors, settingsPage } from "./page.ts"

const shape = z.strictObject({
  /** `SIP_EXT`: outer, UDP and TCP. */
  sipExt: port,
  /** `SIP_TLS_SUB_EXT`: outer, TLS. */
  sipTlsSubExt: port,
  /** `SIP`: inner, UDP and TCP. */
  sip: port,
  /** `SIP_TLS_SIPQ`: reserved for trunks, never opened. */
  sipTlsSipq: port,
  /** `SIP_TLS_SUB`: inner, TLS. */
  sipTlsSub: port,
  rtpFrom: port,
  rtpTo: port,
  /** External UDP port at the office router; null: the same as `sipExt`, as it must be for TCP and TLS. */
  sipExtUdpAtRouter: z.nullable(port),
  /** The office router forwards the whole RTP range to the same ports here. */
  rtpForwarded: flag,
})
export type PortManagementSettings = z.infer<typeof shape>

/** In the order of the table. `open`: whether Homeport listens on it; on those of TLS, while TLS is open (spe.ts). */
export const portTable = [
  { field: "sipExt", name: "SIP_EXT", transport: "UDP/TCP", reach: "outer", open: true },
  { field: "sipTlsSubExt", name: "SIP_TLS_SUB_EXT", transport: "TLS", reach: "outer", open: true },
  { field: "sip", name: "SIP", transport: "UDP/TCP", reach: "inner", open: true },
  { field: "sipTlsSipq", name: "SIP_TLS_SIPQ", transport: "TLS", reach: "inner", open: false },
  { field: "sipTlsSub", name: "SIP_TLS_SUB", transport: "TLS", reach: "inner", open: true },
] as const satisfies readonly {
  field: keyof PortManagementSettings
  name: string
  transport: string
  reach: "inner" | "outer"
  open: boolean
}[]

/** A channel needs an RTP and an RTCP port on either side. */
export const portsPerChannel = 4

/** Rules of the table by itself; with `channels`, also whether the RTP range holds that many. */
export function portRules(settings: PortManagementSettings, channels = 0): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  for (const [at, row] of portTable.entries()) {
    const number = settings[row.field]
    const twin = portTable.slice(0, at).find((other) => settings[other.field] === number)
    if (twin) problems[row.field] = { code: "PortTaken", params: { port: number, by: twin.name } }
    else if (number >= settings.rtpFrom && number <= settings.rtpTo)
      problems[row.field] = { code: "PortInRtpRange", params: { from: settings.rtpFrom, to: settings.rtpTo } }
  }
  if (settings.rtpFrom % 2 === 1) problems.rtpFrom = { code: "RtpStartsOdd" }
  if (settings.rtpTo < settings.rtpFrom) problems.rtpTo = { code: "RangeBackwards" }
  else {
    const has = rtpPairs(settings) * 2
    const needs = Math.max(portsPerChannel, channels * portsPerChannel)
    if (has < needs)
      problems.rtpTo = { code: "RtpRangeTooSmall", params: { has, needs, channels: Math.max(1, channels) } }
  }
  return problems
}

/** Pairs of an even RTP port and the odd RTCP port above it. */
export function rtpPairs({ rtpFrom, rtpTo }: { readonly rtpFrom: number; readonly rtpTo: number }): number {
  const first = rtpFrom + (rtpFrom % 2)
  return Math.max(0, Math.floor((rtpTo - first + 1) / 2))
}

export const portManagementSettings = shape.check(obeys((settings) => portRules(settings)))

export const portManagementDefaults: PortManagementSettings = {
  sipExt: 5070,
  sipTlsSubExt: 5071,
  sip: 5060,
  sipTlsSipq: 5061,
  sipTlsSub: 5062,
  rtpFrom: 29100,
  rtpTo: 30530,
  sipExtUdpAtRouter: null,
  rtpForwarded: false,
}

/** What the office router must forward to the address that carries VoIP; `phonesPort` while phones may fetch from outside. */
export function forwardingTable(settings: PortManagementSettings, phonesPort?: number): readonly Forwarding[] {
  return [
    { transport: "UDP", from: settings.sipExtUdpAtRouter ?? settings.sipExt, to: settings.sipExt },
    { transport: "TCP", from: settings.sipExt, to: settings.sipExt },
    { transport: "TLS", from: settings.sipTlsSubExt, to: settings.sipTlsSubExt },
    ...(settings.rtpForwarded
      ? [{ transport: "UDP" as const, from: settings.rtpFrom, to: settings.rtpFrom, last: settings.rtpTo }]
      : []),
    ...(phonesPort === undefined ? [] : [phonesForwarding(phonesPort)]),
  ]
}

/** The row of the phones' listener (`HOMEPORT_PHONES`), which no setting moves: HTTPS over TCP. */
export const phonesForwarding = (port: number) =>
  ({ transport: "TCP", from: port, to: port, name: "PHONES_EXT" }) as const satisfies Forwarding

export interface Forwarding {
  readonly transport: "UDP" | "TCP" | "TLS"
  /** External port at the router. */
  readonly from: number
  /** Port in this system. */
  readonly to: number
  /** Of a range, the last port on both sides. */
  readonly last?: number
  /** Absent: the transport says which port of the table it is. */
  readonly name?: "PHONES_EXT"
}

export const portManagement = settingsPage("port-management", portManagementSettings, listenErrors)
