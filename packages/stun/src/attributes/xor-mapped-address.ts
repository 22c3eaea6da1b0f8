/**
 * XOR-MAPPED-ADDRESS: the reflexive address, veiled from gateways that rewrite addresses wherever they see one.
 * RFC 8489 §14.2.
 */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"
import { readAddress, type SocketAddress, writeAddress } from "./address.ts"

export const XOR_MAPPED_ADDRESS = 0x0020

export const readXorMappedAddress = (message: StunMessage): SocketAddress | undefined => {
  const value = attributeValue(message, XOR_MAPPED_ADDRESS)
  return value && readAddress(veil(value, message.transactionId))
}

export const xorMappedAddress = (address: SocketAddress, transactionId: Uint8Array): StunAttribute => ({
  type: XOR_MAPPED_ADDRESS,
  value: veil(writeAddress(address), transactionId),
})

/** Its own inverse. The 16 octets of cookie and id are the mask for an address, the first two of them for the port. */
const veil = (value: Uint8Array, transactionId: Uint8Array): Uint8Array =>
  value.map((octet, at) => (at < 2 ? octet : octet ^ (transactionId[at < 4 ? at - 2 : at - 4] ?? 0)))
