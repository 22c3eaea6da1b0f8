/** Everything the core tells, as plain data. The server turns it into sentences, rows and the browsers' event stream. */
import type { HandshakeFailureCause } from "@homeport/sip"

export type SbcEvent =
  | {
      readonly type: "binding.changed"
      readonly callNumber: string
      readonly contact: string
      readonly binding: Binding | undefined
    }
  | { readonly type: "registration.refused"; readonly refusal: Refusal }
  /** Its date came while we ran, or phones of its were registered after it: they are no longer. */
  | { readonly type: "internet-registration.over"; readonly callNumber: string; readonly until: number }
  | {
      readonly type: "station.reachability"
      readonly callNumber: string
      readonly contact: string
      readonly reachable: boolean
    }
  | { readonly type: "call.changed"; readonly call: CallView }
  | {
      readonly type: "call.ended"
      /** Its counters are those of the last second. */
      readonly call: CallView
      readonly at: number
      readonly reason: CallEnd
      /** Of the answer to a caller who was not put through; undefined: it was answered, or given up. */
      readonly status: number | undefined
      /** Why we said no ourselves, where we did. */
      readonly why: CallRefusal | undefined
    }
  /** What came of its media in the end: after "call.ended", as soon as it is known. Not told where nobody had a port for media. */
  | {
      readonly type: "call.measured"
      readonly callId: string
      readonly caller: MediaView | undefined
      readonly callee: MediaView | undefined
    }
  | {
      readonly type: "call.refused"
      readonly from: string
      readonly to: string
      readonly source: string
      readonly status: number
      readonly why: CallRefusal
    }
  | { readonly type: "channels.exhausted"; readonly total: number; readonly from: string; readonly to: string }
  | {
      readonly type: "media.missing"
      readonly callId: string
      readonly callNumber: string
      readonly source: string | undefined
    }
  | { readonly type: "stun.changed"; readonly stun: StunView; readonly previous: StunView }
  | { readonly type: "stun.late"; readonly callId: string }
  | { readonly type: "listener.changed"; readonly listener: ListenerView }
  /** Something from the internet proved the forwarding; or, undefined, what proved it was about another address or port. */
  | {
      readonly type: "forwarding.changed"
      readonly transport: "UDP" | "TCP" | "TLS"
      readonly evidence: ForwardingEvidence | undefined
    }
  /** Somebody came to a TLS port, and no secured connection came of it. */
  | {
      readonly type: "handshake.failed"
      readonly network: NetworkName
      readonly source: { readonly host: string; readonly port: number }
      /** Ours. */
      readonly port: number
      readonly cause: HandshakeFailureCause
      /** "protocol-version": the highest version offered ("TLS 1.0"), where it can be read. Else OpenSSL's words. */
      readonly detail: string | undefined
    }
  /** Somebody came to a port that is not for him; `count` says how often so far. One a source and minute. */
  | {
      readonly type: "source.refused"
      readonly source: string
      readonly name: ListenerView["name"]
      readonly count: number
    }
  /** Undefined: it was lifted, or ended so long ago that it is forgotten. */
  | { readonly type: "block.changed"; readonly network: string; readonly block: Block | undefined }
  | {
      readonly type: "message.malformed"
      readonly source: string
      readonly network: NetworkName
      readonly excerpt: string
      readonly message: string
    }

export type NetworkName = "inner" | "outer"

/** Why a source is blocked by itself: credentials that are wrong, or names of stations that do not exist. */
export type FailureCause = "wrong-password" | "unknown-user"

/** Who is shut out (border/blocks.ts). Times are milliseconds since 1970. */
export interface Block {
  /** An address, or a network in CIDR notation. */
  readonly network: string
  readonly by: "failures" | "hand"
  /** "throttled": a phone is registered from there. It goes on; everything else from there trickles. */
  readonly kind: "blocked" | "throttled"
  /** Of "failures": what the last one was. */
  readonly cause: FailureCause | undefined
  readonly since: number
  /** Undefined: for ever. */
  readonly until: number | undefined
  /** How many failures led to it. */
  readonly failures: number
  /** The how manieth it is of this address: each lasts twice as long as the one before. */
  readonly times: number
  /** An administrator's. */
  readonly note: string
}

export interface FirewallView {
  /** Datagrams and connections of sources that a port is not for, since the start. */
  readonly refused: Readonly<Record<ListenerView["name"], number>>
  /** Those that last. `dropped`: datagrams and connections since the start. */
  readonly blocks: readonly (Block & { readonly dropped: number })[]
}

/** One registered contact (RFC 3261 §10). Times are milliseconds since 1970. */
export interface Binding {
  readonly callNumber: string
  /** The Contact's URI as the phone wrote it. */
  readonly contact: string
  readonly network: NetworkName
  readonly transport: "UDP" | "TCP" | "TLS"
  /** Where the REGISTER came from: requests to the phone go there. */
  readonly source: { readonly host: string; readonly port: number }
  /** The local address and port it arrived at. */
  readonly local: { readonly host: string; readonly port: number }
  readonly userAgent: string
  readonly callId: string
  readonly cseq: number
  readonly registeredAt: number
  readonly expiresAt: number
  /** Registered on the outer port from inside the office (hairpin). */
  readonly hairpin: boolean
  /**
   * "waiting": the phone has to connect again, over TCP because its connection broke, over TCP and TLS after a restart. (A TLS
   * connection that breaks takes its binding along.)
   */
  readonly state: "reachable" | "unreachable" | "waiting"
}

