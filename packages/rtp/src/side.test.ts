import { type ManualClock, manualClock } from "@homeport/testkit"
import { beforeEach, describe, expect, test } from "vitest"
import type { Component, RemoteMedia, SocketAddress } from "./engine/engine.ts"
import { rtcpPacket, rtpPacket, stunPacket } from "./packets.fixture.ts"
import { RelaySide } from "./side.ts"

const HOME = "203.0.113.7"
const OFFICE = "192.168.1.20"

interface Sent {
  readonly at: number
  readonly component: Component
  readonly kind: "media" | "empty"
  readonly to: string
  readonly ttl: number | undefined
}

let clock: ManualClock
/** The home phone's side, toward the internet, and the office phone's. */
let home: ReturnType<typeof watched>
let office: ReturnType<typeof watched>

const watched = () => {
  const sent: Sent[] = []
  const nonRtp: { component: Component; from: SocketAddress }[] = []
  const settled: SocketAddress[] = []
  const side = new RelaySide({
    clock,
    random: () => 0.5,
    output: {
      transmit: (component, bytes, host, port, ttl) =>
        sent.push({ at: clock.now(), component, kind: bytes[0] === 0 ? "empty" : "media", to: `${host}:${port}`, ttl }),
      nonRtp: (component, _bytes, host, port) => nonRtp.push({ component, from: { host, port } }),
      settled: (host, port) => settled.push({ host, port }),
    },
  })
  return { side, sent, nonRtp, settled, media: () => sent.filter(({ kind }) => kind === "media") }
}

const remote = (host: string, options: Partial<RemoteMedia> = {}): RemoteMedia => ({
  rtp: { host, port: 4000 },
  rtcp: { host, port: 4001 },
  source: host,
  latching: "negotiated",
  outward: false,
  ...options,
})

const speaks = (who: { side: RelaySide }, host: string, port = 4000): void =>
  who.side.receive("rtp", rtpPacket(), host, port)
const reports = (who: { side: RelaySide }, host: string, port = 4001): void =>
  who.side.receive("rtcp", rtcpPacket(), host, port)

beforeEach(() => {
  clock = manualClock()
  home = watched()
  office = watched()
  home.side.peer = office.side
  office.side.peer = home.side
})

describe("relaying", () => {
  beforeEach(() => {
    home.side.negotiated(remote(HOME))
    office.side.negotiated(remote(OFFICE))
  })

  test("RTP goes to RTP, RTCP to RTCP, and both are counted where they come in and go out", () => {
    speaks(home, HOME)
    reports(home, HOME)
    expect(office.sent).toMatchObject([
      { component: "rtp", to: `${OFFICE}:4000`, ttl: undefined },
      { component: "rtcp", to: `${OFFICE}:4001`, ttl: undefined },
    ])
    expect(home.side.counters).toMatchObject({ received: { packets: 1, bytes: 172 }, rtcpReceived: 1, strangers: 0 })
    expect(office.side.counters).toMatchObject({ sent: { packets: 1, bytes: 172 }, received: { packets: 0 } })
  })

  test("a stranger is counted and dropped", () => {
    speaks(home, "198.51.100.66")
    expect(office.sent).toEqual([])
    expect(home.side.counters).toMatchObject({ strangers: 1, received: { packets: 0 }, silence: undefined })
    expect(home.settled).toEqual([])
  })

  test("STUN and other protocols are told, never relayed or counted, and not without limit", () => {
    home.side.receive("rtcp", stunPacket(), "198.51.100.10", 3478)
    home.side.receive("rtp", Uint8Array.of(22, 1, 2), HOME, 4000)
    home.side.receive("rtp", new Uint8Array(), HOME, 4000)
    expect(home.nonRtp).toEqual([
      { component: "rtcp", from: { host: "198.51.100.10", port: 3478 } },
      { component: "rtp", from: { host: HOME, port: 4000 } },
    ])
    expect(office.sent).toEqual([])
    expect(home.side.counters).toMatchObject({ strangers: 0, rtcpReceived: 0, silence: undefined })
    for (let count = 0; count < 500; count++) home.side.receive("rtp", stunPacket(), HOME, 4000)
    expect(home.nonRtp.length).toBe(50)
    home.side.tick()
    home.side.receive("rtp", stunPacket(), HOME, 4000)
    expect(home.nonRtp.length).toBe(51)
  })

  test("what only begins like RTP, and RTCP on the RTP port, goes nowhere", () => {
    home.side.receive("rtp", Uint8Array.of(0x80, 0), HOME, 4000)
    home.side.receive("rtp", rtcpPacket(), HOME, 4000)
    home.side.receive("rtcp", rtpPacket(), HOME, 4001)
    expect(office.sent).toEqual([])
  })

  test("what is sent follows where packets come from", () => {
    speaks(office, OFFICE, 5004)
    expect(office.settled).toEqual([{ host: OFFICE, port: 5004 }])
    speaks(home, HOME)
    expect(office.sent).toMatchObject([{ to: `${OFFICE}:5004` }])
  })

  test("on hold RTP is received and counted but not passed on, and RTCP is", () => {
    office.side.deliver(false)
    speaks(home, HOME)
    reports(home, HOME)
    expect(office.sent).toMatchObject([{ component: "rtcp" }])
    expect(home.side.counters.received.packets).toBe(1)
    office.side.deliver(true)
    speaks(home, HOME)
    expect(office.media()).toHaveLength(2)
  })

  test("silence is the time since RTP or RTCP was last accepted", () => {
    speaks(home, HOME)
    clock.advance(700)
    expect(home.side.counters.silence).toBe(700)
    reports(home, HOME)
    expect(home.side.counters.silence).toBe(0)
  })

  test("a closed side gets nothing more", () => {
    office.side.close()
    speaks(home, HOME)
    expect(office.sent).toEqual([])
  })
})

