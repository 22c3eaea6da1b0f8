/** Who may reach which port, who is shut out for what he does, and who goes on all the same. */
import { type Host, type Phone, softPhone } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { type Border, border, forward, homeport, publicAddress, secure } from "./border.fixture.ts"
import type { FirewallConfig } from "./config.ts"

const minutes = 60_000
const usual: FirewallConfig = {
  reach: { SIP: "local", SIP_TLS_SUB: "local", SIP_EXT: "everybody", SIP_TLS_SUB_EXT: "everybody" },
  neverBlocked: [],
  blocking: { failures: 20, within: 10 * minutes, duration: 15 * minutes, sparesLocal: true },
}
/** The mistake that the guide warns of: the office router leads to the inner ports too. */
const tooOpen = {
  forwards: [
    forward("UDP", 5060),
    forward("TCP", 5060),
    forward("TCP", 5062),
    forward("UDP", 5070),
    forward("TCP", 5070),
  ],
}

/** A phone right on the internet, at this address, that knows what it knows. */
const at = (on: Host, user: string, more: object = {}): Phone =>
  softPhone({
    on,
    user,
    username: `SIP-${user}`,
    password: `secret-${user}`,
    server: { host: publicAddress, port: 5070 },
    ...more,
  })

const refused = (it: Border) => it.told("source.refused").map(({ source, name, count }) => `${source} ${name} ${count}`)
const blocked = (it: Border) => it.sbc.firewall().blocks.map(({ network, kind }) => `${network} ${kind}`)

/** Registers so often with a wrong password, or as a station that does not exist. */
function fails(phone: Phone, times: number) {
  for (let time = 0; time < times; time++) phone.registers()
}

describe("who may reach a port", () => {
  test("the inner port answers nothing to a source that is in no local network, and one event says so", async () => {
    const it = await border({}, undefined, tooOpen)
    const stranger = at(it.stranger("203.0.113.99"), "101", { server: { host: publicAddress, port: 5060 } })
    for (let time = 0; time < 50; time++) stranger.sendsRaw("OPTIONS sip:100@office SIP/2.0\r\n\r\n")
    const registration = stranger.registers()
    expect(registration.responses).toEqual([])
    expect(refused(it)).toEqual(["203.0.113.99 SIP 1"])
    it.clock.advance(1 * minutes)
    expect(refused(it)).toEqual(["203.0.113.99 SIP 1", expect.stringMatching(/^203.0.113.99 SIP 5\d$/)])
    expect(it.sbc.firewall().refused.SIP).toBeGreaterThan(50)
    expect(it.told("message.malformed")).toEqual([])
    expect(it.officePhone("101").registers().response?.status).toBe(200)
  })

  test("a connection is closed at once, over TCP and TLS", async () => {
    const it = await border(secure, undefined, tooOpen)
    const on = it.stranger("203.0.113.99")
    const ends: string[] = []
    for (const port of [5060, 5062]) {
      const user = { received: () => ends.push("heard"), ended: (reason: string) => ends.push(reason) }
      on.connectTcp("203.0.113.99", { host: publicAddress, port }, user).send(Buffer.from("\r\n\r\n"))
    }
    it.net.settle()
    expect(ends).toEqual(["closed by the other side", "closed by the other side"])
    expect(it.sbc.firewall().refused).toMatchObject({ SIP: 1, SIP_TLS_SUB: 1 })
  })

  test("of many invented sources only so many are told a minute; all are counted", async () => {
    const it = await border({}, undefined, tooOpen)
    for (let last = 1; last <= 150; last++) {
      const on = it.stranger(`203.0.113.${last}`)
      on.udp({ host: `203.0.113.${last}`, port: 9 }, () => {})?.send(Buffer.from("x"), {
        host: publicAddress,
        port: 5060,
      })
      it.net.settle()
    }
    expect(it.told("source.refused")).toHaveLength(60)
    expect(it.sbc.firewall().refused.SIP).toBe(150)
  })

  test("the outer port may be kept for some networks; what our STUN server answers comes in all the same", async () => {
    const reach = { ...usual.reach, SIP_EXT: ["203.0.113.7/32"] }
    const it = await border({ firewall: { ...usual, reach } })
    expect(it.sbc.stun().mapped?.host).toBe(publicAddress)
    const home = it.home("168", { publicAddress: "203.0.113.7" })
    home.asksStun(it.stun.address)
    expect(home.registers().response?.status).toBe(200)
    const other = it.home("169", { publicAddress: "203.0.113.8" })
    other.asksStun(it.stun.address)
    expect(other.registers().responses).toEqual([])
    // Nor is a stranger's own question answered.
    expect(other.asksStun({ host: publicAddress, port: 5070 })).toBe(false)
    expect(refused(it)).toContain("203.0.113.8 SIP_EXT 1")
  })

  test("one socket for both ports: a local source is inside, all others are judged as outside", async () => {
    const ports = { inner: 5060, outer: 5060, innerTls: 5062, outerTls: 5062, rtp: { from: 29_100, to: 30_530 } }
    const reach = { ...usual.reach, SIP_EXT: ["203.0.113.7/32"] }
    const it = await border({ ports, firewall: { ...usual, reach } }, undefined, tooOpen)
    expect(it.officePhone("101").registers().response?.status).toBe(200)
    const stranger = at(it.stranger("203.0.113.99"), "168", { server: { host: publicAddress, port: 5060 } })
    expect(stranger.registers().responses).toEqual([])
    expect(refused(it)).toEqual(["203.0.113.99 SIP_EXT 1"])
  })

  test("a new rule ends the registrations that it shuts out, and what goes on over their connections", async () => {
    const it = await border()
    const over = it.homePhone("168", { transport: "TCP" })
    const other = it.homePhone("169")
    const source = it.sbc.registrations().find(({ callNumber }) => callNumber === "169")?.source.host ?? ""
    await it.reconfigure({ firewall: { ...usual, reach: { ...usual.reach, SIP_EXT: [source] } } })
    expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["169"])
    expect(over.registers().response).toBeUndefined()
    expect(other.registers().response?.status).toBe(200)
  })
})

