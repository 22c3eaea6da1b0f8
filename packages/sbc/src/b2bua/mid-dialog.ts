/**
 * Requests inside an answered call: what one phone asks is asked of the other, offers rewritten, and the answer taken back.
 * RFC 3261 §14, RFC 3311, RFC 6141, RFC 6337 §4.
 *
 *   phone A           us            phone B
 *     │── INVITE ───▶ │── INVITE ───▶ │    sendonly becomes sendrecv where B is outside
 *     │ ◀── 200 ──────│ ◀── 200 ──────│
 *     │── ACK ──────▶ │── ACK ──────▶ │
 *
 * A refresh that changes nothing is answered here; a refusal leaves everything as it was.
 */
import type { SessionDescription } from "@homeport/sdp"
import { sameMedia } from "@homeport/sdp"
import { type ClientUser, type Field, first, type Request, type Response, type ServerTransaction } from "@homeport/sip"
import { warning } from "../border/warning.ts"
import type { Call } from "./call.ts"
import type { CallCore } from "./core.ts"
import { readDescription } from "./description.ts"
import { type Leg, SDP } from "./leg.ts"
import type { Pair } from "./pair.ts"
import {
  acceptTimer,
  LEAST,
  readTimer,
  requestTimerFields,
  type SessionTimer,
  timerFields,
  timerFromAnswer,
} from "./session-timer.ts"

/** A request within `leg`'s dialog; `peer` is the other leg of the same pair. */
export function handleInDialog(core: CallCore, call: Call, pair: Pair, leg: Leg, transaction: ServerTransaction): void {
  const { request } = transaction
  const peer = leg === pair.ingress ? pair.egress : pair.ingress
  if (leg.dialog.receive(request) === "out-of-order") return leg.respond(transaction, 500)
  leg.party.learn(request)
  switch (request.method) {
    case "BYE":
      leg.respond(transaction, 200)
      return call.hungUp(leg)
    case "INVITE":
    case "UPDATE":
      return new Exchange(core, call, leg, peer, transaction).begin()
    case "PRACK":
      return leg === pair.ingress ? call.negotiation.confirmed(pair, transaction) : leg.respond(transaction, 481)
    case "INFO":
      return forwardInfo(leg, peer, transaction)
    case "OPTIONS":
      return leg.respond(transaction, 200)
    case "REFER":
      return leg.respond(transaction, 603)
    case "NOTIFY":
      return leg.respond(transaction, 481)
    case "SUBSCRIBE":
      return leg.respond(transaction, 489)
    default:
      return leg.respond(transaction, 405)
  }
}

/** DTMF and its like (RFC 6086): the body passes as it is. */
function forwardInfo(leg: Leg, peer: Leg, transaction: ServerTransaction): void {
  const { request } = transaction
  if (peer.dialog.state === "early" && peer.dialog.remoteTag === "") return leg.respond(transaction, 500)
  peer.send(
    "INFO",
    { fields: copied(request), body: request.body },
    {
      response: (response) => {
        if (response.status >= 200)
          leg.respond(transaction, response.status, { fields: copied(response), body: response.body })
      },
      failed: (reason) => leg.respond(transaction, reason === "timeout" ? 408 : 500),
    },
  )
}

const copied = (message: Request | Response): readonly Field[] =>
  ["Content-Type", "Content-Disposition", "Info-Package"].flatMap((name) => {
    const value = first(message, name)
    return value === undefined ? [] : [{ name, value }]
  })

/** One re-INVITE or UPDATE, from the phone that asks to the one that is asked, and back. */
class Exchange {
  readonly #core: CallCore
  readonly #call: Call
  readonly #leg: Leg
  readonly #peer: Leg
  readonly #transaction: ServerTransaction
  readonly #method: "INVITE" | "UPDATE"
  #timer: SessionTimer | undefined

  constructor(core: CallCore, call: Call, leg: Leg, peer: Leg, transaction: ServerTransaction) {
    this.#core = core
    this.#call = call
    this.#leg = leg
    this.#peer = peer
    this.#transaction = transaction
    this.#method = transaction.request.method === "UPDATE" ? "UPDATE" : "INVITE"
  }

  begin(): void {
    const { request } = this.#transaction
    const timer = acceptTimer(readTimer(request))
    if (timer === "too-small") return this.#refuse(422, [{ name: "Min-SE", value: String(LEAST) }])
    this.#timer = timer
    const reading = readDescription(request, this.#leg.party)
    const sdp = reading.kind === "description"
    const step = this.#leg.step({
      kind: "request",
      direction: "received",
      method: this.#method,
      sdp: sdp || reading.kind === "refused",
    })
    if (!step.ok) return this.#glare(step.refusal)
    if (reading.kind === "refused") return this.#refuse(reading.refusal.status, [warning(reading.refusal.warning)])

