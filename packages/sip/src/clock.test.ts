import { describe, expect, test } from "vitest"
import { createClock, type TimeSource } from "./clock.ts"

test("a timer runs once, not before its time and at most 10 ms after", () => {
  const { clock, turn } = handTurned(3)
  const ran: number[] = []
  for (const delay of [0, 1, 10, 200, 500, 32_000]) clock.after(delay, () => ran.push(clock.now() - 3 - delay))
  turn(40_000)
  expect(ran.length).toBe(6)
  for (const late of ran) {
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(20)
  }
})

test("timers run in the order they are due, whatever level of the wheel they hung on", () => {
  const { clock, turn } = handTurned(1_000_000_007)
  const delays = [5_000_000, 40, 170_000_000, 2560, 2550, 700_000_000, 163_840, 20, 10_500_000, 1_400_000_000]
  const ran: number[] = []
  for (const delay of delays) clock.after(delay, () => ran.push(delay))
  turn(1_500_000_000)
  expect(ran).toEqual(delays.toSorted((one, other) => one - other))
})

test("thousands of timers of any length: each runs at its time", () => {
  const { clock, turn } = handTurned(77)
  let seed = 1
  let late = 0
  let early = 0
  let ran = 0
  for (let number = 0; number < 5000; number++) {
    seed = (seed * 48_271) % 2_147_483_647
    const due = clock.now() + (seed % 20_000_000) / (1 + (number % 50))
    clock.after(due - clock.now(), () => {
      ran++
      if (clock.now() < due) early++
      if (clock.now() > due + 20) late++
    })
  }
  turn(20_000_001)
  expect({ ran, early, late }).toEqual({ ran: 5000, early: 0, late: 0 })
})

test("a cancelled timer does not run; cancelling again, or afterwards, is harmless", () => {
  const { clock, turn, waking } = handTurned()
  const ran: string[] = []
  const cancel = clock.after(100, () => ran.push("cancelled"))
  const after = clock.after(100, () => ran.push("kept"))
  cancel()
  cancel()
  turn(200)
  after()
  clock.after(100, () => ran.push("later"))
  cancel()
  turn(200)
  expect(ran).toEqual(["kept", "later"])
  expect(waking()).toBe(0)
})

test("a timer may cancel its neighbour, and start others", () => {
  const { clock, turn } = handTurned()
  const ran: string[] = []
  clock.after(50, () => {
    cancelNeighbour()
    clock.after(0, () => ran.push("started"))
  })
  const cancelNeighbour = clock.after(50, () => ran.push("neighbour"))
  turn(100)
  expect(ran).toEqual(["started"])
})

test("a timer that throws stops no other", () => {
  const { clock, turn } = handTurned()
  const ran: string[] = []
  clock.after(50, () => {
    throw new Error("a bug")
  })
  clock.after(50, () => ran.push("behind it"))
  clock.after(500, () => ran.push("later"))
  expect(() => turn(100)).toThrow("a bug")
  turn(1000)
  expect(ran).toEqual(["behind it", "later"])
})

describe("Node's own timers", () => {
  test("one at a time, and none when nothing is to come", () => {
    const { clock, turn, waking } = handTurned()
    expect(waking()).toBe(0)
    const cancels = Array.from({ length: 1000 }, (_, number) => clock.after(number * 7, () => {}))
    expect(waking()).toBe(1)
    turn(10_000)
    expect(waking()).toBe(0)
    expect(cancels.length).toBe(1000)
  })
  test("after a long rest the wheel is put right", () => {
    const { clock, turn } = handTurned()
    turn(3_600_000)
    const ran: number[] = []
    const start = clock.now()
    clock.after(500, () => ran.push(clock.now() - start))
    turn(1000)
    expect(ran.map(Math.round)).toEqual([500])
  })
  test("the process slept: what fell due meanwhile runs on waking", () => {
    const { clock, sleep, turn } = handTurned()
    let ran = 0
    clock.after(500, () => ran++)
    clock.after(60_000, () => ran++)
    sleep(3_600_000)
    turn(0)
    expect(ran).toBe(2)
  })
})

test("on real time it does the same", async () => {
  const clock = createClock()
  const start = clock.now()
  await new Promise<void>((resolve) => void clock.after(15, resolve))
  expect(clock.now() - start).toBeGreaterThanOrEqual(15)
})

/** Time turned by hand, in steps of a millisecond's fraction as Node's own timers have them: a little early now and then. */
function handTurned(start = 0) {
  let now = start
  let wakes: { at: number; run: () => void }[] = []
  const time: TimeSource = {
    now: () => now,
    wake(milliseconds, run) {
      const wake = { at: now + Math.max(0.5, milliseconds - 0.4), run }
      wakes.push(wake)
      return () => {
        wakes = wakes.filter((one) => one !== wake)
      }
    },
  }
  const turn = (milliseconds: number) => {
    const end = now + milliseconds
    for (;;) {
      const next = wakes.toSorted((one, other) => one.at - other.at)[0]
      if (!next || next.at > Math.max(end, now)) break
      wakes = wakes.filter((one) => one !== next)
      now = Math.max(now, next.at)
      next.run()
    }
    now = Math.max(now, end)
  }
  return {
    clock: createClock(time),
    turn,
    sleep: (milliseconds: number) => (now += milliseconds),
    waking: () => wakes.length,
  }
}
