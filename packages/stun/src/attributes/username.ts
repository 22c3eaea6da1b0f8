/** USERNAME: whose password the integrity is made with. RFC 8489 §14.3. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"

export const USERNAME = 0x0006

export const readUsername = (message: StunMessage): string | undefined => {
  const value = attributeValue(message, USERNAME)
  // Older writers may need up to 763 octets (RFC 8489 §14.3); a broken sequence becomes U+FFFD.
  return value && new TextDecoder().decode(value.subarray(0, 763))
}

export const username = (text: string): StunAttribute => ({ type: USERNAME, value: new TextEncoder().encode(text) })
