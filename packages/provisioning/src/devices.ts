/**
 * The devices that Homeport can make a file or a sheet for, as one table. What is known of a device stands in its row and nowhere
 * else; what nobody has proven is said so there. Where each row comes from: README.md.
 */
import type { Transport } from "./station-profile.ts"

export type Maker = "Yealink" | "Zoiper" | "Linphone" | "Acrobits" | "Grandstream" | "Snom" | "Fanvil" | "baresip"

/** Yealink's firmware generations whose files differ: up to 73, 80 alone, from 81 on. */
export type Generation = "v72" | "v80" | "v81"

export interface Device {
  /** Stable: it is stored with a station. "yealink-sip-t41p". */
  readonly id: string
  readonly maker: Maker
  /** As the maker writes it: "SIP-T41P". */
  readonly model: string
  /** On a desk, with a MAC that names its file; in a pocket; on a computer. */
  readonly kind: "telephone" | "app" | "software"
  /** Firmware generations whose files differ, oldest first; empty where one file serves all. */
  readonly generations: readonly Generation[]
  readonly transports: readonly Transport[]
  /** "media": its Contact stays private, so that it needs NAT traversal by Homeport. "none": not for the internet (guide §6.2). */
  readonly stun: "all" | "media" | "none"
  /** "unproven": the maker says so, or somebody; nobody has shown it. */
  readonly tls12: "yes" | "no" | "unproven"
  /** That it takes the digest SHA-256 (RFC 8760). MD5 takes everybody. */
  readonly sha256: "yes" | "no" | "unproven"
  /** Whether it can be told, in what we know of its file or its pages, a server to turn to when the first is silent. */
  readonly secondServer: boolean
  /** What a QR code for it holds: the address of its file; a page of its maker's portal, for whom has an account there; it reads none. */
  readonly qr: "file" | "portal" | "none"
  /** "known": the real program took them, or several sources agree on names and values. "unproven": one source, or they differ. */
  readonly names: "known" | "unproven"
  /** What the guide says of its firmware (guide §4). */
  readonly guide?: GuideFirmware
  /** Matches the model that its User-Agent names: `parseUserAgent` has taken the rest apart. Undefined: nobody has noted what it sends. */
  readonly userAgentModel?: RegExp
}

export interface GuideFirmware {
  /** "31.72.0.48": the one that was tested. */
  readonly tested: string
  /** Others that begin so cannot be used: "31.72.". Undefined: the guide excludes none. */
  readonly othersExcluded?: string
  /** From here on the maker's own releases carry the function: "31.80". */
  readonly carriedFrom?: string
}

/** As administrators say it: of the second number of the firmware's version. */
export const generationNames: Readonly<Record<Generation, string>> = { v72: "V72", v80: "V80", v81: "V81 – V87" }

const everyTransport = ["udp", "tcp", "tls"] as const

const yealink = {
  maker: "Yealink",
  kind: "telephone",
  generations: ["v81"],
  transports: everyTransport,
  stun: "all",
  tls12: "yes",
  sha256: "unproven",
  secondServer: true,
  qr: "none",
  names: "known",
} as const satisfies Partial<Device>

/** Guide §4.3 and §4.4. */
const zoiper = {
  maker: "Zoiper",
  kind: "app",
  generations: [],
  stun: "all",
  tls12: "unproven",
  sha256: "unproven",
  secondServer: false,
  qr: "portal",
  names: "known",
} as const satisfies Partial<Device>

const linphone = {
  maker: "Linphone",
  generations: [],
  transports: everyTransport,
  stun: "media",
  tls12: "yes",
  sha256: "yes",
  secondServer: false,
  qr: "file",
  names: "known",
} as const satisfies Partial<Device>

const acrobits = {
  maker: "Acrobits",
  kind: "app",
  generations: [],
  transports: everyTransport,
  stun: "all",
  tls12: "unproven",
  sha256: "unproven",
  secondServer: false,
  qr: "none",
  names: "unproven",
} as const satisfies Partial<Device>

const grandstream = {
  maker: "Grandstream",
  kind: "telephone",
  generations: [],
  transports: everyTransport,
  stun: "all",
  sha256: "unproven",
  secondServer: true,
  qr: "none",
  names: "unproven",
} as const satisfies Partial<Device>

