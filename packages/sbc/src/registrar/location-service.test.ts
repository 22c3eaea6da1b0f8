import { describe, expect, test } from "vitest"
import type { Binding } from "../events.ts"
import { endedBindings } from "./ended-bindings.ts"
import { configOf, innerFlow, outerFlow, scene, station, status } from "./registration.fixture.ts"

const office = configOf(station("168"), station("169"))

const binding: Binding = {
  callNumber: "168",
  contact: "sip:168@198.51.100.7:40001",
  network: "outer",
  transport: "UDP",
  source: { host: "198.51.100.7", port: 40001 },
  local: { host: "192.168.1.2", port: 5070 },
  userAgent: "Test phone 1",
  callId: "call-1",
  cseq: 1,
  registeredAt: Date.UTC(2025, 11, 31),
  expiresAt: Date.UTC(2026, 0, 1, 0, 1),
  hairpin: false,
  state: "reachable",
}

describe("after a restart", () => {
  test("a binding over UDP is usable at once, over the same addresses", () => {
    const { locations, events, home } = scene(office, { bindings: [binding] })
    expect(locations.of("168")).toMatchObject([{ binding, flow: { key: home.key } }])
    expect(events).toEqual([])
  })

  test.each(["TCP", "TLS"] as const)("a binding over %s waits until the phone connects again", (transport) => {
    const { locations, send } = scene(office, { bindings: [{ ...binding, transport }] })
    expect(locations.of("168")).toMatchObject([{ flow: undefined, binding: { state: "waiting" } }])
    const flow = outerFlow("198.51.100.7", 40500, transport, 1)
    expect(status(send({ flow }))).toBe(200)
    expect(locations.of("168")).toMatchObject([{ flow, binding: { state: "reachable" } }])
  })

  test("it expires when it would have, and what has expired meanwhile is told as removed", () => {
    const expired = { ...binding, callNumber: "169", expiresAt: Date.UTC(2026, 0, 1) }
    const { locations, clock, of } = scene(office, { bindings: [binding, expired] })
    expect(locations.all()).toEqual([binding])
    expect(of("binding.changed")).toMatchObject([{ callNumber: "169", binding: undefined }])
    clock.advance(60_000)
    expect(locations.all()).toEqual([])
  })

  test("the order of requests still counts", () => {
    const { send } = scene(office, { bindings: [{ ...binding, cseq: 50 }] })
    expect(status(send({ cseq: 50 }))).toBe(500)
    expect(status(send({ cseq: 51 }))).toBe(200)
  })
})

describe("a TLS connection that closes", () => {
  const first = outerFlow("198.51.100.7", 40001, "TLS", 1)

  test("takes its binding along, and the phone's calls may still ask where it was", () => {
    const { send, locations, of, clock } = scene(office)
    send({ flow: first, expires: 600 })
    locations.flowClosed(outerFlow("198.51.100.7", 40001, "TLS", 2))
    expect(locations.of("168")).toHaveLength(1)
    locations.flowClosed(first)
    expect(locations.of("168")).toEqual([])
    expect(of("binding.changed").at(-1)).toMatchObject({ callNumber: "168", binding: undefined })
    expect(locations.lost("168")).toMatchObject([{ binding: { source: first.remote, transport: "TLS" } }])
    clock.advance(600_000)
    expect(locations.lost("168")).toEqual([])
    expect(clock.timers).toBe(0)
  })

  test("again and again, leaves no more behind than ten", () => {
    const { send, locations } = scene(office)
    for (let time = 1; time <= 30; time++) {
      const flow = outerFlow("198.51.100.7", 40000 + time, "TLS", time)
      send({ flow, callId: `call-${time}` })
      locations.flowClosed(flow)
    }
    expect(locations.lost("168")).toHaveLength(10)
    expect(locations.lost("169")).toEqual([])
  })
})

