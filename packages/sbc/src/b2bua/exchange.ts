/**
 * One re-INVITE or UPDATE inside a call: what one phone asks is asked of the other, offers rewritten, and the answer taken back.
 * RFC 3261 §14, RFC 3311, RFC 6141, RFC 6337 §4.
 *
 *   phone A           us            phone B
 *     │── INVITE ───▶ │── INVITE ───▶ │    sendonly becomes sendrecv where B is outside
 *     │ ◀── 200 ──────│ ◀── 200 ──────│
 *     │── ACK ──────▶ │── ACK ──────▶ │
 *
 * A refresh that changes nothing is answered here; a refusal leaves everything as it was.
 */
import { type SessionDescription, sameMedia } from "@homeport/sdp"
import type { ClientTransaction, Field, Request, Response, ServerTransaction } from "@homeport/sip"
import { warning } from "../border/warning.ts"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import { type DescriptionRefusal, readDescription } from "./description.ts"
import { ACCEPT, type Leg, SDP } from "./leg.ts"
import {
  acceptTimer,
  LEAST,
  longerTimer,
  readTimer,
  requestTimerFields,
  type SessionTimer,
  timerFields,
  timerFromAnswer,
} from "./session-timer.ts"

export class Exchange {
  readonly transaction: ServerTransaction
  readonly #core: CallCore
  readonly #call: Call
  readonly #leg: Leg
  readonly #peer: Leg
  readonly #method: "INVITE" | "UPDATE"
  /** "asking": the other phone. "abandoned": nobody waits for its answer any more. */
  #state: "begun" | "asking" | "done" | "abandoned" = "begun"
  #asked: ClientTransaction | undefined
  #timer: SessionTimer | undefined

  constructor(core: CallCore, call: Call, leg: Leg, peer: Leg, transaction: ServerTransaction) {
    this.transaction = transaction
    this.#core = core
    this.#call = call
    this.#leg = leg
    this.#peer = peer
    this.#method = transaction.request.method === "UPDATE" ? "UPDATE" : "INVITE"
  }

  begin(): void {
    const { request } = this.transaction
    const reading = readDescription(request, this.#leg.party)
    const sdp = reading.kind !== "none"
    const step = this.#leg.step({ kind: "request", direction: "received", method: this.#method, sdp })
    if (!step.ok) return this.#glare(step.refusal)
    const timer = acceptTimer(readTimer(request))
    if (timer === "too-small") return this.#refuse(422, [{ name: "Min-SE", value: String(LEAST) }])
    this.#timer = timer
    if (reading.kind === "refused") return this.#refuse(reading.refusal.status, said(reading.refusal))
    if (reading.kind === "none") return this.#method === "UPDATE" ? this.#agree(undefined) : this.#pass(undefined)

    const { received } = this.#leg.party.media
    const other = this.#peer.party.media.received
    if (received === undefined || other === undefined || !sameMedia(received, reading.description))
      return this.#pass(reading.description)
    const again = this.#leg.party.media.answer(other, reading.description)
    this.#leg.party.media.apply(reading.description)
    this.#agree(again)
  }

  /** CANCEL for the re-INVITE. */
  cancel(): void {
    if (this.#state === "asking") this.#asked?.cancel()
  }

  /** The call is over: whoever asked is told so now, and the other phone need not think about it any longer. */
  abandon(): void {
    if (this.#state !== "asking") return
    this.#state = "abandoned"
    this.#leg.respond(this.transaction, 487)
    if (this.#asked?.request.method === "INVITE") this.#asked.cancel()
  }

  /** 491 where offers cross, 500 with a little patience where the phone's own earlier request is not done. */
  #glare(refusal: "wait" | { status: 491 | 500; retryAfter: boolean }): void {
    if (refusal === "wait") return this.#leg.respond(this.transaction, 491)
    const seconds = String(Math.floor(this.#core.random() * 11))
    this.#leg.respond(this.transaction, refusal.status, {
      fields: refusal.retryAfter ? [{ name: "Retry-After", value: seconds }] : [],
    })
  }

  /** Asks the other phone: in an UPDATE where it understands that and the call may still ring, else in an INVITE. */
  #pass(offer: SessionDescription | undefined): void {
    const peer = this.#peer
    const method = this.#method === "UPDATE" && peer.party.allows.has("UPDATE") ? "UPDATE" : "INVITE"
    if (method === "INVITE" && peer.dialog.state === "early")
      return this.#refuse(500, [{ name: "Retry-After", value: "5" }])
    const step = peer.step({ kind: "request", direction: "sent", method, sdp: offer !== undefined })
    // The other phone is asking something itself: whoever asked last tries again (RFC 3261 §14.2).
    if (!step.ok) return this.#refuse(491)
    const body = offer && peer.party.media.offer(offer)
    const fields = [...(body === undefined ? [] : [SDP]), ...requestTimerFields(peer.timer)]
    this.#state = "asking"
    this.#call.exchanges.add(this)
    this.#asked = peer.send(method, body === undefined ? { fields } : { fields, body }, {
      response: (response) => this.#answered(method, response, offer),
      failed: (reason) => {
        this.#stepBack(method, 408)
        if (!this.#done()) return
        this.#refuse(reason === "timeout" ? (this.#method === "INVITE" ? 408 : 504) : 500)
        // RFC 3261 §12.2.1.2: a phone that answers nothing any more has left the call; one whose connection broke may come back.
        if (reason === "timeout") this.#call.end("failed")
      },
    })
  }

  /** The other phone's answer is here. False where nobody waits for it any more. */
  #done(): boolean {
    this.#call.exchanges.delete(this)
    const awaited = this.#state === "asking"
    if (awaited) this.#state = "done"
    return awaited
  }

