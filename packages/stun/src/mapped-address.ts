/** Mapped address: what the outside sees of us. RFC 8489 §6.3.3; servers of RFC 3489 send it unveiled, and nothing else. */
import type { SocketAddress } from "./attributes/address.ts"
import { readMappedAddress } from "./attributes/mapped-address.ts"
import { readXorMappedAddress } from "./attributes/xor-mapped-address.ts"
import type { StunMessage } from "./message.ts"

export const readMapped = (message: StunMessage): SocketAddress | undefined =>
  readXorMappedAddress(message) ?? readMappedAddress(message)
