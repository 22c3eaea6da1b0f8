import { type Phone, pcma, pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, nothing, station, twoDesks } from "../border.fixture.ts"

const bodies = (phone: { responses: readonly { status: number; body: Uint8Array }[] }) =>
  phone.responses.map(({ status, body }) => `${status}${body.length > 0 ? " with media" : ""}`)

describe("early media of a fork", () => {
  test("without 100rel is that of the first branch that has any", async () => {
    const { it, one, other, home } = await twoDesks()
    const call = home.invites("101", { offer: pcmu })
    one.answers(one.receives("INVITE"), 183, { answer: pcmu })
    other.answers(other.receives("INVITE"), 183, { answer: pcmu })
    expect(bodies(call).slice(-2)).toEqual(["183 with media", "183"])
    home.speaks(1)
    expect([one.heard.rtp, other.heard.rtp]).toEqual([1, 0])
    call.cancels()
    expect(it.left()).toEqual(nothing)
  })

  test("when that branch declines, another may be heard", async () => {
    const { it, one, other, home } = await twoDesks()
    const call = home.invites("101", { offer: pcmu })
    const [first, second] = [one.receives("INVITE"), other.receives("INVITE")]
    one.answers(first, 183, { answer: pcmu })
    one.answers(first, 486)
    other.answers(second, 183, { answer: pcmu })
    expect(bodies(call).at(-1)).toBe("183 with media")
    other.answers(second, 200, { answer: pcmu })
    home.speaks(1)
    expect(other.heard.rtp).toBe(1)
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("with 100rel each is an early dialog of its own; the winner's 200 waits for its own PRACK only", async () => {
    const { it, one, other, home } = await twoDesks()
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const [first, second] = [one.receives("INVITE"), other.receives("INVITE")]
    one.answers(first, 183, { answer: pcmu })
    other.answers(second, 180)
    const tags = new Set(call.responses.flatMap(({ status, to }) => (status > 100 && status < 200 ? [to.tag] : [])))
    expect(tags.size).toBe(2)
    // Nobody confirms the first one's early media; the other phone is answered.
    other.answers(second, 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    home.speaks(1)
    expect([one.heard.rtp, other.heard.rtp]).toEqual([0, 1])
    one.receives("CANCEL")
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("a preview that the answer corrects: media goes to where the answer says", async () => {
    const { it, one, home, sides } = await twoDesks()
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const invite = one.receives("INVITE")
    one.answers(invite, 183, { answer: pcmu })
    call.pracks()
    one.answers(invite, 200, { answer: { ...pcmu, port: 4400 } })
    expect(call.response?.status).toBe(200)
    expect(sides().map(({ remote }) => remote?.rtp?.port)).toContain(4400)
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("a reliable answer followed by another description in the 200: the first one holds", async () => {
    const { it, one, home } = await twoDesks()
    const call = home.invites("101", { offer: { codecs: [...pcmu.codecs, ...pcma.codecs] } })
    const invite = one.receives("INVITE")
    one.answers(invite, 183, { answer: pcmu, reliable: true })
    one.answers(invite, 200, { answer: pcma })
    expect(call.remote?.media[0]?.formats).toContain("0")
    expect(call.remote?.media[0]?.formats).not.toContain("8")
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })
})

describe("a losing branch", () => {
  test("its ports and early dialogs are gone while the call goes on, and its late BYE ends nothing", async () => {
    const { it, one, other, home, sides } = await twoDesks()
    const call = home.invites("101", { offer: pcmu })
    const loser = one.answers(one.receives("INVITE"), 180)
    other.answers(other.receives("INVITE"), 200, { answer: pcmu })
    expect(sides()).toHaveLength(2)
    expect(it.sbc.load().dialogs).toBe(2)
    expect(loser.hangsUp().response?.status).toBe(481)
    expect(it.sbc.calls()).toHaveLength(1)
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("that answered too late and repeats its 200 gets the ACK again, and one BYE", async () => {
    const { it, one, other, home } = await twoDesks()
    one.automatic.delete("CANCEL")
    home.invites("101", { offer: pcmu })
    const late = one.receives("INVITE")
    other.answers(other.receives("INVITE"), 200, { answer: pcmu })
    one.answers(late, 200, { answer: pcmu })
    one.repeats(late)
    expect(one.untaken("ACK")).toHaveLength(2)
    expect(one.untaken("BYE")).toHaveLength(1)
    expect(it.sbc.calls()).toHaveLength(1)
  })
})

describe("channels and ports of a fork", () => {
  const many = (home: Phone, count: number) => {
    for (let taken = 0; taken < count; taken++) home.invites("102", { offer: pcmu })
  }

  test("a branch that gets no channel is skipped, the others ring", async () => {
    const it = await border({ stations: [station("101"), station("102"), atHome("168"), atHome("169")] })
    it.officePhone("102")
    const home = it.homePhone("168")
    const desk = it.officePhone("169")
    const away = it.homePhone("169")
    many(home, 59)
    const call = home.invites("169", { offer: pcmu })
    expect(away.untaken("INVITE")).toEqual([])
    desk.answers(desk.receives("INVITE"), 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    expect(it.sbc.channels().used).toBe(60)
    expect(it.told("channels.exhausted")).toEqual([])
  })

  test("ports run out for one of two: the other rings all the same", async () => {
    const { it, one, other, home } = await twoDesks()
    const ports = { ...it.config.ports, rtp: { from: 29_100, to: 29_103 } }
    await it.reconfigure({ ports })
    const call = home.invites("101", { offer: pcmu })
    const rung = [one, other].filter((phone) => phone.untaken("INVITE").length > 0)
    expect(rung).toHaveLength(1)
    const [phone] = rung
    phone?.answers(phone.receives("INVITE"), 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    call.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("180 of them where the system has as many", async () => {
    const it = await border({ channels: 180 })
    it.officePhone("102")
    const home = it.homePhone("168")
    many(home, 181)
    expect(it.sbc.channels()).toMatchObject({ used: 180, total: 180 })
    expect(it.told("channels.exhausted")).toHaveLength(1)
  })

  test("fewer from now on: running calls keep theirs", async () => {
    const it = await border({ channels: 180 })
    it.officePhone("102")
    const home = it.homePhone("168")
    many(home, 61)
    await it.reconfigure({ channels: 60 })
    expect(it.sbc.channels()).toMatchObject({ used: 61, total: 60 })
    expect(home.invites("102", { offer: pcmu }).response?.status).toBe(503)
  })
})

test("a phone that declines with Retry-After: the caller hears how long", async () => {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const call = home.invites("101", { offer: pcmu })
  office.answers(office.receives("INVITE"), 486, { fields: { "Retry-After": "30" } })
  expect(call.response?.fields.find(({ name }) => name === "Retry-After")?.value).toBe("30")
})

describe("offers in reliable responses", () => {
  test("that the caller does not answer: the call ends with 488, and nothing is left", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const call = home.invites("101", { fields: { Supported: "100rel" } })
    office.answers(office.receives("INVITE"), 183, { offer: pcmu, reliable: true })
    expect(call.pracks().response?.status).toBe(400)
    expect(call.response?.status).toBe(488)
    expect(it.left()).toEqual(nothing)
  })

  test("CANCEL while the 200 waits for a PRACK: 487, and the phone that answered gets BYE", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const invite = office.receives("INVITE")
    office.answers(invite, 183, { answer: pcmu })
    office.answers(invite, 200, { answer: pcmu })
    call.cancels()
    expect(call.response?.status).toBe(487)
    office.receives("BYE")
    expect(home.untaken("BYE")).toEqual([])
    expect(it.left()).toEqual(nothing)
  })

  test("an offer of the caller's in a PRACK is refused, and the call goes on", async () => {
    const it = await border()
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const call = home.invites("101", { offer: pcmu, fields: { Supported: "100rel" } })
    const invite = office.receives("INVITE")
    office.answers(invite, 183, { answer: pcmu })
    office.answers(invite, 200, { answer: pcmu })
    expect(call.pracks({ offer: pcma }).response?.status).toBe(488)
    expect(call.response?.status).toBe(200)
  })
})
