/** Client transactions in the layer, on a clock turned by hand: T1 = 500 ms, T2 = 4 s, T4 = 5 s. */
import { describe, expect, test } from "vitest"
import { response as responseTo } from "../message/build.ts"
import { flowOf } from "../transport/flow.ts"
import { bench } from "./bench.fixture.ts"
import { sampleRequest, tcpFlow, udpFlow } from "./samples.fixture.ts"
import type { ClientTransaction } from "./transaction-user.ts"

const invite = sampleRequest("INVITE")
const options = sampleRequest("OPTIONS")
const answer = (status: number, toTag = "theirs") => responseTo(invite, status, { toTag })

describe("an INVITE over UDP", () => {
  test("nobody answers: sent at 0, 0.5, 1.5, 3.5, 7.5, 15.5 and 31.5 s, given up at 32 s (timers A and B)", () => {
    const it = sending()
    expect(it.times).toEqual([0])
    it.clock.advance(31_999)
    expect(it.times).toEqual([0, 500, 1500, 3500, 7500, 15_500, 31_500])
    expect(it.told).toEqual([])
    it.clock.advance(1)
    expect(it.told).toEqual(["timeout"])
    expect(it.layer.transactions.client).toBe(0)
    expect(it.clock.timers).toBe(0)
  })
  test("a provisional response stops the repeating, and no time limit is left", () => {
    const it = sending()
    it.clock.advance(600)
    it.layer.receive(answer(180), udpFlow)
    it.clock.advance(600_000)
    expect(it.sent.length).toBe(2)
    expect(it.told).toEqual(["180"])
    expect(it.clock.timers).toBe(0)
  })
  test("a failure is acknowledged, in the same transaction, as often as it comes, for 32 s (timer D)", () => {
    const it = sending()
    it.layer.receive(answer(486), udpFlow)
    it.layer.receive(answer(486), udpFlow)
    expect(it.sent.map(({ message }) => message.cseq.method)).toEqual(["INVITE", "ACK", "ACK"])
    const ack = it.sent[1]?.message
    expect(ack?.via.branch).toBe("z9hG4bK-1")
    expect(ack?.to.tag).toBe("theirs")
    expect(it.told).toEqual(["486"])
    it.clock.advance(31_999)
    expect(it.layer.transactions.client).toBe(1)
    it.clock.advance(1)
    expect(it.layer.transactions.client).toBe(0)
    it.layer.receive(answer(486), udpFlow)
    expect(it.told).toEqual(["486", "stray 486"])
  })
  test("every 2xx is told for 64*T1 (timer M), then it is a stray; no ACK of ours", () => {
    const it = sending()
    it.layer.receive(answer(200), udpFlow)
    it.clock.advance(500)
    it.layer.receive(answer(200), udpFlow)
    it.layer.receive(answer(200, "another branch of a fork"), udpFlow)
    expect(it.told).toEqual(["200", "200", "200"])
    it.clock.advance(31_500)
    it.layer.receive(answer(200), udpFlow)
    expect(it.told.at(-1)).toBe("stray 200")
    expect(it.sent.length).toBe(1)
    expect(it.clock.timers).toBe(0)
  })
  test("the responses to its CANCEL are not taken for its own", () => {
    const it = sending()
    it.layer.receive(answer(180), udpFlow)
    it.client.cancel()
    it.layer.receive(responseTo(sampleRequest("CANCEL"), 200), udpFlow)
    expect(it.told).toEqual(["180"])
    it.layer.receive(answer(487), udpFlow)
    expect(it.told).toEqual(["180", "487"])
  })
})

describe("cancelling", () => {
  test("before any response: nothing is sent until a provisional one, then CANCEL at once", () => {
    const it = sending()
    it.client.cancel('SIP;cause=200;text="Call completed elsewhere"')
    it.client.cancel()
    expect(it.words).toEqual(["INVITE"])
    it.layer.receive(answer(100), udpFlow)
    expect(it.words).toEqual(["INVITE", "CANCEL"])
    const cancel = it.requestSent("CANCEL")
    expect(cancel.via.branch).toBe("z9hG4bK-1")
    expect(cancel.cseq).toEqual({ sequence: 1, method: "CANCEL" })
    expect(cancel.fields).toContainEqual({ name: "Reason", value: 'SIP;cause=200;text="Call completed elsewhere"' })
    it.layer.receive(answer(180), udpFlow)
    it.client.cancel()
    expect(it.words).toEqual(["INVITE", "CANCEL"])
  })
  test("the CANCEL is repeated like any request, until it is answered", () => {
    const it = sending()
    it.layer.receive(answer(180), udpFlow)
    it.client.cancel()
    it.clock.advance(1500)
    expect(it.words).toEqual(["INVITE", "CANCEL", "CANCEL", "CANCEL"])
    it.layer.receive(responseTo(it.requestSent("CANCEL"), 200), udpFlow)
    it.clock.advance(10_000)
    expect(it.words.length).toBe(4)
  })
  test("from within the TU's own callback", () => {
    const it = bench()
    it.layer.send(invite, udpFlow, {
      response: (response, client) => (response.status === 180 ? client.cancel() : undefined),
      failed: () => {},
    })
    it.layer.receive(answer(180), udpFlow)
    expect(it.words).toEqual(["INVITE", "CANCEL"])
  })
  test("the other side answers before the CANCEL arrives: the 2xx is told", () => {
    const it = sending()
    it.layer.receive(answer(180), udpFlow)
    it.client.cancel()
    it.layer.receive(answer(200), udpFlow)
    expect(it.told).toEqual(["180", "200"])
  })
  test("no final response within 64*T1 of the CANCEL: timeout", () => {
    const it = sending()
    it.layer.receive(answer(180), udpFlow)
    it.clock.advance(60_000)
    it.client.cancel()
    it.layer.receive(responseTo(it.requestSent("CANCEL"), 200), udpFlow)
    it.clock.advance(31_999)
    expect(it.told).toEqual(["180"])
    it.clock.advance(1)
    expect(it.told).toEqual(["180", "timeout"])
  })
})

