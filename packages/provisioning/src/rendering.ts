/** What every maker's renderer is given, and what it gives back. */
import type { Device, Generation } from "./devices.ts"
import type { Note, ProvisioningFile, SheetSection } from "./provision.ts"
import type { StationProfile } from "./station-profile.ts"

export interface RenderRequest {
  readonly device: Device
  /** Undefined: not known. A device with several then gets a file that all of them understand. */
  readonly generation?: Generation | undefined
  /** Twelve hex digits in lower case, as `normalizedMac` makes them; it names the files of most telephones. */
  readonly mac?: string | undefined
  readonly profile: StationProfile
  /** Hexadecimal, in lower case. This package has no cryptography of its own, and Linphone is given H(user:realm:password) (RFC 7616 §3.4.2). */
  readonly hash: (algorithm: DigestAlgorithm, text: string) => string
  /** The administrator's account in Zoiper's portal; without it, Zoiper gets no QR code. */
  readonly zoiper?: ZoiperPortal | undefined
}

export type DigestAlgorithm = "MD5" | "SHA-256"

export interface ZoiperPortal {
  /** Of the portal's page that opens the app: `https://www.zoiper.com/en/page/<page_id>`. */
  readonly pageId: string
  /** What the portal's Token URL is asked with, so that the password goes from us to the app and not through Zoiper's server. */
  readonly token?: string | undefined
}

/** A renderer may assume that the device can do what the profile asks, and that no value has a control character in it. */
export interface Renderer {
  /** Whether the maker's format can carry this value of this field; absent: it carries all. */
  readonly carries?: (value: string, field: Field) => boolean
  readonly render: (request: RenderRequest) => Rendering
}

export interface Rendering {
  readonly files: readonly ProvisioningFile[]
  readonly sheet: readonly SheetSection[]
  readonly qr?: string | undefined
  readonly notes?: readonly Note[]
}

/** The words of a profile that a person typed somewhere, or that name a machine. */
export type Field =
  | "callNumber"
  | "name"
  | "sipUserId"
  | "realm"
  | "password"
  | "server"
  | "secondServer"
  | "stun"
  | "provisioningUrl"
  | "authority"

/** The first address at which a phone can load an authority's certificate. */
export function authorityUrl({ authorities }: StationProfile): string | undefined {
  return authorities.find(({ url }) => url !== undefined)?.url
}

/** A name for a file that no phone asks for: a person loads it. */
export function fileNameWithoutMac({ device, profile }: RenderRequest, ending: string): string {
  return `${device.id}-${profile.callNumber}.${ending}`
}
