/**
 * One contact that is rung: its INVITE from the taking of its ports to its final response. RFC 3261 §13.2, §16.7 for what a fork is.
 *
 *   preparing ── ports, mapped address ──▶ inviting ── 1xx ──▶ ringing ── 2xx ──▶ answered
 *       │                                     └───────────────────┴──── failure, CANCEL ──▶ over
 *       └── no ports, no mapped address ──▶ over
 */
import type { Relay } from "@homeport/rtp"
import type { ClientTransaction, Request, Response } from "@homeport/sip"
import type { StationConfig } from "../config.ts"
import type { CallCore } from "./core.ts"
import { egressInvite } from "./egress.ts"
import { UNAVAILABLE } from "./final-response.ts"
import type { MediaProblem } from "./media.ts"
import type { Pair } from "./pair.ts"
import type { Party } from "./party.ts"
import { LEAST, readTimer, USUAL } from "./session-timer.ts"

export interface BranchOptions {
  readonly core: CallCore
  readonly party: Party
  /** The registered Contact. */
  readonly contact: string
  readonly caller: StationConfig
  readonly ingress: Request
  readonly maxForwards: number
  readonly reliable: boolean
  readonly observer: BranchObserver
}

export interface BranchObserver {
  /** Its media is ready: the offer for it may be written, and it may be sent. */
  ready(branch: Branch): void
  unprepared(branch: Branch, problem: MediaProblem): void
  provisional(branch: Branch, response: Response): void
  /** Every 2xx, repeated ones and those after the branch was given up included. */
  success(branch: Branch, response: Response): void
  /** A final failure, or a synthetic 408 or 503. */
  failure(branch: Branch, response: BranchFailure): void
}

export interface BranchFailure {
  readonly status: number
  readonly reason: string
  readonly response: Response | undefined
}

export class Branch {
  readonly party: Party
  readonly contact: string
  state: "preparing" | "inviting" | "ringing" | "answered" | "over" = "preparing"
  /** By the To-tag that answered. */
  readonly pairs = new Map<string, Pair>()
  invite: Request | undefined

  readonly #options: BranchOptions
  readonly #callId: string
  readonly #tag: string
  /** The last RSeq received in each early dialog. */
  readonly #sequences = new Map<string, number>()
  #transaction: ClientTransaction | undefined
  #body: Uint8Array | undefined
  #pending = false
  #interval = USUAL
  #minimum = LEAST
  #attempts = 0

  constructor(options: BranchOptions) {
    this.#options = options
    this.party = options.party
    this.contact = options.contact
    this.#callId = `${options.core.token()}${options.core.token()}`
    this.#tag = options.core.token()
  }

  /** Its INVITE has no final response yet. */
  get pending(): boolean {
    return this.#pending
  }

  prepare(relay: Relay): void {
    this.party.media.open(relay, (problem) => {
      if (this.state !== "preparing") return
      if (problem === undefined) this.#options.observer.ready(this)
      else {
        this.#close()
        this.#options.observer.unprepared(this, problem)
      }
    })
  }

  /** Sends the INVITE, with our offer where the caller made one. */
  send(body: Uint8Array | undefined): void {
    this.state = "inviting"
    this.#body = body
    this.#transmit()
  }

  /** Gives it up: CANCEL where that still helps. A 2xx that crosses it still reaches the observer. */
  cancel(reason?: string): void {
    if (this.state === "over" || this.state === "answered") return
    const sent = this.state !== "preparing"
    this.#close()
    if (sent) this.#transaction?.cancel(reason)
  }

  /** It hung up while it rang: odd, but clear. */
  declined(): void {
    if (this.state === "over" || this.state === "answered") return
    this.cancel()
    this.#options.observer.failure(this, { ...UNAVAILABLE, response: undefined })
  }

  /** Whether a reliable provisional response is the next one in its early dialog (RFC 3262 §4). */
  next(toTag: string, rseq: number | undefined): boolean {
    const last = this.#sequences.get(toTag)
    if (rseq === undefined || (last !== undefined && rseq !== last + 1)) return false
    this.#sequences.set(toTag, rseq)
    return true
  }

  #transmit(): void {
    const { core, caller, ingress, maxForwards, reliable } = this.#options
    this.#attempts += 1
    this.#pending = true
    this.invite = egressInvite({
      core,
      ingress,
      caller,
      callee: this.party,
      target: this.contact,
      callId: this.#callId,
      tag: this.#tag,
      sequence: this.#attempts,
      maxForwards,
      body: this.#body,
      reliable,
      interval: this.#interval,
      minimum: this.#minimum,
    })
    this.#transaction = core.transactions.send(this.invite, this.party.flow, {
      response: (response) => this.#receive(response),
      failed: (reason) => {
        this.#pending = false
        if (reason === "timeout") this.#fail(408, "Request Timeout")
        // The connection to the phone broke, and with it its binding: it is not there.
        else this.#fail(UNAVAILABLE.status, UNAVAILABLE.reason)
      },
    })
  }

  #receive(response: Response): void {
    const { observer } = this.#options
    if (response.status < 200) {
      if (this.state !== "inviting" && this.state !== "ringing") return
      // A phone has one To-tag, a proxy behind it a few; nobody may begin dialogs without end.
      if (response.status > 100 && this.pairs.size >= MOST_DIALOGS && !this.pairs.has(response.to.tag ?? "")) return
      if (response.status > 100) this.state = "ringing"
      return observer.provisional(this, response)
    }
    this.#pending = false
    if (response.status < 300) return observer.success(this, response)
    if (this.#mayRetry(response)) return this.#transmit()
    this.#fail(response.status, response.reason, response)
  }

  /** RFC 4028 §7.3: the interval was too small for the phone; ask again with what it says. */
  #mayRetry(response: Response): boolean {
    if (response.status !== 422 || this.#attempts > 3 || this.state === "over") return false
    const { minimum } = readTimer(response)
    if (minimum <= this.#minimum) return false
    this.#minimum = minimum
    this.#interval = Math.max(this.#interval, minimum)
    return true
  }

  #fail(status: number, reason: string, response?: Response): void {
    if (this.state === "over" || this.state === "answered") return
    this.#close()
    this.#options.observer.failure(this, { status, reason, response })
  }

  #close(): void {
    this.state = "over"
    this.party.media.release()
  }
}

const MOST_DIALOGS = 16