describe("another request over UDP", () => {
  test("nobody answers: sent at 0, 0.5, 1.5, 3.5, 7.5, … 31.5 s, given up at 32 s (timers E and F)", () => {
    const it = bench()
    it.layer.send(options, udpFlow, it.clientUser)
    it.clock.advance(31_999)
    expect(it.times).toEqual([0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500])
    it.clock.advance(1)
    expect(it.told).toEqual(["timeout"])
    expect(it.clock.timers).toBe(0)
  })
  test("a 100 slows the repeating to T2, and timer F still ends it", () => {
    const it = bench()
    it.layer.send(options, udpFlow, it.clientUser)
    it.clock.advance(100)
    it.layer.receive(responseTo(options, 100), udpFlow)
    it.clock.advance(31_899)
    expect(it.times).toEqual([0, 500, 4500, 8500, 12_500, 16_500, 20_500, 24_500, 28_500])
    it.clock.advance(1)
    expect(it.told).toEqual(["100", "timeout"])
  })
  test("its response is told once, also when it comes again within T4 (timer K)", () => {
    const it = bench()
    it.layer.send(options, udpFlow, it.clientUser)
    it.layer.receive(responseTo(options, 200), udpFlow)
    it.clock.advance(4999)
    it.layer.receive(responseTo(options, 200), udpFlow)
    expect(it.told).toEqual(["200"])
    it.clock.advance(1)
    expect(it.layer.transactions.client).toBe(0)
  })
})

describe("over TCP", () => {
  test.each(["INVITE", "OPTIONS"])("%s is sent once, and given up after 64*T1", (method) => {
    const it = bench()
    it.layer.send(sampleRequest(method), tcpFlow, it.clientUser)
    it.clock.advance(32_000)
    expect(it.words).toEqual([method])
    expect(it.told).toEqual(["timeout"])
  })
  test("nothing lingers after a failure or an answer (timers D and K are zero)", () => {
    const it = bench()
    it.layer.send(invite, tcpFlow, it.clientUser)
    it.layer.send(sampleRequest("OPTIONS", { branch: "z9hG4bK-2" }), tcpFlow, it.clientUser)
    it.layer.receive(answer(486), tcpFlow)
    it.layer.receive(responseTo(it.requestSent("OPTIONS"), 200), tcpFlow)
    expect(it.words).toEqual(["INVITE", "OPTIONS", "ACK"])
    it.clock.advance(0)
    expect(it.layer.transactions.client).toBe(0)
  })
  test("the connection breaks: those on it fail at once, others do not", () => {
    const it = bench()
    const second = flowOf("TCP", tcpFlow.local, tcpFlow.remote, 2)
    it.layer.send(invite, tcpFlow, it.clientUser)
    it.layer.send(sampleRequest("OPTIONS", { branch: "z9hG4bK-2" }), second, it.clientUser)
    it.layer.flowFailed(tcpFlow)
    expect(it.told).toEqual(["transport"])
    expect(it.layer.transactions.client).toBe(1)
  })
  test("the connection is gone already: told later, never before `send` has returned", () => {
    const it = bench()
    it.wire.up = false
    it.layer.send(invite, tcpFlow, it.clientUser)
    expect(it.told).toEqual([])
    it.clock.advance(0)
    expect(it.told).toEqual(["transport"])
    expect(it.clock.timers).toBe(0)
  })
})

test("a response that nobody waits for is a stray: wrong branch, or another method", () => {
  const it = bench()
  it.layer.send(options, udpFlow, it.clientUser)
  it.layer.receive(responseTo(sampleRequest("OPTIONS", { branch: "z9hG4bK-other" }), 200), udpFlow)
  it.layer.receive(responseTo(sampleRequest("INFO"), 200), udpFlow)
  expect(it.told).toEqual(["stray 200", "stray 200"])
})

test("after close nothing is sent and no timer runs", () => {
  const it = bench()
  const client = it.layer.send(invite, udpFlow, it.clientUser)
  it.layer.receive(answer(180), udpFlow)
  it.layer.close()
  client.cancel()
  it.layer.send(options, udpFlow, it.clientUser)
  it.layer.sendDirectly(options, udpFlow)
  it.layer.receive(answer(200), udpFlow)
  it.clock.advance(60_000)
  expect(it.words).toEqual(["INVITE"])
  expect(it.told).toEqual(["180"])
  expect(it.clock.timers).toBe(0)
})

function sending() {
  const it = bench()
  const client: ClientTransaction = it.layer.send(invite, udpFlow, it.clientUser)
  return Object.assign(it, { client })
}
