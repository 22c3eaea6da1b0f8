/** Home: is SIP@Home ready? Fifteen checks of the running system, each with its reason and with where it is mended. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { params } from "./errors.ts"

/** In the order in which they are shown: first who may come in, then the way to here, then what phones are told. */
export const readinessChecks = [
  "authentication",
  "inner-ports",
  "migrated-ports",
  "stun-server",
  "mapped-port",
  "mapping",
  "public-address",
  "one-interface",
  "lan1",
  "forwarding",
  "public-name",
  "tls",
  "devices",
  "refusals",
  "channels",
] as const
export type ReadinessCheck = (typeof readinessChecks)[number]

/** "not-proven": nothing speaks against it, and nothing has shown it. "not-applicable": this system does without. */
export const readinessStates = ["passed", "warning", "failed", "not-proven", "not-applicable"] as const
export type ReadinessState = (typeof readinessStates)[number]

const readinessItem = z.strictObject({
  check: z.enum(readinessChecks),
  state: z.enum(readinessStates),
  /** `<check>.<reason>` of the catalogue's readiness sentences. */
  reason: z.string(),
  params,
  /** English, for whoever has no catalogue. */
  message: z.string(),
  /** Index of the one station that it is about; null: of none, or of several. */
  station: z.nullable(z.number()),
})
export type ReadinessItem = z.infer<typeof readinessItem>

const readinessReport = z.strictObject({
  /** Stations that may register over the internet. None: SIP@Home is not in use. */
  internetStations: z.number(),
  /** All fifteen, in their order. */
  items: z.array(readinessItem),
})
export type ReadinessReport = z.infer<typeof readinessReport>

export const readiness = {
  read: endpoint({
    method: "GET",
    path: "/api/readiness",
    summary: "Whether SIP@Home is ready: fifteen checks of the running system",
    role: "basic",
    response: readinessReport,
    errors: [],
  }),
}
