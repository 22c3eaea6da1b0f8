/** What a call is made of, and whom it tells. */
import type { ServerTransaction } from "@homeport/sip"
import type { SbcConfig } from "../config.ts"
import type { Caller, Target } from "../routing/route.ts"
import type { Answer } from "./answer.ts"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import type { Leg } from "./leg.ts"
import type { Pair } from "./pair.ts"
import type { SessionTimer } from "./session-timer.ts"

export interface CallOptions {
  readonly core: CallCore
  readonly config: SbcConfig
  readonly transaction: ServerTransaction
  readonly caller: Caller
  readonly called: { readonly callNumber: string; readonly name: string }
  readonly maxForwards: number
  readonly reliability: Answer["reliability"]
  /** What was agreed with the caller about session timers. */
  readonly timer: SessionTimer
  readonly observer: CallObserver
}

export interface CallObserver {
  /** Requests in this dialog belong to this leg. */
  legBegan(call: Call, pair: Pair): void
  /** None is expected in it any more. */
  legEnded(leg: Leg): void
  /** Where another number of ours can be reached, for a redirection. */
  targets(number: string): readonly Target[]
  ended(call: Call): void
}
