import type { Side, SocketAddress } from "@homeport/rtp"
import { answerBinding, createStunClient, parseStun } from "@homeport/stun"
import { manualClock } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import type { SbcConfig, StunConfig } from "../config.ts"
import type { SbcEvent } from "../events.ts"
import { configOf, station } from "../registrar/registration.fixture.ts"
import { createStunMonitor } from "./stun-monitor.ts"

const server = { host: "192.0.2.3", port: 3478 }
const named = { host: "stun.example", port: 3478 }

function withStun(stun: Partial<StunConfig>, internetRegistration = true): SbcConfig {
  const config = configOf(station("168", { internetRegistration }))
  return { ...config, stun: { ...config.stun, server, ...stun } }
}

function monitored(first: SbcConfig) {
  const clock = manualClock()
  const events: SbcEvent[] = []
  const asked: SocketAddress[] = []
  const lookups: { host: string; done: (addresses: readonly string[]) => void }[] = []
  let config = first
  /** What the server sees us as; undefined while it is silent. */
  let seen: SocketAddress | undefined = { host: "203.0.113.20", port: 5070 }
  let count = 0
  const client = createStunClient({ clock, randomBytes: (size) => new Uint8Array(size).fill(++count) })
  const answer = (bytes: Uint8Array, to: SocketAddress, as: SocketAddress | undefined) => {
    const question = parseStun(bytes)
    const reply = question.ok && as !== undefined ? answerBinding(question.value, as) : undefined
    if (reply !== undefined) clock.after(20, () => void client.receive(reply, to))
  }
  const monitor = createStunMonitor({
    clock,
    wallClock: () => clock.wall(),
    client,
    resolve: (host, done) => void lookups.push({ host, done }),
    config: () => config,
    send(bytes, to) {
      asked.push(to)
      answer(bytes, to, seen)
    },
    onUnasked: () => {},
    onEvent: (event) => void events.push(event),
  })
  return {
    clock,
    monitor,
    asked,
    lookups,
    stories: () => events.flatMap((event) => (event.type === "stun.changed" ? [event.stun] : [])),
    see: (address: SocketAddress | undefined) => {
      seen = address
    },
    configure(next: SbcConfig) {
      config = next
      monitor.reconfigure()
    },
    /** A side whose ports the server sees at these addresses. */
    side: (ports: { rtp: SocketAddress | undefined; rtcp: SocketAddress | undefined }): Side => ({
      id: 1,
      address: "192.168.1.2",
      rtpPort: 29100,
      rtcpPort: 29101,
      negotiated: () => {},
      deliver: () => {},
      send: (component, bytes, to) => answer(bytes, to, ports[component]),
      counters: {
        received: { packets: 0, bytes: 0, lost: 0, jitter: 0 },
        sent: { packets: 0, bytes: 0 },
        rtcpReceived: 0,
        strangers: 0,
        silence: undefined,
      },
      release: () => {},
    }),
  }
}

describe("who is asked, and when", () => {
  test("automatic: while a station may register over the internet", () => {
    const { monitor, asked, configure, clock } = monitored(withStun({}, false))
    monitor.start()
    clock.advance(60_000)
    expect(monitor.view()).toMatchObject({ state: "off", problem: undefined })
    expect(asked).toEqual([])
    configure(withStun({}, true))
    expect(asked).toEqual([server])
  })

  test("always, and with a port preserving router: in any case", () => {
    for (const mode of ["always", "port-preserving"] as const) {
      const { monitor, asked } = monitored(withStun({ mode }, false))
      monitor.start()
      expect(asked).toEqual([server])
    }
  })

  test("static: nobody; what was entered is announced", () => {
    const { monitor, asked, clock } = monitored(
      withStun({ mode: "static", staticAddress: "203.0.113.99", staticPort: 6070 }),
    )
    monitor.start()
    clock.advance(60_000)
    expect(asked).toEqual([])
    expect(monitor.view()).toMatchObject({ state: "static", mapped: { host: "203.0.113.99", port: 6070 } })
    expect(monitor.announced(5070)).toEqual({ host: "203.0.113.99", port: 6070 })
    expect(monitor.announced(5071)).toEqual({ host: "203.0.113.99", port: 5071 })
    expect(monitor.mapped()).toEqual({ host: "203.0.113.99", port: 6070 })
  })

  test("nobody, where no server is named; the view says so", () => {
    const { monitor } = monitored(withStun({ server: undefined }))
    monitor.start()
    expect(monitor.view()).toMatchObject({ state: "off", problem: "no-server", server: undefined })
    expect(monitor.mapped()).toBeUndefined()
  })

  test("every 15 s from the first moment", () => {
    const { monitor, asked, clock } = monitored(withStun({}))
    monitor.start()
    expect(monitor.view().state).toBe("asking")
    clock.advance(1_000)
    const first = asked.length
    clock.advance(13_999)
    expect(asked).toHaveLength(first)
    clock.advance(1)
    expect(asked).toHaveLength(first + 1)
    clock.advance(15_000)
    expect(asked).toHaveLength(first + 2)
  })
})

