/**
 * One connection that carries SIP: a stream of bytes becomes messages. RFC 3261 §18.3, RFC 5626 §4.4.1.
 *
 *   connecting ──▶ open ──▶ ending ──▶ closed: the receiver hears of it once, with the reason
 *
 * It works over any Duplex. Pings are answered. What is no SIP ends the connection, since nobody knows where the next message
 * would begin; so does a peer that does not read what it is sent, or never finishes what it began.
 */
import type { Duplex } from "node:stream"
import { Framing } from "../message/framing.ts"
import { parseMessage } from "../message/parse.ts"
import { HttpDetector } from "./http-detector.ts"
import type { Limits } from "./limits.ts"
import { withReturnPath } from "./return-path.ts"
import type { Flow, Receiver } from "./transport.ts"

export class Connection {
  readonly flow: Flow
  readonly #stream: Duplex
  readonly #place: ConnectionPlace
  readonly #framing = new Framing()
  /** Only until the first line tells. */
  #detector: HttpDetector | undefined = new HttpDetector()
  #state: "connecting" | "open" | "ending"
  /** When the state was entered, a byte last came, and the message that is not complete began. */
  #since: number
  #heard: number
  #begun: number | undefined
  #greeted = false
  #spoken = false
  #reason = "closed by the other side"

  constructor(stream: Duplex, flow: Flow, place: ConnectionPlace, state: "connecting" | "open") {
    this.flow = flow
    this.#stream = stream
    this.#place = place
    this.#state = state
    this.#since = this.#heard = place.now()
    stream.on("data", (piece: Uint8Array) => this.#received(piece))
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (this.#state !== "ending") this.#reason = error.code ?? error.message
      // After the handshake Node leaves a TLS stream open that OpenSSL has given up.
      stream.destroy()
    })
    stream.on("close", () => place.closed(this, this.#reason))
  }

  /** The other side accepted it. */
  established(): void {
    if (this.#state === "connecting") this.#enter("open")
    this.#greeted = true
  }

  /** A first message came, or the connection is one of ours. */
  get greeted(): boolean {
    return this.#greeted
  }

  /** Something came, be it no more than a ping. */
  get spoken(): boolean {
    return this.#spoken
  }

  get usable(): boolean {
    return this.#state !== "ending" && this.#stream.writable
  }

  /** False when it is gone, or goes now because too much waits already. Before it is established, bytes wait. */
  send(bytes: Uint8Array): boolean {
    if (!this.usable) return false
    this.#stream.write(bytes)
    if (this.#stream.writableLength <= this.#place.limits.buffered) return true
    this.#giveUp("does not read what it is sent")
    return false
  }

  /** What was sent before is still written. */
  end(reason: string): void {
    if (this.#state === "ending") return
    this.#enter("ending")
    this.#reason = reason
    this.#stream.end()
  }

  /** Called every second or so. */
  check(now: number): void {
    const { connect, silence, idle, unfinished } = this.#place.limits
    if (this.#state === "connecting" && now - this.#since > connect) this.#giveUp("does not answer")
    else if (this.#state === "ending" && now - this.#since > patience) this.#stream.destroy()
    else if (this.#begun !== undefined && now - this.#begun > unfinished) this.#giveUp("does not finish its message")
    else if (!this.#greeted && now - this.#since > silence) this.#giveUp("sends no SIP message")
    else if (now - this.#heard > idle) this.#giveUp("silent for too long")
  }

  #enter(state: "open" | "ending"): void {
    this.#state = state
    this.#since = this.#place.now()
  }

  #giveUp(reason: string): void {
    this.end(reason)
    this.#stream.destroy()
  }

  /** Closed at once, unless there is something to say; then what still comes in is not read, and soon nothing can any more. */
  #farewell(answer: Uint8Array | undefined, asked: "page" | "http"): void {
    if (answer === undefined || asked === "http") return this.#giveUp("speaks HTTP")
    this.send(answer)
    this.end("speaks HTTP")
  }

  #received(piece: Uint8Array): void {
    if (this.#state === "ending") return
    const { receiver } = this.#place
    this.#heard = this.#place.now()
    this.#spoken = true
    if (this.#detector) {
      const kind = this.#detector.feed(piece)
      if (kind) this.#detector = undefined
      if (kind === "page" || kind === "http") {
        this.#farewell(receiver.http?.(this.flow), kind)
        return
      }
    }
    const frames = this.#framing.feed(piece)
    for (const frame of frames) {
      // The receiver may have had enough.
      if (!this.usable) return
      if (frame.kind === "ping") this.send(pong)
      else if (frame.kind === "message") this.#parse(frame.bytes)
      else {
        receiver.malformed(frame.error, this.flow)
        this.end(frame.error.message)
      }
    }
    if (!this.#framing.unfinished) this.#begun = undefined
    else if (this.#begun === undefined || frames.length > 0) this.#begun = this.#heard
  }

  #parse(bytes: Uint8Array): void {
    const { receiver } = this.#place
    const parsed = parseMessage(bytes)
    if (!parsed.ok) {
      receiver.malformed(parsed.error, this.flow)
      return
    }
    this.#greeted = true
    const message = parsed.value
    receiver.message(message.kind === "request" ? withReturnPath(message, this.flow) : message, this.flow)
  }
}

export interface ConnectionPlace {
  readonly limits: Limits
  readonly receiver: Receiver
  now(): number
  closed(connection: Connection, reason: string): void
}

const pong = Buffer.from("\r\n")
/** Milliseconds for the other side to end its half as well. */
const patience = 2000
