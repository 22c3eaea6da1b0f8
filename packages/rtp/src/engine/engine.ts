/**
 * What moves RTP and RTCP from one side of a call to the other. RFC 3550 §7, RFC 7092 §3.2 (media relay).
 *
 *                 ┌─────────── Relay: one a call ───────────┐
 *   home phone ⇄  │ Side  rtp 29100, rtcp 29101  ⇄  Side …  │ ⇄ office phone
 *                 └─────────────────────────────────────────┘
 *
 * A Relay lives in one worker; each Side (a call leg) has a pair of ports, even for RTP, the next for RTCP. A forked call
 * has one Side toward the caller and one a branch, of which `join` chooses one. Sockets are never connected; the
 * interface leaves room for an engine that hands a settled side to the kernel and takes it back.
 */

export interface Engine {
  /** Which one runs: "userspace", later "kernel". */
  readonly name: string
  relay(observer: RelayObserver): Relay
  /** Pairs of ports still free, and in all. */
  readonly ports: { readonly free: number; readonly total: number }
  /** New sides take their ports from this range (even–odd pairs within it, inclusive); those in use stay as they are. */
  configure(range: PortRange): void
  stop(): Promise<void>
}

export interface PortRange {
  readonly from: number
  readonly to: number
}

export interface Relay {
  /** Binds a pair of ports on this local address. Calls back once, asynchronously; undefined when no pair is free. */
  addSide(address: string, done: (side: Side | undefined) => void): void
  /** From now on media passes between these two, and no others. */
  join(a: Side, b: Side): void
  /** Closes all sides. Their ports rest 30 s before they are handed out again, in random order. */
  release(): void
}

export interface Side {
  readonly id: number
  readonly address: string
  readonly rtpPort: number
  readonly rtcpPort: number
  /** To be called for each offer/answer that changed where this side's media is. */
  negotiated(remote: RemoteMedia): void
  /** Whether media from the other side is sent on to this one (false while it is on hold). Received packets still count. */
  deliver(active: boolean): void
  /** Sends from one of the side's own ports, STUN for example. `ttl` applies to this datagram only. */
  send(component: Component, bytes: Uint8Array, to: SocketAddress, ttl?: number): void
  /** The latest figures the worker reported (it does so every second while anything changed). */
  readonly counters: SideCounters
  /** `last`: called once, later, with the final figures; never where its worker has ended or the engine was stopped. */
  release(last?: (counters: SideCounters) => void): void
}

export type Component = "rtp" | "rtcp"

export interface SocketAddress {
  readonly host: string
  readonly port: number
}

export interface RemoteMedia {
  /** Where the other party says its RTP and RTCP are; undefined while not known. */
  readonly rtp: SocketAddress | undefined
  readonly rtcp: SocketAddress | undefined
  /** Packets are accepted from this IP address only. */
  readonly source: string
  /**
   * Networks (CIDR) from which the first packet may come as well; whoever it comes from is the source from then on. For a phone
   * in the office whose signalling comes through the router while its media comes directly (hairpin).
   */
  readonly sourceNetworks?: readonly string[]
  /**
   * "negotiated": the source is what was negotiated, or what it settles on, from the same IP address, within 3 s of the first accepted packet.
   * "learned": hosted NAT traversal (RFC 7362 §4): send to where packets come from; a new port also after `relearn`.
   */
  readonly latching: "negotiated" | "learned"
  /** True toward the internet: open our own NAT with TTL-limited packets, relay no RTP before the first packet came, keep alive in silence. */
  readonly outward: boolean
  /** Allows one new source port though the old one is not silent (a new REGISTER came). */
  readonly relearn?: boolean
}

export interface RelayObserver {
  /** A datagram that is neither RTP nor RTCP by its first byte (RFC 7983): STUN belongs to whoever asked. Never relayed. */
  nonRtp(side: Side, component: Component, bytes: Uint8Array, from: SocketAddress): void
  /** The first packet was accepted from this side, or its source changed. */
  settled(side: Side, source: SocketAddress): void
}

export interface SideCounters {
  /** RTP accepted from this side. */
  readonly received: StreamCounters
  /** RTP sent to this side. */
  readonly sent: { readonly packets: number; readonly bytes: number }
  readonly rtcpReceived: number
  /** Dropped: not from the address this side may send from. */
  readonly strangers: number
  /** Milliseconds since RTP or RTCP was last accepted from this side; undefined before the first. */
  readonly silence: number | undefined
}

export interface StreamCounters {
  readonly packets: number
  readonly bytes: number
  /** RFC 3550 §A.3: expected minus received; negative when duplicates outnumber losses. */
  readonly lost: number
  /** RFC 3550 §A.8, milliseconds. */
  readonly jitter: number
}
