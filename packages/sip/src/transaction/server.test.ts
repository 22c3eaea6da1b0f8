/** Server transactions in the layer, on a clock turned by hand: T1 = 500 ms, T2 = 4 s, T4 = 5 s. */
import { describe, expect, test } from "vitest"
import { response as responseTo } from "../message/build.ts"
import { bench } from "./bench.fixture.ts"
import { type SampleParts, sampleRequest, tcpFlow, udpFlow } from "./samples.fixture.ts"

const invite = sampleRequest("INVITE")
const register = sampleRequest("REGISTER")
const ack = (parts: SampleParts = {}) => sampleRequest("ACK", { toTag: "ours", ...parts })
const respond = (it: ReturnType<typeof bench>, status: number) =>
  it.transaction.respond(responseTo(it.transaction.request, status, { toTag: "ours" }))

describe("an INVITE over UDP", () => {
  test("the TU takes its time: 100 after 200 ms, repeated for a repeated INVITE", () => {
    const it = receiving()
    it.clock.advance(199)
    expect(it.words).toEqual([])
    it.layer.receive(invite, udpFlow)
    it.clock.advance(1)
    expect(it.words).toEqual(["100 INVITE"])
    expect(it.responseSent().to.tag).toBeUndefined()
    it.layer.receive(invite, udpFlow)
    expect(it.words).toEqual(["100 INVITE", "100 INVITE"])
    expect(it.transaction.status).toBe(100)
  })
  test("the TU answers within 200 ms: no 100", () => {
    const it = receiving()
    respond(it, 180)
    it.clock.advance(10_000)
    expect(it.words).toEqual(["180 INVITE"])
  })
  test("a failure is repeated at 0.5, 1.5, 3.5, 7.5, 11.5, … s until timer H ends it, and the TU is told", () => {
    const it = receiving()
    respond(it, 486)
    it.clock.advance(31_999)
    expect(it.times).toEqual([0, 500, 1500, 3500, 7500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500])
    it.clock.advance(1)
    expect(it.told).toEqual(["response failed 486"])
    expect(it.layer.transactions.server).toBe(0)
    expect(it.clock.timers).toBe(0)
  })
  test("the ACK stops that; further ones are absorbed for T4 (timer I), then it is gone", () => {
    const it = receiving()
    respond(it, 486)
    it.clock.advance(600)
    it.layer.receive(ack(), udpFlow)
    it.layer.receive(ack(), udpFlow)
    it.clock.advance(4999)
    it.layer.receive(invite, udpFlow)
    expect(it.words).toEqual(["486 INVITE", "486 INVITE"])
    expect(it.layer.transactions.server).toBe(1)
    it.clock.advance(1)
    expect(it.layer.transactions.server).toBe(0)
    expect(it.told).toEqual([])
  })
  test("after a 2xx a repeated INVITE brings nothing, and its ACK goes to the TU, for 64*T1 (timer L)", () => {
    const it = receiving()
    respond(it, 200)
    it.clock.advance(500)
    it.layer.receive(invite, udpFlow)
    expect(it.words).toEqual(["200 INVITE"])
    respond(it, 200)
    expect(it.words).toEqual(["200 INVITE", "200 INVITE"])
    it.layer.receive(ack({ branch: "z9hG4bK-ack" }), udpFlow)
    it.layer.receive(ack(), udpFlow)
    expect(it.told).toEqual(["acknowledged 1", "acknowledged 1"])
    it.clock.advance(31_500)
    expect(it.layer.transactions.server).toBe(0)
    expect(it.clock.timers).toBe(0)
  })
  test("what the TU says after its final response is ignored", () => {
    const it = receiving()
    respond(it, 486)
    respond(it, 200)
    respond(it, 180)
    expect(it.words).toEqual(["486 INVITE"])
    expect(it.transaction.status).toBe(486)
  })
})

describe("another request over UDP", () => {
  test("a repeated one gets the same response for 64*T1 (timer J), and the TU hears of it once", () => {
    const it = receiving(register)
    respond(it, 401)
    const [first] = it.sent
    it.clock.advance(31_999)
    it.layer.receive(register, udpFlow)
    expect(it.sent[1]?.message).toEqual(first?.message)
    it.clock.advance(1)
    expect(it.layer.transactions.server).toBe(0)
    it.layer.receive(register, udpFlow)
    expect(it.transactions.length).toBe(2)
  })
  test("a repeated one before the answer: absorbed", () => {
    const it = receiving(register)
    it.layer.receive(register, udpFlow)
    expect(it.words).toEqual([])
    expect(it.transactions.length).toBe(1)
  })
  test("the TU takes its time: 100 after 3.5 s, and no 408 ever (RFC 4320)", () => {
    const it = receiving(register)
    it.clock.advance(3499)
    expect(it.words).toEqual([])
    it.clock.advance(1)
    expect(it.words).toEqual(["100 REGISTER"])
    respond(it, 180)
    respond(it, 408)
    expect(it.words).toEqual(["100 REGISTER"])
    it.clock.advance(28_500)
    expect(it.layer.transactions.server).toBe(0)
    expect(it.clock.timers).toBe(0)
    respond(it, 200)
    expect(it.words).toEqual(["100 REGISTER"])
  })
  test("the same branch with another method is another transaction", () => {
    const it = receiving(register)
    it.layer.receive(sampleRequest("OPTIONS"), udpFlow)
    expect(it.transactions.map(({ request }) => request.method)).toEqual(["REGISTER", "OPTIONS"])
  })
  test("the same branch from another sent-by is another transaction (RFC 3261 §17.2.3)", () => {
    const it = receiving(register)
    it.layer.receive(sampleRequest("REGISTER", { sentBy: "192.0.2.1:5062" }), udpFlow)
    it.layer.receive(sampleRequest("REGISTER", { sentBy: "192.0.2.1" }), udpFlow)
    expect(it.transactions.length).toBe(3)
  })
})

