/**
 * One of the two dialogs of a call, with the phone at its other end. RFC 7092 §1.
 *
 * A forked INVITE has a pair of legs for each To-tag that answers, all of whose ingress legs share the calling party; the pair
 * that wins becomes the call. A leg sends and answers within its dialog; what is to happen on the other leg, others decide.
 */
import {
  type ClientTransaction,
  type ClientUser,
  type Dialog,
  type Field,
  type OfferEvent,
  type OfferState,
  type OfferStep,
  offerStep,
  type Request,
  type RequestParts,
  type Response,
  request,
  response,
  type ServerTransaction,
} from "@homeport/sip"
import { AcceptedInvite } from "./accepted-invite.ts"
import type { CallCore } from "./core.ts"
import type { Party } from "./party.ts"
import { RunningTimer, type SessionTimer, type TimerDue } from "./session-timer.ts"

export interface LegOptions {
  readonly core: CallCore
  readonly party: Party
  readonly dialog: Dialog
  readonly offers: OfferState
  /** The call number that this phone sees as ours. */
  readonly user: string
  /** A refresh is due, or did not come. */
  readonly timerDue: (leg: Leg, what: TimerDue) => void
  /** A 2xx of ours was never acknowledged. */
  readonly forsaken: (leg: Leg) => void
  /** The last request of ours in it is sent: nothing is expected from it any more. */
  readonly ended: (leg: Leg) => void
}

export class Leg {
  readonly party: Party
  readonly dialog: Dialog
  offers: OfferState
  /** Our INVITE or UPDATE in this dialog that has no final response yet. */
  pending: ClientTransaction | undefined
  /** The interval of the running session timer, repeated in refreshes. */
  timer: SessionTimer | undefined

  readonly #options: LegOptions
  readonly #timer: RunningTimer
  /** ACKs we sent, by CSeq number of their INVITE: a repeated 2xx gets its ACK again. */
  readonly #acks = new Map<number, Request>()
  #accepted: AcceptedInvite | undefined
  #hangingUp = false

  constructor(options: LegOptions) {
    this.#options = options
    this.party = options.party
    this.dialog = options.dialog
    this.offers = options.offers
    this.#timer = new RunningTimer(options.core.clock, (what) => options.timerDue(this, what))
  }

  /** What the offer/answer state says of a message; its state is taken over when the message may pass. */
  step(event: OfferEvent): OfferStep {
    const step = offerStep(this.offers, event)
    if (step.ok) this.offers = step.state
    return step
  }

  /** Sends a request in the dialog. INVITE and UPDATE carry what a target refresh needs. */
  send(method: string, parts: { fields?: readonly Field[]; body?: Uint8Array }, user: ClientUser): ClientTransaction {
    const { core } = this.#options
    const fields = [...(refreshesTarget(method) ? this.#ability() : []), ...(parts.fields ?? []), USER_AGENT]
    const draft = this.dialog.request(method, { fields, ...(parts.body === undefined ? {} : { body: parts.body }) })
    return core.transactions.send(this.#withVia(draft), this.party.flow, user)
  }

  /** Acknowledges a 2xx to an INVITE of ours, with the answer where the 2xx brought an offer. */
  acknowledge(sequence: number, body?: Uint8Array): void {
    const fields = body === undefined ? [] : [SDP]
    const ack = this.#withVia(this.dialog.ackFor2xx(sequence, body === undefined ? { fields } : { fields, body }))
    this.step({ kind: "request", direction: "sent", method: "ACK", sdp: body !== undefined })
    this.#acks.set(sequence, ack)
    this.#options.core.transactions.sendDirectly(ack, this.party.flow)
  }

  /** A 2xx came again, so our ACK was lost. */
  acknowledgeAgain(sequence: number): void {
    const ack = this.#acks.get(sequence)
    if (ack !== undefined) this.#options.core.transactions.sendDirectly(ack, this.party.flow)
  }

  /** Answers an INVITE or UPDATE of the phone's in this dialog, or anything else with the status alone. */
  respond(
    transaction: ServerTransaction,
    status: number,
    parts: { fields?: readonly Field[]; body?: Uint8Array } = {},
  ): void {
    transaction.respond(this.#response(transaction.request, status, parts))
  }

  /** Answers an INVITE with 200 and repeats that until its ACK. */
  accept(
    transaction: ServerTransaction,
    parts: { fields?: readonly Field[]; body?: Uint8Array },
    acknowledged: (ack: Request) => void,
  ): void {
    const answer = this.#response(transaction.request, 200, parts)
    this.dialog.answered(transaction.request, answer)
    this.#accepted?.stop()
    this.#accepted = new AcceptedInvite({
      clock: this.#options.core.clock,
      transactions: this.#options.core.transactions,
      transaction,
      response: answer,
      acknowledged: (ack) => {
        this.#accepted = undefined
        this.step({ kind: "request", direction: "received", method: "ACK", sdp: ack.body.length > 0 })
        if (this.#hangingUp) this.#bye()
        else acknowledged(ack)
      },
      forsaken: () => {
        this.#accepted = undefined
        if (this.#hangingUp) this.#bye()
        else this.#options.forsaken(this)
      },
    })
  }

  /** Ends the dialog with BYE: at once, or when our 2xx has its ACK, for a callee must not before (RFC 3261 §15). */
  hangUp(): void {
    this.#timer.stop()
    this.#hangingUp = true
    if (this.#accepted === undefined) this.#bye()
  }

  acknowledged(ack: Request): void {
    if (this.#accepted?.sequence === ack.cseq.sequence) this.#accepted.acknowledge(ack)
  }

  startTimer(timer: SessionTimer): void {
    this.timer = timer
    this.#timer.restart(timer)
  }

  /** The phone hung up: nothing of this leg happens by itself any more. */
  stop(): void {
    this.#timer.stop()
    this.#accepted?.stop()
    this.#accepted = undefined
    this.#options.ended(this)
  }

  #bye(): void {
    this.send("BYE", {}, { response: () => {}, failed: () => {} })
    this.#options.ended(this)
  }

  #response(to: Request, status: number, parts: { fields?: readonly Field[]; body?: Uint8Array }): Response {
    const ability = refreshesTarget(to.method) && status < 300 ? this.#ability() : []
    const type = parts.body === undefined ? [] : [SDP]
    const fields = [...ability, ...(parts.fields ?? []), ...type, USER_AGENT]
    return response(to, status, {
      toTag: this.dialog.localTag,
      fields,
      ...(parts.body === undefined ? {} : { body: parts.body }),
    })
  }

  #withVia(draft: RequestParts): Request {
    const { core } = this.#options
    const via = core.topology.via(this.party.flow, this.party.network, core.branch())
    return request({ ...draft, fields: [via, ...draft.fields] })
  }

  #ability(): readonly Field[] {
    const { core, user } = this.#options
    return [
      { name: "Contact", value: `<${core.topology.contact(this.party.flow, this.party.network, user)}>` },
      ALLOW,
      SUPPORTED,
    ]
  }
}

const refreshesTarget = (method: string) => method === "INVITE" || method === "UPDATE"

/** What works, and nothing else (core.md, Identity and admission). */
export const ALLOW: Field = { name: "Allow", value: "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK" }
export const SUPPORTED: Field = { name: "Supported", value: "100rel, timer" }
export const SDP: Field = { name: "Content-Type", value: "application/sdp" }
export const USER_AGENT: Field = { name: "User-Agent", value: "Homeport" }
