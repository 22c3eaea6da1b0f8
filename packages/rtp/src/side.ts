/**
 * One side of a relay without its sockets: what becomes of a datagram that came, and what goes out when none comes.
 * RFC 7092 §3.2 (media relay), core.md "Media relay".
 *
 *   datagram ─▶ STUN or other? ─▶ nonRtp
 *                │ RTP, RTCP
 *                ▼
 *              source check ─▶ stranger: counted, dropped
 *                │ ours: counted
 *                ▼
 *              the other side's `relay` ─▶ on hold, or toward a NAT whose phone has not sent yet: dropped
 *                │
 *                ▼ transmit
 */
import { canonicalHost, target } from "./address.ts"
import type { Cancel, Clock } from "./clock.ts"
import type { Component, RemoteMedia, SideCounters } from "./engine/engine.ts"
import { bindingIndication, KEEPALIVE_INTERVAL } from "./keepalive.ts"
import { openNat } from "./nat-opener.ts"
import { membership } from "./networks.ts"
import { isMedia, isRtp } from "./packet.ts"
import { isRtcp } from "./rtcp.ts"
import { SourceCheck } from "./source-check.ts"
import { StreamStatistics } from "./statistics.ts"

export interface SideOutput {
  /** From the side's own port. Without `ttl`, the usual one. */
  transmit(component: Component, bytes: Uint8Array, host: string, port: number, ttl?: number): void
  nonRtp(component: Component, bytes: Uint8Array, host: string, port: number): void
  settled(host: string, port: number): void
}

export interface SideOptions {
  readonly clock: Clock
  readonly random: () => number
  readonly output: SideOutput
}

export class RelaySide {
  /** The side that gets what comes here. */
  peer: RelaySide | undefined

  readonly #clock: Clock
  readonly #output: SideOutput
  readonly #random: () => number

  readonly #rtp = new SourceCheck()
  readonly #rtcp = new SourceCheck()
  #outward = false
  #delivering = true
  #closeNat: Cancel = () => {}

  readonly #received = new StreamStatistics()
  #sentPackets = 0
  #sentBytes = 0
  #rtcpReceived = 0
  #strangers = 0
  #heardAt: number | undefined
  #nonRtpAllowed = NON_RTP_A_SECOND

  /** When something last went to the RTP and to the RTCP address, for the keepalive. */
  #rtpSentAt = 0
  #rtcpSentAt = 0

  constructor({ clock, random, output }: SideOptions) {
    this.#clock = clock
    this.#random = random
    this.#output = output
  }

  negotiated(remote: RemoteMedia): void {
    const source = canonicalHost(remote.source)
    const learned = remote.latching === "learned"
    const relearn = remote.relearn === true
    const networks = remote.sourceNetworks?.length ? membership(remote.sourceNetworks) : undefined
    this.#rtp.negotiated({ source, address: target(remote.rtp), learned, relearn, networks })
    this.#rtcp.negotiated({ source, address: target(remote.rtcp), learned, relearn, networks })
    this.#outward = remote.outward
    this.#closeNat()
    if (remote.outward) this.#closeNat = openNat(this.#clock, (ttl) => this.#open(ttl))
  }

  deliver(active: boolean): void {
    this.#delivering = active
  }

  /** Every datagram that came to one of the side's ports. */
  receive(component: Component, bytes: Uint8Array, host: string, port: number): void {
    if (!isMedia(bytes)) {
      this.#foreign(component, bytes, host, port)
      return
    }
    const rtp = component === "rtp"
    if (rtp ? !isRtp(bytes) : !isRtcp(bytes)) return
    const now = this.#clock.now()
    const verdict = rtp ? this.#rtp.accept(host, port, now) : this.#rtcp.accept(host, port, now)
    if (verdict === "stranger") {
      this.#strangers++
      return
    }
    this.#heardAt = now
    if (rtp) {
      this.#received.received(bytes, now)
      if (verdict === "settled") this.#output.settled(host, port)
    } else this.#rtcpReceived++
    this.peer?.relay(component, bytes, now)
  }

  /** What the other side received. A hold does not stop RTCP (RFC 3264 §5.1). */
  relay(component: Component, bytes: Uint8Array, now: number): void {
    const rtp = component === "rtp"
    if (rtp && !this.#delivering) return
    // Nothing into a phone's NAT before the phone has sent, or the NAT may give that port away.
    if (this.#outward && !this.#rtp.heard && (rtp || !this.#rtcp.heard)) return
    const { host, port } = rtp ? this.#rtp : this.#rtcp
    if (host === undefined) return
    if (rtp) {
      this.#sentPackets++
      this.#sentBytes += bytes.length
      this.#rtpSentAt = now
    } else this.#rtcpSentAt = now
    this.#output.transmit(component, bytes, host, port)
  }

  /** Once a second. */
  tick(): void {
    this.#nonRtpAllowed = NON_RTP_A_SECOND
    if (!this.#outward) return
    // Before the first packet our NAT is still being opened, ten times a second.
    const due = this.#clock.now() - KEEPALIVE_INTERVAL
    if (this.#rtp.heard && this.#rtpSentAt <= due) this.#sendEmpty("rtp", undefined)
    if ((this.#rtp.heard || this.#rtcp.heard) && this.#rtcpSentAt <= due) this.#sendEmpty("rtcp", undefined)
  }

  close(): void {
    this.#closeNat()
    if (this.peer?.peer === this) this.peer.peer = undefined
    this.peer = undefined
  }

  get counters(): SideCounters {
    return {
      received: this.#received.counters,
      sent: { packets: this.#sentPackets, bytes: this.#sentBytes },
      rtcpReceived: this.#rtcpReceived,
      strangers: this.#strangers,
      silence: this.#heardAt === undefined ? undefined : this.#clock.now() - this.#heardAt,
    }
  }

  /** Grows with every datagram that changes a counter. */
  get activity(): number {
    return this.#received.packets + this.#sentPackets + this.#rtcpReceived + this.#strangers
  }

  /** Of datagrams that are no media nobody needs many, and each costs the main thread. */
  #foreign(component: Component, bytes: Uint8Array, host: string, port: number): void {
    if (bytes.length === 0 || this.#nonRtpAllowed === 0) return
    this.#nonRtpAllowed--
    this.#output.nonRtp(component, bytes, host, port)
  }

  /** An RTP packet ends it; RTCP alone leaves the RTP port still to be opened. */
  #open(ttl: number | undefined): boolean {
    if (this.#rtp.heard) return false
    this.#sendEmpty("rtp", ttl)
    if (!this.#rtcp.heard) this.#sendEmpty("rtcp", ttl)
    return true
  }

  #sendEmpty(component: Component, ttl: number | undefined): void {
    const { host, port } = component === "rtp" ? this.#rtp : this.#rtcp
    if (host === undefined) return
    if (component === "rtp") this.#rtpSentAt = this.#clock.now()
    else this.#rtcpSentAt = this.#clock.now()
    this.#output.transmit(component, bindingIndication(this.#random), host, port, ttl)
  }
}

const NON_RTP_A_SECOND = 50
