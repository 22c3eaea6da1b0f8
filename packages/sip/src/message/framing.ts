/**
 * Cuts a stream of bytes into messages. RFC 3261 §18.3, RFC 5626 §4.4.1.
 *
 *          CRLF CRLF: a ping               the head's end            Content-Length bytes
 *   ┌──────────────┐              ┌───────┐  found       ┌──────┐
 *   │ between      │ ── other ──▶ │ head  │ ───────────▶ │ body │ ── a message ──▶ between
 *   └──────────────┘              └───────┘              └──────┘
 *
 * Each byte is searched once, however small the pieces are in which it comes.
 */
import { fieldLines, lineEnd } from "./fields.ts"
import { contentLength, largestMessage, type ParseError, parseError } from "./parse.ts"
import { parseStartLine } from "./start-line.ts"

export type Frame =
  | { readonly kind: "message"; readonly bytes: Uint8Array }
  /** CRLFCRLF between messages: wants a CRLF in return. */
  | { readonly kind: "ping" }
  /** Where the next message begins is not known any more: answer (`badRequest`) and disconnect. Nothing follows. */
  | { readonly kind: "error"; readonly error: ParseError }

export class Framing {
  readonly #largestHead: number
  readonly #largestBody: number
  /** What is not handed out yet: `#bytes` from `#begin` to `#end`. */
  #bytes: Buffer = nothing
  #owned = false
  #begin = 0
  #end = 0
  /** Up to here no end of the head was found. */
  #searched = 0
  /** Where the message ends, once its head is complete. */
  #messageEnd = 0
  #lineEnds = 0
  #broken = false

  constructor(limits: { readonly head?: number; readonly body?: number } = {}) {
    this.#largestHead = limits.head ?? 32_768
    this.#largestBody = limits.body ?? largestMessage - this.#largestHead
  }

  /** The frames that this piece completes, in order. */
  feed(piece: Uint8Array): readonly Frame[] {
    if (this.#broken) return []
    this.#append(piece)
    const frames: Frame[] = []
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame)
    return frames
  }

  /** Whether a message has begun and is not complete: what a peer that stops here leaves behind. */
  get unfinished(): boolean {
    return this.#begin < this.#end
  }

  #next(): Frame | undefined {
    if (this.#broken) return undefined
    if (this.#messageEnd === 0) {
      const ping = this.#skipLineEnds()
      if (ping !== undefined) return ping
      const error = this.#findHead()
      if (error !== undefined) {
        this.#broken = true
        this.#bytes = nothing
        this.#begin = this.#end = 0
        return { kind: "error", error }
      }
    }
    if (this.#messageEnd === 0 || this.#messageEnd > this.#end) return undefined
    const bytes = this.#bytes.subarray(this.#begin, this.#messageEnd)
    this.#begin = this.#searched = this.#messageEnd
    this.#messageEnd = 0
    return { kind: "message", bytes }
  }

  /** Two CRLFs in a row are a ping, a single one is a pong or what some write behind a body. */
  #skipLineEnds(): Frame | undefined {
    while (this.#end - this.#begin >= 2 && this.#bytes[this.#begin] === 13 && this.#bytes[this.#begin + 1] === 10) {
      this.#begin += 2
      this.#lineEnds++
      if (this.#lineEnds < 2) continue
      this.#lineEnds = 0
      return { kind: "ping" }
    }
    if (this.#begin < this.#end && this.#bytes[this.#begin] !== 13) this.#lineEnds = 0
    return undefined
  }

  #findHead(): ParseError | undefined {
    const from = Math.max(this.#begin, this.#searched - 3)
    const found = this.#bytes.subarray(0, this.#end).indexOf("\r\n\r\n", from, "latin1")
    this.#searched = this.#end
    const size = (found < 0 ? this.#end : found) - this.#begin
    if (size > this.#largestHead) return this.#error("head-too-large", "Header Fields Too Large", this.#largestHead)
    if (found < 0) return undefined
    const length = this.#bodyLength(found + 2)
    if (typeof length === "object") return length
    this.#messageEnd = found + 4 + length
    return undefined
  }

  /** What Content-Length says; it is mandatory here (RFC 3261 §18.3). */
  #bodyLength(headEnd: number): number | ParseError {
    const head = this.#bytes.toString("latin1", this.#begin, headEnd)
    const startEnd = lineEnd(head, 0)
    const { fields, fault } = fieldLines(head, startEnd < 0 ? head.length : startEnd + 2)
    if (fault !== undefined) return this.#error(fault.code, fault.message, fault.at, head)
    const length = contentLength(fields)
    if (length === undefined)
      return this.#error("missing-field", "Missing Content-Length Header Field", head.length, head)
    if (typeof length === "object") return this.#error(length.code, length.message, 0, head)
    if (length > this.#largestBody) return this.#error("message-too-large", "Message Too Large", 0, head)
    return length
  }

  #error(code: string, message: string, at: number, known?: string): ParseError {
    const head =
      known ?? this.#bytes.toString("latin1", this.#begin, Math.min(this.#end, this.#begin + this.#largestHead))
    const startEnd = lineEnd(head, 0)
    if (startEnd < 0) return parseError(head, 0, { code, message, at })
    const start = parseStartLine(head.slice(0, startEnd))
    const method = start.kind === "response" ? undefined : start.method
    return parseError(head, 0, { code, message, at }, method, fieldLines(head, startEnd + 2).fields)
  }

  /** Behind what is left; the room doubles, so that a message in small pieces is copied a constant number of times. */
  #append(piece: Uint8Array): void {
    const left = this.#end - this.#begin
    if (left === 0) {
      // Read where it lies, and never written to: it is the caller's.
      this.#bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
      this.#owned = false
      this.#begin = this.#searched = 0
      this.#end = piece.length
      return
    }
    if (!this.#owned || this.#end + piece.length > this.#bytes.length) {
      const room = Buffer.allocUnsafeSlow(Math.max(4096, 2 * (left + piece.length)))
      this.#bytes.copy(room, 0, this.#begin, this.#end)
      this.#bytes = room
      this.#owned = true
      this.#searched = Math.max(0, this.#searched - this.#begin)
      if (this.#messageEnd > 0) this.#messageEnd -= this.#begin
      this.#begin = 0
      this.#end = left
    }
    this.#bytes.set(piece, this.#end)
    this.#end += piece.length
  }
}

const nothing = Buffer.alloc(0)
