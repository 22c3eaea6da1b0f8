/**
 * A call: the caller's dialog and the called phone's, joined by us. RFC 7092 §3.2 (media relay B2BUA).
 *
 *   caller            us                     called phones
 *     │── INVITE ───▶ │ ports, channels, mapped addresses
 *     │               │── INVITE ──────────▶ a branch for each contact
 *     │ ◀──── 180 ────│ ◀────────────── 180 ─│
 *     │ ◀──── 200 ────│ ◀────────────── 200 ─│  the first wins, the others are cancelled
 *     │── ACK ──────▶ │── ACK ─────────────▶ │
 *     │ ◀══ media ═══▶│ ◀══════ media ═════▶ │
 *     │── BYE ──────▶ │── BYE ─────────────▶ │
 *
 * This file is the life of a call from INVITE to BYE; what happens between is in mid-dialog.ts, who hears what of the ringing
 * in answer.ts, one contact's INVITE in branch.ts.
 */
import type { Relay, Side } from "@homeport/rtp"
import type { SessionDescription } from "@homeport/sdp"
import {
  type Cancel,
  type Flow,
  first,
  type Response,
  reasonPhrase,
  type ServerTransaction,
  sameFlow,
} from "@homeport/sip"
import { warning } from "../border/warning.ts"
import type { CallEnd, CallRefusal, CallView } from "../events.ts"
import type { Target } from "../routing/route.ts"
import { Answer } from "./answer.ts"
import { Branch, type BranchFailure, type BranchObserver } from "./branch.ts"
import type { CallOptions } from "./call-options.ts"
import { calledParty, callView } from "./call-view.ts"
import type { CallCore } from "./core.ts"
import { readDescription } from "./description.ts"
import type { Exchange } from "./exchange.ts"
import { chooseFailure, type Failure, failureOf, UNAVAILABLE } from "./final-response.ts"
import { ACCEPT, type Leg } from "./leg.ts"
import { releaseAndMeasure } from "./measurement.ts"
import type { MediaProblem } from "./media.ts"
import { Negotiation } from "./negotiation.ts"
import { beginPair, type Pair } from "./pair.ts"
import { createParty, type Party } from "./party.ts"
import { Redirection } from "./redirection.ts"
import { timerFields, timerFromAnswer } from "./session-timer.ts"
import { Supervision } from "./supervision.ts"

export class Call implements BranchObserver {
  readonly id: string
  readonly startedAt: number
  readonly caller: Party
  answeredAt: number | undefined
  state: CallView["state"] = "calling"
  /** The two legs, once answered. */
  pair: Pair | undefined
  readonly branches: Branch[] = []
  readonly answer: Answer
  readonly negotiation: Negotiation
  readonly relay: Relay
  /** The caller's; undefined when the INVITE has none. */
  offer: SessionDescription | undefined
  /** Questions of one phone that the other is thinking about. */
  readonly exchanges = new Set<Exchange>()

  readonly options: CallOptions
  readonly #core: CallCore
  readonly #failures: Failure[] = []
  readonly #redirection: Redirection
  readonly #waiting = new Set<Branch>()
  #callerReady = false
  #noAnswer: Cancel
  #supervision: Supervision | undefined

  constructor(options: CallOptions) {
    const { core, transaction, caller } = options
    this.options = options
    this.#core = core
    this.id = core.token()
    this.startedAt = core.wallClock()
    this.caller = createParty(core, options.config, this.id, caller)
    this.caller.learn(transaction.request)
    this.answer = new Answer({ core, transaction, unconfirmed: () => this.refuse(504) }, options.reliability)
    this.relay = core.engine.relay({
      nonRtp: (_side, _component, bytes, from) => core.stunReceived(bytes, from),
      settled: (side) => this.#settled(side),
    })
    this.negotiation = new Negotiation(this)
    this.#redirection = new Redirection(options.called.callNumber)
    this.#noAnswer = core.clock.after(NO_ANSWER, () => this.#reject(UNANSWERED, "no-answer"))
  }

