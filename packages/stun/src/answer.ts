/**
 * The server's half, as far as a SIP port needs it: phones keep their NAT binding open with STUN there, and learn from the
 * answer when it changed. RFC 5626 §4.4.2, §8; RFC 8489 §6.3.1.
 */
import type { SocketAddress } from "./attributes/address.ts"
import { errorCode } from "./attributes/error-code.ts"
import { withFingerprint } from "./attributes/fingerprint.ts"
import { mappedAddress } from "./attributes/mapped-address.ts"
import { MESSAGE_INTEGRITY } from "./attributes/message-integrity.ts"
import { MESSAGE_INTEGRITY_SHA256 } from "./attributes/message-integrity-sha256.ts"
import { unknownAttributes } from "./attributes/unknown-attributes.ts"
import { USERNAME } from "./attributes/username.ts"
import { xorMappedAddress } from "./attributes/xor-mapped-address.ts"
import { BINDING, classic, comprehensionRequired, type StunMessage, serializeStun } from "./message.ts"

/** Undefined for anything but a Binding request: such messages are dropped in silence (RFC 8489 §6.3). */
export const answerBinding = (request: StunMessage, from: SocketAddress): Uint8Array | undefined => {
  if (request.class !== "request" || request.method !== BINDING) return undefined
  const unknown = request.attributes
    .map(({ type }) => type)
    .filter((type) => comprehensionRequired(type) && !IGNORED.has(type))
    .slice(0, 16) // An answer is never made larger than the request that asked for it by more than its own address.
  const answer: StunMessage = {
    class: unknown.length === 0 ? "success" : "error",
    method: BINDING,
    transactionId: request.transactionId,
    attributes:
      unknown.length > 0
        ? [errorCode({ code: 420, reason: "Unknown Attribute" }), unknownAttributes(unknown)]
        : [classic(request) ? mappedAddress(from) : xorMappedAddress(from, request.transactionId)],
  }
  const bytes = serializeStun(answer)
  return classic(request) ? bytes : withFingerprint(bytes)
}

/** Credentials are not asked for here, so that they may be offered (RFC 5626 §8): they change nothing. */
const IGNORED: ReadonlySet<number> = new Set([USERNAME, MESSAGE_INTEGRITY, MESSAGE_INTEGRITY_SHA256])
