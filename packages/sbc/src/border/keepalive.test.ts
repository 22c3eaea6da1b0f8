import { manualClock } from "@homeport/testkit"
import { expect, test } from "vitest"
import { startKeepalive } from "./keepalive.ts"

function kept(options: { random?: () => number; reachable?: boolean; spread?: boolean } = {}) {
  const clock = manualClock()
  const sent: { at: number; done: (answered: boolean) => void }[] = []
  const told: boolean[] = []
  const keepalive = startKeepalive({
    clock,
    random: () => 0.5,
    ping: (done) => void sent.push({ at: clock.now(), done }),
    onReachable: (reachable) => void told.push(reachable),
    reachable: true,
    ...options,
  })
  return { clock, sent, told, keepalive }
}

test("pings go out every 25 s, give or take 10 %", () => {
  for (const [random, expected] of [
    [0, 22_500],
    [0.5, 25_000],
    [0.999_999, 27_500],
  ] as const) {
    const { clock, sent } = kept({ random: () => random })
    clock.advance(60_000)
    expect(sent.map(({ at }) => at)).toEqual([expected, 2 * expected])
  }
})

test("a response within 5 s is no miss, one after it is", () => {
  const { clock, sent, told } = kept()
  clock.advance(25_000)
  for (let round = 0; round < 4; round++) {
    clock.advance(4_999)
    sent.at(-1)?.done(true)
    clock.advance(20_001)
  }
  expect(sent).toHaveLength(5)
  expect(told).toEqual([])
  for (let round = 0; round < 2; round++) {
    clock.advance(5_000)
    sent.at(-1)?.done(true)
    clock.advance(20_000)
  }
  expect(told).toEqual([false])
})

test("one miss is nothing, a second in a row makes the phone unreachable, further ones say no more", () => {
  const { clock, sent, told } = kept()
  clock.advance(30_000)
  expect(told).toEqual([])
  clock.advance(20_000)
  sent[1]?.done(true)
  clock.advance(30_000)
  expect(told).toEqual([])
  clock.advance(100_000)
  expect(told).toEqual([false])
})

test("a ping that cannot be sent is a miss at once", () => {
  const { clock, sent, told } = kept()
  clock.advance(25_000)
  sent[0]?.done(false)
  clock.advance(25_000)
  sent[1]?.done(false)
  expect(told).toEqual([false])
})

test("pinging goes on, and a response or any request makes the phone reachable again", () => {
  for (const again of ["response", "request"]) {
    const { clock, sent, told, keepalive } = kept()
    clock.advance(79_000)
    expect([sent.length, told]).toEqual([3, [false]])
    if (again === "response") sent[2]?.done(true)
    else keepalive.heard()
    expect(told).toEqual([false, true])
  }
})

test("an answer to an earlier ping, or a second one, counts for nothing", () => {
  const { clock, sent, told } = kept()
  clock.advance(25_000)
  clock.advance(25_000)
  sent[0]?.done(true)
  clock.advance(5_000)
  expect(told).toEqual([false])
  sent[1]?.done(true)
  expect(told).toEqual([false])
})

test("after a restart the first ping comes some time within the interval", () => {
  const { clock, sent } = kept({ random: () => 0.2, spread: true })
  clock.advance(5_000)
  expect(sent).toHaveLength(1)
})

test("stopped, it holds no timer and hears no more", () => {
  const { clock, sent, told, keepalive } = kept()
  clock.advance(25_000)
  keepalive.stop()
  expect(clock.timers).toBe(0)
  sent[0]?.done(false)
  expect(told).toEqual([])
})
