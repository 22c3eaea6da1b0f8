/** Time as the core sees it: handed in, so that a test turns it by hand. */
import { TimerWheel } from "./timer-wheel.ts"

export interface Clock {
  /** Milliseconds on a monotonic scale of the clock's own. */
  now(): number
  /** Runs `run` once, `milliseconds` from now, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): Cancel
}

export type Cancel = () => void

/**
 * The real clock: all timers on one wheel that turns every 10 ms, with a single timer of Node's to turn it. A timer is
 * never early and at most a tick late; SIP's shortest is 200 ms. Timers do not keep the process alive.
 */
export function createClock(time: TimeSource = nodeTime): Clock {
  const wheel = new TimerWheel(Math.floor(time.now() / tickLength))
  let wakeAt: number | undefined
  let cancelWake: Cancel | undefined
  let turning = false

  const arm = () => {
    if (turning) return
    const next = wheel.next
    if (next === wakeAt) return
    cancelWake?.()
    wakeAt = next
    cancelWake = next === undefined ? undefined : time.wake(Math.max(0, next * tickLength - time.now()), wake)
  }
  const wake = () => {
    wakeAt = undefined
    cancelWake = undefined
    turning = true
    try {
      wheel.advance(Math.floor(time.now() / tickLength))
    } finally {
      turning = false
      arm()
    }
  }

  return {
    now: () => time.now(),
    after(milliseconds, run) {
      const now = time.now()
      // An empty wheel stood still: its hand is put right before something hangs on it.
      if (wheel.size === 0) wheel.advance(Math.floor(now / tickLength))
      const timer = wheel.add(Math.ceil((now + Math.max(0, milliseconds)) / tickLength), run)
      if (wakeAt === undefined || timer.due < wakeAt) arm()
      return () => wheel.remove(timer)
    },
  }
}

/** Where the real clock has its time from. */
export interface TimeSource {
  now(): number
  /** Runs `run` once, about `milliseconds` from now. */
  wake(milliseconds: number, run: () => void): Cancel
}

const nodeTime: TimeSource = {
  now: () => performance.now(),
  wake(milliseconds, run) {
    const timeout = setTimeout(run, Math.ceil(milliseconds))
    timeout.unref()
    return () => clearTimeout(timeout)
  },
}

const tickLength = 10
