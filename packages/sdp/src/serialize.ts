/** Session descriptions to bytes, line by line as they stand. RFC 8866 §5. */
import type { Line, SessionDescription } from "./session-description.ts"

export function serializeSdp(description: SessionDescription): Uint8Array {
  let text = written(description.lines)
  for (const { lines } of description.media) text += written(lines)
  return Buffer.from(text, "latin1")
}

function written(lines: readonly Line[]): string {
  let text = ""
  for (const { type, value, end } of lines) text += `${type}=${value}${end ?? "\r\n"}`
  return text
}