/** Why a registration was refused; every one is a sentence in the console. */
export type RefusalCause =
  | "unknown-user"
  | "wrong-password"
  | "internet-registration-off"
  /** The date up to which the station may be on the internet has passed. */
  | "internet-registration-over"
  | "authentication-off"
  | "fixed-ip-address"
  /** Another kind of phone than the station is for. */
  | "user-agent"
  /** Contact with a private address over the internet: the phone does not use STUN. */
  | "no-stun"
  /** Right address, another port than the packet's. */
  | "symmetric-nat"
  /** Contact and packet disagree on the address in a way an ALG causes: public, but not the source. */
  | "sip-alg"
  /** The packet's own source is a local address though it came through the router. */
  | "router-rewrites-source"
  | "contact-host-name"
  | "contact-not-sip"
  | "too-many-contacts"

export interface Refusal {
  readonly cause: RefusalCause
  readonly network: NetworkName
  readonly transport: "UDP" | "TCP" | "TLS"
  readonly source: { readonly host: string; readonly port: number }
  /** What the phone called itself, known or not. */
  readonly user: string
  /** The address the phone wrote into its Contact, where that was the reason. */
  readonly contact: string | undefined
  readonly userAgent: string
}

export interface CallView {
  readonly id: string
  readonly state: "calling" | "ringing" | "answered" | "ended"
  readonly startedAt: number
  readonly answeredAt: number | undefined
  readonly caller: LegView
  readonly callee: LegView
}

export interface LegView {
  readonly callNumber: string
  readonly name: string
  readonly network: NetworkName
  readonly transport: "UDP" | "TCP" | "TLS"
  /** The phone's signalling address. */
  readonly address: string
  /** Whether it holds an RTP proxy channel. */
  readonly channel: boolean
  readonly onHold: boolean
  readonly media: MediaView | undefined
}

export interface MediaView {
  /** What came from the phone. Lost: RFC 3550 §A.3, negative when duplicates outnumber losses. Jitter: §A.8, milliseconds. */
  readonly received: {
    readonly packets: number
    readonly bytes: number
    readonly lost: number
    readonly jitter: number
  }
  readonly sent: { readonly packets: number; readonly bytes: number }
  readonly strangers: number
  readonly silence: number | undefined
}

export type CallEnd =
  | "caller-hung-up"
  | "callee-hung-up"
  | "cancelled"
  | "refused"
  | "no-answer"
  | "no-media"
  | "media-refused"
  | "failed"
  | "shutdown"

export type CallRefusal =
  | "not-registered-here"
  | "unknown-number"
  | "not-registered"
  | "unreachable"
  | "no-channel"
  | "no-ports"
  | "no-mapped-address"
  | "media-address-not-source"
  | "no-usable-audio"
  | "unsupported-uri"
  | "loop"
  | "wrong-password"

export interface StunView {
  /** "off": not needed or not set; "static": what was entered; "asking": no answer yet; "lost": had one, none now. */
  readonly state: "off" | "static" | "asking" | "mapped" | "lost"
  readonly server: string | undefined
  readonly mapped: { readonly host: string; readonly port: number } | undefined
  readonly localPort: number
  /** Milliseconds. */
  readonly roundTrip: number | undefined
  readonly checkedAt: number | undefined
  readonly changedAt: number | undefined
  /** Why there is no answer, where there is none. */
  readonly problem: "no-server" | "no-answer" | "name-not-resolved" | undefined
  readonly behaviour: NatBehaviour | undefined
}

/** RFC 5780 §4; undefined where the server cannot tell. */
export interface NatBehaviour {
  readonly mapping: "endpoint-independent" | "address-dependent" | "address-and-port-dependent" | undefined
  readonly filtering: "endpoint-independent" | "address-dependent" | "address-and-port-dependent" | undefined
}

export interface ListenerView {
  readonly name: "SIP" | "SIP_EXT" | "SIP_TLS_SUB" | "SIP_TLS_SUB_EXT"
  readonly network: NetworkName
  readonly transport: "UDP" | "TCP" | "TLS"
  readonly address: string
  readonly port: number
  readonly state: "listening" | "failed" | "draining"
  /** Why it failed: "address-in-use", "address-not-available", "permission-denied", "certificate", "failed". */
  readonly problem: string | undefined
}

/** What the internet did at an outer port of ours, the weakest proof first. */
export type ForwardingProof = "datagram" | "connection" | "filtering-test" | "http" | "registration"

/** That the office router forwards `externalPort` to `local`: the last time it was seen. */
export interface ForwardingEvidence {
  readonly transport: "UDP" | "TCP" | "TLS"
  readonly local: { readonly host: string; readonly port: number }
  readonly externalPort: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** The IP address that it came from. */
  readonly from: string
  readonly how: ForwardingProof
}

/**
 * What came of a filtering test (RFC 5780 §4.4) as a proof of the forwarding: see `ForwardingWatch.unasked`. "filtered": the STUN
 * server answers, its other address does not get through. "not-open": our own outer UDP port is not.
 */
export type FilteringTestOutcome =
  | "proven"
  | "filtered"
  | "port-differs"
  | "too-soon"
  | "not-supported"
  | "no-answer"
  | "no-server"
  | "not-open"

export interface ChannelsView {
  readonly total: number
  readonly used: number
  readonly peakToday: number
  readonly users: readonly { readonly callId: string; readonly callNumber: string; readonly since: number }[]
}