const snom = {
  maker: "Snom",
  kind: "telephone",
  generations: [],
  transports: everyTransport,
  stun: "all",
  tls12: "unproven",
  sha256: "unproven",
  secondServer: false,
  qr: "none",
  names: "unproven",
} as const satisfies Partial<Device>

export const devices: readonly Device[] = [
  {
    ...yealink,
    id: "yealink-sip-t19p",
    model: "SIP-T19P",
    generations: ["v72"],
    tls12: "no",
    guide: { tested: "31.72.0.48", othersExcluded: "31.72.", carriedFrom: "31.80" },
    userAgentModel: /^T19P?$/i,
  },
  {
    ...yealink,
    id: "yealink-sip-t19p-e2",
    model: "SIP-T19P E2",
    generations: ["v80", "v81"],
    tls12: "unproven",
    userAgentModel: /^T19P?_E2$/i,
  },
  {
    ...yealink,
    id: "yealink-sip-t41p",
    model: "SIP-T41P",
    generations: ["v72", "v80", "v81"],
    tls12: "unproven",
    guide: { tested: "36.72.0.57", othersExcluded: "36.72.", carriedFrom: "36.80" },
    userAgentModel: /^T41P$/i,
  },
  { ...yealink, id: "yealink-sip-t31p", model: "SIP-T31P", userAgentModel: /^T31[PG]?$/i },
  { ...yealink, id: "yealink-sip-t33g", model: "SIP-T33G", userAgentModel: /^T33[PG]?$/i },
  { ...yealink, id: "yealink-sip-t43u", model: "SIP-T43U", userAgentModel: /^T43U$/i },
  { ...yealink, id: "yealink-sip-t46u", model: "SIP-T46U", userAgentModel: /^T46U$/i },
  { ...yealink, id: "yealink-sip-t54w", model: "SIP-T54W", userAgentModel: /^T54W$/i },
  {
    ...zoiper,
    id: "zoiper-ios",
    model: "Zoiper iOS",
    transports: ["udp"],
    guide: { tested: "2.17" },
  },
  {
    ...zoiper,
    id: "zoiper-android",
    model: "Zoiper Android",
    transports: ["udp", "tls"],
    guide: { tested: "1.51.17" },
  },
  {
    ...linphone,
    id: "linphone-mobile",
    model: "Linphone (iOS, Android)",
    kind: "app",
    userAgentModel: /^Linphone-?(Android|iOS|iPhone)$/i,
  },
  {
    ...linphone,
    id: "linphone-desktop",
    model: "Linphone (Windows, macOS, Linux)",
    kind: "software",
    userAgentModel: /^Linphone(-?Desktop|c)?$/i,
  },
  { ...acrobits, id: "acrobits", model: "Acrobits Softphone" },
  { ...acrobits, id: "acrobits-groundwire", model: "Groundwire" },
  {
    ...grandstream,
    id: "grandstream-gxp",
    model: "GXP16xx, GXP17xx, GXP21xx",
    tls12: "unproven",
    userAgentModel: /^GXP/i,
  },
  { ...grandstream, id: "grandstream-grp26xx", model: "GRP26xx", tls12: "yes", userAgentModel: /^GRP26/i },
  { ...snom, id: "snom-d7xx", model: "D7xx", userAgentModel: /^D?7\d\d$/i },
  { ...snom, id: "snom-d8xx", model: "D8xx", userAgentModel: /^D8\d\d$/i },
  {
    id: "fanvil-x",
    maker: "Fanvil",
    model: "X3 – X7",
    kind: "telephone",
    generations: [],
    transports: everyTransport,
    stun: "all",
    tls12: "unproven",
    sha256: "unproven",
    secondServer: true,
    qr: "none",
    names: "unproven",
    userAgentModel: /^X[3-7]/i,
  },
  {
    id: "baresip",
    maker: "baresip",
    model: "baresip",
    kind: "software",
    generations: [],
    transports: everyTransport,
    stun: "media",
    tls12: "yes",
    // 1.0.0 stumbles over a challenge with SHA-256 in it; 3.x knows it (RFC 8760).
    sha256: "unproven",
    secondServer: false,
    qr: "none",
    names: "known",
    userAgentModel: /^baresip$/i,
  },
]

const byId = new Map(devices.map((device) => [device.id, device]))

export const deviceById = (id: string): Device | undefined => byId.get(id)
