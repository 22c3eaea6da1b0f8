/** Tones: one of its own for each phone, and the detector that tells whose tone was heard (Goertzel's algorithm). */
import type { Audio } from "./wav.ts"

/**
 * Frequencies that phones send. They are not multiples of one another, so that no distortion of one looks like another,
 * and lie well inside what G.711 carries.
 */
export const TONES = { office: 440, homeA: 700, homeB: 1_130 } as const

export function tone(frequency: number, seconds: number, rate = 8_000): Audio {
  const samples = new Int16Array(seconds * rate)
  for (let n = 0; n < samples.length; n++)
    samples[n] = Math.round(8_000 * Math.sin((2 * Math.PI * frequency * n) / rate))
  return { rate, samples }
}

/** How much of the power in these samples lies at this frequency: 0 (none) to 1 (nothing else). Silence has none. */
export function toneShare({ rate, samples }: Audio, frequency: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate)
  let previous = 0
  let beforeThat = 0
  let power = 0
  for (const sample of samples) {
    const next = sample + coefficient * previous - beforeThat
    beforeThat = previous
    previous = next
    power += sample * sample
  }
  // Under an amplitude of about 30 it is comfort noise or the codec's idle pattern.
  if (power < samples.length * 450) return 0
  const atFrequency = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat
  return Math.min(1, (2 * atFrequency) / (samples.length * power))
}

/** The stretch that ends `beforeEnd` seconds before the recording does. */
export function lastSeconds({ rate, samples }: Audio, seconds: number, beforeEnd = 0): Audio {
  const end = Math.max(0, samples.length - Math.round(beforeEnd * rate))
  return { rate, samples: samples.subarray(Math.max(0, end - Math.round(seconds * rate)), end) }
}

/**
 * How many seconds of the tone were heard, counted in windows of 100 ms: lost packets and a jitter buffer that settles may
 * spoil some windows, another phone's tone spoils all.
 */
export function secondsOfTone({ rate, samples }: Audio, frequency: number): number {
  const window = Math.round(rate / 10)
  let heard = 0
  for (let at = 0; at + window <= samples.length; at += window)
    if (toneShare({ rate, samples: samples.subarray(at, at + window) }, frequency) > 0.7) heard += 1
  return heard / 10
}
