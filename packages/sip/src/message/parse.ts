/** Bytes to messages. RFC 3261 §7, §25. */
import type { Field } from "./message.ts"

export interface ParseError {
  readonly code: string
  /** Where in the bytes it went wrong. */
  readonly offset: number
  /** The text around it, with non-printing characters replaced: for a trace, with a caret under the place. */
  readonly excerpt: string
  readonly message: string
  /** What a stateless 400 copies (RFC 3261 §8.2.6.2), where that much was readable and the message was a request. */
  readonly request?: { readonly method: string; readonly fields: readonly Field[] }
}
