/**
 * Everything the core is told, as plain data. The server makes one from the stored settings (`toSbcConfig`); the core never
 * sees the store, HTTP or a form.
 */

export interface SbcConfig {
  readonly networks: Networks
  readonly ports: Ports
  /** Digest realm for stations that name none of their own. */
  readonly realm: string
  readonly stations: readonly StationConfig[]
  readonly stun: StunConfig
  /** RTP proxy channels in the pool: 60 (X1/X3/X5/X8) or 180 (S). */
  readonly channels: 60 | 180
  /** External UDP port at the office router that leads to `ports.outer`; undefined: the same number. */
  readonly outerUdpAtRouter: number | undefined
  /** The office router forwards the whole RTP range 1:1 to us: then local RTP ports are announced and need no opening. */
  readonly rtpForwarded: boolean
  /** Undefined: no TLS listener is wanted (SPE support is off). */
  readonly tls: TlsConfig | undefined
  readonly firewall: FirewallConfig
}

export interface FirewallConfig {
  /** Who may reach each port. */
  readonly reach: Readonly<Record<"SIP" | "SIP_TLS_SUB" | "SIP_EXT" | "SIP_TLS_SUB_EXT", Reach>>
  /** Addresses, and networks in CIDR notation, that no block ever concerns. */
  readonly neverBlocked: readonly string[]
  /** Undefined: nobody is blocked for what he does. */
  readonly blocking: BlockingConfig | undefined
}

/** "local": `Networks.local`. A list: these networks in CIDR notation, and no other. */
export type Reach = "everybody" | "local" | readonly string[]

export interface BlockingConfig {
  /** So many failures of one address … */
  readonly failures: number
  /** … within so many milliseconds block it … */
  readonly within: number
  /** … for so many milliseconds the first time. Each next time lasts twice as long, a day at most. */
  readonly duration: number
  /** Nobody in a local network is blocked. */
  readonly sparesLocal: boolean
}

export interface Networks {
  /** Local addresses on which office phones reach us; each gets its own sockets. */
  readonly inner: readonly string[]
  /** The local address that carries VoIP to and from the internet. */
  readonly outer: string
  /** Networks in CIDR notation whose sources count as inside the office ("192.168.1.0/24"). */
  readonly local: readonly string[]
}

export interface Ports {
  /** `SIP`: inner, UDP and TCP. */
  readonly inner: number
  /** `SIP_EXT`: outer, UDP and TCP. */
  readonly outer: number
  /** `SIP_TLS_SUB`: inner, TLS. Counts only with `tls`. */
  readonly innerTls: number
  /** `SIP_TLS_SUB_EXT`: outer, TLS. */
  readonly outerTls: number
  readonly rtp: { readonly from: number; readonly to: number }
}

export interface TlsConfig {
  readonly certificate: {
    /** PEM: the server's own, its issuers, the root. */
    readonly chain: string
    /** PEM. */
    readonly key: Revealable
  }
  /** Another one is another certificate: listeners renew theirs. */
  readonly fingerprint: string
}

export interface StationConfig {
  readonly callNumber: string
  readonly name: string
  readonly authenticationActive: boolean
  /** Digest user name. */
  readonly sipUserId: string
  readonly realm: string
  /** H(user:realm:password) in lower-case hex; undefined while the station has no password. */
  readonly ha1: Ha1 | undefined
  readonly digestAlgorithms: DigestAlgorithms
  /** Registrations from any other address are refused; undefined: from anywhere. */
  readonly fixedIpAddress: string | undefined
  /** "Internet Registration with internal SBC". */
  readonly internetRegistration: boolean
  /** The last moment of it, milliseconds since 1970; undefined: no end is set. */
  readonly internetRegistrationUntil: number | undefined
  /** What the User-Agent of a REGISTER must begin with, in printable ASCII; undefined: anything. */
  readonly userAgentPrefix: string | undefined
  readonly natTraversal: NatTraversal
}

export interface Ha1 {
  readonly md5: Revealable
  readonly sha256: Revealable
}

/** Never printed: `toJSON` and inspection show dots (invariant 8). */
export interface Revealable {
  reveal(): string
}

/** "md5" · "sha256-and-md5" (SHA-256 first) · "sha256". */
export type DigestAlgorithms = "md5" | "sha256-and-md5" | "sha256"

/** By the endpoint (STUN): the guide's rule. By Homeport: hosted NAT traversal, RFC 7362. */
export type NatTraversal = "endpoint" | "homeport"

export interface StunConfig {
  /** "automatic": asked while a station may register over the internet. "static": `staticAddress` is announced, nobody is asked. */
  readonly mode: "automatic" | "always" | "static" | "port-preserving"
  readonly server: { readonly host: string; readonly port: number } | undefined
  readonly staticAddress: string | undefined
  /** The public SIP port that goes with it. */
  readonly staticPort: number | undefined
}
