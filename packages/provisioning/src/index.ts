/** A station's profile becomes each phone maker's file. Start reading at station-profile.ts and devices.ts. */
// biome-ignore-all assist/source/organizeImports: in reading order
export type { HostPort, SipServer, StationProfile, Transport, TrustedAuthority } from "./station-profile.ts"
export type {
  Note,
  NoteCode,
  Provision,
  ProvisioningFile,
  RefusalCode,
  Refused,
  Result,
  SheetRow,
  SheetSection,
} from "./provision.ts"
