/** ERROR-CODE: why a request was refused; codes are those of SIP and HTTP. RFC 8489 §14.8. */
import type { StunAttribute, StunMessage } from "../message.ts"
import { attributeValue } from "../message.ts"

export const ERROR_CODE = 0x0009

export interface ErrorCode {
  readonly code: number
  readonly reason: string
}

export const readErrorCode = (message: StunMessage): ErrorCode | undefined => {
  const value = attributeValue(message, ERROR_CODE)
  if (value === undefined || value.length < 4) return undefined
  const hundreds = (value[2] ?? 0) & 7
  const number = value[3] ?? 0
  if (hundreds < 3 || hundreds > 6 || number > 99) return undefined
  return { code: hundreds * 100 + number, reason: new TextDecoder().decode(value.subarray(4, 4 + 763)) }
}

export const errorCode = ({ code, reason }: ErrorCode): StunAttribute => ({
  type: ERROR_CODE,
  value: Uint8Array.of(0, 0, Math.floor(code / 100), code % 100, ...new TextEncoder().encode(reason)),
})
