import { type Call, type FakeEngine, pcma, pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border, nothing } from "../border.fixture.ts"

async function answered(fields: Record<string, string> = {}, answer: Record<string, string> = {}) {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const caller = home.invites("101", { offer: pcmu, fields })
  const callee = office.answers(office.receives("INVITE"), 200, { answer: pcmu, fields: answer })
  it.net.settle()
  office.receives("ACK")
  return { ...it, it, office, home, caller, callee }
}

/** Lets time pass in which both phones are heard. */
function talk(it: { clock: { advance(ms: number): void }; engine: FakeEngine }, milliseconds: number) {
  for (let passed = 0; passed < milliseconds; passed += 30_000) {
    it.clock.advance(Math.min(30_000, milliseconds - passed))
    for (const side of it.engine.sides) side.report({ silence: 100 })
  }
}

const versionOf = (call: Call) => Number(call.remote?.origin.split(" ")[2])
const fieldOf = (message: { fields: readonly { name: string; value: string }[] } | undefined, name: string) =>
  message?.fields.find((field) => field.name === name)?.value

describe("a refresh of ours", () => {
  /** The office phone has no UPDATE: it is refreshed by re-INVITE. */
  const old = { Allow: "INVITE, ACK, BYE, CANCEL" }

  test("by re-INVITE says what was agreed, not an offer that was refused since; its version goes up", async () => {
    const { it, office, caller, callee } = await answered({}, old)
    const before = callee.remote?.media[0]
    const first = versionOf(callee)
    caller.offers({ ...pcma, port: 4100 })
    const refused = office.receives("INVITE")
    expect(refused.offer?.media[0]?.formats).toContain("8")
    office.answers(refused, 488)
    talk(it, 900_100)
    const refresh = office.receives("INVITE")
    expect(refresh.offer?.media[0]?.formats).toEqual(before?.formats)
    expect(Number(refresh.offer?.origin.split(" ")[2])).toBeGreaterThan(first + 1)
    office.answers(refresh, 200, { answer: pcmu })
    office.receives("ACK")
    caller.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("does not offer 100rel in a re-INVITE: nobody could acknowledge it", async () => {
    const { it, office } = await answered({}, old)
    talk(it, 900_100)
    expect(fieldOf(office.receives("INVITE"), "Supported")).toBe("timer")
  })

  test("is under way when that phone asks something: 491, and afterwards it may", async () => {
    const { it, office, home, callee } = await answered({}, old)
    talk(it, 900_100)
    const refresh = office.receives("INVITE")
    expect(callee.offers({ ...pcmu, port: 4100 }).response?.status).toBe(491)
    office.answers(refresh, 200, { answer: pcmu })
    const again = callee.offers({ ...pcmu, port: 4100 })
    home.answers(home.receives("INVITE"), 200, { answer: pcmu })
    expect(again.response?.status).toBe(200)
  })

  test("is under way when the other phone asks something: 491 there, too", async () => {
    const { it, office, caller } = await answered({}, old)
    talk(it, 900_100)
    office.receives("INVITE")
    expect(caller.offers({ ...pcmu, port: 4100 }).response?.status).toBe(491)
  })

  test("falls due while a re-INVITE is thought about: it waits, and both have their answer", async () => {
    const { it, office, home, caller } = await answered({}, old)
    talk(it, 899_000)
    const moved = caller.offers({ ...pcmu, port: 4100 })
    const passed = office.receives("INVITE")
    office.answers(passed, 100)
    it.clock.advance(5_000)
    expect(office.untaken("INVITE")).toEqual([])
    office.answers(passed, 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    it.clock.advance(5_000)
    expect(it.sbc.calls()).toHaveLength(1)
    expect(home.untaken("BYE")).toEqual([])
  })

  test("by UPDATE may cross a re-INVITE of ours: each answer finds its question", async () => {
    const { it, office, caller } = await answered()
    office.automatic.delete("UPDATE")
    talk(it, 899_000)
    const moved = caller.offers({ ...pcmu, port: 4100 })
    const passed = office.receives("INVITE")
    it.clock.advance(2_000)
    office.answers(office.receives("UPDATE"), 200)
    office.answers(passed, 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    office.receives("ACK")
    expect(it.sbc.calls()).toHaveLength(1)
  })

  test("answered 491 is tried again after a while", async () => {
    const { it, office } = await answered({}, old)
    talk(it, 900_100)
    office.answers(office.receives("INVITE"), 491)
    expect(office.untaken("INVITE")).toEqual([])
    it.clock.advance(4_100)
    office.receives("INVITE")
  })

  test("answered 422 is repeated with the interval that the phone wants", async () => {
    const { it, office } = await answered({}, old)
    talk(it, 900_100)
    office.answers(office.receives("INVITE"), 422, { fields: { "Min-SE": "3600" } })
    expect(fieldOf(office.receives("INVITE"), "Session-Expires")).toMatch(/^3600;/)
  })

  test.each([481, 408])("answered %i: the call ends", async (status) => {
    const { it, office, home } = await answered({}, old)
    talk(it, 900_100)
    office.answers(office.receives("INVITE"), status)
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("refused otherwise: the phone lives, and so does the call", async () => {
    const { it, office } = await answered({}, old)
    talk(it, 900_100)
    office.answers(office.receives("INVITE"), 501)
    it.clock.advance(10_000)
    expect(it.sbc.calls()).toHaveLength(1)
    talk(it, 900_000)
    office.receives("INVITE")
  })
})

describe("session timers changed by a re-INVITE", () => {
  test("hold from then on: who promised to refresh and does not loses the call", async () => {
    const { it, caller, home, office } = await answered()
    const asked = caller.offers(pcmu, { fields: { Supported: "timer", "Session-Expires": "120;refresher=uac" } })
    expect(fieldOf(asked.response, "Session-Expires")).toBe("120;refresher=uac")
    talk(it, 80_000)
    expect(it.sbc.calls()).toHaveLength(1)
    it.clock.advance(10_000)
    home.receives("BYE")
    office.receives("BYE")
  })

  test("without Supported: timer are ours again, and the answer requires nothing", async () => {
    const { it, caller, home } = await answered({ Supported: "timer", "Session-Expires": "120;refresher=uac" })
    const asked = caller.offers(pcmu)
    expect(fieldOf(asked.response, "Require")).toBeUndefined()
    expect(fieldOf(asked.response, "Session-Expires")).toBeUndefined()
    talk(it, 200_000)
    expect(it.sbc.calls()).toHaveLength(1)
    talk(it, 750_000)
    home.receives("UPDATE")
  })

  test("too small: 422, and an exchange that is under way is not disturbed", async () => {
    const { caller, office } = await answered()
    const moved = caller.offers({ ...pcmu, port: 4100 })
    const passed = office.receives("INVITE")
    const small = caller.updates(undefined, { fields: { Supported: "timer", "Session-Expires": "30" } })
    expect(small.response?.status).toBe(422)
    expect(fieldOf(small.response, "Min-SE")).toBe("90")
    office.answers(passed, 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
  })

  test("the other phone answers 422: it is asked again, the one who asked hears nothing of it", async () => {
    const { caller, office } = await answered()
    const moved = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 422, { fields: { "Min-SE": "3600" } })
    const again = office.receives("INVITE")
    expect(fieldOf(again, "Session-Expires")).toMatch(/^3600;/)
    office.answers(again, 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
  })
})

describe("re-INVITE", () => {
  test("a second one before the first is answered: 500 with Retry-After", async () => {
    const { caller, office } = await answered()
    caller.offers({ ...pcmu, port: 4100 })
    office.receives("INVITE")
    const second = caller.offers({ ...pcmu, port: 4200 })
    expect(second.response?.status).toBe(500)
    expect(fieldOf(second.response, "Retry-After")).toBeDefined()
  })

  test("the other phone's 491 comes back to the one who asked, who may try again", async () => {
    const { caller, office } = await answered()
    const asked = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 491)
    expect(asked.response?.status).toBe(491)
    const again = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    expect(again.response?.status).toBe(200)
  })

  test("CANCEL crossing its 200 changes nothing", async () => {
    const { caller, office, sbc } = await answered()
    const asked = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    caller.cancels()
    expect(asked.response?.status).toBe(200)
    expect(office.untaken("CANCEL")).toEqual([])
    expect(sbc.calls()).toHaveLength(1)
  })

  test("without offer, and the answer is missing in the ACK: the other phone gets its ACK, both BYE", async () => {
    const { it, home, caller, office } = await answered()
    home.acknowledges = false
    caller.offers(undefined)
    office.answers(office.receives("INVITE"), 200, { offer: pcmu })
    expect(office.untaken("ACK")).toEqual([])
    caller.acknowledges()
    office.receives("ACK")
    office.receives("BYE")
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("answered with media that cannot be carried: the call ends on both sides", async () => {
    const { it, caller, office, home } = await answered()
    const asked = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 200, { answer: { ...pcmu, protocol: "RTP/SAVP" } })
    expect(asked.response?.status).toBe(488)
    office.receives("ACK")
    office.receives("BYE")
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("that requires an extension we do not know: 420", async () => {
    const { caller, sbc } = await answered()
    const asked = caller.offers(pcmu, { fields: { Require: "precondition" } })
    expect(asked.response?.status).toBe(420)
    expect(fieldOf(asked.response, "Unsupported")).toBe("precondition")
    expect(sbc.calls()).toHaveLength(1)
  })

  test("with a lower number than the last: 500, and the call goes on", async () => {
    const { caller, sbc } = await answered()
    caller.updates()
    const late = caller.sends("INFO", { fields: { CSeq: "1 INFO" } })
    expect(late.response?.status).toBe(500)
    expect(sbc.calls()).toHaveLength(1)
  })
})

describe("UPDATE while it rings", () => {
  test("moves the caller's media for good: the 200 does not put back what was offered first", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const invite = office.receives("INVITE")
    office.answers(invite, 183, { answer: pcmu, reliable: true })
    call.pracks()
    const moved = call.updates({ ...pcmu, port: 4200 })
    office.answers(office.receives("UPDATE"), 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    office.answers(invite, 200)
    expect(call.response?.status).toBe(200)
    expect(it.engine.sides.map((side) => side.remote?.rtp?.port).sort()).toEqual([4000, 4200])
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("before anything is agreed: 500, later perhaps", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const call = home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 180)
    expect(call.updates({ ...pcmu, port: 4200 }).response?.status).toBe(500)
  })
})

test("INFO keeps its kind both ways, and a plain answer has no type at all", async () => {
  const { caller, office } = await answered()
  office.automatic.delete("INFO")
  const asked = caller.sends("INFO", { body: "x", fields: { "Content-Type": "application/x-anything" } })
  office.answers(office.receives("INFO"), 200)
  expect(asked.response?.status).toBe(200)
  expect(fieldOf(asked.response, "Content-Type")).toBeUndefined()
})
