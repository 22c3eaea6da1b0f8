/**
 * Certificate revocation lists, version 2. RFC 5280 §5.
 *
 *     CertificateList = { tbsCertList, signatureAlgorithm, signature }
 *     tbsCertList = { version, signature, issuer, thisUpdate, nextUpdate, revokedCertificates OPTIONAL, [0] extensions }
 */

import { extensionIds } from "./der/object-identifiers.ts"
import { context, tags } from "./der/read.ts"
import { bitString, element, integer, sequence, time } from "./der/write.ts"
import { authorityKeyIdentifier, encodeExtension, encodeExtensions } from "./extensions.ts"
import { fileOf } from "./file.ts"
import { signerOf } from "./key.ts"
import { mostRevoked } from "./limits.ts"
import { PkiError } from "./pki-error.ts"
import { authorityOf, type KeyedCertificate, serialNumberOf, validityOf } from "./tbs.ts"

/** RFC 5280 §5.3.1 by number; 7 is not used. */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const
export type RevocationReason = keyof typeof revocationReasons

export interface Revoked {
  /** Decimal. */
  readonly serialNumber: string
  /** Milliseconds since 1970. */
  readonly revokedAt: number
  readonly reason?: RevocationReason | undefined
}

export interface CrlRequest {
  readonly authority: KeyedCertificate
  /** Larger than that of the list before (RFC 5280 §5.2.3): decimal digits, 0 to 2^159 − 1. */
  readonly number: string | number | bigint
  /** Milliseconds since 1970, as is `nextUpdate`: by then there will be another list. */
  readonly thisUpdate: number
  readonly nextUpdate: number
  /** At most 20,000. */
  readonly revoked: readonly Revoked[]
}

/** DER. Throws "not-an-authority", "bad-crl-number", "bad-serial-number", "bad-validity", "too-large", and what reading the authority throws. */
export function createCrl({ authority, number, thisUpdate, nextUpdate, revoked }: CrlRequest): Uint8Array {
  const { certificate, key, keyId } = authorityOf(authority, "cRLSign")
  const signer = signerOf(key, "sha256RSA")
  const dates = validityOf({ notBefore: thisUpdate, notAfter: nextUpdate }, undefined)
  if (revoked.length > mostRevoked) throw new PkiError("too-large", { limit: mostRevoked })
  const tbs = sequence(
    integer(1),
    signer.algorithm,
    certificate.subject.raw,
    time(dates.notBefore),
    time(dates.notAfter),
    // RFC 5280 §5.1.2.6: absent, not empty.
    ...(revoked.length > 0 ? [sequence(...revoked.map(encodeRevoked))] : []),
    element(context(0), encodeExtensions([authorityKeyIdentifier(keyId), crlNumber(number)])),
  )
  return fileOf(sequence(tbs, signer.algorithm, bitString(signer.sign(tbs))))
}

function encodeRevoked({ serialNumber, revokedAt, reason }: Revoked): Uint8Array {
  // Not a span of time, but with the same bounds.
  const { notBefore } = validityOf({ notBefore: revokedAt, notAfter: revokedAt + 1000 }, undefined)
  const fields = [integer(serialNumberOf(serialNumber)), time(notBefore)]
  // RFC 5280 §5.3.1: "unspecified" should not be written.
  if (reason === undefined || reason === "unspecified") return sequence(...fields)
  const value = element(tags.enumerated, Buffer.of(revocationReasons[reason]))
  return sequence(...fields, sequence(encodeExtension({ id: extensionIds.reasonCode, critical: false, value })))
}

function crlNumber(number: string | number | bigint) {
  const digits = String(number)
  const value = /^\d{1,60}$/.test(digits) ? BigInt(digits) : 1n << 159n
  // RFC 5280 §5.2.3: at most 20 octets.
  if (value >= 1n << 159n) throw new PkiError("bad-crl-number")
  return { id: extensionIds.cRLNumber, critical: false, value: integer(value) }
}
