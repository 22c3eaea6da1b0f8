/** SIP and SIPS URIs. RFC 3261 §19.1. */
import type { Parameters } from "./parameters.ts"

export interface SipUri {
  readonly scheme: "sip" | "sips"
  /** Unescaped; undefined where there is none. */
  readonly user: string | undefined
  readonly password: string | undefined
  /** Lower case; an IPv6 reference without its brackets. */
  readonly host: string
  readonly port: number | undefined
  readonly parameters: Parameters
  /** What follows "?", as written. */
  readonly headers: string | undefined
}
