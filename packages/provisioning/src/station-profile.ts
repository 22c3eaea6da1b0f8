/**
 * All that a device is told about its station, in the words of the console. Every maker's file is made of this, and of nothing else.
 */
export interface StationProfile {
  /** Digits: the user part of the address of record, which each maker calls "user name". */
  readonly callNumber: string
  readonly name: string
  /** Digest user name: "Register Name", "Auth Username", … */
  readonly sipUserId: string
  readonly realm: string
  readonly digestAlgorithms: "md5" | "sha256-and-md5" | "sha256"
  /** Undefined: the file leaves out every secret, and a device that has them keeps them. */
  readonly password: string | undefined
  /** "outer": over the internet. "inner": in the office, without STUN. */
  readonly network: "inner" | "outer"
  readonly server: SipServer
  /** Of the Secondary system ID: where the phone registers when the first server does not answer. */
  readonly secondServer?: HostPort | undefined
  /** For the internet alone. */
  readonly stun?: HostPort | undefined
  /** Who signed what our TLS port shows; needed when the transport is TLS. */
  readonly authorities: readonly TrustedAuthority[]
  /** The folder that the device asks again, with a slash at its end; undefined: it asks nobody. */
  readonly provisioningUrl?: string | undefined
  readonly language: "en" | "de"
  /** IANA name: "Europe/Berlin". */
  readonly timeZone: string
}

export interface HostPort {
  /** A name or an IPv4 address. */
  readonly host: string
  readonly port: number
}

export interface SipServer extends HostPort {
  /** As the router forwards it (outer), or as it is open here (inner). */
  readonly port: number
  readonly transport: Transport
}

export type Transport = "udp" | "tcp" | "tls"

export interface TrustedAuthority {
  readonly name: string
  readonly pem: string
  /** Where a phone can load it; undefined: nowhere. */
  readonly url?: string | undefined
}

/** Seconds. The guide's screens show 300 and 3; the registrar's routers forget a UDP mapping after 30 s of silence. */
export const registration = { expires: 300, retries: 3, retryAfter: 30, keepAlive: 20 } as const
