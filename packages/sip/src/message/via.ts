/** The Via header field. RFC 3261 §20.42, RFC 3581. */
import type { Parameters } from "./parameters.ts"

export interface Via {
  /** Upper case: "UDP", "TCP", "TLS", or whatever else was written. */
  readonly transport: string
  /** Lower case; an IPv6 reference without its brackets. */
  readonly host: string
  readonly port: number | undefined
  /** "" where there is none (RFC 2543 clients). */
  readonly branch: string
  readonly parameters: Parameters
}
