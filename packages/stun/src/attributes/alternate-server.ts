/** ALTERNATE-SERVER: another server that should be asked instead. RFC 8489 §14.15. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { readAddress, type SocketAddress, writeAddress } from "./address.ts"

export const ALTERNATE_SERVER = 0x8023

export const readAlternateServer = (message: StunMessage): SocketAddress | undefined => {
  const value = attributeValue(message, ALTERNATE_SERVER)
  return value && readAddress(value)
}

export const alternateServer = (address: SocketAddress): StunAttribute => ({
  type: ALTERNATE_SERVER,
  value: writeAddress(address),
})
