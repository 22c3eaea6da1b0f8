/**
 * The address at which a side of ours is announced to a phone on the internet. core.md, Addresses toward the outside.
 *
 *   mode                          address    RTP port
 *   automatic, always             mapped     mapped: asked from the port itself, at most 1 s
 *   … with the range forwarded    mapped     local
 *   port preserving router        mapped     local
 *   static                        entered    local
 */

import type { Component, Side, SocketAddress } from "@homeport/rtp"
import type { Cancel, Clock } from "@homeport/sip"
import type { SbcConfig } from "../config.ts"

export interface AnnouncedMedia {
  readonly host: string
  readonly rtpPort: number
  readonly rtcp: SocketAddress
}

/** The part of the STUN monitor that media needs. */
export interface PortMapping {
  /** Where outer phones reach our SIP port; undefined while not known. Its host is the last known public address. */
  mapped(): SocketAddress | undefined
  /** Asks from this very port; undefined after `deadline` milliseconds without an answer. */
  mapPort(side: Side, component: Component, deadline: number, done: (mapped: SocketAddress | undefined) => void): void
}

/** `late`: STUN did not answer in time, and the last known address with the local port is announced. */
export type Announcement = { readonly media: AnnouncedMedia; readonly late: boolean } | undefined

export function announceMedia(
  side: Side,
  config: SbcConfig,
  mapping: PortMapping,
  done: (announcement: Announcement) => void,
): void {
  const local = (host: string, late: boolean) => ({
    media: { host, rtpPort: side.rtpPort, rtcp: { host, port: side.rtcpPort } },
    late,
  })
  const known = mapping.mapped()
  if (config.stun.mode === "static" || config.stun.mode === "port-preserving" || config.rtpForwarded) {
    return done(known && local(known.host, false))
  }
  let rtp: SocketAddress | undefined
  let rtcp: SocketAddress | undefined
  let waiting = 2
  const answered = () => {
    waiting -= 1
    if (waiting > 0) return
    if (rtp === undefined) return done(known && local(known.host, true))
    done({
      media: { host: rtp.host, rtpPort: rtp.port, rtcp: rtcp ?? { host: rtp.host, port: side.rtcpPort } },
      late: false,
    })
  }
  mapping.mapPort(side, "rtp", PATIENCE, (mapped) => {
    rtp = mapped
    answered()
  })
  mapping.mapPort(side, "rtcp", PATIENCE, (mapped) => {
    rtcp = mapped
    answered()
  })
}

/** Keeps both ports' bindings at the office router open while nothing flows yet: a ringing call outlives a 30 s binding. */
export function keepMapped(side: Side, clock: Clock, mapping: PortMapping): Cancel {
  const refresh = () => {
    mapping.mapPort(side, "rtp", PATIENCE, () => {})
    mapping.mapPort(side, "rtcp", PATIENCE, () => {})
    cancel = clock.after(REFRESH, refresh)
  }
  let cancel = clock.after(REFRESH, refresh)
  return () => cancel()
}

const PATIENCE = 1_000
const REFRESH = 15_000
