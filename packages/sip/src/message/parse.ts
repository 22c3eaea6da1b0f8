/**
 * Bytes to messages. RFC 3261 §7, §18.3, §25.
 *
 *   bytes ─▶ start line ─▶ field lines ─▶ the five mandatory fields ─▶ body
 *
 * Each step looks at its part once and either hands on or names what is wrong, where.
 */
import { failure, type Result, success } from "../result.ts"
import { fieldLines, fieldOffset, lineEnd } from "./fields.ts"
import { decimal } from "./lexical.ts"
import { decodeMandatory, isFault } from "./mandatory.ts"
import type { Field, Mandatory, Message } from "./message.ts"
import { parseStartLine, type StartLine } from "./start-line.ts"

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

/** The largest message: what a UDP datagram can carry, and what a stream may ask us to hold. */
export const largestMessage = 65_535

/** One datagram, or one message that `Framing` cut out of a stream. */
export function parseMessage(bytes: Uint8Array): Result<Message, ParseError> {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begin = skipLineEnds(buffer)
  if (begin === buffer.length) return refuse("", begin, { code: "empty", message: "Empty Message", at: 0 })
  if (buffer.length - begin > largestMessage)
    return refuse("", begin, { code: "message-too-large", message: "Message Too Large", at: 0 })

  const blankLine = buffer.indexOf("\r\n\r\n", begin, "latin1")
  const head = buffer.toString("latin1", begin, blankLine < 0 ? buffer.length : blankLine + 2)
  const startEnd = lineEnd(head, 0)
  const start = startEnd < 0 ? notEnded : parseStartLine(head.slice(0, startEnd))
  const lines = fieldLines(head, startEnd < 0 ? head.length : startEnd + 2)
  if (start.kind === "fault") return refuse(head, begin, start, start.method, lines.fields)
  const method = start.kind === "request" ? start.method : undefined
  if (lines.fault !== undefined) return refuse(head, begin, lines.fault, method, lines.fields)
  if (blankLine < 0) return refuse(head, begin, { ...noBlankLine, at: head.length }, method, lines.fields)

  const mandatory = decodeMandatory(lines.fields)
  if (isFault(mandatory))
    return refuse(head, begin, { ...mandatory, at: placeOf(head, startEnd + 2, mandatory.field) }, method, lines.fields)
  if (method !== undefined && mandatory.cseq.method !== method)
    return refuse(head, begin, { ...cseqMismatch, at: head.indexOf(mandatory.cseq.method) }, method, lines.fields)

  const available = buffer.length - blankLine - 4
  const length = contentLength(lines.fields)
  if (typeof length === "object")
    return refuse(head, begin, { ...length, at: placeOf(head, startEnd + 2, length.field) }, method, lines.fields)
  if (length !== undefined && length > available)
    return refuse(head, begin, { ...bodyTooShort, at: head.length + 2 + available }, method, lines.fields)

  const bodyBegin = blankLine + 4
  const body = buffer.subarray(bodyBegin, bodyBegin + (length ?? available))
  return success(assemble(head.slice(0, startEnd), start, lines.fields, mandatory, body, length === undefined))
}

/**
 * The number in Content-Length; undefined where there is none. Two of them, and anything but digits, are refused: who reads
 * another length sees another message (RFC 4475 §3.3.9).
 */
export function contentLength(fields: readonly Field[]): number | undefined | LengthFault {
  let length: number | undefined
  for (let place = 0; place < fields.length; place++) {
    const field = fields[place]
    if (field?.name !== "Content-Length") continue
    if (length !== undefined)
      return { code: "repeated-field", message: "More Than One Content-Length Header Field", field: place }
    length = decimal(field.value)
    if (length === undefined)
      return { code: "bad-field", message: "Malformed Content-Length Header Field", field: place }
  }
  return length
}

export interface LengthFault {
  readonly code: "repeated-field" | "bad-field"
  readonly message: string
  readonly field: number
}

/** An error with the place it is about, made for people; `head` is the text from `base` on. */
export function parseError(
  head: string,
  base: number,
  fault: { readonly code: string; readonly message: string; readonly at: number },
  method?: string,
  fields: readonly Field[] = [],
): ParseError {
  const error = { code: fault.code, message: fault.message, offset: base + fault.at, excerpt: excerpt(head, fault.at) }
  const answerable = method !== undefined && fields.some(({ name }) => name === "Via")
  return answerable ? { ...error, request: { method, fields } } : error
}

const refuse = (...about: Parameters<typeof parseError>) => failure(parseError(...about))

function assemble(
  written: string,
  start: Exclude<StartLine, { kind: "fault" }>,
  fields: readonly Field[],
  { via, from, to, callId, cseq }: Mandatory,
  body: Uint8Array,
  unmeasured: boolean,
): Message {
  const message: Message =
    start.kind === "request"
      ? { kind: "request", method: start.method, uri: start.uri, fields, body, via, from, to, callId, cseq }
      : { kind: "response", status: start.status, reason: start.reason, fields, body, via, from, to, callId, cseq }
  const differs = written !== startLine(message)
  if (!differs && !unmeasured) return message
  return { ...message, ...(differs ? { startLine: written } : {}), ...(unmeasured ? { unmeasured } : {}) }
}

/** What we would write. */
export function startLine(message: Message): string {
  return message.kind === "request"
    ? `${message.method} ${message.uri} SIP/2.0`
    : `SIP/2.0 ${message.status} ${message.reason}`
}

/** CRLFs in front of the start line are no part of the message (RFC 3261 §7.5). */
function skipLineEnds(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === 13 && bytes[at + 1] === 10) at += 2
  return at
}

const placeOf = (head: string, fieldsBegin: number, place: number): number =>
  place < 0 ? head.length : fieldOffset(head, fieldsBegin, place)

/** The 40 characters before and after the place, and a line with a caret under it. */
function excerpt(head: string, place: number): string {
  const at = Math.min(place, head.length)
  const begin = Math.max(0, at - 40)
  let shown = ""
  for (const character of head.slice(begin, at + 40)) shown += character >= " " && character < "\x7f" ? character : "·"
  return `${shown}\n${" ".repeat(at - begin)}^`
}

const notEnded: StartLine = {
  kind: "fault",
  code: "bad-start-line",
  message: "Malformed Start Line",
  at: 0,
}
const noBlankLine = { code: "header-not-ended", message: "No Empty Line After Header Fields" }
const cseqMismatch = { code: "method-mismatch", message: "CSeq Names Another Method" }
const bodyTooShort = { code: "body-too-short", message: "Body Shorter Than Content-Length" }
