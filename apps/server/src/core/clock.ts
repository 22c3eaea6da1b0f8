/** Time and timers, passed in: a test turns them by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `run` after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: Date.now,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
