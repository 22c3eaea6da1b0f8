/**
 * Non-INVITE client transaction. RFC 3261 §17.1.2.
 *
 *        request
 *           │     ┌────────┐ ───┐ timer E: send it again, after T1, 2*T1, … T2, T2
 *           └───▶ │ trying │ ◀──┘
 *                 └────────┘ ──────────────────┐
 *             1xx │      │ 200–699             │
 *                 ▼      │                     │
 *        ┌────────────┐ ───┐ timer E: send it again, after T2
 *        │ proceeding │ ◀──┘                   │
 *        └────────────┘ ───────────────────────┤ timer F, transport: tell the TU
 *          200–699 │     │                     │
 *                  ▼     ▼                     │
 *               ┌───────────┐                  │
 *               │ completed │ absorbs repeated responses
 *               └───────────┘                  │
 *                     │ timer K                │
 *                     ▼                        ▼
 *            ──────────────── terminated ──────────
 */
import { type ClientAction, type ClientEvent, fail, keep, type Step, start, tell, transmit } from "./machine.ts"
import { lifetime, linger, type TransactionTiming } from "./timing.ts"

export function nonInviteClient(
  state: NonInviteClient,
  event: ClientEvent,
  timing: TransactionTiming,
): NonInviteClientStep {
  switch (state.name) {
    case "trying":
      if (event.type === "response" && event.response.status < 200)
        return [{ name: "proceeding" }, keep("E"), keep("F"), tell(event.response)]
      if (event.type === "timer" && event.timer === "E") {
        const interval = Math.min(2 * state.interval, timing.t2)
        return [{ name: "trying", interval }, transmit, start("E", interval)]
      }
      return ending(event, timing) ?? [state]
    case "proceeding":
      if (event.type === "response" && event.response.status < 200) return [state, tell(event.response)]
      if (event.type === "timer" && event.timer === "E") return [state, transmit, start("E", timing.t2)]
      return ending(event, timing) ?? [state]
    case "completed":
      return event.type === "timer" || event.type === "failed" ? [{ name: "terminated" }] : [state]
    case "terminated":
      return [state]
  }
}

export function beginNonInvite(timing: TransactionTiming): NonInviteClientStep {
  return [
    { name: "trying", interval: timing.t1 },
    transmit,
    ...(timing.reliable ? [] : [start("E", timing.t1)]),
    start("F", lifetime(timing)),
  ]
}

/** What trying and proceeding share. A request other than INVITE cannot be cancelled (RFC 3261 §9.1). */
function ending(event: ClientEvent, timing: TransactionTiming): NonInviteClientStep | undefined {
  switch (event.type) {
    case "response":
      return [{ name: "completed" }, start("K", linger(timing.t4, timing)), tell(event.response)]
    case "timer":
      return [{ name: "terminated" }, fail("timeout")]
    case "failed":
      return [{ name: "terminated" }, fail("transport")]
    case "cancel":
      return undefined
  }
}

export type NonInviteClient =
  | { readonly name: "trying"; readonly interval: number }
  | { readonly name: "proceeding" | "completed" | "terminated" }
export type NonInviteClientStep = Step<NonInviteClient, ClientAction>
