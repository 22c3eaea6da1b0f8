/** What a device gets: its file or files, the sheet to enter it all by hand, what a QR code holds; or why it gets nothing. */
import type { HostPort } from "./station-profile.ts"

export type Result = Provision | Refused

export interface Provision {
  readonly ok: true
  /** Empty where a device reads none. The first is the device's own. */
  readonly files: readonly ProvisioningFile[]
  /** In the order in which the device's pages ask for it. */
  readonly sheet: readonly SheetSection[]
  /** Undefined where the device reads no code. */
  readonly qr?: string | undefined
  /** What the administrator should know about this device and these values: codes, whose sentences the catalogue has. */
  readonly notes: readonly Note[]
}

export interface Refused {
  readonly ok: false
  /** The guide's reason. */
  readonly reason: RefusalCode
  /** The words that the sentence needs: `{ model: "SIP-T19P" }`. */
  readonly params: Readonly<Record<string, string>>
}

export type RefusalCode =
  /** The device speaks no TLS 1.2 (guide §4.1, §6.3). */
  | "NoTls12"
  /** It cannot find its own public address (guide §4, §6.2). */
  | "NoStun"
  /** It does not do this transport at all. */
  | "TransportNotSupported"
  /** STUN is compulsory over the internet, and no STUN server for phones is known. */
  | "StunServerMissing"
  /** TLS, and no certificate authority is installed. */
  | "AuthorityMissing"
  /** A value that its file format cannot carry: `{ field: "name", model }`. */
  | "ValueNotCarried"
  /** It knows no other digest than MD5. */
  | "DigestNotSupported"

export interface ProvisioningFile {
  /** As the maker's phones ask for it: "001565aabbcc.cfg". */
  readonly name: string
  /** "text/plain", "text/xml", … as the maker's phones expect it. */
  readonly mediaType: string
  readonly text: string
}

export interface SheetSection {
  /** The device's own words for where its page lies: "Account > Register". Never translated. */
  readonly title: string
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** The device's own label: "Register Name". */
  readonly label: string
  readonly value: string
  /** Shown as dots until asked for, on paper in full. */
  readonly secret?: true
  /** To be left as it is; it stands there because the guide names it. */
  readonly optional?: true
}

export interface Note {
  readonly code: NoteCode
  readonly params?: Readonly<Record<string, string>>
}

export type NoteCode =
  /** `{ firmware }`: the only firmware that the guide has tested on this device. */
  | "TestedFirmware"
  /** The device refuses an unknown authority: load it in the office first, or enter it by hand. */
  | "LoadAuthorityFirst"
  /** What the maker's server behind the app would learn (Acrobits push, Zoiper's portal). */
  | "ThirdPartyLearnsPassword"
  /** The labels are those of an app version that the guide names; today's may differ. */
  | "LabelsMayDiffer"
  /** Parameter names that nobody has proven on a phone. */
  | "NotProven"
  /** STUN covers its media alone; its Contact stays private: choose NAT traversal "By Homeport". */
  | "StunForMediaOnly"
  /** STUN has to be switched on by hand after the code was read. */
  | "StunByHand"
  /** Nobody has shown that this device, or this firmware of it, speaks TLS 1.2. */
  | "Tls12NotProven"
  /** The station asks for the digest SHA-256, and nobody has shown that this device answers it. */
  | "DigestNotProven"
  /** The station has a Secondary system ID, and there is no known way to tell it to this device. */
  | "SecondServerLeftOut"

/** "sip.example.net:5070", as most makers write it; an IPv6 address would need brackets, and we hand out none. */
export function hostPort({ host, port }: HostPort): string {
  return `${host}:${port}`
}
