/**
 * A STUN message. RFC 8489 §5.
 *
 *    0                   1                   2                   3
 *    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |0 0|  method and class, mixed  |  length of what follows header |
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |                   magic cookie 0x2112A442                     |
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |                 transaction id, 96 random bits                |
 *   +-  ·  ·  ·  attributes: type, length, value padded to 32 bits  -+
 *
 * The 128 bits after the length are kept as one transaction id: in RFC 3489 ("classic") they were just that, and today the
 * cookie stands in the first four of its octets.
 */
import { FINGERPRINT } from "./attributes/fingerprint.ts"
import { MESSAGE_INTEGRITY } from "./attributes/message-integrity.ts"
import { MESSAGE_INTEGRITY_SHA256 } from "./attributes/message-integrity-sha256.ts"
import { padded, uint16, uint32, writeUint16 } from "./octets.ts"
import { failure, type Result, success } from "./result.ts"

export interface StunMessage {
  readonly class: StunClass
  readonly method: number
  /** 16 octets, cookie included (or random there too, when the message is classic). */
  readonly transactionId: Uint8Array
  /** In order, and those we do not know too. Look one up with `attributeValue`. */
  readonly attributes: readonly StunAttribute[]
}

export type StunClass = "request" | "indication" | "success" | "error"

export interface StunAttribute {
  readonly type: number
  readonly value: Uint8Array
}

export interface StunError {
  readonly code: "too-short" | "not-stun" | "bad-length" | "bad-attribute"
  /** Of the octet that is wrong. */
  readonly offset: number
}

export const BINDING = 0x001
export const MAGIC_COOKIE = 0x2112a442

const HEADER = 20
const CLASSES = ["request", "indication", "success", "error"] as const satisfies readonly StunClass[]

/** Tells a STUN datagram from others on the same port by its three fixed fields (RFC 8489 §5). Classic ones do not pass. */
export const isStun = (bytes: Uint8Array): boolean =>
  framed(bytes) && bytes[4] === 0x21 && bytes[5] === 0x12 && bytes[6] === 0xa4 && bytes[7] === 0x42

/** Also reads classic messages, which lack the cookie (RFC 8489 §11). */
export const parseStun = (bytes: Uint8Array): Result<StunMessage, StunError> => {
  if (bytes.length < HEADER) return failure({ code: "too-short", offset: bytes.length })
  const type = uint16(bytes, 0)
  if (type > 0x3fff) return failure({ code: "not-stun", offset: 0 })
  if (!framed(bytes)) return failure({ code: "bad-length", offset: 2 })

  const attributes: StunAttribute[] = []
  for (let at = HEADER; at < bytes.length; ) {
    // The length of the whole is a multiple of four, so that a header always fits here.
    const length = uint16(bytes, at + 2)
    if (at + 4 + length > bytes.length) return failure({ code: "bad-attribute", offset: at + 2 })
    attributes.push({ type: uint16(bytes, at), value: new Uint8Array(bytes.subarray(at + 4, at + 4 + length)) })
    at += 4 + padded(length)
  }
  return success({
    class: CLASSES[((type >> 7) & 2) | ((type >> 4) & 1)] ?? "request",
    method: (type & 0x000f) | ((type & 0x00e0) >> 1) | ((type & 0x3e00) >> 2),
    transactionId: new Uint8Array(bytes.subarray(4, HEADER)),
    attributes,
  })
}

/** Padding is written as zeros (RFC 8489 §14). To add integrity or a fingerprint, `seal` what this returns. */
export const serializeStun = (message: StunMessage): Uint8Array => {
  const length = message.attributes.reduce((sum, { value }) => sum + 4 + padded(value.length), 0)
  const bytes = new Uint8Array(HEADER + length)
  const classBits = CLASSES.indexOf(message.class)
  const { method } = message
  const methodBits = (method & 0x00f) | ((method & 0x070) << 1) | ((method & 0xf80) << 2)
  writeUint16(bytes, 0, methodBits | ((classBits & 1) << 4) | ((classBits & 2) << 7))
  writeUint16(bytes, 2, length)
  bytes.set(message.transactionId.subarray(0, 16), 4)
  let at = HEADER
  for (const { type, value } of message.attributes) {
    writeUint16(bytes, at, type)
    writeUint16(bytes, at + 2, value.length)
    bytes.set(value, at + 4)
    at += 4 + padded(value.length)
  }
  return bytes
}

/** The first one of that type counts (RFC 8489 §14), and after an integrity attribute only its stronger kin and the fingerprint. */
export const attributeValue = (message: StunMessage, type: number): Uint8Array | undefined => {
  let covered = true
  for (const attribute of message.attributes) {
    if (attribute.type === type && (covered || type === MESSAGE_INTEGRITY_SHA256 || type === FINGERPRINT))
      return attribute.value
    if (attribute.type === MESSAGE_INTEGRITY || attribute.type === MESSAGE_INTEGRITY_SHA256) covered = false
  }
  return undefined
}

/** No magic cookie: the sender speaks RFC 3489 and knows neither XOR-MAPPED-ADDRESS nor FINGERPRINT. */
export const classic = (message: StunMessage): boolean => uint32(message.transactionId, 0) !== MAGIC_COOKIE

/** A transaction id of our own: the cookie and 96 random bits. */
export const transactionId = (randomBytes: (size: number) => Uint8Array): Uint8Array => {
  const id = new Uint8Array(16)
  writeUint16(id, 0, MAGIC_COOKIE >>> 16)
  writeUint16(id, 2, MAGIC_COOKIE & 0xffff)
  id.set(randomBytes(12).subarray(0, 12), 4)
  return id
}

/** Types below 0x8000 must be understood, or the message is refused (RFC 8489 §14). */
export const comprehensionRequired = (type: number): boolean => type < 0x8000

/** Two zero bits, and a length that is that of the datagram: a STUN message fills it (RFC 8489 §6.2.1). */
const framed = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER &&
  bytes.length % 4 === 0 &&
  (bytes[0] ?? 0xff) < 0x40 &&
  uint16(bytes, 2) === bytes.length - HEADER
