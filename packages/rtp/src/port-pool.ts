/**
 * Which pairs of ports are free: even for RTP, the next for RTCP (RFC 3550 §11). Handed out in random order, so that a port
 * is no guess, and after 30 s of rest, so that the last packets of one call do not begin another.
 */
import type { PortRange } from "./engine/engine.ts"

export interface PortPool {
  /** The RTP port of a free pair. */
  take(): number | undefined
  release(rtpPort: number): void
  /** Those in use stay as they are; new ones come from this range. */
  configure(range: PortRange): void
  readonly free: number
  readonly total: number
}

export interface PortPoolOptions {
  readonly range: PortRange
  /** From 0 up to, not including, 1. */
  readonly random: () => number
  readonly now: () => number
}

export const createPortPool = ({ range: first, random, now }: PortPoolOptions): PortPool => {
  let range = pairsOf(first)
  let available = range.ports()
  const inUse = new Set<number>()
  /** In the order in which they wake, because all rest equally long. */
  let resting: { readonly port: number; readonly until: number }[] = []

  const wake = (): void => {
    let count = 0
    for (const { port, until } of resting) {
      if (until > now()) break
      count++
      if (range.has(port)) available.push(port)
    }
    if (count > 0) resting = resting.slice(count)
  }

  return {
    take() {
      wake()
      const index = Math.floor(random() * available.length)
      const port = available[index]
      const last = available.pop()
      if (port === undefined || last === undefined) return undefined
      if (index < available.length) available[index] = last
      inUse.add(port)
      return port
    },
    release(port) {
      if (inUse.delete(port)) resting.push({ port, until: now() + REST })
    },
    configure(next) {
      wake()
      range = pairsOf(next)
      const busy = new Set([...inUse, ...resting.map(({ port }) => port)])
      available = range.ports().filter((port) => !busy.has(port))
    },
    get free() {
      wake()
      return available.length
    },
    get total() {
      return range.count
    },
  }
}

const REST = 30_000

const pairsOf = ({ from, to }: PortRange) => {
  const first = from + (from % 2)
  const count = Math.max(0, Math.floor((to - first + 1) / 2))
  return {
    count,
    has: (port: number): boolean => port >= first && port < first + count * 2,
    ports: (): number[] => Array.from({ length: count }, (_, index) => first + index * 2),
  }
}
