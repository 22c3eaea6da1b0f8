/** UNKNOWN-ATTRIBUTES: in a 420, the types that were not understood. RFC 8489 §14.13. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { uint16, writeUint16 } from "../octets.ts"

export const UNKNOWN_ATTRIBUTES = 0x000a

export const readUnknownAttributes = (message: StunMessage): number[] | undefined => {
  const value = attributeValue(message, UNKNOWN_ATTRIBUTES)
  return value && Array.from({ length: value.length >> 1 }, (_, index) => uint16(value, index * 2))
}

export const unknownAttributes = (types: readonly number[]): StunAttribute => {
  const value = new Uint8Array(types.length * 2)
  types.forEach((type, index) => {
    writeUint16(value, index * 2, type)
  })
  return { type: UNKNOWN_ATTRIBUTES, value }
}