  /** Rings the targets, unless the offer cannot be carried or no channel is left. */
  start(targets: readonly Target[]): void {
    const reading = readDescription(this.options.transaction.request, this.caller)
    if (reading.kind === "refused")
      return this.refuse(reading.refusal.status, reading.refusal.warning, reading.refusal.why)
    if (reading.kind === "description") this.offer = reading.description
    if (!this.caller.media.takeChannel()) return this.#noChannel()
    this.caller.media.open(this.relay, (problem) => {
      if (this.state === "ended") return
      if (problem !== undefined) return this.#mediaProblem(problem)
      this.#callerReady = true
      for (const branch of this.#waiting) this.ready(branch)
    })
    if (!this.ring(targets)) this.#noChannel()
    else this.#changed()
  }

  /** Adds a branch for each target that gets a channel; false when none did. */
  ring(targets: readonly Target[]): boolean {
    const { core, config, transaction, caller, maxForwards, reliability } = this.options
    let rung = false
    for (const target of targets) {
      const party = createParty(core, config, this.id, target)
      if (!party.media.takeChannel()) continue
      rung = true
      const branch = new Branch({
        core,
        party,
        contact: target.contact,
        caller: caller.station,
        ingress: transaction.request,
        maxForwards,
        // Without an offer of the caller's, a reliable 1xx would bring one that only a reliable 1xx can pass on.
        reliable: this.offer !== undefined || reliability !== "none",
        observer: this,
      })
      this.branches.push(branch)
      branch.prepare(this.relay)
    }
    return rung
  }

  // What the branches tell.

  ready(branch: Branch): void {
    if (this.state === "ended" || branch.state !== "preparing") return
    if (!this.#callerReady) {
      this.#waiting.add(branch)
      return
    }
    const { offer } = this
    branch.send(offer && branch.party.media.offer(offer))
  }

  unprepared(_branch: Branch, problem: MediaProblem): void {
    if (this.branches.some((branch) => branch.state !== "over")) return
    if (this.#failures.length > 0) this.#reject(chooseFailure(this.#failures), "refused")
    else this.#mediaProblem(problem)
  }

  provisional(branch: Branch, response: Response): void {
    if (response.status === 100 || this.state === "ended" || this.pair !== undefined) return
    branch.party.learn(response)
    const begins = this.state === "calling"
    this.state = "ringing"
    this.negotiation.provisional(branch, this.#pairOf(branch, response), response)
    if (begins) this.#changed()
  }

  success(branch: Branch, response: Response): void {
    const pair = this.#pairOf(branch, response)
    const { sequence } = response.cseq
    if (this.pair === pair || pair.egress.hungUp) return pair.egress.acknowledgeAgain(sequence)
    // Answered too late, or a second time: RFC 3261 §13.2.2.4 wants ACK and BYE.
    if (this.pair !== undefined || this.state === "ended" || branch.state === "over")
      return this.#dismiss(pair, response)
    branch.party.learn(response)
    pair.egress.dialog.receiveResponse(response)
    const answer = this.negotiation.answered(branch, pair, response)
    if (answer.kind === "refused") {
      this.#dismiss(pair, response)
      return this.refuse(488, answer.warning, answer.why)
    }
    this.#won(branch, pair, response, answer.offer, answer.body)
  }

  failure(branch: Branch, { status, reason, response }: BranchFailure): void {
    if (this.state === "ended" || this.pair !== undefined) return
    this.negotiation.failed(branch)
    if (response !== undefined && status >= 300 && status < 400 && this.#redirected(response)) return
    this.#failures.push(failureOf(status, reason, response && first(response, "Retry-After")))
    // RFC 3261 §16.7 step 5: a 6xx speaks for the person, not for one phone.
    if (status >= 600) for (const other of this.branches) other.cancel()
    if (this.branches.some((other) => other.state !== "over")) return
    this.#reject(chooseFailure(this.#failures), status === 408 ? "no-answer" : "refused")
  }

  // What the caller and the phones in the call tell.

  /** CANCEL: the caller gave up. */
  cancelled(): void {
    if (this.state === "ended" || this.answer.final) return
    this.answer.reject({ status: 487, reason: "Request Terminated" })
    this.end("cancelled")
  }

  /** The connection that the INVITE came over is gone: the caller can neither hear of an answer nor cancel. */
  flowFailed(flow: Flow): void {
    if (!this.answer.final && sameFlow(this.options.transaction.flow, flow)) this.end("failed")
  }

  /** One phone hung up, or says that it knows of no call: the other is told. */
  left(leg: Leg, reason?: CallEnd): void {
    if (this.state === "ended") return leg.stop()
    const caller = leg.party === this.caller
    // In an early dialog, BYE is one more way to give up (RFC 3261 §15) or to decline.
    if (caller && !this.answer.final) return this.cancelled()
    if (this.pair?.ingress !== leg && this.pair?.egress !== leg)
      return this.branches.find(({ party }) => party === leg.party)?.declined()
    this.end(reason ?? (caller ? "caller-hung-up" : "callee-hung-up"), leg)
  }

  cancelReinvite(reinvite: ServerTransaction): void {
    for (const exchange of this.exchanges) if (exchange.transaction === reinvite) exchange.cancel()
  }

  /** Held, resumed, or moved. */
  mediaChanged(): void {
    this.#supervision?.mediaChanged()
    this.#changed()
  }

  /** Ends it whatever its state, and gives everything back. `gone`: the leg that needs no BYE. `said`: what the caller was told. */
  end(
    reason: CallEnd,
    gone?: Leg,
    said: { readonly status?: number; readonly why?: CallRefusal | undefined } = {},
  ): void {
    if (this.state === "ended") return
    const view = this.view()
    const called = calledParty(this)
    this.state = "ended"
    this.#noAnswer()
    this.#supervision?.stop()
    if (!this.answer.final) this.answer.reject(reason === "shutdown" ? SHUTDOWN : UNAVAILABLE)
    this.answer.stop()
    for (const exchange of [...this.exchanges]) exchange.abandon()
    for (const branch of this.branches) {
      branch.cancel()
      for (const pair of branch.pairs.values()) for (const leg of [pair.ingress, pair.egress]) this.#endLeg(leg, gone)
      if (branch.party !== called) branch.party.media.release()
    }
    const { emit, wallClock } = this.#core
    releaseAndMeasure(this.id, this.caller.media, called?.media, emit)
    this.relay.release()
    const { status, why } = said
    emit({ type: "call.ended", call: { ...view, state: "ended" }, at: wallClock(), reason, status, why })
    this.options.observer.ended(this)
  }

  /** The early or confirmed dialogs that a response of a branch belongs to. */
  #pairOf(branch: Branch, response: Response): Pair {
    const tag = response.to.tag ?? ""
    const known = branch.pairs.get(tag)
    if (known !== undefined) return known
    const pair = beginPair(this, branch, response)
    branch.pairs.set(tag, pair)
    this.options.observer.legBegan(this, pair)
    return pair
  }

  view(): CallView {
    return callView(this)
  }

  #won(
    branch: Branch,
    pair: Pair,
    response: Response,
    offer: SessionDescription | undefined,
    body: Uint8Array | undefined,
  ): void {
    branch.state = "answered"
    this.pair = pair
    this.#noAnswer()
    for (const other of this.branches) {
      other.cancel(ELSEWHERE)
      for (const early of other.pairs.values())
        if (early !== pair) for (const leg of [early.ingress, early.egress]) leg.stop()
    }
    const { sequence } = response.cseq
    const fields = timerFields(this.options.timer, this.caller.supports.has("timer"))
    pair.egress.startTimer(timerFromAnswer(response))
    if (offer === undefined) pair.egress.acknowledge(sequence)
    else pair.egress.owesAck(sequence)
    this.answer.accept(pair.ingress, { fields, body }, (ack) => {
      if (offer !== undefined && !this.negotiation.acknowledged(pair, ack, offer, sequence)) this.end("media-refused")
    })
    pair.ingress.startTimer(this.options.timer)
    this.state = "answered"
    this.answeredAt = this.#core.wallClock()
    this.#supervision = new Supervision(this.#core, this)
    this.#changed()
  }

  /** A phone says "not here, but there": followed where that is a number of ours. */
  #redirected(response: Response): boolean {
    let rung = false
    for (const number of this.#redirection.follow(response)) {
      if (this.ring(this.options.observer.targets(number))) rung = true
    }
    return rung
  }

  /** Says no for a reason of ours; `why` where the operator is to be told, `text` for the phone's log. */
  refuse(status: number, text?: string, why?: CallRefusal): void {
    const { caller, called } = this.options
    if (why !== undefined) {
      const [from, to, source] = [caller.station.callNumber, called.callNumber, caller.flow.remote.host]
      this.#core.emit({ type: "call.refused", from, to, source, status, why })
    }
    const fields = [...(status === 415 ? [ACCEPT] : []), ...(text === undefined ? [] : [warning(text)])]
    this.answer.reject({ status, reason: reasonPhrase(status) }, fields)
    this.end(status === 488 ? "media-refused" : "failed", undefined, { status, why })
  }

  #reject(failure: Failure, reason: CallEnd): void {
    this.answer.reject(failure)
    this.end(reason, undefined, failure)
  }

