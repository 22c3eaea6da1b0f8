import { describe, expect, test } from "vitest"
import { response as responseTo } from "../message/build.ts"
import { beginInvite, type InviteClient, inviteClient } from "./invite-client.ts"
import type { ClientEvent } from "./machine.ts"
import { reliable, sampleRequest, unreliable } from "./samples.fixture.ts"

const answers = new Map([100, 180, 199, 200, 299, 300, 404, 487, 503, 603].map((status) => [status, answer(status)]))
function answer(status: number): ClientEvent & { type: "response" } {
  return { type: "response", response: responseTo(sampleRequest(), status, { toTag: "theirs" }) }
}
const response = (status: number) => answers.get(status) ?? answer(status)
const tells = (status: number) => ({ do: "tell response", response: response(status).response })
const timer = (name: "A" | "B" | "D" | "M" | "cancelled"): ClientEvent => ({ type: "timer", timer: name })
const cancel: ClientEvent = { type: "cancel" }
const failed: ClientEvent = { type: "failed" }
const failures = [300, 404, 487, 503, 603]

test("it begins with the INVITE, timer A over UDP only, timer B always", () => {
  const state = { name: "calling", interval: 500, cancelled: false }
  const timerB = { do: "start", timer: "B", milliseconds: 32_000 }
  expect(beginInvite(unreliable)).toEqual([
    state,
    { do: "transmit" },
    { do: "start", timer: "A", milliseconds: 500 },
    timerB,
  ])
  expect(beginInvite(reliable)).toEqual([state, { do: "transmit" }, timerB])
})

describe("calling", () => {
  const state: InviteClient = { name: "calling", interval: 500, cancelled: false }

  test("timer A: sent again, the interval doubles without end", () => {
    let now: InviteClient = state
    const intervals: number[] = []
    for (let times = 0; times < 5; times++) {
      const [next, sent, started] = inviteClient(now, timer("A"), unreliable)
      expect(sent).toEqual({ do: "transmit" })
      if (started?.do === "start") intervals.push(started.milliseconds)
      now = next
    }
    expect(intervals).toEqual([1000, 2000, 4000, 8000, 16_000])
  })
  test("timer B: timeout", () => {
    expect(inviteClient(state, timer("B"), unreliable)).toEqual([
      { name: "terminated" },
      { do: "tell failure", reason: "timeout" },
    ])
  })
  test("the flow failed: told", () => {
    expect(inviteClient(state, failed, reliable)).toEqual([
      { name: "terminated" },
      { do: "tell failure", reason: "transport" },
    ])
  })
  test.each([100, 180, 199])("a %i: proceeding", (status) => {
    expect(inviteClient(state, response(status), unreliable)).toEqual([
      { name: "proceeding", cancelled: false },
      tells(status),
    ])
  })
  test("cancelled: nothing is sent until a provisional response came", () => {
    const waiting: InviteClient = { ...state, cancelled: true }
    expect(inviteClient(state, cancel, unreliable)).toEqual([waiting])
    expect(inviteClient(waiting, cancel, unreliable)).toEqual([waiting])
    expect(inviteClient(waiting, response(100), unreliable)).toEqual([
      { name: "proceeding", cancelled: true },
      { do: "send CANCEL" },
      { do: "start", timer: "cancelled", milliseconds: 32_000 },
      tells(100),
    ])
  })
})

describe.each<InviteClient>([
  { name: "calling", interval: 500, cancelled: false },
  { name: "calling", interval: 500, cancelled: true },
  { name: "proceeding", cancelled: false },
  { name: "proceeding", cancelled: true },
])("a final response in %o", (state) => {
  test.each([200, 299])("a %i: accepted for 64*T1, no ACK of ours", (status) => {
    expect(inviteClient(state, response(status), unreliable)).toEqual([
      { name: "accepted" },
      { do: "start", timer: "M", milliseconds: 32_000 },
      tells(status),
    ])
  })
  test.each(failures)("a %i: ACK, then told; timer D only over UDP", (status) => {
    const step = (milliseconds: number) => [
      { name: "completed" },
      { do: "acknowledge", response: response(status).response },
      { do: "start", timer: "D", milliseconds },
      tells(status),
    ]
    expect(inviteClient(state, response(status), unreliable)).toEqual(step(32_000))
    expect(inviteClient(state, response(status), reliable)).toEqual(step(0))
  })
})

describe("proceeding", () => {
  const state: InviteClient = { name: "proceeding", cancelled: false }

  test("further provisional responses go to the TU", () => {
    expect(inviteClient(state, response(180), unreliable)).toEqual([state, tells(180)])
  })
  test("cancelled: CANCEL at once, and only once", () => {
    const cancelled: InviteClient = { name: "proceeding", cancelled: true }
    expect(inviteClient(state, cancel, unreliable)).toEqual([
      cancelled,
      { do: "send CANCEL" },
      { do: "start", timer: "cancelled", milliseconds: 32_000 },
    ])
    expect(inviteClient(cancelled, cancel, unreliable)).toEqual([cancelled])
  })
  test("cancelled, and no final response for 64*T1: timeout", () => {
    expect(inviteClient({ name: "proceeding", cancelled: true }, timer("cancelled"), unreliable)).toEqual([
      { name: "terminated" },
      { do: "tell failure", reason: "timeout" },
    ])
  })
})

describe("completed", () => {
  const state: InviteClient = { name: "completed" }

  test.each(failures)("a repeated %i: the ACK again, the TU hears nothing", (status) => {
    expect(inviteClient(state, response(status), unreliable)).toEqual([
      state,
      { do: "acknowledge", response: response(status).response },
    ])
  })
  test.each([response(180), response(200), cancel])("%o: ignored", (event) => {
    expect(inviteClient(state, event, unreliable)).toEqual([state])
  })
  test.each([timer("D"), failed])("%o ends it", (event) => {
    expect(inviteClient(state, event, unreliable)).toEqual([{ name: "terminated" }])
  })
  test("timer D is never below 32 s, however short T1 is", () => {
    const quick = { ...unreliable, t1: 100 }
    expect(inviteClient({ name: "proceeding", cancelled: false }, response(486), quick)[2]).toEqual({
      do: "start",
      timer: "D",
      milliseconds: 32_000,
    })
  })
})

describe("accepted", () => {
  const state: InviteClient = { name: "accepted" }

  test("every further 2xx goes to the TU", () => {
    expect(inviteClient(state, response(200), unreliable)).toEqual([state, tells(200)])
  })
  test.each([response(180), response(486), cancel])("%o: ignored", (event) => {
    expect(inviteClient(state, event, unreliable)).toEqual([state])
  })
  test.each([timer("M"), failed])("%o ends it", (event) => {
    expect(inviteClient(state, event, unreliable)).toEqual([{ name: "terminated" }])
  })
})