describe("the mapped address", () => {
  test("is known with the first answer; toward phones it stands with the local port", () => {
    const { monitor, see, clock, stories } = monitored(withStun({}))
    see({ host: "203.0.113.20", port: 61_000 })
    monitor.start()
    expect([monitor.mapped(), monitor.announced(5070)]).toEqual([undefined, undefined])
    clock.advance(20)
    expect(monitor.mapped()).toEqual({ host: "203.0.113.20", port: 61_000 })
    expect(monitor.announced(5070)).toEqual({ host: "203.0.113.20", port: 5070 })
    expect(stories().at(-1)).toMatchObject({ state: "mapped", roundTrip: 20, localPort: 5070, checkedAt: clock.wall() })
  })

  test("that changes is noticed within 20 s, told once, and since when it is known", () => {
    const { monitor, see, clock, stories } = monitored(withStun({}))
    monitor.start()
    clock.advance(7_000)
    const told = stories().length
    see({ host: "203.0.113.55", port: 5070 })
    clock.advance(20_000)
    expect(monitor.mapped()).toEqual({ host: "203.0.113.55", port: 5070 })
    expect(monitor.view().changedAt).toBe(clock.wall() - 27_000 + 15_020)
    clock.advance(60_000)
    expect(stories().slice(told)).toHaveLength(1)
  })

  test("is kept when three checks bring no answer, and the view says that it is lost", () => {
    const { monitor, see, clock, stories } = monitored(withStun({}))
    monitor.start()
    clock.advance(10_000)
    see(undefined)
    clock.advance(5_000 + 30_000 + 12_499)
    expect(monitor.view()).toMatchObject({ state: "mapped", problem: "no-answer" })
    clock.advance(1)
    expect(stories().at(-1)).toMatchObject({ state: "lost", problem: "no-answer", mapped: { host: "203.0.113.20" } })
    expect(monitor.announced(5070)).toEqual({ host: "203.0.113.20", port: 5070 })
    see({ host: "203.0.113.20", port: 5070 })
    clock.advance(15_000)
    expect(monitor.view()).toMatchObject({ state: "mapped", problem: undefined })
  })

  test("one lost datagram is nothing: the question is repeated", () => {
    const { monitor, see, clock } = monitored(withStun({}))
    see(undefined)
    monitor.start()
    clock.advance(499)
    see({ host: "203.0.113.20", port: 5070 })
    clock.advance(21)
    expect(monitor.view().state).toBe("mapped")
  })

  test("never known, with a server that does not answer, is still being asked for", () => {
    const { monitor, see, clock } = monitored(withStun({}))
    see(undefined)
    monitor.start()
    clock.advance(100_000)
    expect(monitor.view()).toMatchObject({ state: "asking", problem: "no-answer" })
    expect(monitor.mapped()).toBeUndefined()
  })
})

