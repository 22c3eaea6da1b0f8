/**
 * A connection to a TLS port until it is secured. RFC 8446 §4, RFC 9325 §3.1.
 *
 *   accepted ──▶ reading ── a whole ClientHello ──▶ negotiating ── secured ──▶ handed on
 *                   │ no TLS                             │ refused by either side
 *                   └──────── gone, too slow ────────────┴──▶ closed; told why
 *
 * The first record is read here before OpenSSL gets it, so that a phone that is too old, or that speaks SIP in clear, is told as
 * what it is. Time counts from the accept, whatever trickles in meanwhile.
 */
import type { Socket } from "node:net"
import type { Cancel, Clock } from "../clock.ts"
import { readBeginning } from "./client-hello.ts"
import { failureOf, type HandshakeFailure, type OpenSslError } from "./handshake-failure.ts"
import { HttpDetector } from "./http-detector.ts"

export interface HandshakePlace {
  readonly clock: Clock
  /** Milliseconds. */
  readonly patience: number
  /** Gives the socket to OpenSSL, which tells `secured` or `refused`. */
  readonly negotiate: (socket: Socket) => void
  /** Without a failure there was not even an attempt: somebody connected, said nothing, and left. */
  readonly failed: (failure: HandshakeFailure | undefined) => void
}

export class Handshake {
  readonly #socket: Socket
  readonly #place: HandshakePlace
  #state: "reading" | "in-clear" | "negotiating" | "over" = "reading"
  #read: Buffer = Buffer.alloc(0)
  readonly #detector = new HttpDetector()
  /** The newest version that the other side offers. */
  #offered: string | undefined
  readonly #stopWaiting: Cancel

  constructor(socket: Socket, place: HandshakePlace) {
    this.#socket = socket
    this.#place = place
    this.#stopWaiting = place.clock.after(place.patience, () => this.#fail({ cause: "timeout", detail: undefined }))
    socket.on("readable", this.#readable)
    socket.on("error", (error: OpenSslError) => this.#fail(this.#attempted(failureOf(error))))
    socket.on("close", () => this.#fail(this.#attempted({ cause: "closed", detail: "in the handshake" })))
  }

  /** False where it had been given up already. */
  secured(): boolean {
    return this.#over()
  }

  refused(error: OpenSslError): void {
    this.#fail(failureOf(error, this.#offered))
  }

  /** Ends it untold. */
  breakOff(): void {
    if (this.#over()) this.#socket.destroy()
  }

  #over(): boolean {
    if (this.#state === "over") return false
    this.#state = "over"
    this.#stopWaiting()
    this.#socket.off("readable", this.#readable)
    return true
  }

  #fail(failure: HandshakeFailure | undefined): void {
    // However it ends, what speaks in clear could not have been secured.
    const inClear = this.#state === "in-clear" && failure?.cause !== "http"
    if (!this.#over()) return
    this.#socket.destroy()
    this.#place.failed(inClear ? { cause: "not-tls", detail: undefined } : failure)
  }

  #attempted(failure: HandshakeFailure): HandshakeFailure | undefined {
    return this.#state === "negotiating" || this.#read.length > 0 ? failure : undefined
  }

  readonly #readable = (): void => {
    // A socket without an encoding gives Buffers.
    const piece = this.#socket.read() as Buffer | null
    if (piece === null) return
    if (this.#state === "in-clear") return this.#refuse(piece)
    this.#read = Buffer.concat([this.#read, piece])
    const beginning = readBeginning(this.#read)
    if (beginning.kind === "incomplete") return
    if (beginning.kind === "not-tls") {
      this.#state = "in-clear"
      return this.#refuse(this.#read)
    }
    this.#state = "negotiating"
    this.#offered = beginning.version
    this.#socket.off("readable", this.#readable)
    this.#socket.unshift(this.#read)
    this.#place.negotiate(this.#socket)
  }

  /** As soon as its first line tells what it is. */
  #refuse(piece: Buffer): void {
    const kind = this.#detector.feed(piece)
    if (kind !== undefined) this.#fail({ cause: kind === "other" ? "not-tls" : "http", detail: undefined })
  }
}
