/**
 * The first line. RFC 3261 §7.1, §7.2.
 *
 *   INVITE sip:101@192.0.2.1 SIP/2.0        one SP between the three, none after them
 *   SIP/2.0 486 Busy Here                   the reason may be empty, and may hold any characters
 */
import { decimal, isToken, tokenEnd } from "./lexical.ts"

export type StartLine =
  | { readonly kind: "request"; readonly method: string; readonly uri: string }
  | { readonly kind: "response"; readonly status: number; readonly reason: string }
  | StartLineFault

export interface StartLineFault {
  readonly kind: "fault"
  readonly code: "bad-start-line" | "bad-request-uri" | "bad-status" | "version-not-supported"
  readonly message: string
  readonly at: number
  /** Where it is plain that a request was meant. */
  readonly method?: string
}

export function parseStartLine(line: string): StartLine {
  return isVersion(line.slice(0, 7)) ? parseStatusLine(line) : parseRequestLine(line)
}

function parseStatusLine(line: string): StartLine {
  const digits = line.slice(8, 11)
  const status = decimal(digits)
  if (line[7] !== " " || status === undefined || digits.length < 3 || status < 100 || status > 699)
    return { kind: "fault", code: "bad-status", message: "Malformed Status", at: 8 }
  // Some leave out the SP in front of a reason that is empty.
  if (line.length > 11 && line[11] !== " ")
    return { kind: "fault", code: "bad-status", message: "Malformed Status", at: 11 }
  return { kind: "response", status, reason: line.slice(12) }
}

function parseRequestLine(line: string): StartLine {
  const methodEnd = tokenEnd(line, 0)
  if (methodEnd === 0 || line[methodEnd] !== " ")
    return { kind: "fault", code: "bad-start-line", message: "Malformed Start Line", at: methodEnd }
  const method = line.slice(0, methodEnd)
  const uriBegin = methodEnd + 1
  const space = line.indexOf(" ", uriBegin)
  const uri = space < 0 ? line.slice(uriBegin) : line.slice(uriBegin, space)
  const badCharacter = unfitForUri(uri)
  if (badCharacter >= 0)
    return {
      kind: "fault",
      code: "bad-request-uri",
      message: "Malformed Request-URI",
      at: uriBegin + badCharacter,
      method,
    }
  const version = space < 0 ? "" : line.slice(space + 1)
  if (isVersion(version)) return { kind: "request", method, uri }
  if (isOtherVersion(version))
    return { kind: "fault", code: "version-not-supported", message: "Version Not Supported", at: space + 1, method }
  const at = space < 0 ? line.length : space + 1
  return { kind: "fault", code: "bad-start-line", message: "Malformed Request-Line", at, method }
}

const isVersion = (text: string): boolean => text === "SIP/2.0" || text.toUpperCase() === "SIP/2.0"

function isOtherVersion(text: string): boolean {
  const dot = text.indexOf(".")
  return (
    text.slice(0, 4).toUpperCase() === "SIP/" &&
    decimal(text.slice(4, dot)) !== undefined &&
    decimal(text.slice(dot + 1)) !== undefined
  )
}

/** The first character that no URI can hold, 0 where nothing like a scheme begins it, -1 where all is well. */
function unfitForUri(uri: string): number {
  const schemeEnd = tokenEnd(uri, 0)
  if (schemeEnd === 0 || uri[schemeEnd] !== ":" || schemeEnd + 1 === uri.length || !isToken(uri.slice(0, schemeEnd)))
    return 0
  for (let at = schemeEnd; at < uri.length; at++) {
    const code = uri.charCodeAt(at)
    if (code <= 0x20 || code === 0x7f || code === 0x3c || code === 0x3e || code === 0x22) return at
  }
  return -1
}
