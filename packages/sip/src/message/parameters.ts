/** `;name=value` lists of URIs and header fields. RFC 3261 §25.1 (generic-param). */

/** In order; names in lower case; a parameter without "=" has the value `undefined`; quotes are removed from values. */
export type Parameters = readonly Parameter[]
export interface Parameter {
  readonly name: string
  readonly value: string | undefined
}
