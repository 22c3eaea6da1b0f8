/** A station's profile becomes each phone maker's file. Start reading at station-profile.ts and devices.ts. */
// biome-ignore-all assist/source/organizeImports: in reading order
export type { HostPort, SipServer, StationProfile, Transport, TrustedAuthority } from "./station-profile.ts"
export { registration } from "./station-profile.ts"
export type { Device, Generation, GuideFirmware, Maker } from "./devices.ts"
export { deviceById, devices, generationNames } from "./devices.ts"
export { type Demands, type Inability, inabilityOf } from "./capabilities.ts"
export type { DigestAlgorithm, Field, RenderRequest, ZoiperPortal } from "./rendering.ts"
export { render } from "./render.ts"
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
export { hostPort } from "./provision.ts"
export { type UserAgent, deviceOf, firmwareVerdict, generationOf, parseUserAgent } from "./user-agent.ts"
export { type Asked, commonFile, whatIsAsked } from "./file-names.ts"
export { normalizedMac } from "./mac.ts"
