/**
 * Failed sign-ins slow an address down: after five, each next attempt waits twice as long as the one before, up to a minute. The
 * account itself is never locked, or anybody could lock the administrator out.
 */
import { isIP } from "node:net"

export interface Attempts {
  /** Seconds to wait before the next attempt; 0: go on. Whoever goes on counts as failed until `succeeded`. */
  begin(address: string): number
  succeeded(address: string): void
  /** Those whose next attempt has to wait now. */
  waiting(): readonly Waiting[]
}

export interface Waiting {
  /** An address, or the /64 of an IPv6 one. */
  readonly address: string
  /** Milliseconds since 1970. */
  readonly until: number
  readonly failures: number
}

export function createAttempts(now: () => number): Attempts {
  const failures = new Map<string, { count: number; until: number }>()
  return {
    begin(from) {
      const address = ownerOf(from)
      const time = now()
      const known = failures.get(address)
      const left = known ? known.until - time : 0
      // More than the longest wait: somebody has set the clock back.
      if (left > 0 && left <= longest) return Math.ceil(left / 1000)
      const count = known && time - known.until < forgottenAfter ? known.count + 1 : 1
      const pause = count < free ? 0 : Math.min(longest, 1000 * 2 ** (count - free))
      // Taken out first, so that the map keeps the order of the last attempt.
      failures.delete(address)
      failures.set(address, { count, until: time + pause })
      if (failures.size > remembered) failures.delete(failures.keys().next().value ?? "")
      return 0
    },
    waiting() {
      const time = now()
      return [...failures].flatMap(([address, { count, until }]) => {
        const left = until - time
        return left > 0 && left <= longest ? [{ address, until, failures: count }] : []
      })
    },
    succeeded(from) {
      failures.delete(ownerOf(from))
    },
  }
}

/** Who has one IPv6 address has its whole /64 to guess from. */
function ownerOf(address: string): string {
  const [, mapped] = /^::ffff:([0-9.]+)$/i.exec(address) ?? []
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address
  const [head = "", tail] = address.split("::")
  const groups = (part: string) => (part === "" ? [] : part.split(":"))
  const [front, back] = [groups(head), groups(tail ?? "")]
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length
  return `${[...front, ...Array(zeros).fill("0"), ...back].slice(0, 4).join(":")}::/64`
}

const free = 5
const longest = 60_000
const forgottenAfter = 15 * 60_000
const remembered = 10_000
