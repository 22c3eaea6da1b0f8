/** Samples of what a store keeps: each whole, and changed by whoever needs it otherwise. */
import type { FetchFields } from "./device-log.ts"
import type { DeviceLinkState, LastFetchState } from "./device-states.ts"
import type { EndedCallRow } from "./ended-calls.ts"
import type { HomeLinkState } from "./home-links.ts"
import { Secret } from "./secret.ts"
import type { DeviceFields, StationFields } from "./settings-state.ts"

export const stationNamed = (callNumber: string, fields: Partial<StationFields> = {}): StationFields => ({
  callNumber,
  name: `Station ${callNumber}`,
  authenticationActive: true,
  password: Secret.of(`Pass-word-${callNumber}`),
  sipUserId: `SIP-${callNumber}`,
  realm: "SMO-SIP",
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  internetRegistration: false,
  internetRegistrationUntil: null,
  userAgentPrefix: "",
  natTraversal: "endpoint",
  ...fields,
})

export const deviceAt = (station: number, mac: string | null = null): DeviceFields => ({
  station,
  model: "yealink-sip-t41p",
  generation: null,
  mac,
  transport: "udp",
  language: "en",
})

export const linkOf = (token: string, fields: Partial<DeviceLinkState> = {}): DeviceLinkState => ({
  tokenHash: token,
  opensUntil: 100,
  fetchesLeft: 3,
  bound: undefined,
  deliveredSecret: undefined,
  ...fields,
})

export const lastFetchOf = (fields: Partial<LastFetchState> = {}): LastFetchState => ({
  at: 7,
  address: "203.0.113.7",
  file: "001565aabbcc.cfg",
  firmware: "36.72.0.57",
  model: null,
  withSecrets: true,
  content: "print",
  ...fields,
})

export const knock = { address: "203.0.113.7", file: "a.cfg", userAgent: "Phone" }

export const fetchOf = (file: string): FetchFields => ({
  at: 1,
  device: null,
  address: "203.0.113.7",
  file,
  userAgent: "Phone",
  mac: null,
  model: null,
  firmware: null,
  refused: "unknown-token",
  withSecrets: false,
})

export const openedHomeLink: HomeLinkState = {
  tokenHash: "ef",
  madeAt: 5,
  opensUntil: 100,
  closedAt: 7,
  opened: { at: 6, address: "203.0.113.7", userAgent: "Mozilla/5.0", browserHash: "01" },
}

export const endedCallOf = (id: number): EndedCallRow => ({
  id,
  endedAt: id,
  caller: "100",
  callee: "101",
  outcome: "completed",
  duration: 1000,
  loss: 0,
  jitter: 1,
  words: "100 reception 101 workshop",
  data: "{}",
})
