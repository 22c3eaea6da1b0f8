/**
 * Keeps a phone's NAT binding open, and notices when it is gone: OPTIONS more often than a UDP binding lives. RFC 5853 §3.4, RFC 6223.
 *
 *   ── 25 s ± 10 % ──▶ ping ── any response ──▶ reachable, no misses
 *                        └── 5 s of silence ──▶ a miss; the second in a row makes it unreachable
 *                  any request from the phone ▶ reachable, no misses
 */
import type { Cancel, Clock } from "@homeport/sip"

export interface Keepalive {
  /** The phone was heard, by whatever request. */
  heard(): void
  stop(): void
}

export interface KeepaliveOptions {
  readonly clock: Clock
  /** 0 up to 1. */
  readonly random: () => number
  /** Sends one OPTIONS; `done(true)` for any response, `done(false)` when it cannot be sent or nobody answers. */
  readonly ping: (done: (answered: boolean) => void) => void
  readonly onReachable: (reachable: boolean) => void
  readonly reachable: boolean
  /** After a restart all phones come back at once: their first pings are spread over the whole interval. */
  readonly spread?: boolean
}

export function startKeepalive({ clock, random, ping, onReachable, spread, ...options }: KeepaliveOptions): Keepalive {
  let { reachable } = options
  let misses = 0
  /** Counts pings, so that a late answer to an earlier one is known as such. */
  let current = 0
  let stopTimer: Cancel = () => {}
  let stopWaiting: Cancel = () => {}

  const heard = () => {
    misses = 0
    if (reachable) return
    reachable = true
    onReachable(true)
  }

  const missed = () => {
    misses += 1
    if (misses < missesAllowed || !reachable) return
    reachable = false
    onReachable(false)
  }

  const send = () => {
    current += 1
    const number = current
    stopTimer = clock.after(interval(random), send)
    stopWaiting = clock.after(patience, () => {
      current += 1
      missed()
    })
    ping((answered) => {
      if (number !== current) return
      current += 1
      stopWaiting()
      if (answered) heard()
      else missed()
    })
  }

  stopTimer = clock.after(spread ? random() * period : interval(random), send)
  return {
    heard,
    stop() {
      current += 1
      stopTimer()
      stopWaiting()
    },
  }
}

function interval(random: () => number): number {
  return Math.round(period * (0.9 + 0.2 * random()))
}

const period = 25_000
const patience = 5_000
const missesAllowed = 2
