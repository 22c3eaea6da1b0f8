/** CHANGE-REQUEST: asks the server to answer from its other address, its other port, or both. RFC 5780 §7.2. */
import type { StunAttribute } from "../message.ts"
import { uint32 } from "../octets.ts"

export const CHANGE_REQUEST = 0x0003

export interface ChangeRequest {
  readonly address: boolean
  readonly port: boolean
}

export const readChangeRequest = (attributes: readonly StunAttribute[]): ChangeRequest | undefined => {
  const value = attributes.find(({ type }) => type === CHANGE_REQUEST)?.value
  if (value?.length !== 4) return undefined
  const flags = uint32(value, 0)
  return { address: (flags & 4) !== 0, port: (flags & 2) !== 0 }
}

export const changeRequest = ({ address, port }: ChangeRequest): StunAttribute => ({
  type: CHANGE_REQUEST,
  value: Uint8Array.of(0, 0, 0, (address ? 4 : 0) | (port ? 2 : 0)),
})