    const { received, sent } = this.#leg.party.media
    if (reading.kind === "description") {
      const repeated = received !== undefined && sent !== undefined && sameMedia(received, reading.description)
      if (repeated) return this.#agree(sent)
      return this.#pass(reading.description)
    }
    if (this.#method === "UPDATE") return this.#agree(undefined)
    this.#pass(undefined)
  }

  /** 491 where offers cross, 500 with a little patience where the phone's own earlier request is not done. */
  #glare(refusal: "wait" | { status: 491 | 500; retryAfter: boolean }): void {
    if (refusal === "wait") return this.#leg.respond(this.#transaction, 491)
    const seconds = String(Math.floor(this.#core.random() * 11))
    this.#leg.respond(this.#transaction, refusal.status, {
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
    const user: ClientUser = {
      response: (response) => this.#answered(method, response, offer),
      failed: (reason) => {
        peer.pending = undefined
        this.#stepBack(method, 408)
        this.#refuse(reason === "timeout" ? 408 : 500)
        // RFC 3261 §12.2.1.2: a phone that answers nothing any more has left the call.
        this.#call.hungUp(peer, "failed")
      },
    }
    peer.pending = peer.send(method, body === undefined ? { fields } : { fields, body }, user)
    if (this.#method === "INVITE") this.#call.onCancel(this.#transaction, () => peer.pending?.cancel())
  }

  #answered(method: "INVITE" | "UPDATE", response: Response, offer: SessionDescription | undefined): void {
    const peer = this.#peer
    const { status, cseq } = response
    if (status < 200) return
    if (status < 300 && peer.pending === undefined) return peer.acknowledgeAgain(cseq.sequence)
    peer.pending = undefined
    if (status >= 300) {
      this.#stepBack(method, status)
      this.#refuse(status === 401 || status === 407 ? 488 : status)
      if (status === 481 || status === 408) this.#call.hungUp(peer, "failed")
      return
    }
    peer.dialog.receiveResponse(response)
    peer.party.learn(response)
    peer.startTimer(timerFromAnswer(response))
    const reading = readDescription(response, peer.party)
    peer.step({
      kind: "response",
      direction: "received",
      method,
      status,
      reliable: true,
      sdp: reading.kind === "description",
    })
    if (reading.kind !== "description") {
      // A 2xx without what it owes cannot be undone (core.md: such an answer ends the call).
      if (method === "INVITE") peer.acknowledge(cseq.sequence)
      this.#refuse(488)
      return this.#call.end("media-refused")
    }
    if (offer === undefined) return this.#offered(cseq.sequence, reading.description)
    if (method === "INVITE") peer.acknowledge(cseq.sequence)
    const body = this.#leg.party.media.answer(reading.description, offer, peer.party.media)
    this.#apply(this.#leg, offer, peer, reading.description)
    this.#agree(body)
  }

  /** A re-INVITE without offer: the other phone made one in its 2xx, the answer comes in the ACK. */
  #offered(sequence: number, offer: SessionDescription): void {
    const leg = this.#leg
    const peer = this.#peer
    const body = leg.party.media.offer(offer)
    this.#accept(body, (ack) => {
      const reading = readDescription(ack, leg.party)
      if (reading.kind !== "description") {
        peer.acknowledge(sequence)
        return this.#call.end("media-refused")
      }
      const answer = peer.party.media.answer(reading.description, offer, leg.party.media)
      peer.acknowledge(sequence, answer)
      this.#apply(peer, offer, leg, reading.description)
    })
  }

  /** 200 with this answer; to an INVITE until it is acknowledged. */
  #agree(body: Uint8Array | undefined): void {
    if (this.#method === "INVITE") return this.#accept(body, () => {})
    this.#leg.step({
      kind: "response",
      direction: "sent",
      method: "UPDATE",
      status: 200,
      reliable: true,
      sdp: body !== undefined,
    })
    this.#leg.respond(this.#transaction, 200, { fields: this.#timerFields(), ...(body === undefined ? {} : { body }) })
    this.#restartTimer()
  }

  #accept(body: Uint8Array | undefined, acknowledged: (ack: Request) => void): void {
    const leg = this.#leg
    leg.step({
      kind: "response",
      direction: "sent",
      method: "INVITE",
      status: 200,
      reliable: true,
      sdp: body !== undefined,
    })
    leg.accept(
      this.#transaction,
      { fields: this.#timerFields(), ...(body === undefined ? {} : { body }) },
      acknowledged,
    )
    this.#restartTimer()
  }

  #refuse(status: number, fields: readonly Field[] = []): void {
    this.#leg.step({ kind: "response", direction: "sent", method: this.#method, status, reliable: true, sdp: false })
    this.#leg.respond(this.#transaction, status, { fields })
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
    return this.#timer === undefined ? [] : timerFields(this.#timer, this.#leg.party.supports.has("timer"))
  }

  #restartTimer(): void {
    if (this.#timer !== undefined) this.#leg.startTimer(this.#timer)
  }
}
