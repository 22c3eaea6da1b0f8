/** Whether a device can do what its station needs, before anything is written for it; and what is doubtful about it. */
import type { Device, Generation } from "./devices.ts"
import type { Note, RefusalCode } from "./provision.ts"
import type { StationProfile, Transport } from "./station-profile.ts"

/** What a station asks of whatever device it gets. */
export interface Demands extends Pick<StationProfile, "network" | "digestAlgorithms"> {
  readonly transport: Transport
}

export type Inability = Extract<RefusalCode, "NoTls12" | "TransportNotSupported" | "NoStun" | "DigestNotSupported">

/** The guide's reason why the device cannot do it, however the system is set up; undefined: it can. */
export function inabilityOf(device: Device, { transport, network, digestAlgorithms }: Demands): Inability | undefined {
  if (transport === "tls" && device.tls12 === "no") return "NoTls12"
  if (!device.transports.includes(transport)) return "TransportNotSupported"
  if (network === "outer" && device.stun === "none") return "NoStun"
  // With "sha256-and-md5" it answers the MD5 challenge that it is sent beside the other one (RFC 8760 §2.4).
  if (digestAlgorithms === "sha256" && device.sha256 === "no") return "DigestNotSupported"
  return undefined
}

/** The guide's reason why the device gets nothing; undefined: it can do it all. */
export function refusalOf(device: Device, profile: StationProfile): RefusalCode | undefined {
  const { transport } = profile.server
  const inability = inabilityOf(device, { ...profile, transport })
  if (inability) return inability
  if (transport === "tls" && profile.authorities.length === 0) return "AuthorityMissing"
  if (profile.network === "outer" && !profile.stun) return "StunServerMissing"
  return undefined
}

export function notesOn(device: Device, generation: Generation | undefined, profile: StationProfile): Note[] {
  const notes: Note[] = []
  const { guide } = device
  const carriedByOwnRelease = generation !== undefined && generation !== "v72"
  if (guide && !carriedByOwnRelease) notes.push({ code: "TestedFirmware", params: { firmware: guide.tested } })
  if (device.names === "unproven") notes.push({ code: "NotProven" })
  if (profile.server.transport === "tls") {
    // From firmware 81 on, a Yealink has a parameter that allows TLS 1.2 and nothing else.
    if (device.tls12 === "unproven" && generation !== "v81") notes.push({ code: "Tls12NotProven" })
    if (!profile.authorities.some(({ url }) => url?.startsWith("http://"))) notes.push({ code: "LoadAuthorityFirst" })
  }
  if (profile.network === "outer" && device.stun === "media") notes.push({ code: "StunForMediaOnly" })
  if (profile.digestAlgorithms === "sha256" && device.sha256 === "unproven") notes.push({ code: "DigestNotProven" })
  if (profile.secondServer && !device.secondServer) notes.push({ code: "SecondServerLeftOut" })
  return notes
}
