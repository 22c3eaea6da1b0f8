/** OTHER-ADDRESS: the server's second address and port, which it answers from when asked to change both. RFC 5780 §7.4. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { readAddress, type SocketAddress, writeAddress } from "./address.ts"

export const OTHER_ADDRESS = 0x802c

export const readOtherAddress = (message: StunMessage): SocketAddress | undefined => {
  const value = attributeValue(message, OTHER_ADDRESS)
  return value && readAddress(value)
}

export const otherAddress = (address: SocketAddress): StunAttribute => ({
  type: OTHER_ADDRESS,
  value: writeAddress(address),
})
