/**
 * One of the two dialogs of a call, with the phone at its other end. RFC 7092 §1.
 *
 * A forked INVITE has a pair of legs for each To-tag that answers, all of whose ingress legs share the calling party; the pair
 * that wins becomes the call. A leg sends and answers within its dialog; what is to happen on the other leg, others decide.
 */
import {
  type Cancel,
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
  /** Nothing is expected in it any more. */
  readonly ended: (leg: Leg) => void
}

export interface MessageParts {
  readonly fields?: readonly Field[]
  readonly body?: Uint8Array
}

export class Leg {
  readonly party: Party
  readonly dialog: Dialog
  offers: OfferState
  /** The interval of the running session timer, repeated in refreshes. */
  timer: SessionTimer | undefined

  readonly #options: LegOptions
  readonly #timer: RunningTimer
  #acknowledgement: { readonly sequence: number; readonly ack: Request } | undefined
  /** The INVITE whose 2xx has no ACK of ours yet: it waits for the other phone's answer. */
  #owed: number | undefined
  /** Gives up our latest re-INVITE, where that is not answered. */
  #giveUp: () => void = () => {}
  #accepted: AcceptedInvite | undefined
  #hangingUp = false
  #hungUp = false

  constructor(options: LegOptions) {
    this.#options = options
    this.party = options.party
    this.dialog = options.dialog
    this.offers = options.offers
    this.#timer = new RunningTimer(options.core.clock, (what) => options.timerDue(this, what))
  }

  /** Our BYE is sent. */
  get hungUp(): boolean {
    return this.#hungUp
  }

  /** What the offer/answer state says of a message; its state is taken over when the message may pass. */
  step(event: OfferEvent): OfferStep {
    const step = offerStep(this.offers, event)
    if (step.ok) this.offers = step.state
    return step
  }