describe("over TCP", () => {
  test("nothing is repeated; a failure waits for its ACK, and everything else ends at once (timers I and J are zero)", () => {
    const it = bench()
    it.layer.receive(invite, tcpFlow)
    respond(it, 486)
    it.layer.receive(sampleRequest("REGISTER", { branch: "z9hG4bK-2" }), tcpFlow)
    it.transactions[1]?.respond(responseTo(register, 200))
    it.clock.advance(10_000)
    expect(it.words).toEqual(["486 INVITE", "200 REGISTER"])
    expect(it.layer.transactions.server).toBe(1)
    it.layer.receive(ack(), tcpFlow)
    it.clock.advance(0)
    expect(it.layer.transactions.server).toBe(0)
  })
  test.each([
    ["INVITE", 1],
    ["REGISTER", 0],
  ])("the connection is gone when %s is answered: the TU is told, later", (method, left) => {
    const it = bench()
    it.layer.receive(sampleRequest(method), tcpFlow)
    it.wire.up = false
    respond(it, 404)
    expect(it.told).toEqual([])
    it.clock.advance(0)
    expect(it.told).toEqual(["response failed 404"])
    // RFC 6026 §7.1: repeated INVITEs must still find it.
    expect(it.layer.transactions.server).toBe(left)
  })
})

describe("CANCEL", () => {
  const cancel = sampleRequest("CANCEL")

  test("of a call that rings: 200 with the same To tag, and the TU is told", () => {
    const it = receiving()
    respond(it, 180)
    it.layer.receive(cancel, udpFlow)
    expect(it.words).toEqual(["180 INVITE", "200 CANCEL"])
    expect(it.responseSent().to.tag).toBe("ours")
    expect(it.told).toEqual(["cancelled INVITE 1"])
    respond(it, 487)
    expect(it.words.at(-1)).toBe("487 INVITE")
  })
  test("repeated: 200 again, the TU hears of it once", () => {
    const it = receiving()
    it.layer.receive(cancel, udpFlow)
    it.layer.receive(cancel, udpFlow)
    expect(it.words).toEqual(["200 CANCEL", "200 CANCEL"])
    expect(it.told).toEqual(["cancelled INVITE 1"])
  })
  test.each([200, 486])("after the final response, %i: 200 and nothing else", (status) => {
    const it = receiving()
    respond(it, status)
    it.layer.receive(cancel, udpFlow)
    expect(it.words).toEqual([`${status} INVITE`, "200 CANCEL"])
    expect(it.told).toEqual([])
  })
  test("of nothing we know: 481", () => {
    const it = bench()
    it.layer.receive(cancel, udpFlow)
    expect(it.words).toEqual(["481 CANCEL"])
    expect(it.responseSent().to.tag).toMatch(/./)
    expect(it.transactions).toEqual([])
  })
})

describe("an RFC 2543 client, without a branch", () => {
  const old = (method: string, parts: SampleParts = {}) => sampleRequest(method, { branch: "", ...parts })

  test("a repeated INVITE is recognised, the next one is not taken for it", () => {
    const it = receiving(old("INVITE"))
    it.layer.receive(old("INVITE"), udpFlow)
    expect(it.transactions.length).toBe(1)
    it.layer.receive(old("INVITE", { sequence: 2 }), udpFlow)
    expect(it.transactions.length).toBe(2)
  })
  test("its ACK, which carries our To tag, stops the repeating", () => {
    const it = receiving(old("INVITE"))
    respond(it, 486)
    it.layer.receive(old("ACK", { toTag: "ours" }), udpFlow)
    it.clock.advance(5000)
    expect(it.words).toEqual(["486 INVITE"])
    expect(it.layer.transactions.server).toBe(0)
  })
  test("its CANCEL finds the INVITE", () => {
    const it = receiving(old("INVITE"))
    it.layer.receive(old("CANCEL"), udpFlow)
    expect(it.told).toEqual(["cancelled INVITE 1"])
  })
  test("within a dialog, To tags tell two BYEs apart", () => {
    const it = receiving(old("BYE", { toTag: "a" }))
    it.layer.receive(old("BYE", { toTag: "b" }), udpFlow)
    it.layer.receive(old("BYE", { toTag: "b" }), udpFlow)
    expect(it.transactions.length).toBe(2)
  })
  test("a branch of the bare cookie is no branch", () => {
    const it = receiving(old("INVITE", { branch: "z9hG4bK" }))
    it.layer.receive(old("INVITE", { branch: "z9hG4bK", callId: "c2" }), udpFlow)
    expect(it.transactions.length).toBe(2)
  })
})