  #noChannel(): void {
    const { caller, called, config } = this.options
    const [from, to] = [caller.station.callNumber, called.callNumber]
    this.#core.emit({ type: "channels.exhausted", total: config.channels, from, to })
    // Without Retry-After: with it a phone must stay silent altogether (RFC 3261 §21.5.4).
    this.refuse(503, "All RTP proxy channels are in use", "no-channel")
  }

  #mediaProblem(problem: MediaProblem): void {
    this.refuse(503, problem === "no-ports" ? "No RTP port is free" : "The public address is not known (STUN)", problem)
  }

  /** ACK and BYE for an answer that came too late or cannot be used. */
  #dismiss({ ingress, egress }: Pair, response: Response): void {
    egress.dialog.receiveResponse(response)
    egress.acknowledge(response.cseq.sequence)
    egress.hangUp()
    this.options.observer.legEnded(ingress)
  }

  /** BYE where a dialog is confirmed; an early one ends with its INVITE. */
  #endLeg(leg: Leg, gone: Leg | undefined): void {
    const confirmed = leg === this.pair?.egress || (leg === this.pair?.ingress && this.answer.accepted)
    if (confirmed && leg !== gone) leg.hangUp()
    else leg.stop()
  }

  #settled(side: Side): void {
    for (const party of [this.caller, ...this.branches.map((branch) => branch.party)]) {
      if (party.media.side === side) party.media.flowing()
    }
  }

  #changed(): void {
    if (this.state !== "ended") this.#core.emit({ type: "call.changed", call: this.view() })
  }
}

/** RFC 3326: the other phones need not show a missed call. */
const ELSEWHERE = 'SIP;cause=200;text="Call completed elsewhere"'
/** An unanswered call ends after 3 minutes. */
const NO_ANSWER = 180_000
const UNANSWERED: Failure = { status: 408, reason: "Request Timeout" }
const SHUTDOWN: Failure = { status: 503, reason: "Service Unavailable" }
