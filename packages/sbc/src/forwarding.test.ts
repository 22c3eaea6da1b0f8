/** What the office router is seen to forward. console.md: proven, not assumed. */
import type { Address } from "@homeport/sip"
import { type Host, stunServer } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { type Border, border, forward, homeport, publicAddress, secure } from "./border.fixture.ts"

const outside = { host: publicAddress, port: 5070 }
const get = "GET / HTTP/1.1\r\nHost: office.example\r\n\r\n"
const minutes = 60_000

/** Without STUN, unless a test is about it: nothing is sent that could open the router. */
const quiet = { stun: { mode: "always", server: undefined, staticAddress: undefined, staticPort: undefined } } as const

function says(it: Border, from: Host, bytes: string | Uint8Array, to: Address = outside) {
  const [address = ""] = from.addresses
  const socket = from.udp({ host: address, port: 5060 }, () => {})
  socket?.send(Buffer.from(bytes), to)
  it.net.settle()
  socket?.close()
}

function browses(it: Border, from: Host, pieces: readonly string[], to: Address = outside) {
  const [address = ""] = from.addresses
  const heard: string[] = []
  const connection = from.connectTcp(address, to, {
    received: (bytes) => void heard.push(Buffer.from(bytes).toString()),
    ended: (reason) => void heard.push(reason),
  })
  it.net.settle()
  for (const piece of pieces) connection.send(Buffer.from(piece))
  it.net.settle()
  return heard
}

const proven = (it: Border) => it.sbc.forwarding().map(({ transport, from, how }) => `${transport} ${from} ${how}`)

describe("UDP", () => {
  test.each([
    ["SIP", "OPTIONS sip:100 SIP/2.0\r\n\r\n"],
    ["nonsense", "hello"],
    ["a STUN request", Buffer.from("000100002112a442000102030405060708090a0b", "hex")],
  ])("a datagram from the internet proves it: %s", async (_what, bytes) => {
    const it = await border(quiet)
    says(it, it.stranger("203.0.113.99"), bytes)
    expect(it.sbc.forwarding()).toEqual([
      {
        transport: "UDP",
        local: { host: homeport, port: 5070 },
        externalPort: 5070,
        at: it.clock.wall(),
        from: "203.0.113.99",
        how: "datagram",
      },
    ])
    expect(it.told("forwarding.changed").map(({ evidence }) => evidence?.from)).toEqual(["203.0.113.99"])
  })

  test.each(["10.1.2.3", "172.16.0.9", "100.64.0.1", "169.254.1.1", "192.168.77.1"])(
    "a datagram from %s does not: the internet has no such address",
    async (address) => {
      const it = await border(quiet)
      says(it, it.stranger(address), "hello")
      expect(proven(it)).toEqual([])
    },
  )

  test("nor does one from the office, from another local network, or to the inner port", async () => {
    const it = await border({ ...quiet, networks: { inner: [homeport], outer: homeport, local: ["198.51.0.0/16"] } })
    says(it, it.stranger("192.168.1.77"), "hello", { host: homeport, port: 5070 })
    says(it, it.stranger("198.51.7.7"), "hello")
    says(it, it.stranger("192.168.1.78"), "hello", { host: homeport, port: 5060 })
    expect(proven(it)).toEqual([])
  })

  test("nor an answer of the STUN server, however late or odd", async () => {
    const it = await border({}, undefined, { forwards: [] })
    it.clock.advance(20_000)
    expect(it.sbc.stun().state).toBe("mapped")
    expect(proven(it)).toEqual([])
  })

  test("nor whom we talk to, because the router may let his answers in: only who comes by himself", async () => {
    const it = await border()
    it.homePhone("168")
    expect(proven(it)).toEqual(["UDP 203.0.113.7 registration"])
    const before = it.sbc.forwarding()
    // Pinged, and answering, all the time.
    it.clock.advance(4 * minutes)
    expect(it.sbc.registrations()[0]?.state).toBe("reachable")
    expect(it.sbc.forwarding()).toEqual(before)
  })

  test("a phone that was registered before a restart proves nothing by going on", async () => {
    const it = await border(quiet)
    const phone = it.home("168")
    phone.asksStun(it.stun.address)
    phone.registers()
    it.net.settle()
    const before = it.sbc.forwarding()
    expect(before).toMatchObject([{ how: "registration", from: "203.0.113.7" }])
    it.clock.advance(2 * minutes)
    await it.restart()
    expect(it.sbc.forwarding()).toEqual(before)
    phone.registers()
    it.net.settle()
    expect(it.sbc.forwarding()).toEqual(before)
  })

  test("a flood is one event a minute", async () => {
    const it = await border(quiet)
    for (let last = 1; last <= 50; last++) says(it, it.stranger(`203.0.113.${100 + last}`), "hello")
    expect(it.told("forwarding.changed")).toHaveLength(1)
    it.clock.advance(minutes)
    says(it, it.stranger("203.0.113.99"), "hello")
    expect(proven(it)).toEqual(["UDP 203.0.113.99 datagram"])
    expect(it.told("forwarding.changed")).toHaveLength(2)
  })
})

