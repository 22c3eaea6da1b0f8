import { createSocket, type Socket } from "node:dgram"
import { once } from "node:events"
import { manualClock } from "@homeport/testkit"
import { afterEach, describe, expect, test, vi } from "vitest"
import { rtcpPacket, rtpPacket, stunPacket } from "../packets.fixture.ts"
import type { Component, Engine, Relay, RelayObserver, Side, SocketAddress } from "./engine.ts"
import type { Command } from "./messages.ts"
import { type StartThread, startWorker, type Thread, type ThreadEvents } from "./thread.ts"
import { createUserspaceEngine } from "./userspace.ts"

const LOOPBACK = "127.0.0.1"
const RANGE = { from: 21_000, to: 21_199 }

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end()
})

const started = (engine: Engine): Engine => {
  endings.push(() => engine.stop())
  return engine
}

const silent: RelayObserver = { nonRtp: () => {}, settled: () => {} }

const sideOf = (relay: Relay, address = LOOPBACK): Promise<Side | undefined> =>
  new Promise((resolve) => relay.addSide(address, resolve))

const openSide = async (relay: Relay): Promise<Side> => {
  const side = await sideOf(relay)
  if (side === undefined) throw new Error("no pair of ports")
  return side
}

/** A phone's two sockets. */
const phone = async () => {
  const bind = async (): Promise<{ socket: Socket; port: number; received: { bytes: Uint8Array; from: number }[] }> => {
    const socket = createSocket("udp4")
    endings.push(() => socket.close())
    const received: { bytes: Uint8Array; from: number }[] = []
    socket.on("message", (bytes, from) => received.push({ bytes: new Uint8Array(bytes), from: from.port }))
    socket.bind(0, LOOPBACK)
    await once(socket, "listening")
    return { socket, port: socket.address().port, received }
  }
  const [rtp, rtcp] = [await bind(), await bind()]
  const at = (component: Component): SocketAddress => ({
    host: LOOPBACK,
    port: component === "rtp" ? rtp.port : rtcp.port,
  })
  return {
    rtp,
    rtcp,
    remote: { rtp: at("rtp"), rtcp: at("rtcp"), source: LOOPBACK, latching: "negotiated", outward: false } as const,
    sends: (component: Component, bytes: Uint8Array, to: Side) =>
      (component === "rtp" ? rtp : rtcp).socket.send(bytes, component === "rtp" ? to.rtpPort : to.rtcpPort, LOOPBACK),
  }
}

