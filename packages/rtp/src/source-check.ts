/**
 * Whose packets are this side's? RFC 7362 §5 (restricted latching): only those from the negotiated IP address, and of its
 * ports the one they settle on. One for RTP and one for RTCP of each side.
 *
 *             negotiated, changed                    first packet                      3 s later
 *   closed ──────────────────────▶ open, no packet ─────────────▶ settling ───────────────────▶ settled
 *                                        ▲                                                          │
 *                                        └──────────────────── negotiated, changed ─────────────────┘
 *
 * Settled, another port of the same address is accepted when the known one was silent for 2 s, or once after `relearn`.
 *
 * Of a phone in our own network whose signalling comes through the router, the address is not known beforehand: there the first
 * packet from one of the `networks` says which it is.
 */
import type { SocketAddress } from "./engine/engine.ts"

export type Verdict = "accepted" | "settled" | "stranger"

export interface Source {
  /** Undefined: nobody. */
  readonly source: string | undefined
  readonly address: SocketAddress | undefined
  readonly learned: boolean
  readonly relearn: boolean
  readonly networks?: ((host: string) => boolean) | undefined
}

export class SourceCheck {
  /** Undefined: closed. What comes before an answer settles nothing. */
  #source: string | undefined
  /** The source as negotiated; with networks, packets may turn out to come from another. */
  #named: string | undefined
  #networks: Source["networks"]
  #negotiated: SocketAddress | undefined
  #learned = false
  /** What packets come from; 0 while none did. */
  #port = 0
  /** Infinite while open. */
  #settlesUntil = 0
  #lastAccepted = 0
  #relearn = false

  /** Nothing that is already so changes anything: a re-INVITE that moves nobody does not reopen the source. */
  negotiated({ source, address, learned, relearn, networks }: Source): void {
    const moved = source !== this.#named
    const changed = moved || !same(address, this.#negotiated) || learned !== this.#learned
    // Hosted NAT traversal: the SDP of a re-INVITE may name the phone's private port again; where it sends from stays good.
    if (moved || (changed && !learned)) this.#port = 0
    if (changed) this.#settlesUntil = Number.POSITIVE_INFINITY
    this.#relearn = !changed && (relearn || this.#relearn)
    if (moved) this.#source = source
    this.#named = source
    this.#networks = networks
    this.#negotiated = address
    this.#learned = learned
  }

  /** "settled": accepted, and the first after a negotiation or from a new port. */
  accept(host: string, port: number, now: number): Verdict {
    if (host !== this.#source && !this.#mayBeFrom(host)) return "stranger"
    const first = this.#settlesUntil === Number.POSITIVE_INFINITY
    if (port !== this.#port && !first && !this.#mayMove(now)) return "stranger"
    const verdict = first || port !== this.#port ? "settled" : "accepted"
    if (first) this.#settlesUntil = now + SETTLE
    else if (port !== this.#port && now >= this.#settlesUntil) this.#relearn = false
    this.#source = host
    this.#port = port
    this.#lastAccepted = now
    return verdict
  }

  #mayBeFrom(host: string): boolean {
    return this.#port === 0 && this.#networks?.(host) === true
  }

  #mayMove(now: number): boolean {
    if (now < this.#settlesUntil) return !this.#asNegotiated()
    return this.#relearn || now - this.#lastAccepted >= SILENCE
  }

  /** While it settles, the very address that was negotiated is not left for another. */
  #asNegotiated(): boolean {
    const { host, port } = this.#negotiated ?? { host: "", port: 0 }
    return !this.#learned && port === this.#port && host === this.#source
  }

  /** Whether a packet came from where we now send to. */
  get heard(): boolean {
    return this.#port !== 0
  }

  /** Where to send: back to where packets come from (RFC 4961 §3), before that to what was negotiated. */
  get host(): string | undefined {
    return this.#port === 0 ? this.#negotiated?.host : this.#source
  }
  get port(): number {
    return this.#port === 0 ? (this.#negotiated?.port ?? 0) : this.#port
  }
}

const same = (one: SocketAddress | undefined, other: SocketAddress | undefined): boolean =>
  one?.host === other?.host && one?.port === other?.port

const SETTLE = 3000
const SILENCE = 2000
