/** RESPONSE-ORIGIN: the address the server sent its response from. RFC 5780 §7.3. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { readAddress, type SocketAddress, writeAddress } from "./address.ts"

export const RESPONSE_ORIGIN = 0x802b

export const readResponseOrigin = (message: StunMessage): SocketAddress | undefined => {
  const value = attributeValue(message, RESPONSE_ORIGIN)
  return value && readAddress(value)
}

export const responseOrigin = (address: SocketAddress): StunAttribute => ({
  type: RESPONSE_ORIGIN,
  value: writeAddress(address),
})
