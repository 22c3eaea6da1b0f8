/**
 * Two ends of a dialog that change their minds at any moment, with messages on the way in both directions: whatever happens, when
 * all is delivered both agree on what was agreed, and nothing is left open.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import { noOffer, type OfferEvent, type OfferState, offerStep } from "./offer-state.ts"

type Sent =
  | { kind: "request"; method: "INVITE" | "UPDATE" | "ACK"; sdp: boolean }
  | { kind: "response"; method: "INVITE" | "UPDATE"; status: number; sdp: boolean }

class End {
  state: OfferState
  peer: End | undefined
  /** In order: what overtakes on the way is the business of CSeq and of the tests beside this one. */
  readonly inbox: Sent[] = []
  readonly unanswered: { method: "INVITE" | "UPDATE"; means: string | undefined }[] = []

  constructor(state: OfferState) {
    this.state = state
  }

  /** False where it has to wait. */
  send(message: Sent): boolean {
    const step = offerStep(this.state, asEvent(message, "sent"))
    if (!step.ok) return false
    this.state = step.state
    this.peer?.inbox.push(message)
    return true
  }

  /** Deals with the oldest message; false where there is none. */
  receive(): boolean {
    const message = this.inbox.shift()
    if (message === undefined) return false
    const step = offerStep(this.state, asEvent(message, "received"))
    if (!step.ok) {
      if (step.refusal === "wait" || message.kind === "response" || message.method === "ACK") throw new Error("refused")
      // A refused request changes nothing here; its sender learns it.
      const { status } = step.refusal
      this.peer?.inbox.push({ kind: "response", method: message.method, status, sdp: false })
      return true
    }
    this.state = step.state
    if (message.kind === "request" && message.method !== "ACK")
      this.unanswered.push({ method: message.method, means: step.means })
    if (message.kind === "response" && message.method === "INVITE" && message.status === 200)
      this.send({ kind: "request", method: "ACK", sdp: step.means === "offer" })
    return true
  }

  answer(accept: boolean): boolean {
    const request = this.unanswered.shift()
    if (request === undefined) return false
    const { method, means } = request
    const sdp = means === "offer" || method === "INVITE"
    return this.send({ kind: "response", method, status: accept ? 200 : 488, sdp: accept && sdp })
  }
}

function asEvent(message: Sent, direction: "sent" | "received"): OfferEvent {
  if (message.kind === "request") return { ...message, direction }
  return { ...message, direction, reliable: false }
}

const agreed: OfferState = { ...noOffer, exchange: "agreed", before: "agreed" }

const action = fc.record({
  side: fc.constantFrom("a", "b"),
  does: fc.constantFrom(
    "receive",
    "receive",
    "accept",
    "refuse",
    "INVITE",
    "INVITE without SDP",
    "UPDATE",
    "empty UPDATE",
  ),
} as const)

test("two ends agree in the end, whatever crosses on the way", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const ends = { a: new End(agreed), b: new End(agreed) }
      ends.a.peer = ends.b
      ends.b.peer = ends.a
      for (const { side, does } of actions) {
        const end = ends[side]
        if (does === "receive") end.receive()
        else if (does === "accept" || does === "refuse") end.answer(does === "accept")
        else if (does === "UPDATE" || does === "INVITE") end.send({ kind: "request", method: does, sdp: true })
        else end.send({ kind: "request", method: does === "empty UPDATE" ? "UPDATE" : "INVITE", sdp: false })
        for (const { state } of [ends.a, ends.b])
          expect(state.carrier !== undefined).toBe(state.exchange === "offered" || state.exchange === "asked")
      }
      // All is delivered and answered.
      while (ends.a.receive() || ends.b.receive() || ends.a.answer(true) || ends.b.answer(true));
      expect(ends.a.state).toEqual(agreed)
      expect(ends.b.state).toEqual(agreed)
    }),
    { numRuns: 2000 },
  )
})
