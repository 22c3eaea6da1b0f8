import { describe, expect, test } from "vitest"
import { glareDelay, noOffer, type OfferEvent, type OfferState, offerStep } from "./offer-state.ts"

type Method = "INVITE" | "ACK" | "PRACK" | "UPDATE"

const sent = (method: Method, sdp = false): OfferEvent => ({ kind: "request", direction: "sent", method, sdp })
const received = (method: Method, sdp = false): OfferEvent => ({ kind: "request", direction: "received", method, sdp })
const answer =
  (direction: "sent" | "received") =>
  (status: number, method: "INVITE" | "PRACK" | "UPDATE", sdp = false, reliable = false): OfferEvent => ({
    kind: "response",
    direction,
    method,
    status,
    reliable,
    sdp,
  })
const answers = answer("sent")
const hears = answer("received")
const sdp = true
const reliable = true

/** Plays events from a state on; what each message's SDP meant. */
function play(events: readonly OfferEvent[], from: OfferState = noOffer) {
  let state = from
  const means = events.map((event) => {
    const step = offerStep(state, event)
    if (!step.ok) throw new Error(`refused: ${JSON.stringify(step.refusal)} to ${JSON.stringify(event)}`)
    state = step.state
    return step.means
  })
  return { state, means }
}

function refusal(state: OfferState, event: OfferEvent) {
  const step = offerStep(state, event)
  return step.ok ? undefined : step.refusal
}

/** A confirmed dialog with something agreed. */
const agreed = play([received("INVITE", sdp), answers(200, "INVITE", sdp), received("ACK")]).state
const pending = { status: 491, retryAfter: false }
const busy = { status: 500, retryAfter: true }

describe("the six places of offer and answer (RFC 6337 §2.2)", () => {
  test("1: offer in INVITE, answer in 2xx", () => {
    const { state, means } = play([received("INVITE", sdp), answers(200, "INVITE", sdp), received("ACK")])
    expect(means).toEqual(["offer", "answer", undefined])
    expect(state).toMatchObject({ exchange: "agreed", invite: undefined })
  })

  test("2: offer in 2xx, answer in ACK", () => {
    const { state, means } = play([sent("INVITE"), hears(180, "INVITE"), hears(200, "INVITE", sdp), sent("ACK", sdp)])
    expect(means).toEqual([undefined, undefined, "offer", "answer"])
    expect(state.exchange).toBe("agreed")
  })

  test("3: offer in INVITE, answer in a reliable 1xx; SDP in the 2xx is ignored", () => {
    const { means } = play([
      sent("INVITE", sdp),
      hears(183, "INVITE", sdp, reliable),
      sent("PRACK"),
      hears(200, "PRACK"),
      hears(200, "INVITE", sdp),
      sent("ACK"),
    ])
    expect(means).toEqual(["offer", "answer", undefined, undefined, "ignored", undefined])
  })

  test("4: offer in a reliable 1xx, answer in PRACK", () => {
    const { means } = play([
      received("INVITE"),
      answers(183, "INVITE", sdp, reliable),
      received("PRACK", sdp),
      answers(200, "PRACK"),
      answers(200, "INVITE"),
      received("ACK"),
    ])
    expect(means).toEqual([undefined, "offer", "answer", undefined, undefined, undefined])
  })

  test("5: a second offer in PRACK, its answer in the 2xx to PRACK", () => {
    const { means } = play([
      received("INVITE", sdp),
      answers(183, "INVITE", sdp, reliable),
      received("PRACK", sdp),
      answers(200, "PRACK", sdp),
    ])
    expect(means).toEqual(["offer", "answer", "offer", "answer"])
  })

  test("6: offer in UPDATE, answer in its 2xx, also in an early dialog", () => {
    const { means } = play([
      sent("INVITE", sdp),
      hears(183, "INVITE", sdp, reliable),
      received("UPDATE", sdp),
      answers(200, "UPDATE", sdp),
      sent("UPDATE", sdp),
      hears(200, "UPDATE", sdp),
    ])
    expect(means).toEqual(["offer", "answer", "offer", "answer", "offer", "answer"])
  })
})

