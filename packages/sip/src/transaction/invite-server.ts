/**
 * INVITE server transaction. RFC 3261 §17.2.1, as corrected by RFC 6026 §7.1.
 *
 *        INVITE                       1xx from the TU: send it
 *          │      ┌────────────┐ ───┐ no word for 200 ms: send 100
 *          └────▶ │ proceeding │ ◀──┘
 *                 └────────────┘
 *      2xx: send it │        │ 300–699: send it
 *                   ▼        ▼
 *          ┌──────────┐   ┌───────────┐ ───┐ timer G: send it again
 *          │ accepted │   │ completed │ ◀──┘
 *          └──────────┘   └───────────┘
 *            timer L │  ACK │       │ timer H: tell the TU nobody listened
 *                    │      ▼       │
 *                    │ ┌───────────┐│
 *                    │ │ confirmed ││
 *                    │ └───────────┘│
 *                    ▼  timer I │   ▼
 *                   ──────── terminated ────────
 *
 * When a response cannot be sent the TU is told, and the state stays: repeated INVITEs must not look new (RFC 6026 §7.1).
 */
import { answerTrying, responseFailed, type ServerAction, type ServerEvent, type Step, send, start } from "./machine.ts"
import { lifetime, linger, type TransactionTiming, untilTrying } from "./timing.ts"

export function inviteServer(state: InviteServer, event: ServerEvent, timing: TransactionTiming): InviteServerStep {
  switch (state.name) {
    case "proceeding":
      return proceeding(state, event, timing)
    case "accepted":
      // The TU repeats its 2xx until the ACK comes (RFC 3261 §13.3.1.4); a repeated INVITE is absorbed.
      if (event.type === "response" && event.status >= 200 && event.status < 300) return [state, send(event.bytes)]
      if (event.type === "ack") return [state, { do: "tell ACK", ack: event.ack, flow: event.flow }]
      if (event.type === "timer") return [{ name: "terminated" }]
      return event.type === "failed" ? [state, responseFailed] : [state]
    case "completed":
      return completed(state, event, timing)
    case "confirmed":
      // Further ACKs are absorbed, they answer our retransmissions.
      return event.type === "timer" ? [{ name: "terminated" }] : [state]
    case "terminated":
      return [state]
  }
}

function proceeding(state: Proceeding, event: ServerEvent, timing: TransactionTiming): InviteServerStep {
  switch (event.type) {
    case "undecided":
      return [state, start("trying", untilTrying)]
    case "timer":
      return state.provisional ? [state] : [state, answerTrying]
    case "retransmission":
      return state.provisional ? [state, send(state.provisional)] : [state]
    case "response":
      if (event.status < 200) return [{ name: "proceeding", provisional: event.bytes }, send(event.bytes)]
      if (event.status < 300) return [{ name: "accepted" }, send(event.bytes), start("L", lifetime(timing))]
      return [
        { name: "completed", final: event.bytes, interval: timing.t1 },
        send(event.bytes),
        // A reliable transport does not lose what we sent, so it needs no timer G.
        ...(timing.reliable || isChallenge(event.status) ? [] : [start("G", timing.t1)]),
        start("H", lifetime(timing)),
      ]
    case "failed":
      return [state, responseFailed]
    case "ack":
      return [state]
  }
}

/**
 * RFC 3261 §26.3.2.4: sent once, lest a request with a false source address makes us send eleven of them there. The client
 * repeats its INVITE when it was lost.
 */
const isChallenge = (status: number): boolean => status === 401 || status === 407

function completed(state: Completed, event: ServerEvent, timing: TransactionTiming): InviteServerStep {
  switch (event.type) {
    case "retransmission":
      return [state, send(state.final)]
    case "ack":
      return [{ name: "confirmed" }, start("I", linger(timing.t4, timing))]
    case "timer": {
      if (event.timer === "H") return [{ name: "terminated" }, responseFailed]
      const interval = Math.min(2 * state.interval, timing.t2)
      return [{ ...state, interval }, send(state.final), start("G", interval)]
    }
    case "failed":
      return [state, responseFailed]
    case "response":
    case "undecided":
      return [state]
  }
}

/** Each state carries exactly what it needs: a completed transaction cannot lack its response. */
export type InviteServer = Proceeding | Completed | { readonly name: "accepted" | "confirmed" | "terminated" }
export type InviteServerStep = Step<InviteServer, ServerAction>

interface Proceeding {
  readonly name: "proceeding"
  readonly provisional?: Uint8Array
}

interface Completed {
  readonly name: "completed"
  readonly final: Uint8Array
  readonly interval: number
}