describe("the filtering test", () => {
  const tested = (it: Border, wait = 20_000) => {
    const outcomes: string[] = []
    it.sbc.testForwarding((outcome) => outcomes.push(outcome))
    it.clock.advance(wait)
    return outcomes.join()
  }

  test("is passed at the start already, where the port is forwarded", async () => {
    const it = await border()
    it.clock.advance(1_000)
    expect(it.sbc.forwarding()).toMatchObject([{ transport: "UDP", from: "198.51.100.4", how: "filtering-test" }])
  })

  test("on demand: proven; but too soon while the other address may be let in as one that we asked", async () => {
    const it = await border()
    it.clock.advance(1_000)
    expect(tested(it)).toBe("too-soon")
    const { at } = it.sbc.forwarding()[0] ?? { at: 0 }
    it.clock.advance(11 * minutes)
    expect(tested(it)).toBe("proven")
    expect(it.sbc.forwarding()[0]?.at).toBeGreaterThan(at + 10 * minutes)
  })

  test.each(["address-and-port-dependent", "address-dependent"] as const)(
    "a router that forwards nothing never passes, however often it is asked: %s filtering",
    async (filtering) => {
      const it = await border({}, undefined, { forwards: [], filtering, bindingTimeout: 5 * minutes })
      for (let times = 0; times < 9; times++) {
        expect(tested(it, 10 * minutes)).toMatch(/^(filtered|too-soon)$/)
        expect(proven(it)).toEqual([])
      }
    },
  )

  test("proves nothing about a forwarded port that is not the one mapped", async () => {
    const it = await border({ outerUdpAtRouter: 6070 }, undefined, {
      forwards: [{ protocol: "UDP", from: 6070, to: { host: homeport, port: 5070 } }],
      filtering: "endpoint-independent",
    })
    expect(tested(it)).toBe("port-differs")
    expect(proven(it)).toEqual([])
  })

  test("says why it cannot be made", async () => {
    expect(tested(await border(quiet))).toBe("no-server")
    const silent = await border({}, undefined, { filtering: "address-and-port-dependent" })
    silent.stun.answering = false
    expect(tested(silent)).toBe("no-answer")
    const closed = await border({}, ({ transport, port }) =>
      transport === "UDP" && port === 5070 ? "address-in-use" : undefined,
    )
    expect(tested(closed)).toBe("not-open")
    const single = await border({
      stun: { ...silent.config.stun, server: { host: "198.51.100.9", port: 3478 } },
    })
    stunServer({ on: single.stranger("198.51.100.9"), address: "198.51.100.9" })
    single.clock.advance(20_000)
    expect(tested(single)).toBe("not-supported")
  })

  test("ends with an answer when the configuration changes meanwhile", async () => {
    const it = await border()
    it.stun.answering = false
    const outcomes: string[] = []
    it.sbc.testForwarding((outcome) => outcomes.push(outcome))
    await it.reconfigure(quiet)
    expect(outcomes).toEqual(["no-answer"])
  })
})

