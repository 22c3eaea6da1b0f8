import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border } from "../border.fixture.ts"

describe("a call that nobody feeds", () => {
  test("ends with BYE on both sides after 60 s", async () => {
    const { officePhone, homePhone, connect, clock, told } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    connect(home, office)
    clock.advance(50_000)
    expect(home.untaken("BYE")).toEqual([])
    clock.advance(20_000)
    home.receives("BYE")
    office.receives("BYE")
    expect(told("call.ended")).toMatchObject([{ reason: "no-media" }])
  })

  test("lives on while one side is heard", async () => {
    const { officePhone, homePhone, connect, clock, engine, sbc } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    connect(home, office)
    for (let minute = 0; minute < 3; minute++) {
      clock.advance(40_000)
      engine.sides[0]?.report({ silence: 100 })
    }
    expect(sbc.calls()).toHaveLength(1)
  })

  test("may be silent for 30 minutes on hold", async () => {
    const { officePhone, homePhone, connect, clock, sbc, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const { caller } = connect(office, home)
    caller.offers({ ...pcmu, direction: "sendonly" })
    home.answers(home.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    clock.advance(14 * 60_000)
    expect(sbc.calls()).toHaveLength(1)
    expect(sbc.calls()[0]?.caller.onHold).toBe(true)
  })
})

test("no RTP from an outer phone within 5 s of the answer is told", async () => {
  const { officePhone, homePhone, connect, clock, told } = await border()
  const [office, home] = [officePhone("101"), homePhone("168")]
  connect(home, office)
  clock.advance(6_000)
  expect(told("media.missing")).toMatchObject([{ callNumber: "168", source: "203.0.113.7" }])
})

/** RFC 4028, kept by us where a phone has none. */
describe("session timers", () => {
  test("a phone without them is refreshed by UPDATE at half the interval, and the call goes on", async () => {
    const { officePhone, homePhone, connect, clock, engine, sbc } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    connect(home, office)
    for (let half = 0; half < 31; half++) {
      clock.advance(30_000)
      for (const side of engine.sides) side.report({ silence: 100 })
    }
    home.receives("UPDATE")
    office.receives("UPDATE")
    expect(sbc.calls()).toHaveLength(1)
  })

  test("a phone that is gone does not answer the refresh: the call ends for the other", async () => {
    const { officePhone, homePhone, connect, clock, engine, told } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    connect(home, office)
    office.automatic.delete("UPDATE")
    for (let half = 0; half < 32; half++) {
      clock.advance(30_000)
      for (const side of engine.sides) side.report({ silence: 100 })
    }
    home.receives("BYE")
    expect(told("call.ended")).toMatchObject([{ reason: "failed" }])
  })

  test("a phone that wants to refresh and does not: the call ends before the interval does", async () => {
    const { officePhone, homePhone, clock, engine, net, sbc } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    const call = home.invites("101", {
      offer: pcmu,
      fields: { Supported: "timer", "Session-Expires": "120;refresher=uac" },
    })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    net.settle()
    const said = call.response?.fields.find(({ name }) => name === "Session-Expires")?.value
    expect(said).toBe("120;refresher=uac")
    clock.advance(50_000)
    for (const side of engine.sides) side.report({ silence: 100 })
    clock.advance(30_000)
    expect(sbc.calls()).toHaveLength(1)
    clock.advance(10_000)
    home.receives("BYE")
    office.receives("BYE")
  })

  test("422 from the called phone: asked again with what it says", async () => {
    const { officePhone, homePhone, net } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 422, { fields: { "Min-SE": "3600" } })
    net.settle()
    office.receives("ACK")
    const again = office.receives("INVITE")
    expect(again.fields.find(({ name }) => name === "Session-Expires")?.value).toBe("3600")
  })
})
