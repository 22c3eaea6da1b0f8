/**
 * Offer and answer until the call is answered: what a provisional response or the 2xx of a called phone brings, and what of it the
 * caller is told. RFC 3262, RFC 6337 §3.1.
 *
 * Reliability is each leg's own: a caller without 100rel hears the early media of one branch, the first that has any, and sees
 * the description in an unreliable response; a caller with it gets every branch's in an early dialog of its own.
 */
import type { SessionDescription } from "@homeport/sdp"
import { decimal, first, listOf, type Request, type Response, type ServerTransaction } from "@homeport/sip"
import type { CallRefusal } from "../events.ts"
import type { Branch } from "./branch.ts"
import type { Call } from "./call.ts"
import { readDescription } from "./description.ts"
import { type Leg, SDP } from "./leg.ts"
import type { Pair } from "./pair.ts"

/** What the caller's 200 carries. `offer`: it is the called phone's, and its answer will be in the ACK. */
export type Answered =
  | { readonly kind: "accepted"; readonly body: Uint8Array | undefined; readonly offer: SessionDescription | undefined }
  | { readonly kind: "refused"; readonly why: CallRefusal; readonly warning: string }

export class Negotiation {
  readonly #call: Call
  /** What each called leg answered so far, as a preview or reliably. */
  readonly #answers = new Map<Pair, SessionDescription>()
  /** Offers of called phones in reliable responses: our PRACK waits for the caller's, which brings the answer. */
  readonly #offers = new Map<Pair, { readonly offer: SessionDescription; readonly rack: string }>()
  /** The caller's answers to them. */
  readonly #confirmed = new Map<Pair, SessionDescription>()
  /** Whose early media a caller without 100rel hears. */
  #heard: Branch | undefined

  constructor(call: Call) {
    this.#call = call
  }

