/**
 * Who may have sent this: HMACs over a message up to the attribute that holds them, with the header's length as if the
 * message ended there. RFC 8489 §9, §14.5, §14.6.
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import { MESSAGE_INTEGRITY, MESSAGE_INTEGRITY_LENGTH } from "./attributes/message-integrity.ts"
import { MESSAGE_INTEGRITY_SHA256, MESSAGE_INTEGRITY_SHA256_LENGTH } from "./attributes/message-integrity-sha256.ts"
import { padded, uint16, writeUint16 } from "./octets.ts"

export type IntegrityAlgorithm = "sha1" | "sha256"

/** Adds the attribute to a serialized message. A fingerprint comes after it: `withFingerprint(withIntegrity(…))`. */
export const withIntegrity = (bytes: Uint8Array, key: Uint8Array, algorithm: IntegrityAlgorithm): Uint8Array => {
  const { type, length } = KINDS[algorithm]
  const whole = new Uint8Array(bytes.length + 4 + length)
  whole.set(bytes)
  writeUint16(whole, bytes.length, type)
  writeUint16(whole, bytes.length + 2, length)
  whole.set(mac(bytes, bytes.length, 4 + length, key, algorithm), bytes.length + 4)
  writeUint16(whole, 2, whole.length - 20)
  return whole
}

/** "absent" when there is no such attribute. Bytes that `parseStun` refuses must not come here. */
export const checkIntegrity = (
  bytes: Uint8Array,
  key: Uint8Array,
  algorithm: IntegrityAlgorithm,
): "absent" | "right" | "wrong" => {
  const { type } = KINDS[algorithm]
  for (let at = 20; at + 4 <= bytes.length; ) {
    const length = uint16(bytes, at + 2)
    if (uint16(bytes, at) === type) {
      const value = bytes.subarray(at + 4, at + 4 + length)
      // Cutting is allowed only where a usage says so (RFC 8489 §14.6), and ours does not.
      if (value.length !== KINDS[algorithm].length) return "wrong"
      return timingSafeEqual(value, mac(bytes, at, 4 + length, key, algorithm)) ? "right" : "wrong"
    }
    at += 4 + padded(length)
  }
  return "absent"
}

/** RFC 8489 §9.1.1. */
export const shortTermKey = (password: string): Uint8Array => new TextEncoder().encode(password)

/** RFC 8489 §9.2.2, with the algorithm MD5 where none was agreed on. The texts come already prepared (OpaqueString). */
export const longTermKey = (
  credentials: { readonly username: string; readonly realm: string; readonly password: string },
  algorithm: "md5" | "sha256" = "md5",
): Uint8Array =>
  createHash(algorithm).update(`${credentials.username}:${credentials.realm}:${credentials.password}`).digest()

const KINDS = {
  sha1: { type: MESSAGE_INTEGRITY, length: MESSAGE_INTEGRITY_LENGTH },
  sha256: { type: MESSAGE_INTEGRITY_SHA256, length: MESSAGE_INTEGRITY_SHA256_LENGTH },
} as const

const mac = (
  bytes: Uint8Array,
  end: number,
  own: number,
  key: Uint8Array,
  algorithm: IntegrityAlgorithm,
): Uint8Array => {
  // Not `slice`: given a Buffer, that would be the message itself.
  const covered = new Uint8Array(bytes.subarray(0, end))
  writeUint16(covered, 2, end + own - 20)
  return createHmac(algorithm, key).update(covered).digest()
}
