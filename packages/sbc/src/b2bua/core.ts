/** What calls need of the core around them; handed in, so that a call is tested without sockets. */
import type { Engine } from "@homeport/rtp"
import type { Address, Clock, TransactionLayer } from "@homeport/sip"
import type { ChannelPool } from "../border/channels.ts"
import type { PortMapping } from "../border/media-address.ts"
import type { Topology } from "../border/topology-hiding.ts"
import type { SbcConfig } from "../config.ts"
import type { SbcEvent } from "../events.ts"

export interface CallCore {
  readonly clock: Clock
  /** Milliseconds since 1970, for what people see. */
  readonly wallClock: () => number
  readonly transactions: TransactionLayer
  readonly topology: Topology
  readonly engine: Engine
  readonly channels: ChannelPool
  readonly mapping: PortMapping
  /** A fresh unguessable token: tags, Call-IDs. */
  readonly token: () => string
  /** A fresh Via branch (RFC 3261 §8.1.1.7). */
  readonly branch: () => string
  /** 0 up to 1. */
  readonly random: () => number
  /** Hands a datagram of a media port to the STUN client. */
  readonly stunReceived: (bytes: Uint8Array, from: Address) => void
  readonly emit: (event: SbcEvent) => void
  /** The running configuration; a call keeps the one it began with. */
  readonly config: () => SbcConfig
}