  /** A branch gave up: should it be the one that is heard, another may be now. */
  failed(branch: Branch): void {
    if (this.#heard === branch) this.#heard = undefined
  }

  provisional(branch: Branch, pair: Pair, response: Response): void {
    const { answer } = this.#call
    const { status } = response
    const rseq = listOf(response, "Require").includes("100rel") ? first(response, "RSeq") : undefined
    const reliable = rseq !== undefined
    // RFC 3262 §4: a repeated one is acknowledged already, and the PRACK repeats itself.
    if (reliable && !branch.next(response.to.tag ?? "", decimal(rseq, 2 ** 32 - 1))) return
    pair.egress.dialog.receiveResponse(response)
    const reading = readDescription(response, branch.party)
    const sdp = reading.kind === "description"
    const step = pair.egress.step({ kind: "response", direction: "received", method: "INVITE", status, reliable, sdp })
    const means = step.ok ? step.means : undefined
    const rack = `${rseq} ${response.cseq.sequence} INVITE`
    let body: Uint8Array | undefined
    if (reading.kind === "description") {
      if (means === "answer" || means === "preview") body = this.#answer(branch, pair, reading.description)
      // Asked for by nobody (`Branch` offers 100rel only then), it cannot be answered either.
      if (means === "offer" && answer.reliability !== "none") {
        this.#offers.set(pair, { offer: reading.description, rack })
        body = this.#call.caller.media.offer(reading.description)
      }
    }
    if (reliable && means !== "offer") pair.egress.send("PRACK", { fields: [{ name: "RAck", value: rack }] }, silent)
    answer.provisional(pair.ingress, status, body)
  }

  /** The caller's PRACK. */
  confirmed(pair: Pair, transaction: ServerTransaction): void {
    const { answer, caller } = this.#call
    const { ingress, egress } = pair
    const prack = transaction.request
    const confirmed = answer.confirms(ingress, prack)
    if (confirmed === undefined) return ingress.respond(transaction, 481)
    const reading = readDescription(prack, caller)
    const awaited = confirmed.described ? this.#offers.get(pair) : undefined
    if (awaited === undefined) {
      // An offer of its own in a PRACK (RFC 3262 §5) could only be passed on in another PRACK; nobody sends one.
      ingress.respond(transaction, reading.kind === "none" ? 200 : 488)
      return answer.proceed(ingress)
    }
    if (reading.kind !== "description") {
      const { status, warning } = reading.kind === "refused" ? reading.refusal : UNANSWERED
      ingress.respond(transaction, status)
      return this.#call.refuse(488, warning, reading.kind === "refused" ? reading.refusal.why : "no-usable-audio")
    }
    ingress.step({ kind: "request", direction: "received", method: "PRACK", sdp: true })
    const body = egress.party.media.answer(reading.description, awaited.offer)
    egress.step({ kind: "request", direction: "sent", method: "PRACK", sdp: true })
    egress.send("PRACK", { fields: [{ name: "RAck", value: awaited.rack }, SDP], body }, silent)
    this.#confirmed.set(pair, reading.description)
    this.#apply(egress, reading.description, awaited.offer)
    ingress.respond(transaction, 200)
    answer.proceed(ingress)
  }

  /** The 2xx of a called phone. */
  answered(branch: Branch, pair: Pair, response: Response): Answered {
    const reading = readDescription(response, branch.party)
    if (reading.kind === "refused") return { kind: "refused", ...reading.refusal }
    const sdp = reading.kind === "description"
    const { status } = response
    const step = pair.egress.step({
      kind: "response",
      direction: "received",
      method: "INVITE",
      status,
      reliable: true,
      sdp,
    })
    const means = step.ok ? step.means : undefined
    if (reading.kind === "description" && means === "offer") {
      return { kind: "accepted", offer: reading.description, body: this.#call.caller.media.offer(reading.description) }
    }
    // Offer and answer went to and fro in reliable responses and PRACK.
    const awaited = this.#offers.get(pair)
    if (awaited !== undefined) {
      const confirmed = this.#confirmed.get(pair)
      if (confirmed !== undefined) this.#apply(pair.egress, confirmed, awaited.offer)
      return { kind: "accepted", offer: undefined, body: undefined }
    }
    const answer = reading.kind === "description" && means === "answer" ? reading.description : this.#answers.get(pair)
    if (answer === undefined) {
      return {
        kind: "refused",
        why: "no-usable-audio",
        warning: "The called phone answered without a session description",
      }
    }
    // The caller has the answer for good (and the two may have agreed on something else since, by UPDATE).
    if (this.#heard === branch && pair.ingress.offers.exchange === "agreed") {
      // What the called phone said before was only a preview: its media is where it says now.
      if (reading.kind === "description" && means === "answer") branch.party.media.apply(reading.description)
      return { kind: "accepted", offer: undefined, body: undefined }
    }
    this.#heard = branch
    return { kind: "accepted", offer: undefined, body: this.#answer(branch, pair, answer) }
  }

  /** The called phone's offer came in its 2xx; the caller's answer is in the ACK (RFC 3261 §13.2.1). False where it is not. */
  acknowledged({ egress }: Pair, ack: Request, offer: SessionDescription, sequence: number): boolean {
    const reading = readDescription(ack, this.#call.caller)
    if (reading.kind !== "description") {
      egress.acknowledge(sequence)
      return false
    }
    const body = egress.party.media.answer(reading.description, offer)
    egress.acknowledge(sequence, body)
    this.#apply(egress, reading.description, offer)
    return true
  }

  /** The answer as the caller shall see it, and media that flows accordingly; undefined where another branch is heard. */
  #answer(branch: Branch, pair: Pair, answer: SessionDescription): Uint8Array | undefined {
    const { caller, offer, options } = this.#call
    this.#answers.set(pair, answer)
    if (offer === undefined) return undefined
    this.#heard ??= branch
    if (this.#heard !== branch && options.reliability === "none") return undefined
    const body = caller.media.answer(answer, offer)
    this.#apply(pair.egress, offer, answer)
    return body
  }

  #apply({ party }: Leg, callers: SessionDescription, calleds: SessionDescription): void {
    const { caller, relay } = this.#call
    caller.media.apply(callers)
    party.media.apply(calleds)
    const [one, other] = [caller.media.side, party.media.side]
    if (one !== undefined && other !== undefined) relay.join(one, other)
  }
}

const UNANSWERED = { status: 400, warning: "The offer of the called phone was not answered" } as const

/** A request whose answer changes nothing: the transaction layer repeats it, and the call has timers of its own. */
export const silent = { response: () => {}, failed: () => {} }
