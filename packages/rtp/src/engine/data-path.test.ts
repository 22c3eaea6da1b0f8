import { type ManualClock, manualClock } from "@homeport/testkit"
import { beforeEach, expect, test } from "vitest"
import { rtpPacket } from "../packets.fixture.ts"
import { createDataPath } from "./data-path.ts"
import type { Command, Report } from "./messages.ts"
import type { PortSocketEvents } from "./socket.ts"

const PHONE = "192.0.2.1"

let clock: ManualClock
let perform: (command: Command) => void
let reports: Report[]
/** By port number. */
let sockets: Map<
  number,
  PortSocketEvents & { sent: { host: string; port: number; ttl: number | undefined }[]; open: boolean }
>

beforeEach(() => {
  clock = manualClock()
  reports = []
  sockets = new Map()
  perform = createDataPath({
    clock,
    random: () => 0.5,
    report: (report) => reports.push(report),
    bind(_address, port, events) {
      const socket = { ...events, sent: [] as { host: string; port: number; ttl: number | undefined }[], open: true }
      sockets.set(port, socket)
      return {
        send: (_bytes, host, remotePort, ttl) => socket.sent.push({ host, port: remotePort, ttl }),
        close() {
          socket.open = false
        },
      }
    },
  })
})

const at = (port: number) => {
  const socket = sockets.get(port)
  if (socket === undefined) throw new Error(`no socket at ${port}`)
  return socket
}

const add = (side: number, relay = 1): void => {
  const port = 20_000 + side * 2
  perform({ type: "add", side, relay, address: "127.0.0.1", port })
  at(port).bound(undefined)
  at(port + 1).bound(undefined)
  const address = (at: number) => ({ host: PHONE, port: at })
  perform({
    type: "negotiated",
    side,
    remote: { rtp: address(port), rtcp: address(port + 1), source: PHONE, latching: "negotiated", outward: false },
  })
}
const speaks = (side: number): void => at(20_000 + side * 2).received(rtpPacket(), PHONE, 20_000 + side * 2)
const heard = (side: number): number => at(20_000 + side * 2).sent.length

test("a side is added when both of its ports are bound", () => {
  perform({ type: "add", side: 1, relay: 1, address: "127.0.0.1", port: 20_002 })
  at(20_003).bound(undefined)
  expect(reports).toEqual([])
  at(20_002).bound(undefined)
  expect(reports).toEqual([{ type: "added", side: 1 }])
})

test("when one port cannot be bound, both are let go and it is said once", () => {
  perform({ type: "add", side: 1, relay: 1, address: "127.0.0.1", port: 20_002 })
  at(20_003).bound("EADDRINUSE")
  at(20_002).bound(undefined)
  expect(reports).toEqual([{ type: "failed", side: 1, code: "EADDRINUSE" }])
  expect(at(20_002).open).toBe(false)
})

test("a forked call: media passes between the two that are joined, and no others", () => {
  for (const side of [1, 2, 3]) add(side)
  speaks(2)
  expect(heard(1)).toBe(0)
  perform({ type: "join", a: 1, b: 2 })
  speaks(2)
  speaks(1)
  expect([heard(1), heard(2), heard(3)]).toEqual([1, 1, 0])
  perform({ type: "join", a: 1, b: 3 })
  speaks(2)
  speaks(1)
  speaks(3)
  expect([heard(1), heard(2), heard(3)]).toEqual([2, 1, 1])
})

test("sides of two relays cannot be joined, nor one with itself", () => {
  add(1, 1)
  add(2, 2)
  perform({ type: "join", a: 1, b: 2 })
  perform({ type: "join", a: 1, b: 1 })
  speaks(1)
  expect([heard(1), heard(2)]).toEqual([0, 0])
})

test("release closes both ports, and its side is forgotten by the other", () => {
  add(1)
  add(2)
  perform({ type: "join", a: 1, b: 2 })
  expect(clock.timers).toBe(1)
  perform({ type: "release", side: 2 })
  expect([at(20_004).open, at(20_005).open]).toEqual([false, false])
  speaks(1)
  expect(heard(2)).toBe(0)
  perform({ type: "release", side: 2 })
  perform({ type: "deliver", side: 2, active: true })
  const to = { host: PHONE, port: 1 }
  perform({ type: "send", side: 2, component: "rtp", bytes: new Uint8Array(1), to, ttl: 2 })
  perform({ type: "release", side: 1 })
  expect(clock.timers).toBe(0)
})

test("a released side tells its final figures, once", () => {
  add(1)
  add(2)
  speaks(1)
  clock.advance(1000)
  speaks(1)
  speaks(1)
  perform({ type: "release", side: 1 })
  perform({ type: "release", side: 1 })
  perform({ type: "release", side: 3 })
  expect(reports.filter(({ type }) => type === "released")).toMatchObject([
    { side: 1, counters: { received: { packets: 3 } } },
  ])
})

test("counters are told once a second, of those that changed", () => {
  add(1)
  add(2)
  speaks(1)
  clock.advance(1000)
  speaks(1)
  clock.advance(1000)
  clock.advance(5000)
  expect(reports.filter(({ type }) => type === "counters")).toMatchObject([
    { sides: [{ side: 1, counters: { received: { packets: 1 }, silence: 1000 } }] },
    { sides: [{ side: 1, counters: { received: { packets: 2 }, silence: 1000 } }] },
  ])
})

test("`send` leaves from the port it is told, with its TTL, to addresses that can be somebody's", () => {
  add(1)
  const bytes = new Uint8Array(20)
  perform({ type: "send", side: 1, component: "rtcp", bytes, to: { host: PHONE, port: 9 }, ttl: 2 })
  perform({ type: "send", side: 1, component: "rtcp", bytes, to: { host: "stun.example", port: 9 }, ttl: undefined })
  expect(at(20_003).sent).toEqual([{ host: PHONE, port: 9, ttl: 2 }])
})
