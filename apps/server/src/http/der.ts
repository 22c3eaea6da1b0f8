/** The little of DER (X.690) that one certificate needs. */

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts)
export const set = (...parts: readonly Uint8Array[]): Buffer => element(0x31, ...parts)
export const octets = (...parts: readonly Uint8Array[]): Buffer => element(0x04, ...parts)
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text))
export const yes = Buffer.of(0x01, 0x01, 0xff)
/** Context-specific and constructed: `[0]`, `[3]`. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Buffer => element(0xa0 | tag, ...parts)
/** Context-specific and primitive. */
export const taggedBytes = (tag: number, bytes: Uint8Array): Buffer => element(0x80 | tag, bytes)
/** Whole octets only. */
export const bits = (bytes: Uint8Array, unused = 0): Buffer => element(0x03, Buffer.of(unused), bytes)

/** A non-negative integer, big-endian. */
export function integer(bytes: Uint8Array): Buffer {
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0
  return element(0x02, negative ? Buffer.of(0) : Buffer.alloc(0), bytes)
}

/** "2.5.29.17" */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number)
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** UTCTime to 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export function time(moment: Date): Buffer {
  const digits = moment.toISOString().replace(/[-:T]/g, "").slice(0, 14)
  if (moment.getUTCFullYear() < 2050) return element(0x17, Buffer.from(`${digits.slice(2)}Z`))
  return element(0x18, Buffer.from(`${digits}Z`))
}

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), content])
}

function base128(value: number): number[] {
  const groups = [value & 0x7f]
  for (let left = value >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
  return groups
}
