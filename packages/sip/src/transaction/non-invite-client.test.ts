import { describe, expect, test } from "vitest"
import { response as responseTo } from "../message/build.ts"
import type { ClientEvent } from "./machine.ts"
import { beginNonInvite, type NonInviteClient, nonInviteClient } from "./non-invite-client.ts"
import { reliable, sampleRequest, unreliable } from "./samples.fixture.ts"

const response = (status: number): ClientEvent & { type: "response" } => ({
  type: "response",
  response: responseTo(sampleRequest("OPTIONS"), status),
})
const timer = (name: "E" | "F" | "K"): ClientEvent => ({ type: "timer", timer: name })
const timeout = [{ name: "terminated" }, { do: "tell failure", reason: "timeout" }]
const broken = [{ name: "terminated" }, { do: "tell failure", reason: "transport" }]
const finals = [200, 302, 401, 404, 503, 600]

test("it begins with the request, timer E over UDP only, timer F always", () => {
  const state = { name: "trying", interval: 500 }
  const timerF = { do: "start", timer: "F", milliseconds: 32_000 }
  const timerE = { do: "start", timer: "E", milliseconds: 500 }
  expect(beginNonInvite(unreliable)).toEqual([state, { do: "transmit" }, timerE, timerF])
  expect(beginNonInvite(reliable)).toEqual([state, { do: "transmit" }, timerF])
})

describe("trying", () => {
  const state: NonInviteClient = { name: "trying", interval: 500 }

  test("timer E: sent again, after 1, 2, 4, 4, … s", () => {
    let now: NonInviteClient = state
    const intervals: number[] = []
    for (let times = 0; times < 5; times++) {
      const [next, sent, started] = nonInviteClient(now, timer("E"), unreliable)
      expect(sent).toEqual({ do: "transmit" })
      if (started?.do === "start") intervals.push(started.milliseconds)
      now = next
    }
    expect(intervals).toEqual([1000, 2000, 4000, 4000, 4000])
  })
  test("a 100: proceeding, while timers E and F go on", () => {
    const event = response(100)
    expect(nonInviteClient(state, event, unreliable)).toEqual([
      { name: "proceeding" },
      { do: "keep", timer: "E" },
      { do: "keep", timer: "F" },
      { do: "tell response", response: event.response },
    ])
  })
})

describe("proceeding", () => {
  const state: NonInviteClient = { name: "proceeding" }

  test("timer E: sent again after T2", () => {
    expect(nonInviteClient(state, timer("E"), unreliable)).toEqual([
      state,
      { do: "transmit" },
      { do: "start", timer: "E", milliseconds: 4000 },
    ])
  })
  test("another 100 goes to the TU", () => {
    const event = response(100)
    expect(nonInviteClient(state, event, unreliable)).toEqual([
      state,
      { do: "tell response", response: event.response },
    ])
  })
})

describe.each<NonInviteClient>([{ name: "trying", interval: 500 }, { name: "proceeding" }])("in %o", (state) => {
  test.each(finals)("a %i is told, once; timer K only over UDP", (status) => {
    const event = response(status)
    const step = (milliseconds: number) => [
      { name: "completed" },
      { do: "start", timer: "K", milliseconds },
      { do: "tell response", response: event.response },
    ]
    expect(nonInviteClient(state, event, unreliable)).toEqual(step(5000))
    expect(nonInviteClient(state, event, reliable)).toEqual(step(0))
  })
  test("timer F: timeout", () => {
    expect(nonInviteClient(state, timer("F"), unreliable)).toEqual(timeout)
  })
  test("the flow failed: told", () => {
    expect(nonInviteClient(state, { type: "failed" }, reliable)).toEqual(broken)
  })
  test("cancel: a request other than INVITE cannot be", () => {
    expect(nonInviteClient(state, { type: "cancel" }, unreliable)).toEqual([state])
  })
})

describe("completed", () => {
  const state: NonInviteClient = { name: "completed" }

  test.each(finals)("a repeated %i: absorbed", (status) => {
    expect(nonInviteClient(state, response(status), unreliable)).toEqual([state])
  })
  test("timer K ends it", () => {
    expect(nonInviteClient(state, timer("K"), unreliable)).toEqual([{ name: "terminated" }])
  })
})
