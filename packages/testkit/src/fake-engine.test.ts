import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"
import { type FakeSide, fakeEngine } from "./fake-engine.ts"
import { host } from "./host.ts"
import { simulatedNetwork } from "./network.ts"

function relaying() {
  const clock = manualClock()
  const net = simulatedNetwork(clock)
  const lan = net.lan("lan")
  const at = (name: string, address: string) => {
    const one = host(net, name)
    one.attach(lan, address)
    return one
  }
  const us = at("us", "192.168.1.10")
  const engine = fakeEngine({ on: us, range: { from: 29_100, to: 29_107 } })
  const log: string[] = []
  const relay = engine.relay({
    nonRtp: (side, component, _bytes, from) => void log.push(`${side.id} ${component} nonRtp from ${from.host}`),
    settled: (side, source) => void log.push(`${side.id} settled at ${source.port}`),
  })
  const phone = (name: string, address: string) => {
    const heard: number[] = []
    const socket = at(name, address).udp({ host: address, port: 4000 }, (bytes) => void heard.push(bytes.length))
    const media = { host: address, port: 4000 }
    const say = (side: FakeSide | undefined, first = 0x80) => {
      const bytes = new Uint8Array(172)
      bytes[0] = first
      socket?.send(bytes, { host: "192.168.1.10", port: side?.rtpPort ?? 0 })
      net.settle()
    }
    const rtcp = { host: address, port: 4001 }
    const negotiate = (side: FakeSide | undefined) =>
      side?.negotiated({ rtp: media, rtcp, source: address, latching: "negotiated", outward: false })
    return { heard, say, negotiate }
  }
  return { clock, net, engine, relay, log, anna: phone("anna", "192.168.1.1"), bert: phone("bert", "192.168.1.2") }
}

test("two sides relay to each other, from the negotiated address only, and not while one is held", () => {
  const { net, engine, relay, log, anna, bert } = relaying()
  relay.addSide("192.168.1.10", () => {})
  relay.addSide("192.168.1.10", () => {})
  expect(engine.sides).toHaveLength(0)
  net.settle()
  const [a, b] = engine.sides
  if (!a || !b) throw new Error("two sides were asked for")
  relay.join(a, b)
  anna.negotiate(a)
  bert.negotiate(b)
  anna.say(a)
  bert.say(a)
  anna.say(a, 0)
  expect(bert.heard).toEqual([172])
  expect(a.counters).toMatchObject({ received: { packets: 1, bytes: 172 }, strangers: 1, silence: 0 })
  expect(b.counters.sent).toEqual({ packets: 1, bytes: 172 })
  expect(log).toEqual(["1 settled at 4000", "1 rtp nonRtp from 192.168.1.1"])
  b.deliver(false)
  anna.say(a)
  expect(bert.heard).toEqual([172])
})

test("ports: no pair when exhausted, none twice, and a released pair rests for 30 s", () => {
  const { clock, net, engine, relay } = relaying()
  const got: (number | undefined)[] = []
  const ask = () => {
    relay.addSide("192.168.1.10", (side) => void got.push(side?.rtpPort))
    net.settle()
  }
  engine.exhaust()
  ask()
  engine.replenish()
  for (let count = 0; count < 5; count++) ask()
  expect(got).toEqual([undefined, 29_100, 29_102, 29_104, 29_106, undefined])
  engine.sides[0]?.release()
  expect(engine.ports).toEqual({ free: 0, total: 4 })
  clock.advance(30_000)
  expect(engine.ports).toEqual({ free: 1, total: 4 })
  relay.release()
  expect(engine.relays).toBe(0)
  expect(engine.sides).toEqual([])
})

test("silence grows with the clock, or is what the test reports", () => {
  const { clock, net, engine, relay, anna } = relaying()
  relay.addSide("192.168.1.10", () => {})
  net.settle()
  const [a] = engine.sides
  anna.negotiate(a)
  expect(a?.counters.silence).toBeUndefined()
  anna.say(a)
  clock.advance(5_000)
  expect(a?.counters.silence).toBe(5_000)
  a?.report({ silence: 60_000, received: { packets: 9, bytes: 9, lost: 1, jitter: 2 } })
  expect(a?.counters).toMatchObject({ silence: 60_000, received: { lost: 1 } })
})
