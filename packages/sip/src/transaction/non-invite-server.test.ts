import { describe, expect, test } from "vitest"
import type { ServerEvent } from "./machine.ts"
import { type NonInviteServer, nonInviteServer } from "./non-invite-server.ts"
import { reliable, unreliable } from "./samples.fixture.ts"

const bytes = Buffer.from("a response")
const response = (status: number): ServerEvent => ({ type: "response", status, bytes })
const timer = (name: "J" | "trying" | "unanswered"): ServerEvent => ({ type: "timer", timer: name })
const retransmission: ServerEvent = { type: "retransmission" }
const failed: ServerEvent = { type: "failed" }

const finals = [200, 302, 401, 404, 500, 603]
const finalStep = (reliably: boolean) => [
  { name: "completed", final: bytes },
  { do: "send", bytes },
  { do: "start", timer: "J", milliseconds: reliably ? 0 : 32_000 },
]

describe("trying", () => {
  const state: NonInviteServer = { name: "trying" }

  test("the request again: absorbed", () => {
    expect(nonInviteServer(state, retransmission, unreliable)).toEqual([state])
  })
  test("the TU takes its time: 100 after 3.5 s (RFC 4320), and after 64*T1 the client has given up", () => {
    expect(nonInviteServer(state, { type: "undecided" }, unreliable)).toEqual([
      state,
      { do: "start", timer: "trying", milliseconds: 3500 },
      { do: "start", timer: "unanswered", milliseconds: 32_000 },
    ])
    expect(nonInviteServer(state, timer("trying"), unreliable)).toEqual([
      { name: "proceeding" },
      { do: "keep", timer: "unanswered" },
      { do: "answer 100" },
    ])
    expect(nonInviteServer(state, timer("unanswered"), unreliable)).toEqual([{ name: "terminated" }])
  })
  test.each([100, 180, 183])("a %i from the TU: not sent (RFC 4320 §4.1)", (status) => {
    expect(nonInviteServer(state, response(status), unreliable)).toEqual([state])
  })
  test("a 408 from the TU: not sent (RFC 4320 §4.2)", () => {
    expect(nonInviteServer(state, response(408), unreliable)).toEqual([state])
  })
  test.each(finals)("a %i: sent, and kept for 64*T1 over UDP, no time over TCP", (status) => {
    expect(nonInviteServer(state, response(status), unreliable)).toEqual(finalStep(false))
    expect(nonInviteServer(state, response(status), reliable)).toEqual(finalStep(true))
  })
  test("the flow failed: the TU is told", () => {
    expect(nonInviteServer(state, failed, reliable)).toEqual([{ name: "terminated" }, { do: "tell failure" }])
  })
})

describe("proceeding", () => {
  const state: NonInviteServer = { name: "proceeding", provisional: bytes }

  test("our 100 is sent and kept", () => {
    expect(nonInviteServer({ name: "proceeding" }, response(100), unreliable)).toEqual([state, { do: "send", bytes }])
  })
  test("a 180 from the TU: not sent", () => {
    expect(nonInviteServer(state, response(180), unreliable)).toEqual([state])
  })
  test("the request again: the 100 again", () => {
    expect(nonInviteServer(state, retransmission, unreliable)).toEqual([state, { do: "send", bytes }])
  })
  test.each(finals)("a %i ends the waiting", (status) => {
    expect(nonInviteServer(state, response(status), unreliable)).toEqual(finalStep(false))
  })
  test("no answer for 64*T1: over, without a word", () => {
    expect(nonInviteServer(state, timer("unanswered"), unreliable)).toEqual([{ name: "terminated" }])
  })
})

describe("completed", () => {
  const state: NonInviteServer = { name: "completed", final: bytes }

  test("the request again: the response again", () => {
    expect(nonInviteServer(state, retransmission, unreliable)).toEqual([state, { do: "send", bytes }])
  })
  test("another final response of the TU: ignored", () => {
    expect(nonInviteServer(state, response(500), unreliable)).toEqual([state])
  })
  test("timer J ends it", () => {
    expect(nonInviteServer(state, timer("J"), unreliable)).toEqual([{ name: "terminated" }])
  })
  test("the response could not be sent: the TU is told", () => {
    expect(nonInviteServer(state, failed, reliable)).toEqual([{ name: "terminated" }, { do: "tell failure" }])
  })
})
