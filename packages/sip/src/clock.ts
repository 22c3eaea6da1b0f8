/** Time as the core sees it: handed in, so that a test turns it by hand. */
export interface Clock {
  /** Milliseconds on a monotonic scale of the clock's own. */
  now(): number
  /** Runs `run` once, `milliseconds` from now, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): Cancel
}

export type Cancel = () => void
