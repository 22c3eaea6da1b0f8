/**
 * A party's media: its side of the relay, the address announced to it, and the descriptions that went to and fro.
 *
 *    phone ── description ──▶ ours to the other phone       our origin, address and ports; all else in order
 *
 * Toward an outer phone a hold of the other side never shows: its router forgets a phone that is told not to send, so
 * sendonly and inactive become sendrecv there and are turned back in the answer (guide, 2.5). core.md, Calls.
 */
import type { Relay, RemoteMedia, Side, SideCounters } from "@homeport/rtp"
import {
  type Direction,
  direction,
  type MediaAddress,
  mediaAddress,
  type Ours,
  opened,
  outgoingAnswer,
  outgoingOffer,
  receives,
  relayedAudio,
  rtcpAddress,
  type SessionDescription,
  sends,
  serializeSdp,
  turnedBack,
} from "@homeport/sdp"
import type { Cancel } from "@homeport/sip"
import type { Channel } from "../border/channels.ts"
import { parseIpNetwork, sameIpAddress } from "../border/ip-address.ts"
import { type AnnouncedMedia, announceMedia, keepMapped } from "../border/media-address.ts"
import { isIn } from "../border/nat-bindings.ts"
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
  /** Registered on the outer port from inside the office: its media comes directly, from wherever it is there. */
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

  readonly #options: PartyMediaOptions
  readonly #originId: string
  #version = 0
  /** Our last description to it, and the last of those that were agreed on: an offer may have been refused. */
  #written: { readonly bytes: Uint8Array; readonly build: Build } | undefined
  #agreed: Build | undefined
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

  /** Whether it is to be heard, by its own description. */
  get maySpeak(): boolean {
    return this.received !== undefined && sends(this.#directionOf(this.received))
  }

  /** By the endpoint, the phone's audio must be where its signalling is: an address learnt elsewhere is a stranger's or a private one. */
  mayBeAt(host: string): boolean {
    const { natTraversal, hairpin, source } = this.#options
    return !this.outer || hairpin || natTraversal === "homeport" || sameIpAddress(host, source())
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
    const previous = this.received
    return this.#write((ours) => outgoingOffer(offer, { ...ours, direction: wanted }, previous))
  }

  /** The other phone's answer as this phone, which made `offer`, shall see it. */
  answer(answer: SessionDescription, offer: SessionDescription): Uint8Array {
    const asked = this.#directionOf(offer)
    // Where the answerer was shown an open call (or says more than it may), each way is open only if both want it.
    const shown = turnedBack(this.#directionOf(answer), asked)
    // To an outer phone a call in which the other side holds is a call like any other: it goes on sending.
    const told = this.outer && sends(asked) ? turnedBack(opened(shown), asked) : shown
    return this.#write((ours) => outgoingAnswer(answer, offer, { ...ours, direction: told }))
  }

  /** What we last agreed on with the phone, once more. */
  agreed(): Uint8Array | undefined {
    return this.#agreed && this.#write(this.#agreed)
  }

  /** Acts on a description of the phone's, and on the one it got from us for it: from now on its media is there. */
  apply(description: SessionDescription): void {
    this.received = description
    this.#agreed = this.#written?.build ?? this.#agreed
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
    return this.#side && mediaView(this.#side.counters)
  }

  /** Whether its release brings last figures. */
  get measurable(): boolean {
    return this.#side !== undefined && !this.#released
  }

  /** `last`: called once, later, with the figures of all its life, where it is `measurable`. */
  release(last?: (figures: MediaView) => void): void {
    if (this.#released) return
    this.#released = true
    this.flowing()
    this.#side?.release(last && ((counters) => last(mediaView(counters))))
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
    if (hairpin) return this.#inOffice(rtp, rtcp)
    if (natTraversal === "endpoint") {
      // Nobody else's address: what is sent there would be sent to a stranger, and what came from there is not accepted.
      const report = rtcp && { host: rtp.host, port: rtcp.port }
      return { rtp, rtcp: report, source: rtp.host, latching: "negotiated", outward: true }
    }
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

  /**
   * A phone in the office that registered through the router: we announce our local address to it, so its media comes directly. It
   * may have written the router's public address, and its signalling may come from the router's own: then only its first packet
   * tells where it is.
   */
  #inOffice(rtp: MediaAddress, rtcp: MediaAddress | undefined): RemoteMedia {
    const { config, source } = this.#options
    const networks = config.networks.local.flatMap((text) => parseIpNetwork(text) ?? [])
    const near = (address: MediaAddress | undefined) => (address && isIn(address.host, networks) ? address : undefined)
    const sourceNetworks = config.networks.local
    return {
      rtp: near(rtp),
      rtcp: near(rtcp),
      source: source(),
      sourceNetworks,
      latching: "learned",
      outward: false,
    }
  }

  #directionOf(description: SessionDescription): Direction {
    const audio = relayedAudio(description)
    return audio === undefined ? "inactive" : direction(description, audio)
  }

  /** RFC 3264 §8: the version counts up when, and only when, the description changed. */
  #write(build: Build): Uint8Array {
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
    const again = this.#written?.bytes
    const changed = again === undefined || !sameBytes(written(this.#version), again)
    if (changed) this.#version += 1
    const bytes = changed ? written(this.#version) : again
    this.#written = { bytes, build }
    return bytes
  }
}

const mediaView = ({ received, sent, strangers, silence }: SideCounters): MediaView => ({
  received,
  sent,
  strangers,
  silence,
})

/** A description of ours, but for what changes from one writing to the next. */
type Build = (ours: Ours) => SessionDescription

const isUnspecified = (host: string) => host === "0.0.0.0" || host === "::"

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index])
}
