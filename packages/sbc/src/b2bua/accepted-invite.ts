/** A 2xx of ours to an INVITE, repeated until its ACK comes, over any transport. RFC 3261 §13.3.1.4. */
import type { Cancel, Clock, Request, Response, ServerTransaction } from "@homeport/sip"

export interface AcceptedInviteOptions {
  readonly clock: Clock
  readonly transaction: ServerTransaction
  readonly response: Response
  readonly acknowledged: (ack: Request) => void
  /** 64*T1 have passed. The call is to be ended with BYE. */
  readonly forsaken: () => void
}

export class AcceptedInvite {
  readonly sequence: number
  readonly #options: AcceptedInviteOptions
  #interval = T1
  #elapsed = 0
  #cancel: Cancel

  constructor(options: AcceptedInviteOptions) {
    this.#options = options
    this.sequence = options.transaction.request.cseq.sequence
    options.transaction.respond(options.response)
    this.#cancel = options.clock.after(this.#interval, () => this.#repeat())
  }

  acknowledge(ack: Request): void {
    this.stop()
    this.#options.acknowledged(ack)
  }

  stop(): void {
    this.#cancel()
  }

  #repeat(): void {
    const { clock, transaction, response, forsaken } = this.#options
    this.#elapsed += this.#interval
    if (this.#elapsed >= 64 * T1) return forsaken()
    transaction.respond(response)
    this.#interval = Math.min(this.#interval * 2, T2, 64 * T1 - this.#elapsed)
    this.#cancel = clock.after(this.#interval, () => this.#repeat())
  }
}

const T1 = 500
const T2 = 4_000
