/** Writing DER (X.690). */
import { tags } from "./read.ts"

export const sequence = (...content: readonly Uint8Array[]): Uint8Array => element(tags.sequence, ...content)
export const set = (...content: readonly Uint8Array[]): Uint8Array => element(tags.set, ...content)
export const octetString = (...content: readonly Uint8Array[]): Uint8Array => element(tags.octetString, ...content)
export const utf8String = (text: string): Uint8Array => element(tags.utf8String, Buffer.from(text))
export const printableString = (text: string): Uint8Array => element(tags.printableString, Buffer.from(text, "latin1"))
export const bmpString = (text: string): Uint8Array => element(tags.bmpString, Buffer.from(text, "utf16le").swap16())
export const boolean = (value: boolean): Uint8Array => element(tags.boolean, Buffer.of(value ? 0xff : 0))
export const absent = (): Uint8Array => element(tags.null)
/** Whole octets. */
export const bitString = (bytes: Uint8Array): Uint8Array => element(tags.bitString, Buffer.of(0), bytes)

export function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, { length }) => sum + length, 0)
  const octets = length < 0x80 ? [] : length < 0x100 ? [length] : [...bytesOf(BigInt(length))]
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]
  return Buffer.concat([Buffer.from(head), ...content])
}

/** Not negative. */
export function integer(value: bigint | number): Uint8Array {
  const bytes = bytesOf(BigInt(value))
  return element(tags.integer, ...((bytes[0] ?? 0) >= 0x80 ? [Buffer.of(0)] : []), bytes)
}

/** "2.5.29.17" */
export function oid(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number)
  return element(tags.oid, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
}

/** A BIT STRING with these bits set. DER (X.690 §11.2.2) ends it with the last of them. */
export function namedBits(numbers: readonly number[]): Uint8Array {
  const last = Math.max(-1, ...numbers)
  const bytes = Buffer.alloc((last >> 3) + 1)
  for (const number of numbers) bytes[number >> 3] = (bytes[number >> 3] ?? 0) | (0x80 >> (number & 7))
  return element(tags.bitString, Buffer.of(last < 0 ? 0 : 7 - (last & 7)), bytes)
}

/** From 1970 to 9999, in milliseconds: UTCTime to 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export function time(moment: number): Uint8Array {
  const date = new Date(moment)
  const digits = date.toISOString().replace(/[-:T]/g, "").slice(0, 14)
  if (date.getUTCFullYear() < 2050) return element(tags.utcTime, Buffer.from(`${digits.slice(2)}Z`))
  return element(tags.generalizedTime, Buffer.from(`${digits}Z`))
}

function bytesOf(value: bigint): Buffer {
  const digits = value.toString(16)
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex")
}

function base128(value: number): number[] {
  const groups = [value % 128]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) | 0x80)
  return groups
}