describe("who fails again and again", () => {
  test("is blocked on the twentieth time: no answer any more, for a quarter of an hour, then twice as long", async () => {
    const it = await border()
    const guesser = at(it.stranger("203.0.113.99"), "168", { password: "guess" })
    fails(guesser, 19)
    expect(guesser.registers().response?.status).toBe(401)
    expect(it.told("block.changed").map(({ block }) => block)).toMatchObject([
      { network: "203.0.113.99", by: "failures", kind: "blocked", cause: "wrong-password", failures: 20, times: 1 },
    ])
    expect(guesser.registers().responses).toEqual([])
    expect(it.sbc.firewall().blocks[0]?.dropped).toBeGreaterThan(0)
    it.clock.advance(15 * minutes)
    expect(blocked(it)).toEqual([])
    fails(guesser, 20)
    const [again] = it.sbc.firewall().blocks
    expect(again && again.until !== undefined && again.until - again.since).toBe(30 * minutes)
  })

  test("naming stations that do not exist counts, with or without credentials; a challenge alone does not", async () => {
    const it = await border()
    const scanner = at(it.stranger("203.0.113.99"), "999", { password: "guess" })
    for (let number = 0; number < 20; number++) scanner.sends("OPTIONS", "100")
    expect(blocked(it)).toEqual(["203.0.113.99 blocked"])
    const asker = at(it.stranger("203.0.113.98"), "168")
    for (let time = 0; time < 100; time++) asker.sendsRaw(challenged(time))
    expect(blocked(it)).toEqual(["203.0.113.99 blocked"])
  })

  test("ten minutes later it counts anew, and nobody in a local network is counted", async () => {
    const it = await border()
    const guesser = at(it.stranger("203.0.113.99"), "168", { password: "guess" })
    fails(guesser, 19)
    it.clock.advance(10 * minutes)
    fails(guesser, 19)
    fails(it.office("101", { password: "guess" }), 50)
    expect(blocked(it)).toEqual([])
  })

  test("in a local network is blocked where that is asked for, and never on the allow list", async () => {
    const blocking = { failures: 5, within: 10 * minutes, duration: 15 * minutes, sparesLocal: false }
    const it = await border({ firewall: { ...usual, blocking, neverBlocked: ["203.0.113.0/24"] } })
    const desk = it.office("101", { password: "guess" })
    fails(desk, 5)
    fails(at(it.stranger("203.0.113.99"), "168", { password: "guess" }), 50)
    expect(blocked(it)).toEqual([`${desk.address.host} blocked`])
  })

  test("a good phone goes on while somebody else floods us", async () => {
    const it = await border()
    const home = it.homePhone("168")
    const desk = it.officePhone("101")
    const guesser = at(it.stranger("203.0.113.99"), "169", { password: "guess" })
    fails(guesser, 500)
    expect(blocked(it)).toEqual(["203.0.113.99 blocked"])
    // What was refused is one kind of line; the rest was never read.
    expect(it.told("registration.refused")).toHaveLength(20)
    expect(home.registers().response?.status).toBe(200)
    const { caller } = it.connect(home, desk)
    expect(caller.response?.status).toBe(200)
  })

  test("with a registered phone at the same address it is slowed down; that phone goes on", async () => {
    const it = await border()
    const on = it.stranger("203.0.113.50")
    const good = at(on, "168")
    good.registers()
    const desk = it.officePhone("101")
    const guesser = at(on, "169", { password: "guess", port: 5066, mediaPort: 4100 })
    fails(guesser, 500)
    expect(blocked(it)).toEqual(["203.0.113.50 throttled"])
    expect(it.told("registration.refused").length).toBeLessThan(30)
    expect(good.registers().response?.status).toBe(200)
    const { caller } = it.connect(good, desk)
    expect(caller.response?.status).toBe(200)
    // Its router gives the phone another port: that trickles through.
    it.clock.advance(5_000)
    expect(at(on, "168", { port: 5090, mediaPort: 4200 }).registers().response?.status).toBe(200)
  })
})

