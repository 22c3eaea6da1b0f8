/** Sound as 16-bit samples, and the WAV files (RIFF, PCM) that the phones play and record. */
import { readFileSync, writeFileSync } from "node:fs"

export interface Audio {
  /** Samples a second. */
  readonly rate: number
  readonly samples: Int16Array
}

const HEADER = 44

export function writeWav(path: string, { rate, samples }: Audio): void {
  const bytes = Buffer.alloc(HEADER + samples.length * 2)
  bytes.write("RIFF", 0)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write("WAVEfmt ", 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20) // PCM
  bytes.writeUInt16LE(1, 22) // mono
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write("data", 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).copy(bytes, HEADER)
  writeFileSync(path, bytes)
}

/** Reads a file that a phone may still be writing: the lengths in its header are not trusted, the end of the file is. */
export function readWav(path: string): Audio {
  const bytes = readFileSync(path)
  if (bytes.length < HEADER || bytes.toString("latin1", 0, 4) !== "RIFF")
    return { rate: 8000, samples: new Int16Array() }
  let rate = 8000
  let channels = 1
  let at = 12
  while (at + 8 <= bytes.length) {
    const chunk = bytes.toString("latin1", at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (chunk === "fmt ") {
      channels = bytes.readUInt16LE(at + 10)
      rate = bytes.readUInt32LE(at + 12)
    }
    if (chunk === "data") return { rate, samples: firstChannel(bytes.subarray(at + 8), channels) }
    at += 8 + length + (length % 2)
  }
  return { rate, samples: new Int16Array() }
}

/** Raw samples as ALSA's file plug-in writes them. */
export function readRaw(path: string, rate: number, channels: number): Audio {
  return { rate, samples: firstChannel(readFileSync(path), channels) }
}

function firstChannel(bytes: Buffer, channels: number): Int16Array {
  const frames = Math.floor(bytes.length / (2 * channels))
  const samples = new Int16Array(frames)
  for (let frame = 0; frame < frames; frame++) samples[frame] = bytes.readInt16LE(frame * 2 * channels)
  return samples
}
