/**
 * A party's media: its side of the relay, the address announced to it, and the descriptions that went to and fro.
 *
 *    phone ── description ──▶ ours to the other phone       our origin, address and ports; all else in order
 *
 * Toward an outer phone a hold of the other side never shows: its router forgets a phone that is told not to send, so
 * sendonly and inactive become sendrecv there and are turned back in the answer (guide, 2.5). core.md, Calls.
 */
import type { Relay, RemoteMedia, Side } from "@homeport/rtp"
import {
  type Direction,
  direction,
  mediaAddress,
  type Ours,
  opened,
  outgoingAnswer,
  outgoingOffer,
  receives,
  relayedAudio,
  rtcpAddress,
  type SessionDescription,
  serializeSdp,
  turnedBack,
} from "@homeport/sdp"
import type { Cancel } from "@homeport/sip"
import type { Channel } from "../border/channels.ts"
import { type AnnouncedMedia, announceMedia, keepMapped } from "../border/media-address.ts"
import type { NatTraversal, SbcConfig } from "../config.ts"
import type { MediaView, NetworkName } from "../events.ts"
import type { CallCore } from "./core.ts"

export interface PartyMediaOptions {
  readonly core: CallCore
  readonly config: SbcConfig
  readonly callId: string
  readonly callNumber: string
  readonly network: NetworkName
  readonly natTraversal: NatTraversal
  /** Registered on the outer port from inside the office: reached directly, wherever it says it is. */
  readonly hairpin: boolean
  /** The local address that faces this phone. */
  readonly local: string
  /** The IP address its signalling comes from. */
  readonly source: () => string
}

export type MediaProblem = "no-ports" | "no-mapped-address"

export class PartyMedia {
  /** What the phone last told us and we acted on; an identical one is a mere refresh. */
  received: SessionDescription | undefined
  /** Our last description to it. */
  sent: Uint8Array | undefined

  readonly #options: PartyMediaOptions
  readonly #originId: string
  #version = 0
  #side: Side | undefined
  #channel: Channel | undefined
  #announced: AnnouncedMedia | undefined
  #stopRefreshing: Cancel | undefined
  #released = false

  constructor(options: PartyMediaOptions) {
    this.#options = options
    // RFC 8866 §5.2: a number; ours must not repeat within the phone's memory.
    this.#originId = String(Math.floor(options.core.random() * 2 ** 32) + 1)
  }

  get outer(): boolean {
    return this.#options.network === "outer"
  }

  get side(): Side | undefined {
    return this.#side
  }

  get hasChannel(): boolean {
    return this.#channel !== undefined
  }

