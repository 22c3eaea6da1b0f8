/**
 * Bytes to session descriptions. RFC 8866 §5, §9.
 *
 * Strict where a wrong guess would send media astray (o=, m=, CR inside a line), patient everywhere else: LF alone ends a line
 * too (RFC 8866 §5), empty lines at the end and missing s= or t= lines are common, and lines may stand in any order.
 */
import { decimal } from "./decimal.ts"
import { failure, type Result, success } from "./result.ts"
import type { Line, MediaDescription, SessionDescription } from "./session-description.ts"

export interface SdpError {
  readonly code: "too-large" | "bad-line" | "bad-version" | "bad-origin" | "bad-media"
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

export function parseSdp(bytes: Uint8Array): Result<SessionDescription, SdpError> {
  if (bytes.length > largest) return refuse("too-large", 1, "session description too large")
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
  const session: Line[] = []
  const media: MediaDescription[] = []
  let section = session
  let number = 0
  for (let begin = 0; begin < text.length; ) {
    number++
    if (number > mostLines) return refuse("too-large", number, "too many lines")
    const { contentEnd, end } = lineEnds(text, begin)
    const line = parseLine(text, begin, contentEnd, end)
    if (line === undefined) return refuse("bad-line", number, "a line is not of the form x=value")
    if (number === 1 && (line.type !== "v" || line.value.trim() !== "0"))
      return refuse("bad-version", 1, "it does not begin with v=0")
    if (line.type === "m") {
      const description = parseMedia(line)
      if (description === undefined) return refuse("bad-media", number, "m= line not understood")
      if (media.length === mostMedia) return refuse("too-large", number, "too many media descriptions")
      media.push(description)
      section = description.lines
    } else section.push(line)
    begin = end
  }
  if (number === 0) return refuse("bad-version", 1, "empty session description")
  const origin = session.find(({ type }) => type === "o")
  if (origin === undefined || !isOrigin(origin.value))
    return refuse("bad-origin", 2, "o= line missing or not understood")
  return success({ lines: session, media })
}

/** RFC 8866 §5.2: `user id version IN IP4 address`. */
function isOrigin(value: string): boolean {
  const parts = words(value)
  const [, id, version, network, family] = parts
  return (
    parts.length === 6 &&
    isDigits(id) &&
    isDigits(version) &&
    network === "IN" &&
    (family === "IP4" || family === "IP6")
  )
}

/** RFC 8866 §5.14: `audio 4000/2 RTP/AVP 0 8 101`. Its `lines` grow while the section is read. */
function parseMedia(line: Line): (MediaDescription & { lines: Line[] }) | undefined {
  const [media, place, protocol, ...formats] = words(line.value)
  if (media === undefined || place === undefined || protocol === undefined || formats.length === 0) return undefined
  const slash = place.indexOf("/")
  const port = decimal(slash < 0 ? place : place.slice(0, slash), 65535)
  const ports = slash < 0 ? undefined : decimal(place.slice(slash + 1), 65535)
  if (port === undefined || (slash >= 0 && ports === undefined)) return undefined
  return { media, port, ports, protocol, formats, lines: [line] }
}

function parseLine(text: string, begin: number, contentEnd: number, end: number): Line | undefined {
  const letter = text.charCodeAt(begin) | 32
  if (letter < 97 || letter > 122 || text[begin + 1] !== "=" || contentEnd < begin + 2) return undefined
  if (contentEnd - begin > longestLine) return undefined
  const value = text.slice(begin + 2, contentEnd)
  // Another reader might end the line at a CR, and see a line that we did not.
  if (value.includes("\r") || value.includes("\0")) return undefined
  const written = text.slice(contentEnd, end)
  const type = text.charAt(begin)
  return written === "\r\n" ? { type, value } : { type, value, end: written }
}

/** Where the line's value ends and the next line begins; empty lines, seen only at the very end, belong to the line end before. */
function lineEnds(text: string, begin: number): { contentEnd: number; end: number } {
  const lf = text.indexOf("\n", begin)
  if (lf < 0) {
    const bare = text.endsWith("\r") && text.length > begin
    return { contentEnd: bare ? text.length - 1 : text.length, end: text.length }
  }
  const contentEnd = lf > begin && text[lf - 1] === "\r" ? lf - 1 : lf
  let end = lf + 1
  while (text[end] === "\r" || text[end] === "\n") end++
  return { contentEnd, end: end === text.length ? end : lf + 1 }
}

export function words(value: string): string[] {
  return value.split(" ").filter((word) => word !== "")
}

/** Of any length: RFC 8866 §5.2 recommends NTP timestamps, which are larger than a safe integer. */
function isDigits(text: string | undefined): boolean {
  if (text === undefined) return false
  for (const character of text) if (character < "0" || character > "9") return false
  return text !== ""
}

const refuse = (code: SdpError["code"], line: number, message: string) => failure({ code, line, message })

const largest = 65_535
const mostLines = 1000
const mostMedia = 32
const longestLine = 8192
