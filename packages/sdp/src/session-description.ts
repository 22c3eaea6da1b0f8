/**
 * A session description as its lines, in order. RFC 8866 §5.
 *
 *   v=0                          session level: `lines`
 *   o=… s=… c=… t=…
 *   m=audio 4000 RTP/AVP 0 101   a media description: its first line is the m= line
 *   c=… a=rtpmap:… a=sendrecv
 *
 * Nothing is dropped: what we do not understand is a line like any other, and `serialize(parse(x))` is `x`.
 */
export interface SessionDescription {
  readonly lines: readonly Line[]
  readonly media: readonly MediaDescription[]
}

export interface Line {
  /** One letter. */
  readonly type: string
  readonly value: string
  /** The line end as received where it is not CRLF ("\n", or "" at the very end). */
  readonly end?: string
}

/** Decoded once from the m= line (RFC 8866 §5.14). */
export interface MediaDescription {
  readonly media: string
  readonly port: number
  /** Number of ports where one is written ("m=audio 4000/2 …"). */
  readonly ports: number | undefined
  readonly protocol: string
  readonly formats: readonly string[]
  readonly lines: readonly Line[]
}

/** RFC 3264 §5.1, seen from the one who wrote the description. */
export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive"

export interface MediaAddress {
  readonly host: string
  readonly port: number
}