  /** Sends a request in the dialog. INVITE and UPDATE carry what a target refresh needs. */
  send(method: string, parts: MessageParts, user: ClientUser): ClientTransaction {
    const { core } = this.#options
    const ability = refreshesTarget(method) ? this.#ability(method === "INVITE" ? TIMER : SUPPORTED) : []
    const fields = [...ability, ...(parts.fields ?? []), USER_AGENT]
    const draft = this.dialog.request(method, { fields, ...(parts.body === undefined ? {} : { body: parts.body }) })
    const whole = this.#withVia(draft)
    if (method !== "INVITE") return core.transactions.send(whole, this.party.flow, user)
    let stopWaiting: Cancel = () => {}
    const client = core.transactions.send(whole, this.party.flow, {
      response(answer, transaction) {
        if (answer.status >= 200) stopWaiting()
        user.response(answer, transaction)
      },
      failed(reason, transaction) {
        stopWaiting()
        user.failed(reason, transaction)
      },
    })
    // Timer C (RFC 3261 §16.6): who said 100 and no more would keep us waiting for ever.
    stopWaiting = core.clock.after(UNDECIDED, () => client.cancel())
    this.#giveUp = () => {
      stopWaiting()
      client.cancel()
    }
    return client
  }

  /** Its 2xx made an offer: the ACK follows with the other phone's answer, or with the end. */
  owesAck(sequence: number): void {
    this.#owed = sequence
  }

  /** Acknowledges a 2xx to an INVITE of ours, with the answer where the 2xx brought an offer. */
  acknowledge(sequence: number, body?: Uint8Array): void {
    if (this.#owed === sequence) this.#owed = undefined
    const fields = body === undefined ? [] : [SDP]
    const ack = this.#withVia(this.dialog.ackFor2xx(sequence, body === undefined ? { fields } : { fields, body }))
    this.step({ kind: "request", direction: "sent", method: "ACK", sdp: body !== undefined })
    this.#acknowledgement = { sequence, ack }
    this.#options.core.transactions.sendDirectly(ack, this.party.flow)
  }

  /** A 2xx came again, so our ACK was lost. */
  acknowledgeAgain(sequence: number): void {
    if (this.#acknowledgement?.sequence === sequence)
      this.#options.core.transactions.sendDirectly(this.#acknowledgement.ack, this.party.flow)
  }

  /** Answers an INVITE or UPDATE of the phone's in this dialog, or anything else with the status alone. */
  respond(transaction: ServerTransaction, status: number, parts: MessageParts = {}): void {
    const answer = this.#response(transaction.request, status, parts)
    // A 2xx to UPDATE takes over its Contact (RFC 3311 §5.1); that to an INVITE is `accept`'s.
    if (status >= 200 && status < 300) this.dialog.answered(transaction.request, answer)
    transaction.respond(answer)
  }

  /** Answers an INVITE with 200 and repeats that until its ACK. */
  accept(transaction: ServerTransaction, parts: MessageParts, acknowledged: (ack: Request) => void): void {
    const answer = this.#response(transaction.request, 200, parts)
    this.dialog.answered(transaction.request, answer)
    this.#accepted?.stop()
    this.#accepted = new AcceptedInvite({
      clock: this.#options.core.clock,
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

  acknowledged(ack: Request): void {
    if (this.#accepted?.sequence === ack.cseq.sequence) this.#accepted.acknowledge(ack)
  }

  startTimer(timer: SessionTimer): void {
    this.timer = timer
    this.#timer.restart(timer)
  }

  /** The refresh that is due could not be made now: once more in a while. */
  retryRefresh(milliseconds: number): void {
    this.#timer.retry(milliseconds)
  }

  /** Ends the dialog with BYE: at once, or when our 2xx has its ACK, for a callee must not before (RFC 3261 §15). */
  hangUp(): void {
    this.#timer.stop()
    this.#hangingUp = true
    if (this.#accepted === undefined) this.#bye()
  }

  /** The phone hung up, or never had a dialog with us: nothing of this leg happens by itself any more. */
  stop(): void {
    this.#timer.stop()
    this.#giveUp()
    this.#accepted?.stop()
    this.#accepted = undefined
    this.#options.ended(this)
  }

  /** Until its answer the dialog is known: the phone's own BYE may be on its way (RFC 5407 §2, the mortal state). */
  #bye(): void {
    if (this.#hungUp) return
    this.#hungUp = true
    this.#giveUp()
    if (this.#owed !== undefined) this.acknowledge(this.#owed)
    const ended = () => this.#options.ended(this)
    this.send("BYE", {}, { response: (answer) => answer.status >= 200 && ended(), failed: ended })
  }

  #response(to: Request, status: number, parts: MessageParts): Response {
    const ability = refreshesTarget(to.method) && status < 300 ? this.#ability(SUPPORTED) : []
    const { body } = parts
    const typed = body === undefined || parts.fields?.some(({ name }) => name === "Content-Type")
    const fields = [...ability, ...(parts.fields ?? []), ...(typed ? [] : [SDP]), USER_AGENT]
    return response(to, status, { toTag: this.dialog.localTag, fields, ...(body === undefined ? {} : { body }) })
  }

  #withVia(draft: RequestParts): Request {
    const { core } = this.#options
    const via = core.topology.via(this.party.flow, this.party.network, core.branch())
    return request({ ...draft, fields: [via, ...draft.fields] })
  }

  #ability(supported: Field): readonly Field[] {
    const { core, user } = this.#options
    const { flow, network, sips } = this.party
    return [{ name: "Contact", value: `<${core.topology.contact(flow, network, user, sips)}>` }, ALLOW, supported]
  }
}

const refreshesTarget = (method: string) => method === "INVITE" || method === "UPDATE"

/** What works, and nothing else (core.md, Identity and admission). */
export const ALLOW: Field = { name: "Allow", value: "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, PRACK" }
export const SUPPORTED: Field = { name: "Supported", value: "100rel, timer" }
/** Of a re-INVITE: there is nobody to pass the reliable "ringing" of a phone that is in the call to. */
const TIMER: Field = { name: "Supported", value: "timer" }
export const ACCEPT: Field = { name: "Accept", value: "application/sdp" }
export const SDP: Field = { name: "Content-Type", value: "application/sdp" }
export const USER_AGENT: Field = { name: "User-Agent", value: "Homeport" }

/** As long as a call may ring. */
const UNDECIDED = 180_000
