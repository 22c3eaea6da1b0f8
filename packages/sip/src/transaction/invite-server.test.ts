import { describe, expect, test } from "vitest"
import { type InviteServer, inviteServer } from "./invite-server.ts"
import type { ServerEvent } from "./machine.ts"
import { reliable, sampleRequest, udpFlow, unreliable } from "./samples.fixture.ts"

const bytes = Buffer.from("a response")
const other = Buffer.from("another response")
const response = (status: number): ServerEvent => ({ type: "response", status, bytes })
const timer = (name: "G" | "H" | "I" | "L" | "trying"): ServerEvent => ({ type: "timer", timer: name })
const ack: ServerEvent = { type: "ack", ack: sampleRequest("ACK"), flow: udpFlow }
const retransmission: ServerEvent = { type: "retransmission" }
const failed: ServerEvent = { type: "failed" }

describe("proceeding", () => {
  const state: InviteServer = { name: "proceeding" }

  test("the TU says nothing for 200 ms: 100", () => {
    expect(inviteServer(state, { type: "undecided" }, unreliable)).toEqual([
      state,
      { do: "start", timer: "trying", milliseconds: 200 },
    ])
    expect(inviteServer(state, timer("trying"), unreliable)).toEqual([state, { do: "answer 100" }])
  })
  test("the TU has said something when the 200 ms are over: nothing", () => {
    const ringing: InviteServer = { name: "proceeding", provisional: bytes }
    expect(inviteServer(ringing, timer("trying"), unreliable)).toEqual([ringing])
  })
  test.each([100, 180, 183, 199])("a %i from the TU is sent and kept", (status) => {
    expect(inviteServer(state, response(status), unreliable)).toEqual([
      { name: "proceeding", provisional: bytes },
      { do: "send", bytes },
    ])
  })
  test("the INVITE again, before anything was sent: absorbed", () => {
    expect(inviteServer(state, retransmission, unreliable)).toEqual([state])
  })
  test("the INVITE again: the last provisional response again", () => {
    const ringing: InviteServer = { name: "proceeding", provisional: other }
    expect(inviteServer(ringing, retransmission, unreliable)).toEqual([ringing, { do: "send", bytes: other }])
  })
  test.each([200, 202, 299])("a %i: sent, then accepted for 64*T1", (status) => {
    expect(inviteServer(state, response(status), unreliable)).toEqual([
      { name: "accepted" },
      { do: "send", bytes },
      { do: "start", timer: "L", milliseconds: 32_000 },
    ])
  })
  test.each([300, 404, 487, 503, 603])("a %i over UDP: sent, repeated after T1, given up after 64*T1", (status) => {
    expect(inviteServer(state, response(status), unreliable)).toEqual([
      { name: "completed", final: bytes, interval: 500 },
      { do: "send", bytes },
      { do: "start", timer: "G", milliseconds: 500 },
      { do: "start", timer: "H", milliseconds: 32_000 },
    ])
  })
  test("a failure over TCP: not repeated, and the ACK is waited for all the same", () => {
    expect(inviteServer(state, response(486), reliable)).toEqual([
      { name: "completed", final: bytes, interval: 500 },
      { do: "send", bytes },
      { do: "start", timer: "H", milliseconds: 32_000 },
    ])
  })
  test.each([401, 407])("a %i: not repeated by itself (RFC 3261 §26.3.2.4), only for a repeated INVITE", (status) => {
    const [challenged, ...actions] = inviteServer(state, response(status), unreliable)
    expect(actions).toEqual([
      { do: "send", bytes },
      { do: "start", timer: "H", milliseconds: 32_000 },
    ])
    expect(inviteServer(challenged, retransmission, unreliable)[1]).toEqual({ do: "send", bytes })
  })
  test("an ACK to nothing: absorbed", () => {
    expect(inviteServer(state, ack, unreliable)).toEqual([state])
  })
  test("a response could not be sent: the TU is told, the state stays", () => {
    expect(inviteServer(state, failed, reliable)).toEqual([state, { do: "tell failure" }])
  })
})

describe("accepted", () => {
  const state: InviteServer = { name: "accepted" }

  test("the INVITE again: absorbed, nothing is sent", () => {
    expect(inviteServer(state, retransmission, unreliable)).toEqual([state])
  })
  test("the TU repeats its 2xx: sent", () => {
    expect(inviteServer(state, response(200), unreliable)).toEqual([state, { do: "send", bytes }])
  })
  test.each([180, 486])("a %i from the TU: too late", (status) => {
    expect(inviteServer(state, response(status), unreliable)).toEqual([state])
  })
  test("an ACK goes to the TU", () => {
    expect(inviteServer(state, ack, unreliable)).toEqual([
      state,
      { do: "tell ACK", ack: expect.objectContaining({ method: "ACK" }), flow: udpFlow },
    ])
  })
  test("timer L ends it", () => {
    expect(inviteServer(state, timer("L"), unreliable)).toEqual([{ name: "terminated" }])
  })
  test("the 2xx could not be sent: the TU is told, the state stays", () => {
    expect(inviteServer(state, failed, reliable)).toEqual([state, { do: "tell failure" }])
  })
})

describe("completed", () => {
  const state: InviteServer = { name: "completed", final: bytes, interval: 500 }

  test("timer G: sent again, after 1, 2, 4, 4, … s", () => {
    const intervals: number[] = []
    let now: InviteServer = state
    for (let times = 0; times < 5; times++) {
      const [next, sent, started] = inviteServer(now, timer("G"), unreliable)
      expect(sent).toEqual({ do: "send", bytes })
      if (started?.do === "start") intervals.push(started.milliseconds)
      now = next
    }
    expect(intervals).toEqual([1000, 2000, 4000, 4000, 4000])
  })
  test("the INVITE again: the response again", () => {
    expect(inviteServer(state, retransmission, unreliable)).toEqual([state, { do: "send", bytes }])
  })
  test("another response of the TU: ignored", () => {
    expect(inviteServer(state, { type: "response", status: 200, bytes: other }, unreliable)).toEqual([state])
  })
  test("the ACK: confirmed, for T4 over UDP and no time over TCP", () => {
    expect(inviteServer(state, ack, unreliable)).toEqual([
      { name: "confirmed" },
      { do: "start", timer: "I", milliseconds: 5000 },
    ])
    expect(inviteServer(state, ack, reliable)).toEqual([
      { name: "confirmed" },
      { do: "start", timer: "I", milliseconds: 0 },
    ])
  })
  test("timer H: nobody listened, the TU is told", () => {
    expect(inviteServer(state, timer("H"), unreliable)).toEqual([{ name: "terminated" }, { do: "tell failure" }])
  })
  test("the response could not be sent: the TU is told, the state stays", () => {
    expect(inviteServer(state, failed, reliable)).toEqual([state, { do: "tell failure" }])
  })
})

describe("confirmed", () => {
  const state: InviteServer = { name: "confirmed" }

  test.each([ack, retransmission, response(200), failed])("%o: absorbed", (event) => {
    expect(inviteServer(state, event, unreliable)).toEqual([state])
  })
  test("timer I ends it", () => {
    expect(inviteServer(state, timer("I"), unreliable)).toEqual([{ name: "terminated" }])
  })
})
