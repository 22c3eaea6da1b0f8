/**
 * How many timestamp units a stream counts a second. RFC 3551 §6 fixes it for the static payload types; for the dynamic
 * ones it stands in an SDP that the relay does not see, so the stream's own pace tells it, after half a second.
 */
export class ClockRate {
  /** Of payload types 96 to 127; 0: not known yet. */
  readonly #dynamic = new Uint32Array(32)
  #measured = -1
  #timestamp = 0
  #arrival = 0

  /** To be asked for every packet. Undefined while not known. */
  of(payloadType: number, timestamp: number, now: number): number | undefined {
    if (payloadType < 96) return STATIC[payloadType] ?? 8000
    return this.#dynamic[payloadType - 96] || this.#measure(payloadType, timestamp, now)
  }

  #measure(payloadType: number, timestamp: number, now: number): number | undefined {
    const elapsed = now - this.#arrival
    if (payloadType === this.#measured && elapsed < MEASURE) return undefined
    const units = (timestamp - this.#timestamp) | 0
    const rate = payloadType === this.#measured ? nearest((units * 1000) / elapsed) : undefined
    if (rate !== undefined) this.#dynamic[payloadType - 96] = rate
    this.#measured = payloadType
    this.#timestamp = timestamp
    this.#arrival = now
    return rate
  }
}

/** Within an eighth of a rate in use; anything else was a pause or a jump. */
const nearest = (measured: number): number | undefined => RATES.find((rate) => Math.abs(measured - rate) < rate / 8)

const RATES = [8000, 16_000, 24_000, 32_000, 48_000, 90_000]
const MEASURE = 500

/** RFC 3551 §6, tables 4 and 5; those that are not named count 8000. G.722 (9) does too, though it samples at 16000. */
const STATIC: Readonly<Record<number, number>> = {
  6: 16_000,
  10: 44_100,
  11: 44_100,
  14: 90_000,
  16: 11_025,
  17: 22_050,
  25: 90_000,
  26: 90_000,
  28: 90_000,
  31: 90_000,
  32: 90_000,
  33: 90_000,
  34: 90_000,
}