  #answered(method: "INVITE" | "UPDATE", response: Response, offer: SessionDescription | undefined): void {
    const peer = this.#peer
    const { status, cseq } = response
    if (status < 200) return
    if (this.#state === "done") return peer.acknowledgeAgain(cseq.sequence)
    if (!this.#done()) {
      if (status < 300 && method === "INVITE") peer.acknowledge(cseq.sequence)
      return
    }
    if (status >= 300) return this.#declined(method, response, offer)
    peer.dialog.receiveResponse(response)
    peer.party.learn(response)
    if (this.#call.state === "answered") peer.startTimer(timerFromAnswer(response))
    const reading = readDescription(response, peer.party)
    const sdp = reading.kind === "description"
    peer.step({ kind: "response", direction: "received", method, status, reliable: true, sdp })
    if (reading.kind !== "description") {
      // A 2xx without what it owes cannot be undone (core.md: such an answer ends the call).
      if (method === "INVITE") peer.acknowledge(cseq.sequence)
      this.#refuse(488, reading.kind === "refused" ? said(reading.refusal) : [])
      return this.#call.end("media-refused")
    }
    if (offer === undefined) return this.#offered(cseq.sequence, reading.description)
    if (method === "INVITE") peer.acknowledge(cseq.sequence)
    const body = this.#leg.party.media.answer(reading.description, offer)
    this.#apply(this.#leg, offer, peer, reading.description)
    this.#agree(body)
  }

  #declined(method: "INVITE" | "UPDATE", response: Response, offer: SessionDescription | undefined): void {
    const { status } = response
    const peer = this.#peer
    this.#stepBack(method, status)
    const longer = status === 422 ? longerTimer(peer.timer, response) : undefined
    if (longer !== undefined) {
      peer.timer = longer
      return this.#pass(offer)
    }
    // What the other phone says to us alone would mislead the one who asked.
    this.#refuse(status === 401 || status === 407 || status === 422 ? 488 : status)
    if (status === 481) this.#call.left(peer, "failed")
    else if (status === 408) this.#call.end("failed")
  }

  /** A re-INVITE without offer: the other phone made one in its 2xx, the answer comes in the ACK. */
  #offered(sequence: number, offer: SessionDescription): void {
    const leg = this.#leg
    const peer = this.#peer
    const body = leg.party.media.offer(offer)
    peer.owesAck(sequence)
    this.#accept(body, (ack) => {
      const reading = readDescription(ack, leg.party)
      if (reading.kind !== "description") return this.#call.end("media-refused")
      const answer = peer.party.media.answer(reading.description, offer)
      peer.acknowledge(sequence, answer)
      this.#apply(peer, offer, leg, reading.description)
    })
  }

  /** 200 with this answer; to an INVITE until it is acknowledged. */
  #agree(body: Uint8Array | undefined): void {
    if (this.#method === "INVITE") return this.#accept(body, () => {})
    const sdp = body !== undefined
    this.#leg.step({ kind: "response", direction: "sent", method: "UPDATE", status: 200, reliable: true, sdp })
    this.#leg.respond(this.transaction, 200, { fields: this.#timerFields(), ...(body === undefined ? {} : { body }) })
    this.#restartTimer()
  }

  #accept(body: Uint8Array | undefined, acknowledged: (ack: Request) => void): void {
    const leg = this.#leg
    const sdp = body !== undefined
    leg.step({ kind: "response", direction: "sent", method: "INVITE", status: 200, reliable: true, sdp })
    const fields = this.#timerFields()
    leg.accept(this.transaction, body === undefined ? { fields } : { fields, body }, acknowledged)
    this.#restartTimer()
  }

  #refuse(status: number, fields: readonly Field[] = []): void {
    this.#leg.step({ kind: "response", direction: "sent", method: this.#method, status, reliable: true, sdp: false })
    this.#leg.respond(this.transaction, status, { fields })
  }

  /** Our request to the other phone came to nothing. */
  #stepBack(method: "INVITE" | "UPDATE", status: number): void {
    this.#peer.step({ kind: "response", direction: "received", method, status, reliable: true, sdp: false })
  }

  #apply(offerer: Leg, offer: SessionDescription, answerer: Leg, answer: SessionDescription): void {
    offerer.party.media.apply(offer)
    answerer.party.media.apply(answer)
    this.#call.mediaChanged()
  }

  #timerFields(): readonly Field[] {
    const { supported } = readTimer(this.transaction.request)
    return this.#timer === undefined ? [] : timerFields(this.#timer, supported)
  }

  /** Not before the call is answered: while it rings an UPDATE refreshes nothing. */
  #restartTimer(): void {
    if (this.#timer !== undefined && this.#call.state === "answered") this.#leg.startTimer(this.#timer)
  }
}

/** What a refusal of a description tells the phone. */
export const said = ({ status, warning: text }: DescriptionRefusal): readonly Field[] =>
  status === 415 ? [ACCEPT, warning(text)] : [warning(text)]
