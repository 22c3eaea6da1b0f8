/**
 * Nonces that need no memory: the time they were made, sealed with a stored key. RFC 7616 §5.4.
 *
 *     6 octets time (ms since 1970) │ 4 octets count │ 16 octets HMAC-SHA-256(key, time and count)    as base64url, 35 characters
 *
 * They stay valid over a restart, with the key. Only after a success is something remembered: which nonce counts were used
 * (RFC 7616 §3.4, nc), until the nonce expires.
 */
import { createHmac, timingSafeEqual } from "node:crypto"

export interface Nonces {
  create(): string
  /** Whether it is one of ours and not expired. Says nothing about replay. */
  isCurrent(nonce: string): boolean
  /** Uses up one count of a nonce whose credentials proved right. False when that count was used before: a replay. */
  use(nonce: string, count: number): boolean
  /** Nonces with counts to remember. */
  readonly remembered: number
}

export interface NonceOptions {
  /** 32 octets, the same over restarts. */
  readonly key: Uint8Array
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** Milliseconds a nonce can be used: 5 minutes where nothing is said. */
  readonly lifetime?: number
  /** How many nonces are remembered at most. */
  readonly capacity?: number
}

export function createNonces({ key, wallClock, lifetime = 300_000, capacity = 100_000 }: NonceOptions): Nonces {
  const used = new Map<string, Counts>()
  let count = 0
  /** Nonces from before this moment count as expired: what was known about them had to make room. */
  let forgotten = 0

  const isCurrentTime = (time: number) => {
    const now = wallClock()
    // One from the future was made before the clock was set back: it would outlive its time.
    return time <= now && time > now - lifetime && time > forgotten
  }

  const makeRoom = () => {
    for (const [nonce, { time }] of used) {
      if (isCurrentTime(time) && used.size < capacity) return
      if (isCurrentTime(time)) forgotten = Math.max(forgotten, time)
      used.delete(nonce)
    }
  }

  return {
    create() {
      const sealed = Buffer.alloc(headLength)
      sealed.writeUIntBE(wallClock(), 0, 6)
      sealed.writeUInt32BE(count, 6)
      count = (count + 1) >>> 0
      return Buffer.concat([sealed, seal(key, sealed)]).toString("base64url")
    },

    isCurrent(nonce) {
      const time = timeOf(key, nonce)
      return time !== undefined && isCurrentTime(time)
    },

    use(nonce, nonceCount) {
      const known = used.get(nonce)
      if (known !== undefined) return known.use(nonceCount)
      const time = timeOf(key, nonce)
      if (time === undefined || !isCurrentTime(time)) return false
      makeRoom()
      used.set(nonce, createCounts(time, nonceCount))
      return true
    },

    get remembered() {
      return used.size
    },
  }
}

interface Counts {
  readonly time: number
  use(count: number): boolean
}

/** The highest count and the 31 below it: two requests that overtake each other on the way are no replay. */
function createCounts(time: number, first: number): Counts {
  let highest = first
  let seen = 1
  return {
    time,
    use(count) {
      if (count > highest) {
        const step = count - highest
        seen = step < 32 ? (seen << step) | 1 : 1
        highest = count
        return true
      }
      const bit = 1 << (highest - count)
      if (highest - count > 31 || (seen & bit) !== 0) return false
      seen |= bit
      return true
    },
  }
}

/** When it was made; undefined where the seal is not ours. */
function timeOf(key: Uint8Array, nonce: string): number | undefined {
  if (nonce.length !== nonceLength) return undefined
  const bytes = Buffer.from(nonce, "base64url")
  if (bytes.length !== headLength + sealLength) return undefined
  const head = bytes.subarray(0, headLength)
  return timingSafeEqual(bytes.subarray(headLength), seal(key, head)) ? head.readUIntBE(0, 6) : undefined
}

function seal(key: Uint8Array, head: Uint8Array): Buffer {
  return createHmac("sha256", key).update(head).digest().subarray(0, sealLength)
}

const headLength = 10
const sealLength = 16
const nonceLength = 35