describe("a block by hand", () => {
  test("ends the registrations from there, of a network too, and lasts until it is lifted", async () => {
    const it = await border()
    const home = it.homePhone("168")
    const other = it.home("169", { publicAddress: "198.51.7.8" })
    other.asksStun(it.stun.address)
    expect(it.sbc.block({ network: "203.0.113.0/24", until: undefined, note: "nobody we know" })).toBe(true)
    expect(it.sbc.registrations()).toEqual([])
    expect(home.registers().responses).toEqual([])
    expect(other.registers().response?.status).toBe(200)
    it.clock.advance(24 * 60 * minutes)
    expect(blocked(it)).toEqual(["203.0.113.0/24 blocked"])
    expect(it.sbc.unblock("203.0.113.0/24")).toBe(true)
    expect(it.sbc.unblock("203.0.113.0/24")).toBe(false)
    expect(home.registers().response?.status).toBe(200)
  })

  test("does not concern the allow list", async () => {
    const it = await border({ firewall: { ...usual, neverBlocked: ["203.0.113.7"] } })
    const home = it.homePhone("168")
    it.sbc.block({ network: "203.0.113.0/24", until: undefined, note: "" })
    expect(home.registers().response?.status).toBe(200)
  })

  test("outlives a restart, and so does a block that came by itself; all of them are lifted at once", async () => {
    const it = await border()
    fails(at(it.stranger("203.0.113.99"), "168", { password: "guess" }), 20)
    it.sbc.block({ network: "198.51.7.0/24", until: it.clock.wall() + 60 * minutes, note: "" })
    await it.restart()
    expect(blocked(it)).toEqual(["203.0.113.99 blocked", "198.51.7.0/24 blocked"])
    it.sbc.unblock(undefined)
    expect(blocked(it)).toEqual([])
    expect(
      it
        .told("block.changed")
        .slice(-2)
        .map(({ block }) => block),
    ).toEqual([undefined, undefined])
  })
})

/** A REGISTER without credentials, each a new transaction. */
const challenged = (number: number) =>
  [
    `REGISTER sip:${homeport} SIP/2.0`,
    `Via: SIP/2.0/UDP 203.0.113.98:5060;branch=z9hG4bK${number};rport`,
    "Max-Forwards: 70",
    `From: <sip:168@${homeport}>;tag=1`,
    `To: <sip:168@${homeport}>`,
    `Call-ID: ${number}`,
    "CSeq: 1 REGISTER",
    "Content-Length: 0",
    "",
    "",
  ].join("\r\n")
