/** The fixed pool of RTP proxy channels: one for each outer phone in a call (guide, chapter 7). */
import type { ChannelsView } from "../events.ts"

export interface Channel {
  readonly callId: string
  readonly callNumber: string
  /** Milliseconds since 1970. */
  readonly since: number
}

export class ChannelPool {
  #total: number
  #peak = 0
  #peakDay: string
  readonly #taken = new Set<Channel>()
  readonly #wallClock: () => number

  constructor(total: number, wallClock: () => number) {
    this.#total = total
    this.#wallClock = wallClock
    this.#peakDay = this.#today()
  }

  /** Undefined when none is free. */
  take(callId: string, callNumber: string): Channel | undefined {
    if (this.#taken.size >= this.#total) return undefined
    const channel: Channel = { callId, callNumber, since: this.#wallClock() }
    this.#taken.add(channel)
    this.#notePeak()
    return channel
  }

  release(channel: Channel): void {
    this.#notePeak()
    this.#taken.delete(channel)
  }

  /** A smaller pool takes effect as calls end: running calls keep theirs. */
  resize(total: number): void {
    this.#total = total
  }

  view(): ChannelsView {
    this.#notePeak()
    return { total: this.#total, used: this.#taken.size, peakToday: this.#peak, users: [...this.#taken] }
  }

  #notePeak(): void {
    const today = this.#today()
    if (today !== this.#peakDay) {
      this.#peakDay = today
      this.#peak = 0
    }
    this.#peak = Math.max(this.#peak, this.#taken.size)
  }

  #today(): string {
    return new Date(this.#wallClock()).toDateString()
  }
}
