import { flowOf, type Receiver, success } from "@homeport/sip"
import { pcmu } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { border, forward, nothing, secure, tlsConfig } from "./border.fixture.ts"
import type { SbcEvent } from "./events.ts"
import { createSbc } from "./sbc.ts"

const over = { transport: "TLS" } as const

describe("a new configuration", () => {
  test("with another certificate: loaded first, taken in mid-call, the call goes on", async () => {
    const it = await border(secure)
    const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
    const { caller } = it.connect(home, office)
    const before = it.told("listener.changed").length
    const prepared = await it.sbc.prepare({ ...it.config, tls: tlsConfig("second") })
    expect(it.renewed).toEqual([])
    if (!prepared.ok) throw new Error("refused")
    prepared.activate()
    expect(it.renewed.map(({ port, certificate }) => `${port} ${certificate?.chain} ${certificate?.key}`)).toEqual([
      "5062 chain of second key of second",
      "5071 chain of second key of second",
    ])
    await it.reconfigure({ tls: tlsConfig("second"), realm: "another" })
    expect(it.renewed).toHaveLength(2)
    expect(it.told("listener.changed")).toHaveLength(before)
    expect(caller.updates().response?.status).toBe(200)
    expect(it.sbc.registrations()).toHaveLength(2)
    caller.hangsUp()
    office.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test.each([
    ["held", secure],
    ["new", {}],
  ])("whose certificate cannot be used is refused, and nothing changes: listeners %s", async (_which, start) => {
    const it = await border(start, ({ certificate }) =>
      certificate?.chain === "chain of bad" ? "certificate" : undefined,
    )
    const before = it.sbc.listeners()
    const refused = await it.sbc.prepare({ ...it.config, tls: tlsConfig("bad") })
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { code: "certificate", setting: "tls", transport: "TLS", port: 5062 },
        { code: "certificate", setting: "tls", transport: "TLS", port: 5071 },
      ],
    })
    expect(it.sbc.listeners()).toEqual(before)
    expect(it.renewed).toEqual([])
  })

  test("after a start with a certificate that cannot be used: other settings may change, a good one is bound at once", async () => {
    const it = await border({ tls: tlsConfig("bad") }, ({ certificate }) =>
      certificate?.chain === "chain of bad" ? "certificate" : undefined,
    )
    expect(it.sbc.listeners().filter(({ state }) => state === "failed")).toMatchObject([
      { name: "SIP_TLS_SUB", problem: "certificate" },
      { name: "SIP_TLS_SUB_EXT", problem: "certificate" },
    ])
    await it.reconfigure({ realm: "another" })
    await it.reconfigure(secure)
    expect(it.sbc.listeners().every(({ state }) => state === "listening")).toBe(true)
  })

  test.each([
    [5062, "ports.innerTls"],
    [5071, "ports.outerTls"],
  ])("whose TLS port %i is taken is refused with its field", async (taken, setting) => {
    const it = await border({}, ({ port }) => (port === taken ? "address-in-use" : undefined))
    expect(await it.sbc.prepare({ ...it.config, ...secure })).toMatchObject({
      ok: false,
      problems: [{ code: "address-in-use", setting, transport: "TLS", port: taken }],
    })
    expect(it.sbc.listeners()).toHaveLength(4)
  })

  test("that turns TLS on and off while nobody uses it", async () => {
    const it = await border()
    await it.reconfigure(secure)
    expect(it.sbc.listeners()).toHaveLength(6)
    await it.reconfigure({ tls: undefined })
    expect(it.sbc.listeners()).toHaveLength(4)
    await it.reconfigure(secure)
    expect(it.homePhone("168", over).registers().response?.status).toBe(200)
  })

  test("that turns TLS off in mid-call: bindings end, nobody gets in, the call goes on over its connection", async () => {
    const it = await border(secure)
    const [office, home, second] = [it.officePhone("101"), it.homePhone("168", over), it.homePhone("169", over)]
    const { caller, callee } = it.connect(home, office)
    await it.reconfigure({ tls: undefined })
    expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101"])
    expect(
      it.sbc.listeners().flatMap(({ transport, port, state }) => (transport === "TLS" ? [`${port} ${state}`] : [])),
    ).toEqual(["5071 draining"])
    // Who does not talk has been disconnected, and is let in no more.
    expect(second.registers().response).toBeUndefined()
    // Who talks may go on, and begin nothing.
    const moved = caller.offers({ ...pcmu, port: 4100 })
    office.answers(office.receives("INVITE"), 200, { answer: pcmu })
    expect(moved.response?.status).toBe(200)
    expect(home.registers().response?.status).toBe(503)
    expect(home.invites("101", { offer: pcmu }).response?.status).toBe(503)
    callee.hangsUp()
    home.receives("BYE")
    it.clock.advance(6_000)
    it.net.settle()
    expect(it.sbc.listeners().filter(({ transport }) => transport === "TLS")).toEqual([])
    expect(it.left()).toEqual(nothing)
  })

  test("and on again while that call goes on: both keep their connections apart", async () => {
    const it = await border(secure)
    const [office, home] = [it.officePhone("101"), it.homePhone("168", over)]
    const { caller } = it.connect(home, office)
    await it.reconfigure({ tls: undefined })
    await it.reconfigure({ tls: tlsConfig("second") })
    const second = it.homePhone("169", over)
    expect(it.sbc.registrations().map(({ callNumber }) => callNumber)).toEqual(["101", "169"])
    expect(second.invites("102", { offer: pcmu }).response?.status).toBe(480)
    expect(caller.updates().response?.status).toBe(200)
    home.disconnects()
    expect(home.registers().response?.status).toBe(200)
    it.clock.advance(6_000)
    expect(it.sbc.listeners().filter(({ state }) => state === "draining")).toEqual([])
    expect(caller.hangsUp().response?.status).toBe(200)
    office.receives("BYE")
    expect(it.left()).toEqual(nothing)
  })

  test("that changes the outer TLS port: phones have their grace, as on any port", async () => {
    const forwards = [5071, 5081].map((port) => forward("TCP", port))
    const it = await border(secure, undefined, { forwards: [forward("UDP", 5070), ...forwards] })
    const home = it.homePhone("168", over)
    await it.reconfigure({ ports: { ...it.config.ports, outerTls: 5081 } })
    expect(home.registers().response?.status).toBe(200)
    expect(home.invites("101", { offer: pcmu }).response?.status).toBe(503)
    home.unregisters()
    it.clock.advance(6_000)
    expect(it.sbc.listeners().flatMap(({ transport, port }) => (transport === "TLS" ? [port] : []))).toEqual([
      5062, 5081,
    ])
  })
})

test("a handshake that failed is told with its port and its cause", async () => {
  const { config } = await border(secure)
  const receivers: Receiver[] = []
  const events: SbcEvent[] = []
  const sbc = createSbc({
    config,
    bindings: [],
    nonceKey: new Uint8Array(32),
    onEvent: (event) => void events.push(event),
    environment: {
      network: {
        async listen(endpoint, receiver) {
          receivers.push(receiver)
          const connect = (remote: { host: string; port: number }) => flowOf(endpoint.transport, endpoint, remote, 1)
          return success({ endpoint, send: () => true, connect, disconnect() {}, async close() {} })
        },
      },
    },
  })
  await sbc.start()
  const from = { host: "203.0.113.9", port: 40_000 }
  const flow = flowOf("TLS", { host: config.networks.outer, port: 5071 }, from, 7)
  receivers[0]?.handshakeFailed?.(flow, { cause: "protocol-version", detail: "TLS 1.0" })
  expect(events.at(-1)).toEqual({
    type: "handshake.failed",
    network: "outer",
    source: from,
    port: 5071,
    cause: "protocol-version",
    detail: "TLS 1.0",
  })
  await sbc.stop(0)
})
