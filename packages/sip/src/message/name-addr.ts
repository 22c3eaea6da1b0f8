/** `"Name" <uri>;parameters`: From, To, Contact, Route and their like. RFC 3261 §20.10. */
import type { Parameters } from "./parameters.ts"

export interface NameAddr {
  /** Without quotes and escapes; "" where there is none. */
  readonly displayName: string
  /** As written between the angle brackets; decode with `parseUri` (it may be a `tel:` or any other URI). */
  readonly uri: string
  readonly parameters: Parameters
  /** The `tag` parameter of From and To. */
  readonly tag: string | undefined
}
