import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border, homeport, nothing, publicAddress, secure } from "./border.fixture.ts"

const over = { transport: "TLS" } as const
const contactOf = (message: { fields: readonly { name: string; value: string }[] } | undefined) =>
  message?.fields.find(({ name }) => name === "Contact")?.value
const warningOf = (message: { fields: readonly { name: string; value: string }[] } | undefined) =>
  message?.fields.find(({ name }) => name === "Warning")?.value

describe("a phone at home over TLS, a desk phone over UDP", () => {
  const begin = async () => {
    const it = await border(secure)
    return { ...it, it, office: it.officePhone("101"), home: it.homePhone("168", over) }
  }

  /*
   *   home 168                          Homeport                             office 101
   *      │── REGISTER (TLS, Contact 192.168.178.20:5060;transport=tls) ─▶│
   *      │ ◀── 200 ─────────────────────────│
   */
  test("registers, though its Contact leads nowhere", async () => {
    const { home, sbc } = await begin()
    expect(contactOf(home.registers().request)).toBe("<sip:168@192.168.178.20:5060;transport=tls>")
    const bound = sbc.registrations().find(({ callNumber }) => callNumber === "168")
    expect(bound).toMatchObject({ transport: "TLS", source: { host: "203.0.113.7" }, local: { port: 5071 } })
    expect(bound?.source.port).not.toBe(5060)
    expect(
      sbc.listeners().map(({ name, transport, port, network }) => `${name} ${transport} ${port} ${network}`),
    ).toEqual([
      "SIP UDP 5060 inner",
      "SIP TCP 5060 inner",
      "SIP_EXT UDP 5070 outer",
      "SIP_EXT TCP 5070 outer",
      "SIP_TLS_SUB TLS 5062 inner",
      "SIP_TLS_SUB_EXT TLS 5071 outer",
    ])
  })

  /*
   *      │── INVITE (TLS) ──▶│── INVITE (UDP) ──▶│     each side's Via and Contact are of its own transport
   */
  test("calls the office", async () => {
    const { it, home, office } = await begin()
    const { caller, callee, invite } = it.connect(home, office)
    expect(contactOf(caller.response)).toBe(`<sip:101@${publicAddress}:5071;transport=tls>`)
    expect(invite.via.transport).toBe("UDP")
    expect(contactOf(invite)).toBe(`<sip:168@${homeport}:5060>`)
    expect(it.sbc.calls()).toMatchObject([
      { caller: { transport: "TLS", channel: true }, callee: { transport: "UDP" } },
    ])
    home.speaks(2)
    expect(office.heard.rtp).toBe(2)
    expect(caller.updates({ ...pcmu, direction: "sendonly" }).response).toBeUndefined()
    office.answers(office.receives("UPDATE"), 200, { answer: pcmu })
    callee.hangsUp()
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("is called over the connection that its REGISTER came by", async () => {
    const { it, home, office, sbc } = await begin()
    const { caller, invite } = it.connect(office, home)
    expect(invite.uri).toBe("sip:168@192.168.178.20:5060;transport=tls")
    expect(invite.via).toMatchObject({ transport: "TLS", host: publicAddress, port: 5071 })
    expect(contactOf(invite)).toBe(`<sip:101@${publicAddress}:5071;transport=tls>`)
    expect(invite.flow.remote).toEqual({ host: publicAddress, port: 5071 })
    expect(sbc.registrations().find(({ callNumber }) => callNumber === "168")?.source.port).not.toBe(5060)
    caller.hangsUp()
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("whose private address happens to be ours is no loop", async () => {
    const { home, office, it } = await begin()
    home.registers({ contact: `<sip:168@${homeport}:5060;transport=tls>` })
    office.invites("168", { offer: pcmu })
    home.answers(home.receives("INVITE"), 486)
    expect(it.left()).toEqual(nothing)
  })

  test("offers SRTP: 488, and the phone's log says why", async () => {
    const { home, it } = await begin()
    const call = home.invites("101", { offer: { ...pcmu, protocol: "RTP/SAVP" } })
    expect(call.response?.status).toBe(488)
    expect(warningOf(call.response)).toContain("SRTP")
    expect(it.told("call.refused")).toMatchObject([{ why: "no-usable-audio" }])
    expect(it.left()).toEqual(nothing)
  })

  test("breaks its connection: the binding is gone, callers hear 480, until it is back", async () => {
    const { home, office, sbc, told } = await begin()
    home.disconnects()
    expect(sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
    expect(told("binding.changed").at(-1)).toMatchObject({ callNumber: "168", binding: undefined })
    expect(office.invites("168", { offer: pcmu }).response?.status).toBe(480)
    expect(told("call.refused").at(-1)?.why).toBe("not-registered")
    expect(home.registers().response?.status).toBe(200)
    office.invites("168", { offer: pcmu })
    home.receives("INVITE")
  })

  test("loses its power: two unanswered pings later its connection and its binding are gone", async () => {
    const { it, home, office, sbc, clock, told } = await begin()
    home.automatic.delete("OPTIONS")
    clock.advance(70_000)
    it.net.settle()
    expect(sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
    expect(told("station.reachability").at(-1)).toMatchObject({ callNumber: "168", reachable: false })
    expect(office.invites("168", { offer: pcmu }).response?.status).toBe(480)
  })

  test("is pinged over its connection, with our public address in the Contact", async () => {
    const { home, clock } = await begin()
    clock.advance(28_000)
    const ping = home.receives("OPTIONS")
    expect(ping.uri).toBe("sip:168@192.168.178.20:5060;transport=tls")
    expect(contactOf(ping)).toBe(`<sip:168@${publicAddress}:5071;transport=tls>`)
  })
})

test("what was entered in place of STUN is announced with the TLS port", async () => {
  const stun = { mode: "static", server: undefined, staticAddress: "198.51.100.20", staticPort: 6070 } as const
  const it = await border({ ...secure, stun })
  const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
  const { invite } = it.connect(office, home)
  expect(contactOf(invite)).toBe("<sip:101@198.51.100.20:5071;transport=tls>")
})

describe("in the office", () => {
  test("a desk phone over TLS is reached over its connection, by our local address", async () => {
    const it = await border(secure)
    const [desk, other] = [it.officePhone("101", over), it.officePhone("102")]
    expect(it.sbc.registrations()).toMatchObject([{ network: "inner", transport: "TLS", local: { port: 5062 } }, {}])
    const { caller, invite } = it.connect(other, desk)
    expect(contactOf(invite)).toBe(`<sip:102@${homeport}:5062;transport=tls>`)
    caller.hangsUp()
    desk.receives("BYE")
    const back = it.connect(desk, other)
    expect(contactOf(back.caller.response)).toBe(`<sip:102@${homeport}:5062;transport=tls>`)
    back.caller.hangsUp()
    desk.disconnects()
    expect(it.sbc.registrations()).toHaveLength(1)
    expect(it.left()).toEqual(nothing)
  })

  test("one TLS port for both sides, as on migrated systems", async () => {
    const ports = { inner: 5060, outer: 5070, innerTls: 5071, outerTls: 5071, rtp: { from: 29_100, to: 30_530 } }
    const it = await border({ ...secure, ports })
    expect(
      it.sbc.listeners().flatMap(({ name, network, transport }) => (transport === "TLS" ? [`${name} ${network}`] : [])),
    ).toEqual(["SIP_TLS_SUB inner", "SIP_TLS_SUB_EXT outer"])
    it.officePhone("101", { ...over, server: { host: homeport, port: 5071 } })
    it.homePhone("168", over)
    expect(it.sbc.registrations().map(({ callNumber, network }) => `${callNumber} ${network}`)).toEqual([
      "101 inner",
      "168 outer",
    ])
  })
})

describe("sips", () => {
  const phone = { ...over, sips: true }

  test("over TLS: every URI toward that phone is sips, and none toward the other", async () => {
    const it = await border(secure)
    const [office, home] = [it.officePhone("101"), it.homePhone("168", phone)]
    expect(it.sbc.registrations().at(-1)?.contact).toBe("sips:168@192.168.178.20:5060")
    const out = it.connect(home, office)
    expect(contactOf(out.caller.response)).toBe(`<sips:101@${publicAddress}:5071>`)
    expect(contactOf(out.invite)).toBe(`<sip:168@${homeport}:5060>`)
    expect([out.invite.uri, out.invite.from.uri, out.invite.to.uri].join()).not.toContain("sips:")
    const moved = out.callee.offers({ ...pcmu, port: 4100 })
    const reinvite = home.receives("INVITE")
    expect(contactOf(reinvite)).toBe(`<sips:101@${publicAddress}:5071>`)
    home.answers(reinvite, 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    out.caller.hangsUp()

    const back = it.connect(office, home)
    expect(back.invite.uri).toBe("sips:168@192.168.178.20:5060")
    expect(back.invite.to.uri).toBe(`sips:168@${publicAddress}`)
    expect(back.invite.from.uri).toBe(`sips:101@${publicAddress}`)
    expect(contactOf(back.invite)).toBe(`<sips:101@${publicAddress}:5071>`)
    expect(contactOf(back.caller.response)).toBe(`<sip:168@${homeport}:5060>`)
    back.caller.hangsUp()
    home.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("in its Contact alone: it means it all the same", async () => {
    const it = await border(secure)
    const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
    const contact = "<sips:168@192.168.178.20:5060>"
    expect(home.registers({ contact }).response?.status).toBe(200)
    const call = home.invites("101", { offer: pcmu, fields: { Contact: contact } })
    office.answers(office.receives("INVITE"), 180)
    expect(contactOf(call.response)).toBe(`<sips:101@${publicAddress}:5071>`)
  })

  test("is pinged as sips", async () => {
    const it = await border(secure)
    const home = it.homePhone("168", phone)
    it.clock.advance(28_000)
    const ping = home.receives("OPTIONS")
    expect([ping.uri, ping.from.uri, ping.to.uri, contactOf(ping)]).toEqual([
      "sips:168@192.168.178.20:5060",
      `sips:${publicAddress}`,
      `sips:168@${publicAddress}`,
      `<sips:168@${publicAddress}:5071>`,
    ])
  })

  test.each(["UDP", "TCP"] as const)("over %s: 416, and its Contact 400", async (transport) => {
    const it = await border()
    const home = it.home("168", { transport, sips: true })
    const refused = home.registers().response
    expect(refused?.status).toBe(416)
    expect(warningOf(refused)).toContain("TLS")
    expect(home.invites("101", { offer: pcmu }).response?.status).toBe(416)
    const desk = it.office("101", { transport })
    const half = desk.registers({ contact: "<sips:101@192.168.1.21>" }).response
    expect([half?.status, warningOf(half)]).toEqual([400, expect.stringContaining("TLS")])
    expect(it.sbc.registrations()).toEqual([])
    expect(it.left()).toEqual(nothing)
  })
})

test("after a restart a TLS phone is waited for; one whose TLS was turned off meanwhile is not", async () => {
  const it = await border(secure)
  const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
  await it.restart()
  expect(it.sbc.registrations().at(-1)).toMatchObject({ callNumber: "168", state: "waiting" })
  expect(office.invites("168", { offer: pcmu }).response?.status).toBe(480)
  home.registers()
  const { caller } = it.connect(office, home)
  caller.hangsUp()
  await it.reconfigure({ tls: undefined })
  expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
})

test("a TLS phone that rings hears CANCEL over its connection", async () => {
  const it = await border(secure)
  const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
  const call = office.invites("168", { offer: pcmu })
  home.answers(home.receives("INVITE"), 180)
  call.cancels()
  home.receives("CANCEL")
  expect(call.response?.status).toBe(487)
  expect(it.left()).toEqual(nothing)
})
