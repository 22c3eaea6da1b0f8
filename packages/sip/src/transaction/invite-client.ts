/**
 * INVITE client transaction. RFC 3261 §17.1.1, as corrected by RFC 6026 §7.2; CANCEL as in RFC 3261 §9.1.
 *
 *         INVITE
 *           │     ┌─────────┐ ───┐ timer A: send it again, after T1, 2*T1, 4*T1, …
 *           └───▶ │ calling │ ◀──┘ cancel: remember it
 *                 └─────────┘ ──────────── timer B, transport: tell the TU ──┐
 *                     │ 1xx                                                  │
 *                     ▼                                                      │
 *               ┌────────────┐ ───┐ 1xx: to the TU                           │
 *               │ proceeding │ ◀──┘ cancel: send CANCEL                      │
 *               └────────────┘ ─────────── transport, no final response      │
 *                                          64*T1 after CANCEL: tell the TU ──┤
 *       from both of these                                                   │
 *   300–699: ACK │     │ 2xx                                                 │
 *                ▼     └──────────┐                                          │
 *         ┌───────────┐ ───┐      ▼                                          │
 *         │ completed │ ◀──┘  ┌──────────┐ ───┐                              │
 *         └───────────┘ again:│ accepted │ ◀──┘ 2xx: to the TU               │
 *                │      ACK   └──────────┘                                   │
 *        timer D │                │ timer M                                  │
 *                ▼                ▼                                          ▼
 *               ─────────────────────── terminated ───────────────────────────
 *
 * The ACK to a 2xx and how long a phone may ring (timer C) are the TU's business.
 */
import {
  acknowledge,
  type ClientAction,
  type ClientEvent,
  fail,
  type Step,
  sendCancel,
  start,
  tell,
  transmit,
} from "./machine.ts"
import { lifetime, linger, type TransactionTiming, timerD } from "./timing.ts"

export function inviteClient(state: InviteClient, event: ClientEvent, timing: TransactionTiming): InviteClientStep {
  switch (state.name) {
    case "calling":
      return calling(state, event, timing)
    case "proceeding":
      return proceeding(state, event, timing)
    case "completed":
      if (event.type === "response" && event.response.status >= 300) return [state, acknowledge(event.response)]
      // The TU has its final response already; that the ACK to it was lost changes nothing for it.
      return event.type === "timer" || event.type === "failed" ? [{ name: "terminated" }] : [state]
    case "accepted":
      // The same 2xx again, or that of another branch of a fork: the TU acknowledges each.
      if (event.type === "response" && event.response.status >= 200 && event.response.status < 300)
        return [state, tell(event.response)]
      return event.type === "timer" || event.type === "failed" ? [{ name: "terminated" }] : [state]
    case "terminated":
      return [state]
  }
}

export function beginInvite(timing: TransactionTiming): InviteClientStep {
  return [
    { name: "calling", interval: timing.t1, cancelled: false },
    transmit,
    ...(timing.reliable ? [] : [start("A", timing.t1)]),
    start("B", lifetime(timing)),
  ]
}

function calling(state: Calling, event: ClientEvent, timing: TransactionTiming): InviteClientStep {
  switch (event.type) {
    case "timer": {
      if (event.timer === "B") return [{ name: "terminated" }, fail("timeout")]
      const interval = 2 * state.interval
      return [{ ...state, interval }, transmit, start("A", interval)]
    }
    case "response":
      if (event.response.status >= 200) return final(event.response.status, event, timing)
      // RFC 3261 §9.1: CANCEL had to wait for this.
      if (state.cancelled)
        return [
          { name: "proceeding", cancelled: true },
          sendCancel,
          start("cancelled", lifetime(timing)),
          tell(event.response),
        ]
      return [{ name: "proceeding", cancelled: false }, tell(event.response)]
    case "cancel":
      return [{ ...state, cancelled: true }]
    case "failed":
      return [{ name: "terminated" }, fail("transport")]
  }
}

function proceeding(state: Proceeding, event: ClientEvent, timing: TransactionTiming): InviteClientStep {
  switch (event.type) {
    case "response":
      if (event.response.status >= 200) return final(event.response.status, event, timing)
      return [state, tell(event.response)]
    case "cancel":
      if (state.cancelled) return [state]
      return [{ name: "proceeding", cancelled: true }, sendCancel, start("cancelled", lifetime(timing))]
    case "timer":
      // RFC 3261 §9.1: an RFC 2543 server sends no 487.
      return [{ name: "terminated" }, fail("timeout")]
    case "failed":
      return [{ name: "terminated" }, fail("transport")]
  }
}

function final(status: number, { response }: ResponseEvent, timing: TransactionTiming): InviteClientStep {
  if (status < 300) return [{ name: "accepted" }, start("M", lifetime(timing)), tell(response)]
  return [{ name: "completed" }, acknowledge(response), start("D", linger(timerD(timing), timing)), tell(response)]
}

export type InviteClient = Calling | Proceeding | { readonly name: "completed" | "accepted" | "terminated" }
export type InviteClientStep = Step<InviteClient, ClientAction>
type ResponseEvent = Extract<ClientEvent, { type: "response" }>

interface Calling {
  readonly name: "calling"
  readonly interval: number
  /** To be cancelled as soon as a provisional response allows. */
  readonly cancelled: boolean
}

interface Proceeding {
  readonly name: "proceeding"
  readonly cancelled: boolean
}
