/** What came of one stream: how much, what is missing, how unevenly. RFC 3550 §A.1, §A.3, §A.8. */
import { ClockRate } from "./clock-rate.ts"
import type { StreamCounters } from "./engine/engine.ts"
import { payloadType, sequenceNumber, ssrc, timestamp } from "./packet.ts"

export class StreamStatistics {
  /** Datagrams accepted, and their octets from the RTP header on. */
  packets = 0
  bytes = 0

  /** Lost before the source last began anew. */
  #lostBefore = 0
  #ssrc = -1
  #base = 0
  #highest = 0
  #cycles = 0
  #received = 0
  /** A sequence number that would confirm a jump; -1 while there was none. */
  #afterJump = -1

  #jitter = 0
  #payloadType = -1
  #timestamp = 0
  #arrival = 0
  readonly #clockRate = new ClockRate()

  /** `bytes` is an RTP packet (`isRtp`). */
  received(bytes: Uint8Array, now: number): void {
    this.packets++
    this.bytes += bytes.length
    const source = ssrc(bytes)
    const sequence = sequenceNumber(bytes)
    if (source !== this.#ssrc) {
      this.#begin(source, sequence)
      this.#payloadType = -1
    }
    this.#count(sequence)
    this.#measure(payloadType(bytes), timestamp(bytes), now)
  }

  /** RFC 3550 §A.1 without probation: that this is the right source, the source check knows. */
  #count(sequence: number): void {
    const ahead = (sequence - this.#highest) & 0xffff
    if (ahead < MAX_DROPOUT) {
      if (sequence < this.#highest) this.#cycles += 0x10000
      this.#highest = sequence
    } else if (ahead <= 0x10000 - MAX_MISORDER) {
      if (sequence !== this.#afterJump) {
        this.#afterJump = (sequence + 1) & 0xffff
        return
      }
      // Two in a row after a jump: the sender started again without saying so.
      this.#begin(this.#ssrc, sequence)
    }
    this.#received++
  }

  #begin(source: number, sequence: number): void {
    this.#lostBefore = this.lost
    this.#ssrc = source
    this.#base = sequence
    this.#highest = sequence
    this.#cycles = 0
    this.#received = 0
    this.#afterJump = -1
  }

  /**
   * RFC 3550 §A.8, in milliseconds. Only between packets of one payload type whose timestamps differ: the packets of a
   * telephone-event share one (RFC 4733 §2.2), and other codecs may count differently.
   */
  #measure(type: number, stamp: number, now: number): void {
    const rate = this.#clockRate.of(type, stamp, now)
    const units = (stamp - this.#timestamp) | 0
    if (type === this.#payloadType && units === 0) return
    if (type === this.#payloadType && rate !== undefined) {
      const deviation = Math.abs(now - this.#arrival - (units * 1000) / rate)
      this.#jitter += (deviation - this.#jitter) / 16
    }
    this.#payloadType = type
    this.#timestamp = stamp
    this.#arrival = now
  }

  /** RFC 3550 §A.3: expected minus received. */
  get lost(): number {
    if (this.#received === 0) return this.#lostBefore
    return this.#lostBefore + this.#cycles + this.#highest - this.#base + 1 - this.#received
  }

  get counters(): StreamCounters {
    return { packets: this.packets, bytes: this.bytes, lost: this.lost, jitter: this.#jitter }
  }
}

const MAX_DROPOUT = 3000
const MAX_MISORDER = 100