describe.each([
  ["on the calling thread", 0],
  ["in a worker thread", 1],
])("%s", (_, workers) => {
  const engineWith = (observer: Partial<RelayObserver> = {}) => {
    const engine = started(createUserspaceEngine({ workers, ports: RANGE }))
    return { engine, relay: engine.relay({ ...silent, ...observer }) }
  }

  test("RTP and RTCP pass both ways, from the very ports that were given out", async () => {
    const sources: SocketAddress[] = []
    const { relay } = engineWith({ settled: (_side, source) => sources.push(source) })
    const [a, b] = [await openSide(relay), await openSide(relay)]
    const [home, office] = [await phone(), await phone()]
    expect(a.rtpPort % 2).toBe(0)
    expect(a.rtcpPort).toBe(a.rtpPort + 1)
    relay.join(a, b)
    a.negotiated(home.remote)
    b.negotiated(office.remote)

    await vi.waitFor(() => {
      home.sends("rtp", rtpPacket(1), a)
      home.sends("rtcp", rtcpPacket(), a)
      office.sends("rtp", rtpPacket(7), b)
      expect(office.rtp.received.length && office.rtcp.received.length && home.rtp.received.length).toBeGreaterThan(0)
    })
    expect(office.rtp.received[0]).toEqual({ bytes: rtpPacket(1), from: b.rtpPort })
    expect(office.rtcp.received[0]).toEqual({ bytes: rtcpPacket(), from: b.rtcpPort })
    expect(home.rtp.received[0]).toEqual({ bytes: rtpPacket(7), from: a.rtpPort })
    expect(sources).toContainEqual(home.remote.rtp)
    await vi.waitFor(() => expect(a.counters).toMatchObject({ rtcpReceived: expect.any(Number), strangers: 0 }), 3000)
    await vi.waitFor(() => expect(a.counters.received.packets).toBeGreaterThan(0), 3000)
    expect(a.counters.received.bytes).toBe(a.counters.received.packets * 172)
    expect(a.counters.silence).toBeGreaterThanOrEqual(0)
  })

  test("a released side tells its final figures once, later", async () => {
    const { relay } = engineWith()
    const [a, b] = [await openSide(relay), await openSide(relay)]
    const [home, office] = [await phone(), await phone()]
    relay.join(a, b)
    a.negotiated(home.remote)
    b.negotiated(office.remote)
    await vi.waitFor(() => {
      home.sends("rtp", rtpPacket(1), a)
      expect(office.rtp.received.length).toBeGreaterThan(0)
    })
    const last = vi.fn()
    a.release(last)
    a.release(last)
    relay.release()
    expect(last).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(last).toHaveBeenCalledOnce())
    expect(last.mock.calls[0]?.[0].received.packets).toBeGreaterThan(0)
  })

  test("STUN is told with where it came from, answered through `send`, and passed to nobody", async () => {
    const heard: { component: Component; bytes: Uint8Array; from: SocketAddress }[] = []
    const { relay } = engineWith({
      nonRtp(side, component, bytes, from) {
        heard.push({ component, bytes, from })
        side.send(component, Uint8Array.of(1, 1, 0, 0), from)
      },
    })
    const [a, b] = [await openSide(relay), await openSide(relay)]
    const [home, office] = [await phone(), await phone()]
    relay.join(a, b)
    a.negotiated(home.remote)
    b.negotiated(office.remote)
    home.sends("rtcp", stunPacket(), a)
    await vi.waitFor(() => expect(home.rtcp.received).toHaveLength(1))
    expect(heard).toEqual([{ component: "rtcp", bytes: stunPacket(), from: home.remote.rtcp }])
    expect(home.rtcp.received[0]).toEqual({ bytes: Uint8Array.of(1, 1, 0, 0), from: a.rtcpPort })
    home.sends("rtp", rtpPacket(), a)
    await vi.waitFor(() => expect(office.rtp.received).toHaveLength(1))
    expect(office.rtcp.received).toEqual([])
  })

  test("a phone of which only the network is known is heard from the first packet on, and answered there", async () => {
    const { relay } = engineWith()
    const [a, b] = [await openSide(relay), await openSide(relay)]
    const [hairpin, office] = [await phone(), await phone()]
    relay.join(a, b)
    const unknown = {
      rtp: undefined,
      rtcp: undefined,
      source: "127.9.9.9",
      latching: "learned",
      outward: false,
    } as const
    a.negotiated({ ...unknown, sourceNetworks: ["127.0.0.0/8"] })
    b.negotiated(office.remote)
    hairpin.sends("rtp", rtpPacket(2), a)
    await vi.waitFor(() => expect(office.rtp.received).toHaveLength(1))
    await vi.waitFor(() => {
      office.sends("rtp", rtpPacket(3), b)
      expect(hairpin.rtp.received[0]?.bytes).toEqual(rtpPacket(3))
    })
  })

  test("an outer phone gets nothing relayed before it sends, only what opens our NAT", async () => {
    let passed = 0
    const { relay } = engineWith({
      nonRtp: () => {
        passed++
      },
    })
    const [a, b] = [await openSide(relay), await openSide(relay)]
    const [home, office] = [await phone(), await phone()]
    relay.join(a, b)
    b.negotiated(office.remote)
    a.negotiated({ ...home.remote, outward: true })
    await vi.waitFor(() => expect(home.rtp.received.length && home.rtcp.received.length).toBeGreaterThan(0))
    expect(home.rtp.received[0]?.bytes.subarray(0, 2)).toEqual(Uint8Array.of(0, 0x11))
    office.sends("rtp", rtpPacket(), b)
    office.sends("rtp", stunPacket(), b)
    await vi.waitFor(() => expect(passed).toBe(1))
    home.sends("rtp", rtpPacket(), a)
    await vi.waitFor(() => expect(office.rtp.received).toHaveLength(1))
    expect(home.rtp.received.every(({ bytes }) => bytes[0] === 0)).toBe(true)
    office.sends("rtp", rtpPacket(2), b)
    await vi.waitFor(() => expect(home.rtp.received.some(({ bytes }) => bytes[0] === 0x80)).toBe(true))
  })

  test("after release the ports are closed and rest", async () => {
    const { engine, relay } = engineWith()
    expect(engine.ports).toEqual({ free: 100, total: 100 })
    const [a] = [await openSide(relay), await openSide(relay)]
    expect(engine.ports).toEqual({ free: 98, total: 100 })
    relay.release()
    expect(engine.ports).toEqual({ free: 98, total: 100 })
    await vi.waitFor(async () => {
      const socket = createSocket("udp4")
      socket.bind(a.rtpPort, LOOPBACK)
      await once(socket, "listening").finally(() => socket.close())
    })
  })

  test("a pair that another program holds is passed over; an address that is not ours has none", async () => {
    const blocker = createSocket("udp4")
    endings.push(() => blocker.close())
    blocker.bind(21_301, LOOPBACK)
    await once(blocker, "listening")
    const log: string[] = []
    const engine = started(
      createUserspaceEngine({
        workers,
        ports: { from: 21_300, to: 21_303 },
        random: () => 0,
        log: (line) => log.push(line),
      }),
    )
    const relay = engine.relay(silent)
    expect((await sideOf(relay))?.rtpPort).toBe(21_302)
    expect(await sideOf(relay)).toBeUndefined()
    engine.configure({ from: 21_310, to: 21_311 })
    expect(await sideOf(relay, "192.0.2.1")).toBeUndefined()
    expect(log).toEqual([expect.stringContaining("192.0.2.1: EADDRNOTAVAIL")])
  })

  test("a relay that is released while a side is being opened gets none", async () => {
    const { relay } = engineWith()
    const opening = sideOf(relay)
    relay.release()
    expect(await opening).toBeUndefined()
    expect(await sideOf(relay)).toBeUndefined()
  })

  test("nonsense from the network and from an SDP ends nothing", async () => {
    const { relay } = engineWith()
    const a = await openSide(relay)
    const b = await openSide(relay)
    const home = await phone()
    relay.join(a, b)
    const bad = { host: "not an address", port: 70_000 }
    a.negotiated({ rtp: bad, rtcp: { host: "::1", port: 9 }, source: "nowhere", latching: "learned", outward: true })
    a.send("rtp", new Uint8Array(4), bad)
    b.negotiated({ ...home.remote, rtp: { host: "::1", port: 4000 } })
    a.negotiated(home.remote)
    for (const bytes of [[], [0x80], [0xff, 1], [0x80, 200, 0], new Array<number>(2000).fill(0x90)])
      home.sends("rtp", Uint8Array.from(bytes), a)
    home.sends("rtp", rtpPacket(), a)
    b.negotiated(home.remote)
    await vi.waitFor(() => {
      home.sends("rtp", rtpPacket(), a)
      expect(home.rtp.received.length).toBeGreaterThan(0)
    })
  })
})

