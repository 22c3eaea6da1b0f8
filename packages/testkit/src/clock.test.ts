import { expect, test } from "vitest"
import { manualClock } from "./clock.ts"

test("timers fire in the order they are due, the older first, and see the time they asked for", () => {
  const clock = manualClock()
  const fired: string[] = []
  clock.after(300, () => fired.push(`c@${clock.now()}`))
  clock.after(100, () => fired.push(`a@${clock.now()}`))
  clock.after(300, () => fired.push(`d@${clock.now()}`))
  clock.after(200, () => fired.push(`b@${clock.now()}`))
  clock.advance(299)
  expect(fired).toEqual(["a@100", "b@200"])
  clock.advance(1)
  expect(fired).toEqual(["a@100", "b@200", "c@300", "d@300"])
  expect(clock.timers).toBe(0)
})

test("a timer started by a timer fires on the same way when it is due by then", () => {
  const clock = manualClock()
  const fired: number[] = []
  const again = () => {
    fired.push(clock.now())
    if (fired.length < 5) clock.after(fired.length * 100, again)
  }
  clock.after(100, again)
  clock.advance(10_000)
  expect(fired).toEqual([100, 200, 400, 700, 1100])
  expect(clock.now()).toBe(10_000)
})

test("a cancelled timer does not fire, cancelled by another timer at the same moment either", () => {
  const clock = manualClock()
  let fired = 0
  clock.after(50, () => cancel())
  const cancel = clock.after(50, () => fired++)
  clock.advance(100)
  cancel()
  expect(fired).toBe(0)
})

test("what was sent arrives before time passes and between timers", () => {
  const clock = manualClock()
  const log: string[] = []
  const wire: string[] = ["early"]
  clock.whenStill(() => {
    for (let sent = wire.shift(); sent; sent = wire.shift()) log.push(`${sent}@${clock.now()}`)
  })
  clock.after(10, () => wire.push("first"))
  clock.after(20, () => log.push("second timer"))
  clock.advance(30)
  expect(log).toEqual(["early@0", "first@10", "second timer"])
})

test("wall time passes with it", () => {
  const clock = manualClock(1_000_000)
  clock.advance(250)
  expect(clock.wall()).toBe(1_000_250)
})

test("time does not run backwards, and no timer turns the clock", () => {
  const clock = manualClock()
  expect(() => clock.advance(-1)).toThrow("cannot pass")
  clock.after(1, () => clock.advance(1))
  expect(() => clock.advance(5)).toThrow("must not turn the clock")
})

test("timers that start each other at the same moment are a failure, not a hang", () => {
  const clock = manualClock()
  const again = () => void clock.after(0, again)
  again()
  expect(() => clock.advance(1)).toThrow("without end at 0 ms")
})
