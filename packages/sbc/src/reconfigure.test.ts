import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, station } from "./border.fixture.ts"

const ports = (inner: number, outer: number) => ({
  inner,
  outer,
  innerTls: 5062,
  outerTls: 5071,
  rtp: { from: 29_100, to: 30_530 },
})

describe("a new configuration", () => {
  test("swaps the inner and the outer port without binding either again", async () => {
    const { sbc, reconfigure } = await border()
    await reconfigure({ ports: ports(5070, 5060) })
    expect(
      sbc
        .listeners()
        .map(({ name, port, state }) => `${name} ${port} ${state}`)
        .sort(),
    ).toEqual(["SIP 5070 listening", "SIP 5070 listening", "SIP_EXT 5060 listening", "SIP_EXT 5060 listening"])
  })

  test("tells of the sockets that changed, and of no others", async () => {
    const { reconfigure, told } = await border()
    const before = told("listener.changed").length
    await reconfigure({ realm: "another" })
    expect(told("listener.changed")).toHaveLength(before)
    await reconfigure({ ports: ports(5060, 5080) })
    expect(
      told("listener.changed")
        .slice(before)
        .map(({ listener }) => `${listener.port} ${listener.state}`)
        .sort(),
    ).toEqual(["5070 draining", "5070 draining", "5080 listening", "5080 listening"])
  })

  test("whose port is taken is refused with its field, and nothing changes", async () => {
    const { sbc, config } = await border({}, ({ port, transport }) =>
      port === 5075 && transport === "UDP" ? "address-in-use" : undefined,
    )
    const refused = await sbc.prepare({ ...config, ports: ports(5060, 5075) })
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: "address-in-use", setting: "ports.outer", port: 5075 }],
    })
    expect(sbc.listeners().every(({ port, state }) => port !== 5075 && state === "listening")).toBe(true)
  })

  test("lets running calls go on over the socket it replaced, and closes that when they have ended", async () => {
    const { officePhone, connect, reconfigure, sbc, clock, net } = await border()
    const [one, other] = [officePhone("101"), officePhone("102")]
    const { caller } = connect(one, other)
    await reconfigure({ ports: ports(5065, 5070) })
    expect(sbc.listeners().filter(({ state }) => state === "draining")).toHaveLength(2)
    expect(one.invites("102", { offer: pcmu }).response?.status).toBe(503)
    expect(caller.hangsUp().response?.status).toBe(200)
    other.receives("BYE")
    for (const phone of [one, other]) phone.unregisters()
    clock.advance(3_700_000)
    net.settle()
    expect(sbc.listeners().filter(({ state }) => state === "draining")).toEqual([])
  })

  test.each([
    ["the flag off", atHome("168", { internetRegistration: false })],
    ["another user ID", atHome("168", { sipUserId: "other" })],
    ["a fixed address elsewhere", atHome("168", { fixedIpAddress: "203.0.113.99" })],
  ])("ends the registrations that it forbids at once: %s", async (_name, changed) => {
    const { homePhone, reconfigure, sbc, told } = await border()
    homePhone("168")
    expect(sbc.registrations()).toHaveLength(1)
    await reconfigure({ stations: [station("101"), changed] })
    expect(sbc.registrations()).toEqual([])
    expect(told("binding.changed").at(-1)).toMatchObject({ callNumber: "168", binding: undefined })
  })
})

describe("a start", () => {
  test("with a taken port serves all the same, says so, and binds it when it is free", async () => {
    let taken = true
    const { sbc, clock, told } = await border({}, ({ port, transport }) =>
      taken && transport === "UDP" && port === 5070 ? "address-in-use" : undefined,
    )
    const outer = () => sbc.listeners().find(({ name, transport }) => name === "SIP_EXT" && transport === "UDP")
    expect(outer()).toMatchObject({ state: "failed", problem: "address-in-use" })
    expect(told("listener.changed").some(({ listener }) => listener.state === "failed")).toBe(true)
    taken = false
    clock.advance(5_100)
    await new Promise((done) => setImmediate(done))
    expect(outer()).toMatchObject({ state: "listening" })
  })

  test("after an end has the registrations, and a call works at once", async () => {
    const { officePhone, homePhone, restart, connect } = await border()
    const [office, home] = [officePhone("101"), homePhone("168")]
    await restart()
    const { caller } = connect(office, home)
    expect(caller.response?.status).toBe(200)
  })
})

test("two phones at two homes call each other: two channels, each sees only our public address", async () => {
  const { homePhone, connect, sbc } = await border()
  const [one, other] = [homePhone("168"), homePhone("169")]
  const { caller, invite } = connect(one, other)
  expect(sbc.channels().used).toBe(2)
  expect(invite.offer?.media[0]?.address).toBe("198.51.100.20")
  expect(caller.remote?.media[0]?.address).toBe("198.51.100.20")
  expect(caller.remote?.media[0]?.port).not.toBe(invite.offer?.media[0]?.port)
  one.speaks(2)
  other.speaks(2)
  one.speaks(2)
  expect([one.heard.rtp > 0, other.heard.rtp > 0]).toEqual([true, true])
  caller.hangsUp()
  expect(sbc.channels().used).toBe(0)
})

test("the office's public address changes: the monitor notices within 20 s, and the next call carries the new one", async () => {
  const { homePhone, officePhone, officeRouter, clock, sbc, told } = await border()
  const office = officePhone("101")
  const home = homePhone("168", { filtering: "endpoint-independent" })
  officeRouter.changeAddress("198.51.100.21")
  clock.advance(20_000)
  expect(sbc.stun().mapped?.host).toBe("198.51.100.21")
  expect(told("stun.changed").at(-1)?.stun.mapped?.host).toBe("198.51.100.21")
  office.invites("168", { offer: pcmu })
  const invite = home.receives("INVITE")
  expect(invite.offer?.media[0]?.address).toBe("198.51.100.21")
  expect(invite.fields.find(({ name }) => name === "Contact")?.value).toContain("198.51.100.21:5070")
})

test("without STUN, what was entered is announced", async () => {
  const { homePhone, officePhone } = await border({
    stun: { mode: "static", server: undefined, staticAddress: "198.51.100.20", staticPort: 5070 },
  })
  const office = officePhone("101")
  const home = homePhone("168")
  office.invites("168", { offer: pcmu })
  const invite = home.receives("INVITE")
  expect(invite.offer?.media[0]?.address).toBe("198.51.100.20")
  expect(invite.uri).toContain("203.0.113.7")
})
