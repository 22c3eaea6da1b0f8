import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { lastSeconds, secondsOfTone, TONES, tone, toneShare } from "./tone.ts"
import { readWav, writeWav } from "./wav.ts"

test("a tone is found at its own frequency and at no other phone's", () => {
  for (const own of Object.values(TONES))
    for (const other of Object.values(TONES)) {
      const share = toneShare(tone(own, 1), other)
      if (own === other) expect(share).toBeGreaterThan(0.99)
      else expect(share).toBeLessThan(0.01)
    }
})

test("silence, a whisper of noise and loud noise contain no tone", () => {
  const noise = (amplitude: number): Int16Array => {
    let seed = 12345
    return new Int16Array(8_000).map(() => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.round((seed / 2_147_483_648 - 0.5) * 2 * amplitude)
    })
  }
  expect(toneShare({ rate: 8_000, samples: new Int16Array(8_000) }, 440)).toBe(0)
  expect(toneShare({ rate: 8_000, samples: noise(20) }, 440)).toBe(0)
  expect(toneShare({ rate: 8_000, samples: noise(10_000) }, 440)).toBeLessThan(0.05)
})

test("seconds of a tone are counted where it sounds", () => {
  const samples = new Int16Array(5 * 8_000)
  samples.set(tone(700, 2).samples, 8_000)
  expect(secondsOfTone({ rate: 8_000, samples }, 700)).toBe(2)
  expect(secondsOfTone({ rate: 8_000, samples }, 440)).toBe(0)
  expect(secondsOfTone(lastSeconds({ rate: 8_000, samples }, 1), 700)).toBe(0)
  expect(secondsOfTone(lastSeconds({ rate: 8_000, samples }, 1, 2), 700)).toBe(1)
})

test("a WAV file reads back, also while it is still being written", () => {
  const folder = mkdtempSync(join(tmpdir(), "homeport-wav-"))
  try {
    const path = join(folder, "tone.wav")
    const sound = tone(440, 1)
    writeWav(path, sound)
    expect(readWav(path)).toEqual(sound)
    writeFileSync(path, readFileSync(path).subarray(0, 44 + 1_000))
    expect(readWav(path).samples).toHaveLength(500)
    writeFileSync(path, "RIF")
    expect(readWav(path).samples).toHaveLength(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
