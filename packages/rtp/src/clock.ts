/** Time as the relay sees it: handed in, so that a test turns it by hand. The same shape as everywhere in Homeport. */
export interface Clock {
  /** Milliseconds on a monotonic scale of the clock's own. */
  now(): number
  /** Runs `run` once, `milliseconds` from now, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): Cancel
}

export type Cancel = () => void

export const realClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
