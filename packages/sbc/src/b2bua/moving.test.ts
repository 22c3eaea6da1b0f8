import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, nothing, secure, station } from "../border.fixture.ts"

const homeport = { stations: [station("101"), station("102"), atHome("168", { natTraversal: "homeport" })] }

describe("a home router that forgets the phone in mid-call", () => {
  test("gives it another port: the call follows its next request", async () => {
    const { officePhone, home, homeRouters, connect, left } = await border(homeport)
    const office = officePhone("101")
    const phone = home("168", { portPreserving: false })
    phone.registers()
    const { caller, callee } = connect(phone, office)
    homeRouters[0]?.restart()
    expect(caller.sends("OPTIONS").response?.status).toBe(200)
    expect(callee.hangsUp().response?.status).toBe(200)
    phone.receives("BYE")
    phone.registers()
    expect(left()).toEqual(nothing)
  })

  test("the call follows its next REGISTER, too", async () => {
    const { officePhone, home, homeRouters, connect, left, engine } = await border(homeport)
    const office = officePhone("101")
    const phone = home("168", { portPreserving: false })
    phone.registers()
    const { callee } = connect(phone, office)
    homeRouters[0]?.restart()
    phone.registers()
    expect(engine.sides.some((side) => side.remote?.relearn)).toBe(true)
    callee.hangsUp()
    phone.receives("BYE")
    expect(left()).toEqual(nothing)
  })

  test("even to another address: the provider gave it one", async () => {
    const { officePhone, home, homeRouters, connect, engine, left } = await border(homeport)
    const office = officePhone("101")
    const phone = home("168")
    phone.registers()
    const { caller, callee } = connect(phone, office)
    homeRouters[0]?.changeAddress("203.0.113.99")
    expect(caller.sends("OPTIONS").response?.status).toBe(481)
    phone.registers()
    expect(engine.sides.find((side) => side.remote?.latching === "learned")?.remote?.source).toBe("203.0.113.99")
    expect(caller.sends("OPTIONS").response?.status).toBe(200)
    callee.hangsUp()
    phone.receives("BYE")
    expect(left()).toEqual(nothing)
  })
})

describe("another phone of the same number", () => {
  test("that registers does not draw the call to itself", async () => {
    const { officePhone, homePhone, home, connect, engine } = await border()
    const office = officePhone("101")
    const first = homePhone("168")
    const { callee } = connect(first, office)
    const second = home("168")
    second.asksStun({ host: "198.51.100.3", port: 3478 })
    second.registers()
    expect(engine.sides.some((side) => side.remote?.relearn)).toBe(false)
    callee.hangsUp()
    first.receives("BYE")
    expect(second.untaken("BYE")).toEqual([])
  })
})

describe.each(["TCP", "TLS"] as const)("a phone over %s whose connection breaks in mid-call", (transport) => {
  const overIt = { ...homeport, ...secure }
  const begin = async () => {
    const it = await border(overIt)
    const office = it.officePhone("101")
    const home = it.home("168", { transport })
    home.registers()
    it.net.settle()
    const { caller, callee } = it.connect(home, office)
    return { ...it, it, office, home, caller, callee }
  }

  test("is reached over the one it makes when it registers again", async () => {
    const { home, callee, it, sbc } = await begin()
    home.disconnects()
    const left = transport === "TCP" ? "waiting" : undefined
    expect(sbc.registrations().find(({ callNumber }) => callNumber === "168")?.state).toBe(left)
    expect(sbc.calls()).toHaveLength(1)
    home.registers()
    callee.hangsUp()
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("or when it asks something in the call", async () => {
    const { home, caller, callee, it } = await begin()
    home.disconnects()
    expect(caller.sends("OPTIONS").response?.status).toBe(200)
    callee.hangsUp()
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("while it is away, what the other asks is refused, and the call lives on", async () => {
    const { home, callee, sbc, clock } = await begin()
    home.disconnects()
    const asked = callee.offers({ ...pcmu, port: 4100 })
    clock.advance(100)
    expect(asked.response?.status).toBe(500)
    expect(sbc.calls()).toHaveLength(1)
  })

  test("while the phone that it calls rings: that stops ringing", async () => {
    const it = await border(overIt)
    const [office, home] = [it.officePhone("101"), it.home("168", { transport })]
    home.registers()
    home.invites("101", { offer: pcmu })
    office.answers(office.receives("INVITE"), 180)
    home.disconnects()
    office.receives("CANCEL")
    expect(it.told("call.ended")).toMatchObject([{ reason: "failed" }])
    expect(it.left()).toEqual(nothing)
  })

  test("while it rings: the caller hears that it is gone", async () => {
    const it = await border(overIt)
    const [office, home] = [it.officePhone("101"), it.home("168", { transport })]
    home.registers()
    const call = office.invites("168", { offer: pcmu })
    home.answers(home.receives("INVITE"), 180)
    home.disconnects()
    expect(call.response?.status).toBe(480)
    expect(it.left()).toEqual(nothing)
  })

  test("for good: the call ends without media, and nothing is left", async () => {
    const { home, it, office } = await begin()
    home.disconnects()
    it.clock.advance(70_000)
    office.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })
})

test("a phone that goes home in mid-call and registers there: the call stays where it is", async () => {
  const it = await border({ stations: [station("101"), atHome("168", { natTraversal: "homeport" })] })
  const [desk, office] = [it.officePhone("168"), it.officePhone("101")]
  const { callee } = it.connect(desk, office)
  const away = it.home("168")
  away.registers()
  callee.hangsUp()
  desk.receives("BYE")
  expect(away.untaken("BYE")).toEqual([])
  expect(it.left()).toEqual(nothing)
})
