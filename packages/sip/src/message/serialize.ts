/** Messages to bytes: what was received is written as it came, what we made in the RFC's spelling. RFC 3261 §7. */
import { decimal } from "./lexical.ts"
import type { Message } from "./message.ts"
import { startLine } from "./parse.ts"

/**
 * A Content-Length that does not tell the body's length is put right, and a missing one is added: on a stream the next
 * message would begin in the wrong place (RFC 3261 §18.3).
 */
export function serialize(message: Message): Uint8Array {
  const size = message.body.length
  let measured = message.unmeasured === true
  let head = `${message.startLine ?? startLine(message)}\r\n`
  for (const { name, value, source } of message.fields) {
    if (name !== "Content-Length") head += `${source ?? `${name}: ${value}`}\r\n`
    else {
      measured = true
      head += decimal(value) === size ? `${source ?? `${name}: ${value}`}\r\n` : `Content-Length: ${size}\r\n`
    }
  }
  head += measured ? "\r\n" : `Content-Length: ${size}\r\n\r\n`

  const bytes = Buffer.allocUnsafe(head.length + size)
  bytes.write(head, 0, "latin1")
  bytes.set(message.body, head.length)
  return bytes
}
