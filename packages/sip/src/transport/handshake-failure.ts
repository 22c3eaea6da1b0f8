/**
 * Why no secured connection came about, by what OpenSSL says. RFC 8446 §6.2, RFC 5246 §7.2.2.
 *
 * An alert of the other side's is told by its number: OpenSSL's names for alerts have changed between its versions.
 */
export interface HandshakeFailure {
  readonly cause: HandshakeFailureCause
  /** "protocol-version": the highest version offered ("TLS 1.0"), where it can be read. Else OpenSSL's words, or ours. */
  readonly detail: string | undefined
}

export type HandshakeFailureCause =
  /** The other side offers only versions that RFC 8996 forbids. */
  | "protocol-version"
  | "no-common-cipher"
  /** It does not trust the issuer of our certificate. */
  | "untrusted-ca"
  | "certificate-expired"
  /** It refuses our certificate for another reason. */
  | "certificate-refused"
  /** What it sent is no TLS: SIP in clear, say. */
  | "not-tls"
  | "http"
  /** It did not finish in time. */
  | "timeout"
  /** It went away in the middle; or right after it, without a word: then it may have looked at our certificate only there. */
  | "closed"
  | "other"

/** `offered`: the highest version in the other side's ClientHello. */
export function failureOf(error: OpenSslError, offered?: string): HandshakeFailure {
  const alert = /SSL alert number (\d+)/.exec(error.message)?.[1]
  const words = error.reason ?? error.code ?? error.message
  const cause = (alert === undefined ? byCode.get(error.code ?? "") : byAlert.get(Number(alert))) ?? "other"
  return { cause, detail: cause === "protocol-version" ? offered : words }
}

/** As Node hands it on. */
export interface OpenSslError extends Error {
  readonly code?: string
  readonly reason?: string
}

/** RFC 8446 §6, RFC 5246 §7.2. */
const byAlert: ReadonlyMap<number, HandshakeFailureCause> = new Map([
  [0, "closed"], // close_notify
  [40, "no-common-cipher"], // handshake_failure
  [41, "certificate-refused"], // no_certificate
  [42, "certificate-refused"], // bad_certificate: OpenSSL and mbedTLS say it of another name
  [43, "certificate-refused"], // unsupported_certificate
  [44, "certificate-refused"], // certificate_revoked
  [45, "certificate-expired"],
  [46, "untrusted-ca"], // certificate_unknown
  [47, "other"], // illegal_parameter
  [48, "untrusted-ca"], // unknown_ca
  [49, "certificate-refused"], // access_denied
  [70, "protocol-version"],
  [71, "no-common-cipher"], // insufficient_security
  [90, "closed"], // user_canceled
  [113, "certificate-refused"], // bad_certificate_status_response
])

const byCode: ReadonlyMap<string, HandshakeFailureCause> = new Map([
  ["ERR_SSL_UNSUPPORTED_PROTOCOL", "protocol-version"],
  ["ERR_SSL_VERSION_TOO_LOW", "protocol-version"],
  ["ERR_SSL_NO_SHARED_CIPHER", "no-common-cipher"],
  ["ERR_SSL_NO_SUITABLE_KEY_SHARE", "no-common-cipher"],
  ["ERR_SSL_NO_SUITABLE_GROUPS", "no-common-cipher"],
  ["ERR_SSL_NO_SHARED_GROUPS", "no-common-cipher"],
  ["ERR_SSL_NO_SUITABLE_SIGNATURE_ALGORITHM", "no-common-cipher"],
  ["ERR_SSL_NO_SHARED_SIGNATURE_ALGORITHMS", "no-common-cipher"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "not-tls"],
  ["ERR_SSL_HTTP_REQUEST", "http"],
  ["ECONNRESET", "closed"],
  ["EPIPE", "closed"],
  ["ETIMEDOUT", "closed"],
])
