/**
 * A clock turned by hand: time passes only in `advance`, and everything due on the way runs in order.
 *
 *   advance(1000)   ──┬── 200 ms ──┬── 500 ms ──┬── 1000 ms
 *                     timer A      timer B      arrived: now() is 1000 later
 *                       └ starts timer C, due at 500 too: it runs after B
 *
 * Before time moves, and after every timer, what is `whenStill` runs: the simulated network delivers there what was sent, so
 * that a message is never overtaken by a timer.
 */
import type { Cancel, Clock } from "@homeport/sip"

export interface ManualClock extends Clock {
  /** Lets time pass, firing timers in the order they are due, those that timers start included. */
  advance(milliseconds: number): void
  /** Milliseconds since 1970: what `Date.now()` would say. */
  wall(): number
  /** Timers not yet fired or cancelled. A test of something that was closed expects 0. */
  readonly timers: number
  /** Registers what has to come to rest before time may pass. */
  whenStill(settle: () => void): void
}

interface Timer {
  readonly due: number
  /** Of two due at the same time the one started first comes first. */
  readonly number: number
  readonly run: () => void
}

export function manualClock(start = firstOfJanuary2026): ManualClock {
  // In the order they will fire.
  const timers: Timer[] = []
  const settlers: (() => void)[] = []
  let now = 0
  let started = 0
  let advancing = false

  const settle = () => {
    for (const run of settlers) run()
  }
  /** Where a timer is, or would be: there may be ten thousand. */
  const placeOf = ({ due, number }: Timer): number => {
    let [low, high] = [0, timers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const other = timers[middle]
      if (other && (other.due < due || (other.due === due && other.number < number))) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    now: () => now,
    wall: () => start + now,
    get timers() {
      return timers.length
    },
    after(milliseconds, run): Cancel {
      const timer = { due: now + Math.max(0, milliseconds), number: ++started, run }
      timers.splice(placeOf(timer), 0, timer)
      return () => {
        const place = placeOf(timer)
        if (timers[place] === timer) timers.splice(place, 1)
      }
    },
    whenStill: (run) => void settlers.push(run),
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new Error(`time cannot pass by ${milliseconds} ms`)
      if (advancing) throw new Error("a timer must not turn the clock itself")
      advancing = true
      try {
        const end = now + milliseconds
        let atOnce = 0
        settle()
        for (let next = timers[0]; next && next.due <= end; next = timers[0]) {
          timers.shift()
          atOnce = next.due > now ? 0 : atOnce + 1
          if (atOnce > mostAtOnce) throw new Error(`timers start each other without end at ${now} ms`)
          now = next.due
          next.run()
          settle()
        }
        now = end
      } finally {
        advancing = false
      }
    },
  }
}

const firstOfJanuary2026 = Date.UTC(2026, 0, 1)
/** Timers of one moment: more than any test has phones. */
const mostAtOnce = 100_000
