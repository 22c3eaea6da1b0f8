/**
 * The lines of a message's head, each looked at once. RFC 3261 §7.3.
 *
 *   v : SIP/2.0/UDP 192.0.2.1      a field: name, LWS, colon, LWS, value
 *    ;branch=z9hG4bK87             folded: a line that begins with a blank continues the one before
 *
 * A CR or LF that is not part of a CRLF is refused: the next reader might take it for the end of a line.
 */
import { fieldName } from "./field-name.ts"
import { isBlank, isToken, skipBlank, trimmedEnd } from "./lexical.ts"
import type { Field } from "./message.ts"

export interface FieldLines {
  /** Those before the fault, where there is one. */
  readonly fields: readonly Field[]
  readonly fault?: HeadFault
}

export interface HeadFault {
  readonly code: "bad-line-end" | "bad-header-line" | "line-too-long" | "too-many-fields"
  readonly message: string
  readonly at: number
}

/** The fields from `from` to the end of `head`, which ends with the CRLF of its last line. */
export function fieldLines(head: string, from: number): FieldLines {
  const fields: Field[] = []
  for (let begin = from; begin < head.length; ) {
    let end = lineEnd(head, begin)
    if (end < 0) return { fields, fault: badLineEnd(head, begin) }
    let folded = false
    while (isBlank(head.charCodeAt(end + 2))) {
      folded = true
      const next = lineEnd(head, end + 2)
      if (next < 0) return { fields, fault: badLineEnd(head, end + 2) }
      end = next
    }
    if (end - begin > longestLine) return { fields, fault: fault("line-too-long", "Header Field Too Long", begin) }
    if (fields.length === mostFields)
      return { fields, fault: fault("too-many-fields", "Too Many Header Fields", begin) }
    const field = parseField(head, begin, end, folded)
    if (field === undefined) return { fields, fault: fault("bad-header-line", "Malformed Header Field Line", begin) }
    fields.push(field)
    begin = end + 2
  }
  return { fields }
}

/** Where the line that begins at `from` has its CRLF; -1 where CR and LF do not stand together, or there is none. */
export function lineEnd(head: string, from: number): number {
  const end = head.indexOf("\r", from)
  return end >= 0 && head.indexOf("\n", from) === end + 1 ? end : -1
}

/** Where the field at that place in the list begins. For messages to people: it walks the lines once more. */
export function fieldOffset(head: string, from: number, place: number): number {
  let begin = from
  for (let count = 0; count < place; count++) {
    do begin = head.indexOf("\r\n", begin) + 2
    while (isBlank(head.charCodeAt(begin)))
  }
  return begin
}

function parseField(head: string, begin: number, end: number, folded: boolean): Field | undefined {
  const colon = head.indexOf(":", begin)
  if (colon < 0 || colon > end) return undefined
  const written = head.slice(begin, trimmedEnd(head, begin, colon))
  const name = fieldName(written)
  // The spelling of a known name came out of the table: it needs no second look.
  if (name === written && !isToken(written)) return undefined

  if (folded) return { name, value: unfold(head.slice(colon + 1, end)), source: head.slice(begin, end) }
  const valueBegin = Math.min(skipBlank(head, colon + 1), end)
  const valueEnd = trimmedEnd(head, valueBegin, end)
  const value = head.slice(valueBegin, valueEnd)
  // `name === written` and these three distances: the line is what serialize would write.
  const plain =
    name === written &&
    valueEnd === end &&
    valueBegin === colon + 2 &&
    colon === begin + name.length &&
    head[colon + 1] === " "
  return plain ? { name, value } : { name, value, source: head.slice(begin, end) }
}

/** Each fold, with the blanks around it, is one SP (RFC 3261 §7.3.1). */
function unfold(lines: string): string {
  let value = ""
  for (const line of lines.split("\r\n")) {
    const begin = skipBlank(line, 0)
    const end = trimmedEnd(line, begin, line.length)
    if (begin < end) value += value === "" ? line.slice(begin, end) : ` ${line.slice(begin, end)}`
  }
  return value
}

function badLineEnd(head: string, begin: number): HeadFault {
  const cr = head.indexOf("\r", begin)
  const lf = head.indexOf("\n", begin)
  const at = cr < 0 ? lf : lf < 0 ? cr : Math.min(cr, lf)
  return fault("bad-line-end", "Line Not Ended by CRLF", at < 0 ? head.length : at)
}

const fault = (code: HeadFault["code"], message: string, at: number): HeadFault => ({ code, message, at })

const mostFields = 200
const longestLine = 8192