describe("SDP that decides nothing", () => {
  test("in an unreliable 1xx it is a preview of the answer, which the 2xx then brings", () => {
    const { means } = play([sent("INVITE", sdp), hears(183, "INVITE", sdp), hears(200, "INVITE", sdp)])
    expect(means).toEqual(["offer", "preview", "answer"])
  })

  test("in an unreliable 1xx to an INVITE without offer it is no offer", () => {
    expect(play([sent("INVITE"), hears(183, "INVITE", sdp)]).means).toEqual([undefined, "ignored"])
  })

  test("a repeated 2xx and its repeated ACK change nothing", () => {
    const once = play([sent("INVITE", sdp), hears(200, "INVITE", sdp), sent("ACK")])
    const twice = play([hears(200, "INVITE", sdp), sent("ACK")], once.state)
    expect(twice.means).toEqual(["ignored", undefined])
    expect(twice.state).toEqual(once.state)
  })

  test("a 488 with SDP describes capabilities only", () => {
    expect(play([sent("INVITE", sdp), hears(488, "INVITE", sdp)])).toMatchObject({
      means: ["offer", "ignored"],
      state: { exchange: "none", invite: undefined },
    })
  })
})

describe("a refused offer leaves what was agreed before", () => {
  test.each([
    ["re-INVITE", [sent("INVITE", sdp), hears(488, "INVITE")]],
    ["UPDATE", [sent("UPDATE", sdp), hears(504, "UPDATE")]],
    ["an UPDATE of the peer's", [received("UPDATE", sdp), answers(488, "UPDATE")]],
    ["a 2xx without the answer it owes", [sent("UPDATE", sdp), hears(200, "UPDATE")]],
    ["an ACK without the answer it owes", [received("INVITE"), answers(200, "INVITE", sdp), received("ACK")]],
  ] as const)("%s", (_, events) => {
    expect(play(events, agreed).state).toEqual(agreed)
  })

  test("and before the first answer, nothing is agreed", () => {
    expect(play([received("INVITE", sdp), answers(486, "INVITE")]).state).toEqual(noOffer)
  })
})

describe("INVITE received", () => {
  test("while ours is in progress: 491 (RFC 3261 §14.2)", () => {
    const { state } = play([sent("INVITE", sdp)], agreed)
    expect(refusal(state, received("INVITE", sdp))).toEqual(pending)
    expect(refusal(state, received("INVITE"))).toEqual(pending)
  })

  test("while another of the peer's has no final response: 500 with Retry-After", () => {
    const { state } = play([received("INVITE", sdp)], agreed)
    expect(refusal(state, received("INVITE", sdp))).toEqual(busy)
  })

  test("before the ACK to our 2xx with an answer: taken, the ACK was lost (RFC 5407 §3.1.4)", () => {
    const { state } = play([received("INVITE", sdp), answers(200, "INVITE", sdp)])
    expect(refusal(state, received("INVITE", sdp))).toBeUndefined()
  })

  test("before the ACK that owes us an answer: 491 (RFC 5407 §3.1.5)", () => {
    const { state } = play([received("INVITE"), answers(200, "INVITE", sdp)])
    expect(refusal(state, received("INVITE", sdp))).toEqual(pending)
  })

  test("while our UPDATE's offer is open: 491", () => {
    expect(refusal(play([sent("UPDATE", sdp)], agreed).state, received("INVITE", sdp))).toEqual(pending)
  })

  test("while we owe an answer to the peer's UPDATE: 500 with Retry-After", () => {
    expect(refusal(play([received("UPDATE", sdp)], agreed).state, received("INVITE", sdp))).toEqual(busy)
  })
})