describe("TCP and TLS", () => {
  test.each([
    ["TCP", 5070],
    ["TLS", 5071],
  ] as const)("a connection from the internet proves it, a browser's request more so: %s", async (transport, port) => {
    const it = await border({ ...quiet, ...secure })
    const to = { host: publicAddress, port }
    browses(it, it.stranger("203.0.113.98"), [], to)
    expect(proven(it)).toEqual([`${transport} 203.0.113.98 connection`])
    expect(browses(it, it.stranger("203.0.113.99"), [get], to)).toEqual([
      `${transport} ${port} outside`,
      "closed by the other side",
    ])
    expect(proven(it)).toEqual([`${transport} 203.0.113.99 http`])
  })

  test.each([
    ["byte by byte", [...get]],
    ["with a header that never ends", ["GET / HTTP/1.1\r\n", "x".repeat(100_000)]],
    ["followed by SIP", [`${get}OPTIONS sip:100 SIP/2.0\r\n\r\n`]],
  ])("the request is known by its first line: %s", async (_how, pieces) => {
    const it = await border(quiet)
    const heard = browses(it, it.stranger("203.0.113.99"), pieces)
    expect(heard.slice(0, 1)).toEqual(["TCP 5070 outside"])
    expect(proven(it)).toEqual(["TCP 203.0.113.99 http"])
    expect(it.told("message.malformed")).toEqual([])
  })

  test("from the office it is answered, and proves nothing; at the inner port nobody is answered", async () => {
    const it = await border(quiet)
    const desk = it.stranger("192.168.1.77")
    expect(browses(it, desk, [get], { host: homeport, port: 5070 })[0]).toBe("TCP 5070 inside")
    expect(browses(it, desk, [get], { host: homeport, port: 5060 })).toEqual(["closed by the other side"])
    expect(proven(it)).toEqual([])
  })

  test("nor does somebody in the office who came by the public address", async () => {
    const it = await border({}, undefined, { forwards: [forward("TCP", 5070)], hairpin: "outer source" })
    expect(browses(it, it.stranger("192.168.1.77"), [get])[0]).toBe("TCP 5070 inside")
    expect(proven(it)).toEqual([])
  })

  test("a registration over the connection is the strongest", async () => {
    const it = await border({ ...quiet, ...secure })
    const phone = it.home("168", { transport: "TLS" })
    phone.registers()
    it.net.settle()
    expect(proven(it)).toEqual(["TLS 203.0.113.7 registration"])
    browses(it, it.stranger("203.0.113.99"), [get], { host: publicAddress, port: 5071 })
    expect(proven(it)).toEqual(["TLS 203.0.113.7 registration"])
  })

  test("SIP whose method is called GET is SIP", async () => {
    const it = await border(quiet)
    const request = [
      "GET sip:100@198.51.100.20 SIP/2.0",
      "Via: SIP/2.0/TCP 203.0.113.99:5060;branch=z9hG4bK1",
      "From: <sip:a@b>;tag=1",
      "To: <sip:100@b>",
      "Call-ID: x",
      "CSeq: 1 GET",
      "Content-Length: 0",
      "\r\n",
    ].join("\r\n")
    expect(browses(it, it.stranger("203.0.113.99"), [request])[0]).toMatch(/^SIP\/2\.0 /)
    expect(proven(it)).toEqual(["TCP 203.0.113.99 connection"])
  })
})

describe("what is known", () => {
  test("outlives a restart with its time, and a change of something else", async () => {
    const it = await border(quiet)
    browses(it, it.stranger("203.0.113.99"), [get])
    const before = it.sbc.forwarding()
    it.clock.advance(5 * minutes)
    await it.restart()
    await it.reconfigure({ realm: "another" })
    expect(it.sbc.forwarding()).toEqual(before)
  })

  test.each([
    [
      "the port",
      { ports: { inner: 5060, outer: 5080, innerTls: 5062, outerTls: 5071, rtp: { from: 29_100, to: 30_530 } } },
      [],
    ],
    ["the external UDP port", { outerUdpAtRouter: 6070 }, ["TCP 203.0.113.99 http"]],
  ])("is forgotten when it was about something else: %s", async (_what, change, left) => {
    const it = await border(quiet)
    const somebody = it.stranger("203.0.113.99")
    says(it, somebody, "hello")
    browses(it, somebody, [get])
    expect(proven(it)).toHaveLength(2)
    await it.reconfigure(change)
    expect(proven(it)).toEqual(left)
    expect(it.told("forwarding.changed").at(-1)).toMatchObject({ evidence: undefined })
  })
})
