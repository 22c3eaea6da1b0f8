/** MAPPED-ADDRESS: the reflexive address, as servers of RFC 3489 send it. RFC 8489 §14.1. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { readAddress, type SocketAddress, writeAddress } from "./address.ts"

export const MAPPED_ADDRESS = 0x0001

export const readMappedAddress = (message: StunMessage): SocketAddress | undefined => {
  const value = attributeValue(message, MAPPED_ADDRESS)
  return value && readAddress(value)
}

export const mappedAddress = (address: SocketAddress): StunAttribute => ({
  type: MAPPED_ADDRESS,
  value: writeAddress(address),
})