describe("UPDATE received (RFC 3311 §5.2)", () => {
  test("before we answered the last one: 500 with Retry-After, SDP or not", () => {
    const { state } = play([received("UPDATE")], agreed)
    expect(refusal(state, received("UPDATE"))).toEqual(busy)
  })

  test.each([
    ["our INVITE", [sent("INVITE", sdp)]],
    ["our UPDATE", [sent("UPDATE", sdp)]],
  ] as const)("with an offer while that of %s is open: 491", (_, events) => {
    expect(refusal(play(events, agreed).state, received("UPDATE", sdp))).toEqual(pending)
  })

  test("with an offer while we owe an answer: 500 with Retry-After", () => {
    expect(refusal(play([received("INVITE", sdp)], agreed).state, received("UPDATE", sdp))).toEqual(busy)
  })

  test("with an offer while an INVITE without SDP still awaits its offer: 500, or 491 when it is ours (RFC 6337 §4.3)", () => {
    expect(refusal(play([received("INVITE")], agreed).state, received("UPDATE", sdp))).toEqual(busy)
    expect(refusal(play([sent("INVITE")], agreed).state, received("UPDATE", sdp))).toEqual(pending)
  })

  test("without SDP it never collides with an offer: it is how timers and targets are refreshed", () => {
    expect(refusal(play([sent("INVITE", sdp)], agreed).state, received("UPDATE"))).toBeUndefined()
  })
})

describe("what we would send waits", () => {
  test("INVITE for an INVITE in either direction, until the ACK", () => {
    expect(refusal(play([sent("INVITE", sdp)], agreed).state, sent("INVITE", sdp))).toBe("wait")
    expect(refusal(play([received("INVITE", sdp)], agreed).state, sent("INVITE", sdp))).toBe("wait")
    const { state } = play([received("INVITE", sdp), answers(200, "INVITE", sdp)], agreed)
    expect(refusal(state, sent("INVITE", sdp))).toBe("wait")
    expect(refusal(play([received("ACK")], state).state, sent("INVITE", sdp))).toBeUndefined()
  })

  test("INVITE for an UPDATE, UPDATE for an UPDATE of ours", () => {
    expect(refusal(play([sent("UPDATE")], agreed).state, sent("INVITE", sdp))).toBe("wait")
    expect(refusal(play([sent("UPDATE")], agreed).state, sent("UPDATE"))).toBe("wait")
  })

  test("UPDATE with an offer until the first answer came reliably", () => {
    const { state } = play([sent("INVITE", sdp), hears(183, "INVITE", sdp)])
    expect(refusal(state, sent("UPDATE", sdp))).toBe("wait")
    expect(refusal(play([hears(183, "INVITE", sdp, reliable)], state).state, sent("UPDATE", sdp))).toBeUndefined()
  })

  test("the 2xx for the PRACK that answers the offer of a reliable 1xx (RFC 3262 §5)", () => {
    const { state } = play([received("INVITE"), answers(183, "INVITE", sdp, reliable)])
    expect(refusal(state, answers(200, "INVITE"))).toBe("wait")
    expect(refusal(play([received("PRACK", sdp)], state).state, answers(200, "INVITE"))).toBeUndefined()
  })
})

test("a PRACK whose SDP collides is acknowledged without it: PRACK is not refused (RFC 6337 §4.2)", () => {
  const { state } = play([received("INVITE", sdp), answers(183, "INVITE", sdp, reliable), sent("UPDATE", sdp)])
  expect(play([received("PRACK", sdp)], state).means).toEqual(["ignored"])
})

test("two early dialogs of one INVITE negotiate apart from each other", () => {
  const { state } = play([sent("INVITE", sdp)])
  const one = play([hears(183, "INVITE", sdp, reliable)], state).state
  expect(one.exchange).toBe("agreed")
  expect(state.exchange).toBe("offered")
})

test("after 491 the owner of the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10 ms", () => {
  expect([glareDelay(true, 0), glareDelay(true, 0.999999)]).toEqual([2100, 4000])
  expect([glareDelay(false, 0), glareDelay(false, 0.999999)]).toEqual([0, 2000])
  expect(glareDelay(false, 0.12345) % 10).toBe(0)
})