describe("a connection that closes", () => {
  const first = outerFlow("198.51.100.7", 40001, "TCP", 1)

  test("makes its binding unusable at once, and a new one makes it usable again", () => {
    const { send, locations, of } = scene(office)
    send({ flow: first })
    locations.flowClosed(first)
    expect(locations.of("168")).toMatchObject([{ flow: undefined, binding: { state: "waiting" } }])
    expect(of("binding.changed").at(-1)?.binding?.state).toBe("waiting")
    const second = outerFlow("198.51.100.7", 40002, "TCP", 2)
    send({ flow: second })
    expect(locations.of("168")).toMatchObject([{ flow: second, binding: { state: "reachable" } }])
  })

  test("is another one than a new connection between the same addresses", () => {
    const { send, locations } = scene(office)
    const second = outerFlow("198.51.100.7", 40001, "TCP", 2)
    send({ flow: first })
    send({ flow: second })
    locations.flowClosed(first)
    expect(locations.of("168")).toMatchObject([{ flow: second, binding: { state: "reachable" } }])
  })

  test("a datagram that could not be sent closes nothing", () => {
    const { send, locations, home } = scene(office)
    send()
    locations.flowClosed(home)
    expect(locations.of("168")).toMatchObject([{ binding: { state: "reachable" } }])
  })
})

describe("pings", () => {
  test("go to outer contacts every 25 s, whether or not the phone refreshes more often", () => {
    const { send, clock, pings, home } = scene(office)
    send({ expires: 600 })
    for (let second = 0; second < 100; second += 10) {
      clock.advance(10_000)
      pings.at(-1)?.done(true)
      send({ expires: 600 })
    }
    expect(pings).toHaveLength(4)
    expect(pings[0]).toMatchObject({ flow: home, binding: { callNumber: "168" } })
  })

  test("two misses make a phone unreachable, any request from its flow reachable again", () => {
    const { send, clock, of, locations, receive, make, home } = scene(office)
    send({ expires: 600 })
    clock.advance(25_000 + 5_000)
    expect(of("station.reachability")).toEqual([])
    clock.advance(25_000)
    const contact = "sip:168@198.51.100.7:40001"
    expect(of("station.reachability")).toMatchObject([{ callNumber: "168", contact, reachable: false }])
    expect(locations.all()).toMatchObject([{ state: "unreachable" }])
    receive(make({ method: "OPTIONS" }), home)
    expect(of("station.reachability").map(({ reachable }) => reachable)).toEqual([false, true])
    expect(of("binding.changed").at(-1)?.binding?.state).toBe("reachable")
  })

  test("a request over a newer connection between the same addresses says nothing about the older", () => {
    const { send, clock, locations } = scene(office)
    send({ flow: outerFlow("198.51.100.7", 40001, "TCP", 1), expires: 600 })
    clock.advance(55_000)
    expect(locations.all()).toMatchObject([{ state: "unreachable" }])
    locations.heard(outerFlow("198.51.100.7", 40001, "TCP", 2))
    expect(locations.all()).toMatchObject([{ state: "unreachable" }])
    locations.heard(outerFlow("198.51.100.7", 40001, "TCP", 1))
    expect(locations.all()).toMatchObject([{ state: "reachable" }])
  })

  test.each(["TCP", "TLS"] as const)("whose second miss comes over %s end that connection", (transport) => {
    const { send, clock, disconnected } = scene(office)
    const flow = outerFlow("198.51.100.7", 40001, transport, 1)
    send({ flow, expires: 600 })
    clock.advance(54_000)
    expect(disconnected).toEqual([])
    clock.advance(1_000)
    expect(disconnected).toEqual([flow])
  })

  test("a refresh over another port makes it reachable, too, and pings go there", () => {
    const { send, clock, of, pings } = scene(office)
    send({ expires: 600 })
    clock.advance(60_000)
    const moved = outerFlow("198.51.100.7", 41000)
    send({ expires: 600, flow: moved, contacts: ["<sip:168@198.51.100.7:41000>"] })
    clock.advance(25_000)
    expect(pings.at(-1)?.flow).toEqual(moved)
    expect(of("binding.changed").at(-1)).toMatchObject({ contact: "sip:168@198.51.100.7:41000" })
  })

  test("end with the binding, with the connection, and with us", () => {
    const { send, clock, pings, locations } = scene(office)
    const tcp = outerFlow("198.51.100.7", 40001, "TCP", 1)
    send({ flow: tcp })
    send({ user: "169", flow: outerFlow("198.51.100.7", 40002) })
    locations.flowClosed(tcp)
    send({ user: "169", flow: outerFlow("198.51.100.7", 40002), expires: 0 })
    clock.advance(100_000)
    expect(pings).toEqual([])
    send({ user: "169", flow: outerFlow("198.51.100.7", 40002) })
    locations.close()
    expect(clock.timers).toBe(0)
  })
})

