import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { atHome, border, forward, nothing, publicAddress, station } from "./border.fixture.ts"

const ports = (inner: number, outer: number) => ({
  inner,
  outer,
  innerTls: 5062,
  outerTls: 5071,
  rtp: { from: 29_100, to: 30_530 },
})
const draining = ({ sbc }: { sbc: { listeners(): readonly { state: string; port: number }[] } }) =>
  sbc.listeners().flatMap(({ state, port }) => (state === "draining" ? [port] : []))

describe("a replaced inner port", () => {
  test("serves the calls begun on it in everything, and begins none", async () => {
    const it = await border()
    const [one, other] = [it.officePhone("101"), it.officePhone("102")]
    const { caller, callee } = it.connect(one, other)
    await it.reconfigure({ ports: ports(5065, 5070) })
    expect(draining(it)).toEqual([5060, 5060])
    const moved = caller.offers({ ...pcmu, port: 4100 })
    other.answers(other.receives("INVITE"), 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    expect(one.invites("102", { offer: pcmu }).response?.status).toBe(503)
    expect(one.registers().response?.status).toBe(503)
    callee.hangsUp()
    one.receives("BYE")
    expect(it.left()).toEqual(nothing)
    expect(draining(it)).toEqual([5060, 5060])
    it.clock.advance(3_601_000)
    it.net.settle()
    expect(draining(it)).toEqual([])
  })

  test("lets a call go on that still rings", async () => {
    const it = await border()
    const [one, other] = [it.officePhone("101"), it.officePhone("102")]
    const call = one.invites("102", { offer: pcmu })
    const invite = other.receives("INVITE")
    other.answers(invite, 180)
    await it.reconfigure({ ports: ports(5065, 5070) })
    other.answers(invite, 200, { answer: pcmu })
    expect(call.response?.status).toBe(200)
    call.hangsUp()
    other.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })
})

describe("a replaced outer port", () => {
  const forwards = [5070, 5080].flatMap((port) => [forward("UDP", port), forward("TCP", port)])

  test("keeps the phones that registered there, refreshes included, until none is left", async () => {
    const it = await border({}, undefined, { forwards })
    const home = it.homePhone("168")
    const office = it.officePhone("101")
    await it.reconfigure({ ports: ports(5060, 5080) })
    expect(home.registers().response?.status).toBe(200)
    // It is called over the port that its router lets in, which is what we name there.
    const call = office.invites("168", { offer: pcmu })
    const invite = home.receives("INVITE")
    expect(invite.fields.find(({ name }) => name === "Contact")?.value).toContain(`@${publicAddress}:5070`)
    home.answers(invite, 200, { answer: pcmu })
    call.hangsUp()
    home.receives("BYE")
    expect(home.invites("101", { offer: pcmu }).response?.status).toBe(503)
    home.unregisters()
    it.clock.advance(40_000)
    it.net.settle()
    expect(draining(it)).toEqual([])
  })
})

describe("swapped ports in mid-call", () => {
  test("the call goes on over the sockets it began on, in their new roles", async () => {
    const it = await border()
    const [one, other] = [it.officePhone("101"), it.officePhone("102")]
    const { caller } = it.connect(one, other)
    await it.reconfigure({ ports: ports(5070, 5060) })
    const moved = caller.offers({ ...pcmu, port: 4100 })
    other.answers(other.receives("INVITE"), 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    caller.hangsUp()
    other.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })
})

describe("one port for both sides, as on migrated systems", () => {
  test("whoever comes from a local network is inside, all others are outside", async () => {
    const stations = [station("101", { authenticationActive: false }), atHome("168")]
    const it = await border({ ports: ports(5070, 5070), stations })
    expect(
      it.sbc
        .listeners()
        .map(({ name, network, transport }) => `${name} ${network} ${transport}`)
        .sort(),
    ).toEqual(["SIP inner TCP", "SIP inner UDP", "SIP_EXT outer TCP", "SIP_EXT outer UDP"])
    const office = it.officePhone("101", { server: { host: "192.168.1.10", port: 5070 } })
    const home = it.homePhone("168")
    expect(it.sbc.registrations().map(({ callNumber, network }) => `${callNumber} ${network}`)).toEqual([
      "101 inner",
      "168 outer",
    ])
    const { caller, invite } = it.connect(office, home)
    expect(invite.offer?.media[0]?.address).toBe(publicAddress)
    expect(it.sbc.channels().used).toBe(1)
    expect(it.sbc.stun().state).toBe("mapped")
    caller.hangsUp()
    expect(it.left()).toEqual(nothing)
  })

  test("and apart again later: the shared socket stays what it still is", async () => {
    const it = await border({ ports: ports(5070, 5070) })
    await it.reconfigure({ ports: ports(5060, 5070) })
    expect(
      it.sbc
        .listeners()
        .map(({ name, port, state }) => `${name} ${port} ${state}`)
        .sort(),
    ).toEqual(["SIP 5060 listening", "SIP 5060 listening", "SIP_EXT 5070 listening", "SIP_EXT 5070 listening"])
  })
})

describe("a change that is refused or discarded", () => {
  test("leaves calls, registrations and sockets as they are, also those it had bound already", async () => {
    const it = await border({}, ({ port, transport }) =>
      port === 5075 && transport === "UDP" ? "address-in-use" : undefined,
    )
    const [office, home] = [it.officePhone("101"), it.homePhone("168")]
    const { caller } = it.connect(home, office)
    expect((await it.sbc.prepare({ ...it.config, stations: [], ports: ports(5061, 5075) })).ok).toBe(false)
    const prepared = await it.sbc.prepare({ ...it.config, stations: [], ports: ports(5062, 5076) })
    if (prepared.ok) prepared.discard()
    expect(
      it.sbc
        .listeners()
        .map(({ port }) => port)
        .sort(),
    ).toEqual([5060, 5060, 5070, 5070])
    expect(it.sbc.registrations()).toHaveLength(2)
    expect(caller.hangsUp().response?.status).toBe(200)
    // What it bound is free again.
    const next = await it.sbc.prepare({ ...it.config, ports: ports(5061, 5076) })
    expect(next.ok).toBe(true)
  })

  test("a message to a socket that is bound and not active yet gets no answer, and leaves nothing", async () => {
    const it = await border()
    const prepared = await it.sbc.prepare({ ...it.config, ports: ports(5066, 5070) })
    expect(prepared.ok).toBe(true)
    const early = it.office("101", { server: { host: "192.168.1.10", port: 5066 } })
    expect(early.invites("102", { offer: pcmu }).responses).toEqual([])
    expect(it.left()).toEqual(nothing)
  })
})

test("a station that is deleted in mid-call loses its registration, not the call", async () => {
  const it = await border()
  const [office, home] = [it.officePhone("101"), it.homePhone("168")]
  const { caller } = it.connect(home, office)
  await it.reconfigure({ stations: [station("101")] })
  expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
  expect(it.sbc.calls()).toHaveLength(1)
  expect(caller.updates().response?.status).toBe(200)
  expect(caller.hangsUp().response?.status).toBe(200)
  office.receives("BYE")
  expect(it.left()).toEqual(nothing)
})

test("a core that shuts down answers 503 to what is new, and ends what there is", async () => {
  const it = await border()
  const [office, home, second] = [it.officePhone("101"), it.homePhone("168"), it.officePhone("102")]
  it.connect(home, office)
  const stopped = it.sbc.stop(3_000)
  expect(second.invites("101", { offer: pcmu }).response?.status).toBe(503)
  office.receives("BYE")
  home.receives("BYE")
  it.clock.advance(100)
  await stopped
  expect(it.sbc.listeners()).toEqual([])
})
