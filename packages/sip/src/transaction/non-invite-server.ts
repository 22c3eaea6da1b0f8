/**
 * Non-INVITE server transaction. RFC 3261 §17.2.2, with what RFC 4320 forbids.
 *
 *        request
 *           │      ┌────────┐  again: absorbed
 *           └────▶ │ trying │ ──────────────────┐
 *                  └────────┘                   │
 *    no word for   │        │ 200–699: send it  │ nothing for
 *    3.5 s: 100    ▼        │                   │ 64*T1: the
 *          ┌────────────┐   │                   │ client has
 *          │ proceeding │ ──┼───────────────────┤ given up
 *          └────────────┘   │                   │
 *   200–699: send it │      ▼                   │
 *                    │ ┌───────────┐ ───┐ again: send it again
 *                    └▶│ completed │ ◀──┘        │
 *                      └───────────┘             │
 *                    timer J │                   │
 *                            ▼                   ▼
 *                   ──────── terminated ────────
 *
 * RFC 4320 §4.1: no provisional response but 100, and that not early; it is ours to send, not the TU's.
 * RFC 4320 §4.2: no 408. It would arrive after the client's own timeout, or make a proxy take us for dead.
 */
import {
  answerTrying,
  keep,
  responseFailed,
  type ServerAction,
  type ServerEvent,
  type Step,
  send,
  start,
} from "./machine.ts"
import { lifetime, linger, type TransactionTiming, untilTimerEIsT2 } from "./timing.ts"

export function nonInviteServer(
  state: NonInviteServer,
  event: ServerEvent,
  timing: TransactionTiming,
): NonInviteServerStep {
  switch (state.name) {
    case "trying":
      if (event.type === "undecided")
        return [state, start("trying", untilTimerEIsT2(timing)), start("unanswered", lifetime(timing))]
      if (event.type === "timer")
        return event.timer === "trying"
          ? [{ name: "proceeding" }, keep("unanswered"), answerTrying]
          : [{ name: "terminated" }]
      return final(event, timing) ?? [state]
    case "proceeding":
      if (event.type === "response" && event.status === 100)
        return [{ name: "proceeding", provisional: event.bytes }, send(event.bytes)]
      if (event.type === "retransmission" && state.provisional) return [state, send(state.provisional)]
      if (event.type === "timer") return [{ name: "terminated" }]
      return final(event, timing) ?? [state]
    case "completed":
      if (event.type === "retransmission") return [state, send(state.final)]
      if (event.type === "timer") return [{ name: "terminated" }]
      return event.type === "failed" ? [{ name: "terminated" }, responseFailed] : [state]
    case "terminated":
      return [state]
  }
}

/** What trying and proceeding share. */
function final(event: ServerEvent, timing: TransactionTiming): NonInviteServerStep | undefined {
  if (event.type === "failed") return [{ name: "terminated" }, responseFailed]
  if (event.type !== "response" || event.status < 200 || event.status === 408) return undefined
  return [{ name: "completed", final: event.bytes }, send(event.bytes), start("J", linger(lifetime(timing), timing))]
}

export type NonInviteServer =
  | { readonly name: "trying" }
  | { readonly name: "proceeding"; readonly provisional?: Uint8Array }
  | { readonly name: "completed"; readonly final: Uint8Array }
  | { readonly name: "terminated" }
export type NonInviteServerStep = Step<NonInviteServer, ServerAction>
