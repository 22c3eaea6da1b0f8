/** FINGERPRINT: a checksum, always the last attribute, that tells STUN from whatever shares its port. RFC 8489 §14.7. */
import { uint16, uint32, writeUint16 } from "../octets.ts"

export const FINGERPRINT = 0x8028

/** Of a serialized message, its header's length included; the result replaces the message. */
export const withFingerprint = (bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(bytes.length + 8)
  whole.set(bytes)
  writeUint16(whole, 2, whole.length - 20)
  writeUint16(whole, bytes.length, FINGERPRINT)
  writeUint16(whole, bytes.length + 2, 4)
  const check = fingerprint(whole.subarray(0, bytes.length))
  writeUint16(whole, bytes.length + 4, check >>> 16)
  writeUint16(whole, bytes.length + 6, check & 0xffff)
  return whole
}

/** "absent" when the message's last attribute is another. */
export const checkFingerprint = (bytes: Uint8Array): "absent" | "right" | "wrong" => {
  const at = bytes.length - 8
  if (at < 20 || uint16(bytes, at) !== FINGERPRINT || uint16(bytes, at + 2) !== 4) return "absent"
  return uint32(bytes, at + 4) === fingerprint(bytes.subarray(0, at)) ? "right" : "wrong"
}

/** The exclusive or keeps it apart from a CRC-32 that the other protocol might carry itself. */
const fingerprint = (bytes: Uint8Array): number => (crc32(bytes) ^ 0x5354554e) >>> 0

/** ITU V.42, bit by bit: messages are short and rare. */
const crc32 = (bytes: Uint8Array): number => {
  let register = 0xffffffff
  for (const octet of bytes) {
    register ^= octet
    for (let bit = 0; bit < 8; bit++) register = (register >>> 1) ^ (register & 1 ? 0xedb88320 : 0)
  }
  return ~register >>> 0
}