describe("the same INVITE on another path (RFC 3261 §8.2.2.2)", () => {
  const detour = sampleRequest("INVITE", { branch: "z9hG4bK-detour" })

  test.each([undefined, 180, 200])("while the first stands at %s: 482, and the TU hears nothing", (status) => {
    const it = receiving()
    if (status) respond(it, status)
    it.layer.receive(detour, udpFlow)
    expect(it.words.at(-1)).toBe("482 INVITE")
    expect(it.transactions.length).toBe(1)
    it.layer.receive(ack({ branch: "z9hG4bK-detour" }), udpFlow)
    expect(it.told).toEqual([])
  })
  test("after the first was refused it is a new one: some phones repeat a CSeq with their credentials", () => {
    const it = receiving()
    respond(it, 401)
    it.layer.receive(detour, udpFlow)
    expect(it.transactions.length).toBe(2)
    // The first one's ACK comes late, and changes nothing for the second.
    it.layer.receive(ack(), udpFlow)
    it.layer.receive(sampleRequest("INVITE", { branch: "z9hG4bK-third" }), udpFlow)
    expect(it.words).toEqual(["401 INVITE", "482 INVITE"])
  })
  test("within a dialog there is no such thing", () => {
    const it = receiving(sampleRequest("INVITE", { toTag: "ours" }))
    it.layer.receive(sampleRequest("INVITE", { toTag: "ours", branch: "z9hG4bK-detour" }), udpFlow)
    expect(it.transactions.length).toBe(2)
  })
})

test("an ACK that belongs to no failure goes to the TU", () => {
  const it = bench()
  it.layer.receive(ack(), udpFlow)
  expect(it.told).toEqual(["acknowledged 1"])
  expect(it.layer.transactions.server).toBe(0)
})

describe("too many transactions", () => {
  test("503 without keeping anything, with the same tag each time; an ACK to it is harmless", () => {
    const it = bench({ limit: 1 })
    it.layer.receive(invite, udpFlow)
    const second = sampleRequest("INVITE", { branch: "z9hG4bK-2", callId: "c2" })
    it.layer.receive(second, udpFlow)
    it.layer.receive(second, udpFlow)
    expect(it.words).toEqual(["503 INVITE", "503 INVITE"])
    expect(it.sent[0]?.message.to.tag).toBe(it.sent[1]?.message.to.tag)
    expect(it.layer.transactions.server).toBe(1)
    expect(it.transactions.length).toBe(1)
  })
  test("one that is answered and only waits for repeated requests makes room", () => {
    const it = bench({ limit: 1 })
    it.layer.receive(register, udpFlow)
    respond(it, 200)
    it.layer.receive(sampleRequest("REGISTER", { branch: "z9hG4bK-2" }), udpFlow)
    expect(it.transactions.length).toBe(2)
    expect(it.layer.transactions.server).toBe(1)
    expect(it.words).toEqual(["200 REGISTER"])
  })
})

describe("a TU that throws", () => {
  const bug = new Error("a bug")
  const user = {
    request: () => {
      throw bug
    },
    acknowledged: () => {},
    cancelled: () => {},
    stray: () => {},
    responseFailed: () => {},
  }

  test("the request is answered 500, and the fault reported", () => {
    const faults: unknown[] = []
    const it = bench({ user, fault: (error) => void faults.push(error) })
    it.layer.receive(register, udpFlow)
    expect(it.words).toEqual(["500 REGISTER"])
    expect(faults).toEqual([bug])
  })
  test("without anybody to report to it is thrown on", () => {
    const it = bench({ user })
    expect(() => it.layer.receive(register, udpFlow)).toThrow(bug)
    expect(it.words).toEqual(["500 REGISTER"])
  })
})

test("after close nothing is answered and no timer runs", () => {
  const it = receiving()
  it.layer.close()
  respond(it, 486)
  it.layer.receive(register, udpFlow)
  it.clock.advance(60_000)
  expect(it.words).toEqual([])
  expect(it.transactions.length).toBe(1)
  expect(it.clock.timers).toBe(0)
})

function receiving(request = invite) {
  const it = bench()
  it.layer.receive(request, udpFlow)
  return it
}
