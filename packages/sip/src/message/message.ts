/**
 * A SIP message as plain, read-only data. RFC 3261 §7.
 *
 * Header fields are an ordered list, each with the line it came from, so that what we do not understand survives
 * (invariant 4: `serialize(parse(x))` is `x`). Strings hold one octet a character (latin1): bytes pass unchanged and digests
 * are computed over what was sent; `displayText` makes UTF-8 readable.
 *
 * The five fields that every message needs are decoded once, when it is parsed; all others when somebody asks.
 */
import type { NameAddr } from "./name-addr.ts"
import type { Via } from "./via.ts"

export type Message = Request | Response

export interface Request extends Common {
  readonly kind: "request"
  /** As written: methods are case-sensitive (RFC 3261 §7.1). */
  readonly method: string
  /** The Request-URI as written; decode with `parseUri`. */
  readonly uri: string
}

export interface Response extends Common {
  readonly kind: "response"
  /** 100–699. */
  readonly status: number
  readonly reason: string
}

interface Common extends Mandatory {
  readonly fields: readonly Field[]
  readonly body: Uint8Array
  /** The start line exactly as received, where it differs from what we would write. */
  readonly startLine?: string
  /** It came in a datagram without Content-Length, and is written without one again. */
  readonly unmeasured?: true
}

/** The five fields that every message needs (RFC 3261 §8.1.1, §8.2.6.2), decoded. */
export interface Mandatory {
  /** The topmost Via. */
  readonly via: Via
  readonly from: NameAddr
  readonly to: NameAddr
  readonly callId: string
  readonly cseq: CSeq
}

/** One header field line. A line with a comma-separated list is one field; `listOf` splits it. */
export interface Field {
  /** The long form in the RFC's spelling ("Via" for "v" and "VIA"); an unknown name as written. */
  readonly name: string
  /** Unfolded, without white space around it. */
  readonly value: string
  /** The line(s) exactly as received, without the last CRLF, where they differ from `${name}: ${value}`. */
  readonly source?: string
}

/** RFC 3261 §20.16. `sequence` is 0 to 2^31 - 1. */
export interface CSeq {
  readonly sequence: number
  readonly method: string
}
