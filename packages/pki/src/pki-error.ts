/**
 * The one error that leaves this package: whatever a file, a name or a date does wrong has a code here, and the console a
 * sentence for it. Anything else that is thrown is a mistake of ours.
 */
export class PkiError extends Error {
  readonly code: PkiErrorCode
  /** What the sentence names: the algorithm, the field, the limit. */
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: PkiErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = "PkiError"
    this.code = code
    this.params = params
  }
}

export type PkiErrorCode = ReadingErrorCode | MakingErrorCode

/** What is wrong with something that was handed in. */
export type ReadingErrorCode =
  | "empty"
  /** `limit`: what would be allowed. */
  | "too-large"
  /** No file of certificates at all. */
  | "not-recognized"
  /** It begins well and then stops. */
  | "truncated"
  | "damaged"
  | "pass-phrase-needed"
  | "wrong-pass-phrase"
  /** `algorithm`: its name or object identifier. */
  | "unsupported-encryption"
  /** `limit` */
  | "too-many-iterations"
  | "no-certificate"
  /** `limit` */
  | "too-many-certificates"
  | "key-does-not-match"
  | "several-keys"
  /** `algorithm`: neither RSA nor EC on P-256 or P-384. */
  | "unsupported-key"

/** Why a certificate or a CRL cannot be made as asked for. */
export type MakingErrorCode =
  | "authority-needed"
  | "authority-forbidden"
  /** The certificate that should sign is none of a certificate authority, or may not sign this. */
  | "not-an-authority"
  | "outlives-authority"
  /** Renewing with the same key needs that key. */
  | "key-needed"
  /** Not between 1 and 2^159 − 1. */
  | "bad-serial-number"
  /** The end is not after the beginning, or one of them is before 1970 or after 9999. */
  | "bad-validity"
  /** `field`: the attribute that is empty, too long, or no country code. */
  | "bad-subject"
  /** `type`, `value` */
  | "bad-alternative-name"
  /** `type`, `value` */
  | "bad-distribution-point"
  /** Not between 0 and 2^159 − 1. */
  | "bad-crl-number"

/** Runs what may throw on bad input in a way of its own (OpenSSL does), and says "damaged" instead. */
export function orDamaged<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof PkiError ? error : new PkiError("damaged")
  }
}