describe("a new configuration ends the registrations it forbids", () => {
  const now = Date.UTC(2026, 0, 1)
  const inner = { ...binding, network: "inner", source: { host: "192.168.1.50", port: 5060 } } as const
  const ended = (after: ReturnType<typeof configOf>) =>
    endedBindings([binding, inner], configOf(station("168")), after, now).map(({ network }) => network)

  test.each([
    ["nothing changed", station("168"), []],
    ["the name", station("168", { name: "New" }), []],
    ["the flag is off", station("168", { internetRegistration: false }), ["outer"]],
    ["authentication is off", station("168", { authenticationActive: false }), ["outer"]],
    ["another password", station("168", { password: "An0ther-pass" }), ["outer", "inner"]],
    ["another user ID", station("168", { sipUserId: "phone" }), ["outer", "inner"]],
    ["a fixed IP address", station("168", { fixedIpAddress: "198.51.100.7" }), ["inner"]],
    ["a time that is not over", station("168", { internetRegistrationUntil: now }), []],
    ["a time that is over", station("168", { internetRegistrationUntil: now - 1 }), ["outer"]],
    ["the right kind of phone", station("168", { userAgentPrefix: "TEST " }), []],
    ["another kind of phone", station("168", { userAgentPrefix: "Yealink" }), ["outer", "inner"]],
    ["another number", station("169"), ["outer", "inner"]],
  ] as const)("%s", (_, next, expected) => {
    expect(ended(configOf(next))).toEqual(expected)
  })

  test("TLS is off: those over TLS, at start too", () => {
    const secured = [binding, { ...binding, transport: "TLS" }, { ...inner, transport: "TLS" }] as const
    const certificate = { chain: "", key: { reveal: () => "" } }
    const on = { ...office, tls: { certificate, fingerprint: "a" } }
    expect(endedBindings(secured, on, { ...on, tls: { certificate, fingerprint: "b" } }, now)).toEqual([])
    expect(endedBindings(secured, on, office, now)).toEqual(secured.slice(1))
    expect(endedBindings(secured, undefined, office, now)).toEqual(secured.slice(1))
  })

  test("at start, what was forbidden while we were down", () => {
    expect(endedBindings([binding, inner], undefined, configOf(station("168")), now)).toEqual([])
    expect(
      endedBindings([binding, inner], undefined, configOf(station("168", { internetRegistration: false })), now),
    ).toEqual([binding])
    expect(endedBindings([binding, inner], undefined, configOf(), now)).toEqual([binding, inner])
  })

  test("and they are told as removed, the others stay", () => {
    const { send, configure, locations, of } = scene(office)
    send()
    send({ flow: innerFlow("192.168.1.50", 5060), callId: "desk" })
    configure(configOf(station("168", { internetRegistration: false })))
    expect(locations.all().map(({ network }) => network)).toEqual(["inner"])
    expect(of("binding.changed").at(-1)).toMatchObject({ contact: "sip:168@198.51.100.7:40001", binding: undefined })
  })
})