describe("a server with a name", () => {
  test("is resolved before it is asked, and stays resolved while it answers", () => {
    const { monitor, asked, lookups, clock } = monitored(withStun({ server: named }))
    monitor.start()
    expect(asked).toEqual([])
    lookups[0]?.done(["192.0.2.3"])
    expect(asked).toEqual([server])
    clock.advance(45_000)
    expect(lookups).toHaveLength(1)
    expect(monitor.view()).toMatchObject({ state: "mapped", server: "stun.example:3478" })
  })

  test("that cannot be resolved is a problem of its own", () => {
    const { monitor, lookups, clock } = monitored(withStun({ server: named }))
    monitor.start()
    lookups[0]?.done([])
    expect(monitor.view()).toMatchObject({ state: "asking", problem: "name-not-resolved" })
    clock.advance(15_000)
    expect(lookups).toHaveLength(2)
  })

  test("with several addresses is asked at the next when one is silent, and by name again after the last", () => {
    const { monitor, asked, lookups, see, clock } = monitored(withStun({ server: named }))
    see(undefined)
    monitor.start()
    lookups[0]?.done(["192.0.2.3", "192.0.2.4"])
    clock.advance(15_000)
    expect(asked.at(-1)?.host).toBe("192.0.2.4")
    clock.advance(15_000)
    expect(lookups).toHaveLength(2)
  })

  test("that was replaced before its name was resolved is not asked", () => {
    const { monitor, asked, lookups, configure } = monitored(withStun({ server: named }))
    monitor.start()
    configure(withStun({ server: { host: "other.example", port: 3478 } }))
    lookups[0]?.done(["192.0.2.77"])
    expect(asked).toEqual([])
    lookups[1]?.done(["192.0.2.3"])
    expect(asked).toEqual([server])
  })
})

describe("a new configuration", () => {
  test("that concerns us is checked at once; the known address stays meanwhile", () => {
    const { monitor, asked, configure, clock } = monitored(withStun({}))
    monitor.start()
    clock.advance(10_000)
    asked.length = 0
    const other = { host: "192.0.2.4", port: 3478 }
    configure(withStun({ server: other }))
    expect(asked).toEqual([other])
    expect(monitor.view().state).toBe("asking")
    expect(monitor.mapped()).toEqual({ host: "203.0.113.20", port: 5070 })
  })

  test("with another port has no mapping yet", () => {
    const { monitor, configure, clock } = monitored(withStun({}))
    monitor.start()
    clock.advance(10_000)
    const config = withStun({})
    configure({ ...config, ports: { ...config.ports, outer: 5080 } })
    expect(monitor.view()).toMatchObject({ state: "asking", localPort: 5080, mapped: undefined })
  })

  test("that does not concern us disturbs nothing", () => {
    const { monitor, asked, configure, clock } = monitored(withStun({}))
    monitor.start()
    clock.advance(10_000)
    asked.length = 0
    configure({ ...withStun({}), channels: 180 })
    expect(asked).toEqual([])
    expect(monitor.view().state).toBe("mapped")
  })

  test("without internet registration ends the asking", () => {
    const { monitor, asked, configure, clock } = monitored(withStun({}))
    monitor.start()
    clock.advance(10_000)
    asked.length = 0
    configure(withStun({}, false))
    clock.advance(60_000)
    expect([asked, monitor.view().state, monitor.mapped()]).toEqual([[], "off", undefined])
  })
})

describe("a media port", () => {
  const rtp = { host: "203.0.113.20", port: 40_100 }
  const rtcp = { host: "203.0.113.20", port: 40_777 }

  test("is mapped by asking from it, RTP and RTCP each for itself", () => {
    const { monitor, clock, side } = monitored(withStun({}))
    monitor.start()
    const found: unknown[] = []
    monitor.mapPort(side({ rtp, rtcp }), "rtp", 1000, (mapped) => found.push(mapped))
    monitor.mapPort(side({ rtp, rtcp }), "rtcp", 1000, (mapped) => found.push(mapped))
    clock.advance(20)
    expect(found).toEqual([rtp, rtcp])
  })

  test("without an answer in time gets none, once", () => {
    const { monitor, clock, side } = monitored(withStun({}))
    monitor.start()
    const found: unknown[] = []
    monitor.mapPort(side({ rtp: undefined, rtcp }), "rtp", 1000, (mapped) => found.push(mapped))
    clock.advance(999)
    expect(found).toEqual([])
    clock.advance(60_000)
    expect(found).toEqual([undefined])
  })

  test("where nobody is asked gets none at once", () => {
    const { monitor, side } = monitored(withStun({ mode: "static", staticAddress: "203.0.113.99" }))
    monitor.start()
    const found: unknown[] = []
    monitor.mapPort(side({ rtp, rtcp }), "rtp", 1000, (mapped) => found.push(mapped))
    expect(found).toEqual([undefined])
  })
})

test("stopped, it asks nobody and holds no timer", () => {
  const { monitor, clock } = monitored(withStun({}))
  monitor.start()
  clock.advance(20)
  monitor.stop()
  clock.advance(20)
  expect(clock.timers).toBe(0)
})
