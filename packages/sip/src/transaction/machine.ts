/**
 * What the four machines have in common: a pure function from a state and an event to the next state and what to do.
 *
 *   state × event ──▶ [next state, action, action, …]
 *
 * One rule holds for timers: leaving a state stops them, except those that the step says to keep. What is told to the
 * transaction user comes last in a step, because the user may act on the very same transaction before it returns.
 */
import type { Request, Response } from "../message/message.ts"
import type { Flow } from "../transport/transport.ts"
import type { TransactionTiming } from "./timing.ts"

export type Step<State, Action> = readonly [State, ...Action[]]
export type Machine<State, Event, Action> = (
  state: State,
  event: Event,
  timing: TransactionTiming,
) => Step<State, Action>

/** Those of RFC 3261 table 4 and RFC 6026, and our own: see the machine that starts them. */
export type TimerName =
  | "A"
  | "B"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "J"
  | "K"
  | "L"
  | "M"
  | "trying"
  | "unanswered"
  | "cancelled"

export interface TimerFired {
  readonly type: "timer"
  readonly timer: TimerName
}

/** The flow broke, or what was to be sent over it could not be. */
export interface TransportFailed {
  readonly type: "failed"
}

export type ClientEvent =
  | TimerFired
  | TransportFailed
  | { readonly type: "response"; readonly response: Response }
  | { readonly type: "cancel" }

export type ServerEvent =
  | TimerFired
  | TransportFailed
  | { readonly type: "retransmission" }
  /** The TU has the request and has not answered it yet. */
  | { readonly type: "undecided" }
  | { readonly type: "response"; readonly status: number; readonly bytes: Uint8Array }
  | { readonly type: "ack"; readonly ack: Request; readonly flow: Flow }

export type ClientAction =
  | TimerAction
  /** The request, once more. */
  | { readonly do: "transmit" }
  | { readonly do: "acknowledge"; readonly response: Response }
  | { readonly do: "send CANCEL" }
  | { readonly do: "tell response"; readonly response: Response }
  | { readonly do: "tell failure"; readonly reason: "timeout" | "transport" }

export type ServerAction =
  | TimerAction
  | { readonly do: "send"; readonly bytes: Uint8Array }
  | { readonly do: "answer 100" }
  | { readonly do: "tell ACK"; readonly ack: Request; readonly flow: Flow }
  | { readonly do: "tell failure" }

export type TimerAction =
  | { readonly do: "start"; readonly timer: TimerName; readonly milliseconds: number }
  /** Of the timers of the state that is left, this one goes on. */
  | { readonly do: "keep"; readonly timer: TimerName }

export const start = (timer: TimerName, milliseconds: number) => ({ do: "start", timer, milliseconds }) as const
export const keep = (timer: TimerName) => ({ do: "keep", timer }) as const
export const send = (bytes: Uint8Array) => ({ do: "send", bytes }) as const
export const tell = (response: Response) => ({ do: "tell response", response }) as const
export const acknowledge = (response: Response) => ({ do: "acknowledge", response }) as const
export const fail = (reason: "timeout" | "transport") => ({ do: "tell failure", reason }) as const
export const transmit = { do: "transmit" } as const
export const sendCancel = { do: "send CANCEL" } as const
export const answerTrying = { do: "answer 100" } as const
export const responseFailed = { do: "tell failure" } as const