describe("toward the internet", () => {
  const outward = (options: Partial<RemoteMedia> = {}): RemoteMedia => remote(HOME, { outward: true, ...options })

  beforeEach(() => {
    office.side.negotiated(remote(OFFICE))
  })

  test("our NAT is opened from both ports: TTL 2 every 100 ms, the usual TTL from 500 ms on, until RTP comes", () => {
    home.side.negotiated(outward())
    clock.advance(650)
    const rtp = home.sent.filter(({ component }) => component === "rtp")
    expect(rtp.map(({ at }) => at)).toEqual([0, 100, 200, 300, 400, 500, 600])
    expect(rtp.map(({ ttl }) => ttl)).toEqual([2, 2, 2, 2, 2, undefined, undefined])
    expect(rtp.every(({ to, kind }) => to === `${HOME}:4000` && kind === "empty")).toBe(true)
    expect(home.sent.filter(({ component }) => component === "rtcp").map(({ to }) => to)).toEqual(
      new Array<string>(7).fill(`${HOME}:4001`),
    )
    speaks(home, HOME)
    clock.advance(5000)
    expect(home.sent).toHaveLength(14)
  })

  test("RTCP alone leaves the RTP port still to be opened", () => {
    home.side.negotiated(outward())
    reports(home, HOME)
    clock.advance(100)
    expect(home.sent.map(({ component }) => component)).toEqual(["rtp", "rtcp", "rtp"])
  })

  test("what is not known is not opened, and a strangers' packet ends nothing", () => {
    home.side.negotiated(outward({ rtcp: undefined }))
    speaks(home, "198.51.100.66")
    clock.advance(100)
    expect(home.sent.map(({ component }) => component)).toEqual(["rtp", "rtp"])
  })

  test("nothing is relayed into the phone's NAT before the phone has sent", () => {
    home.side.negotiated(outward())
    speaks(office, OFFICE)
    reports(office, OFFICE)
    expect(home.media()).toEqual([])
    expect(home.side.counters.sent.packets).toBe(0)
    speaks(home, HOME, 61000)
    speaks(office, OFFICE)
    reports(office, OFFICE)
    expect(home.media()).toMatchObject([
      { component: "rtp", to: `${HOME}:61000` },
      { component: "rtcp", to: `${HOME}:4001` },
    ])
  })

  test("a phone that moves is waited for and opened to again; one with a learned address is not", () => {
    home.side.negotiated(outward())
    speaks(home, HOME)
    home.sent.length = 0
    home.side.negotiated(outward({ rtp: { host: HOME, port: 6000 } }))
    speaks(office, OFFICE)
    expect(home.sent).toMatchObject([
      { kind: "empty", to: `${HOME}:6000`, ttl: 2 },
      { kind: "empty", to: `${HOME}:4001`, ttl: 2 },
    ])

    home.side.negotiated(outward({ latching: "learned" }))
    speaks(home, HOME, 61000)
    home.sent.length = 0
    home.side.negotiated(outward({ latching: "learned", rtp: { host: HOME, port: 7078 } }))
    speaks(office, OFFICE)
    expect(home.sent).toMatchObject([{ kind: "media", to: `${HOME}:61000` }])
  })

  test("after 15 s in which nothing was relayed to it, a keepalive from each port; none while media flows", () => {
    const seconds = (count: number, each: () => void = () => {}): void => {
      for (let second = 0; second < count; second++) {
        clock.advance(1000)
        each()
        home.side.tick()
      }
    }
    home.side.negotiated(outward())
    speaks(home, HOME)
    speaks(office, OFFICE)
    reports(office, OFFICE)
    home.sent.length = 0
    seconds(14)
    expect(home.sent).toEqual([])
    seconds(1)
    expect(home.sent).toMatchObject([
      { component: "rtp", kind: "empty", to: `${HOME}:4000`, ttl: undefined },
      { component: "rtcp", kind: "empty", to: `${HOME}:4001`, ttl: undefined },
    ])
    seconds(15)
    expect(home.sent).toHaveLength(4)
    home.sent.length = 0
    seconds(40, () => {
      speaks(office, OFFICE)
      reports(office, OFFICE)
    })
    expect(home.sent.every(({ kind }) => kind === "media")).toBe(true)
    expect(home.side.counters.sent.packets).toBe(41)
  })

  test("an office phone needs neither", () => {
    for (let second = 0; second < 60; second++) {
      clock.advance(1000)
      office.side.tick()
    }
    expect(office.sent).toEqual([])
  })

  test("a closed side opens no more", () => {
    home.side.negotiated(outward())
    expect(clock.timers).toBe(1)
    home.side.close()
    expect(clock.timers).toBe(0)
  })

  test("an SDP address that is nobody's is sent nothing", () => {
    home.side.negotiated(outward({ rtp: { host: "0.0.0.0", port: 4000 }, rtcp: { host: "224.0.0.1", port: 1 } }))
    clock.advance(1000)
    speaks(office, OFFICE)
    expect(home.sent).toEqual([])
  })
})
