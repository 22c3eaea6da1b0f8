/** SOFTWARE: what the sender says it is; for people only. RFC 8489 §14.14. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"

export const SOFTWARE = 0x8022

export const readSoftware = (message: StunMessage): string | undefined => {
  const value = attributeValue(message, SOFTWARE)
  // Older writers may need up to 763 octets (RFC 8489 §14.14); a broken sequence becomes U+FFFD.
  return value && new TextDecoder().decode(value.subarray(0, 763))
}

export const software = (text: string): StunAttribute => ({ type: SOFTWARE, value: new TextEncoder().encode(text) })
