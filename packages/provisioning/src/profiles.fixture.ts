/** Stations that the tests provision. */
import { createHash } from "node:crypto"
import { type Device, deviceById } from "./devices.ts"
import { render } from "./render.ts"
import type { RenderRequest } from "./rendering.ts"
import type { StationProfile } from "./station-profile.ts"

export const home: StationProfile = {
  callNumber: "163",
  name: "Anna Berg",
  sipUserId: "SIP-163",
  realm: "SMO-SIP",
  digestAlgorithms: "md5",
  password: "k7#Vx2m9&Qr4tLpW",
  network: "outer",
  server: { host: "sip.example.net", port: 5070, transport: "udp" },
  secondServer: { host: "sip2.example.net", port: 5072 },
  stun: { host: "stun.example.net", port: 3478 },
  authorities: [],
  provisioningUrl: "https://sip.example.net:8443/p/0123456789abcdef/",
  language: "de",
  timeZone: "Europe/Berlin",
}

/** In the office: no STUN, though the system knows a server; nothing to fetch; the phone keeps its password. */
export const office: StationProfile = {
  ...home,
  name: "Hall",
  password: undefined,
  network: "inner",
  server: { host: "192.0.2.10", port: 5060, transport: "udp" },
  secondServer: undefined,
  provisioningUrl: undefined,
  language: "en",
  timeZone: "Europe/Paris",
}

export const encrypted: StationProfile = {
  ...home,
  server: { host: "sip.example.net", port: 5071, transport: "tls" },
  secondServer: undefined,
  authorities: [
    {
      name: "SPE CA",
      pem: "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIB\n-----END CERTIFICATE-----\n",
      url: "http://192.0.2.10:8080/SPE-CA.crt",
    },
  ],
}

export const mac = "001565aabbcc"

export const request = (device: Device, profile: StationProfile, more: Partial<RenderRequest> = {}): RenderRequest => ({
  device,
  profile,
  mac: device.kind === "telephone" ? mac : undefined,
  hash: (algorithm, text) =>
    createHash(algorithm === "MD5" ? "md5" : "sha256")
      .update(text)
      .digest("hex"),
  ...more,
})

export function device(id: string): Device {
  const found = deviceById(id)
  if (!found) throw new Error(`no device is called ${id}`)
  return found
}

/** For devices that can do what the profile asks. */
export function provision(id: string, profile: StationProfile, more: Partial<RenderRequest> = {}) {
  const result = render(request(device(id), profile, more))
  if (!result.ok) throw new Error(`${id} is refused: ${result.reason} ${JSON.stringify(result.params)}`)
  return result
}