describe("a worker that dies", () => {
  /** Threads that only note what they are told, and die when they are bidden to. */
  const stage = () => {
    const clock = manualClock()
    const threads: { told: Command[]; events: ThreadEvents; stopped: boolean }[] = []
    const log: string[] = []
    const engine = createUserspaceEngine({
      workers: 1,
      ports: RANGE,
      clock,
      log: (line) => log.push(line),
      start(events) {
        const thread = { told: [] as Command[], events, stopped: false }
        threads.push(thread)
        return {
          perform: (command) => thread.told.push(command),
          async stop() {
            thread.stopped = true
          },
        }
      },
    })
    const thread = (index: number) => {
      const found = threads[index]
      if (found === undefined) throw new Error(`no thread ${index}`)
      return found
    }
    const opened = async (relay: Relay, index: number): Promise<Side> => {
      const side = openSide(relay)
      const command = thread(index).told.at(-1)
      if (command?.type === "add") thread(index).events.report({ type: "added", side: command.side })
      return side
    }
    return { clock, engine, log, thread, opened }
  }

  test("takes no call with it: its sides fall silent, and the next relay lives in another", async () => {
    const { clock, engine, log, thread, opened } = stage()
    const relay = engine.relay(silent)
    const side = await opened(relay, 0)
    const counters = { ...side.counters, received: { packets: 9, bytes: 99, lost: 0, jitter: 1 }, silence: 20 }
    thread(0).events.report({ type: "counters", sides: [{ side: side.id, counters }] })
    const unopened = sideOf(relay)

    thread(0).events.died("out of memory")
    expect(log).toEqual([expect.stringContaining("out of memory")])
    expect(await unopened).toBeUndefined()
    expect(await sideOf(relay)).toBeUndefined()
    clock.advance(60_000)
    expect(side.counters).toMatchObject({ received: { packets: 9 }, silence: 60_020 })
    const before = thread(0).told.length
    side.deliver(false)
    side.release()
    relay.release()
    expect(thread(0).told).toHaveLength(before)
    clock.advance(30_000)
    expect(engine.ports.free).toBe(100)

    const next = await opened(engine.relay(silent), 1)
    expect(next.rtpPort).toBeGreaterThanOrEqual(RANGE.from)
    await engine.stop()
    expect(thread(1).stopped).toBe(true)
  })

  test("a real one: its ports are closed, and calls go on in its successor", async () => {
    const log: string[] = []
    const threads: Thread[] = []
    const start: StartThread = (events) => {
      const thread = startWorker(events)
      threads.push(thread)
      return thread
    }
    const engine = started(createUserspaceEngine({ workers: 1, ports: RANGE, start, log: (line) => log.push(line) }))
    const side = await openSide(engine.relay(silent))
    // What no code of ours sends: it stands for a mistake in the data path.
    const broken: Command = JSON.parse(`{ "type": "add", "side": 1, "relay": 1, "address": 5, "port": 1 }`)
    threads[0]?.perform(broken)
    await vi.waitFor(() => expect(log).toEqual([expect.stringContaining("TypeError")]))
    expect(side.counters.silence).toBeUndefined()
    const freed = createSocket("udp4")
    endings.push(() => freed.close())
    freed.bind(side.rtpPort, LOOPBACK)
    await once(freed, "listening")
    expect(await sideOf(engine.relay(silent))).toBeDefined()
    expect(threads).toHaveLength(2)
  })

  test("what crosses to a worker is plain data, whatever the caller's objects are", async () => {
    const { engine, thread, opened } = stage()
    const side = await opened(engine.relay(silent), 0)
    const address = { host: "203.0.113.7", port: 4000, toString: () => "x" }
    side.negotiated({ rtp: address, rtcp: undefined, source: "203.0.113.7", latching: "learned", outward: true })
    side.send("rtp", Buffer.from("abc"), address, 2)
    expect(() => structuredClone(thread(0).told)).not.toThrow()
    const sent = thread(0).told.at(-1)
    expect(sent?.type === "send" && sent.bytes.buffer.byteLength).toBe(3)
    await engine.stop()
  })
})