  /** The phone does not want to hear: it holds. */
  get onHold(): boolean {
    return this.received !== undefined && !receives(this.#directionOf(this.received))
  }

  /** By the endpoint, the phone's audio must be where its signalling is: an address learnt elsewhere is a stranger's or a private one. */
  mayBeAt(host: string): boolean {
    const { natTraversal, hairpin, source } = this.#options
    return !this.outer || hairpin || natTraversal === "homeport" || host === source()
  }

  /** Takes an RTP proxy channel where the party needs one; false when none is free. */
  takeChannel(): boolean {
    if (!this.outer) return true
    this.#channel ??= this.#options.core.channels.take(this.#options.callId, this.#options.callNumber)
    return this.#channel !== undefined
  }

  /** Takes a pair of ports and learns the address to announce. Calls back once, unless released before. */
  open(relay: Relay, done: (problem: MediaProblem | undefined) => void): void {
    const { core, config, local, callId } = this.#options
    relay.addSide(local, (side) => {
      if (this.#released) return side?.release()
      if (side === undefined) return done("no-ports")
      this.#side = side
      if (!this.outer || this.#options.hairpin) {
        this.#announced = { host: local, rtpPort: side.rtpPort, rtcp: { host: local, port: side.rtcpPort } }
        return done(undefined)
      }
      announceMedia(side, config, core.mapping, (announcement) => {
        if (this.#released) return
        if (announcement === undefined) return done("no-mapped-address")
        if (announcement.late) core.emit({ type: "stun.late", callId })
        this.#announced = announcement.media
        if (config.stun.mode !== "static") this.#stopRefreshing = keepMapped(side, core.clock, core.mapping)
        done(undefined)
      })
    })
  }

  /** Packets came from the phone: its traffic keeps the office router's binding from now on. */
  flowing(): void {
    this.#stopRefreshing?.()
    this.#stopRefreshing = undefined
  }

  /** The other phone's offer as this phone shall see it. */
  offer(offer: SessionDescription): Uint8Array {
    const told = this.#directionOf(offer)
    const wanted = this.outer ? opened(told) : told
    return this.#write((ours) => outgoingOffer(offer, { ...ours, direction: wanted }, this.received))
  }

  /** The other phone's answer as this phone, which made `offer`, shall see it. `answerer`: who it came from. */
  answer(answer: SessionDescription, offer: SessionDescription, answerer: PartyMedia): Uint8Array {
    const asked = this.#directionOf(offer)
    const told = this.#directionOf(answer)
    const shown = answerer.outer && opened(asked) !== asked ? turnedBack(told, asked) : told
    // An offer of sendrecv answered by a phone on hold: to an outer phone that, too, is a call like any other.
    return this.#write((ours) =>
      outgoingAnswer(answer, offer, { ...ours, direction: this.outer && asked === "sendrecv" ? opened(shown) : shown }),
    )
  }

  /** Acts on a description of the phone's: from now on its media is there. */
  apply(description: SessionDescription): void {
    this.received = description
    const remote = this.#remote(description)
    if (remote !== undefined) this.#side?.negotiated(remote)
    this.#side?.deliver(receives(this.#directionOf(description)))
  }

  /** The phone registered anew from another port: its media may come from another one, too. */
  relearn(): void {
    const remote = this.received && this.#remote(this.received)
    if (remote?.latching === "learned") this.#side?.negotiated({ ...remote, relearn: true })
  }

  view(): MediaView | undefined {
    if (this.#side === undefined) return undefined
    const { received, sent, strangers, silence } = this.#side.counters
    return { received, sent, strangers, silence }
  }

  release(): void {
    if (this.#released) return
    this.#released = true
    this.flowing()
    this.#side?.release()
    if (this.#channel !== undefined) this.#options.core.channels.release(this.#channel)
    this.#channel = undefined
  }

  #remote(description: SessionDescription): RemoteMedia | undefined {
    const audio = relayedAudio(description)
    const rtp = audio === undefined ? undefined : mediaAddress(description, audio)
    if (audio === undefined || rtp === undefined || isUnspecified(rtp.host)) return undefined
    const rtcp = rtcpAddress(description, audio)
    const { natTraversal, hairpin, source } = this.#options
    if (!this.outer) return { rtp, rtcp, source: rtp.host, latching: "negotiated", outward: false }
    if (natTraversal === "endpoint" && !hairpin)
      return { rtp, rtcp, source: rtp.host, latching: "negotiated", outward: true }
    // By Homeport the address in the description is ignored (core.md): only its port may be right.
    const host = source()
    return {
      rtp: { host, port: rtp.port },
      rtcp: rtcp && { host, port: rtcp.port },
      source: host,
      latching: "learned",
      outward: true,
    }
  }

  #directionOf(description: SessionDescription): Direction {
    const audio = relayedAudio(description)
    return audio === undefined ? "inactive" : direction(description, audio)
  }

  /** RFC 3264 §8: the version counts up when, and only when, the description changed. */
  #write(build: (ours: Ours) => SessionDescription): Uint8Array {
    const announced = this.#announced
    if (announced === undefined) throw new Error("media is described before it has an address")
    const written = (version: number) =>
      serializeSdp(
        build({
          origin: { id: this.#originId, version: String(version), address: announced.host },
          address: announced.host,
          rtpPort: announced.rtpPort,
          rtcp: announced.rtcp,
        }),
      )
    if (this.sent !== undefined && sameBytes(written(this.#version), this.sent)) return this.sent
    this.#version += 1
    this.sent = written(this.#version)
    return this.sent
  }
}

const isUnspecified = (host: string) => host === "0.0.0.0" || host === "::"

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index])
}
