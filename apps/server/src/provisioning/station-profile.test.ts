import { settingsDefaults } from "@homeport/contract"
import { Secret, type SettingsState, type Station } from "@homeport/store"
import { describe, expect, test } from "vitest"
import { type ProfileSources, secondServerOf, stationProfile } from "./station-profile.ts"

const station: Station = {
  index: 1,
  callNumber: "163",
  name: "Anna Berg",
  authenticationActive: true,
  password: Secret.of("k7-Vx2m9Qr4t"),
  sipUserId: "SIP-163",
  realm: "SMO-SIP",
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  internetRegistration: true,
  internetRegistrationUntil: null,
  userAgentPrefix: "",
  natTraversal: "endpoint",
  version: 1,
  changedBy: "Ada",
  changedAt: 1,
}

function sources(more: { ports?: object; stun?: object } = {}, rest: Partial<ProfileSources> = {}): ProfileSources {
  const section = (value: unknown) => ({ value, version: 1, changedBy: "Ada", changedAt: 1 })
  const sections = {
    ...Object.fromEntries(Object.entries(settingsDefaults).map(([name, value]) => [name, section(value)])),
    "port-management": section({ ...settingsDefaults["port-management"], ...more.ports }),
    stun: section({ ...settingsDefaults.stun, server: "stun.example.net", ...more.stun }),
    // Every section is there.
  } as unknown as SettingsState["sections"]
  const authorities = [{ name: "SPE CA", pem: "-", url: undefined }]
  return {
    sections,
    networks: { inner: ["192.168.1.10"], outer: "192.168.1.11" },
    publicName: "sip.example.net",
    authorities,
    timeZone: "Europe/Berlin",
    ...rest,
  }
}

const udp = { transport: "udp", language: "en" } as const
const tls = { transport: "tls", language: "de" } as const

describe("a station that may register over the internet", () => {
  test("is told the public name, the ports as the router forwards them, and STUN", () => {
    expect(stationProfile(station, udp, sources())).toEqual({
      callNumber: "163",
      name: "Anna Berg",
      sipUserId: "SIP-163",
      realm: "SMO-SIP",
      digestAlgorithms: "md5",
      password: "k7-Vx2m9Qr4t",
      network: "outer",
      server: { host: "sip.example.net", port: 5070, transport: "udp" },
      secondServer: undefined,
      stun: { host: "stun.example.net", port: 3478 },
      authorities: [],
      language: "en",
      timeZone: "Europe/Berlin",
    })
  })

  test("gets the router's own UDP port, which TCP and TLS do not share", () => {
    const moved = sources({ ports: { sipExtUdpAtRouter: 45070 } })
    expect(stationProfile(station, udp, moved)?.server.port).toBe(45070)
    expect(stationProfile(station, { ...udp, transport: "tcp" }, moved)?.server.port).toBe(5070)
    expect(stationProfile(station, tls, moved)?.server.port).toBe(5071)
  })

  test("asks the STUN server for phones where there is one", () => {
    const stun = { phonesServer: "stun2.example.net", phonesPort: 3479 }
    expect(stationProfile(station, udp, sources({ stun }))?.stun).toEqual({ host: "stun2.example.net", port: 3479 })
    expect(stationProfile(station, udp, sources({ stun: { server: null } }))?.stun).toBeUndefined()
  })

  test("has no profile while nobody knows our public name", () => {
    expect(stationProfile(station, udp, sources({}, { publicName: undefined }))).toBeUndefined()
  })
})

test("a station of the office gets the inner address and port, and no STUN", () => {
  const inside = { ...station, internetRegistration: false }
  const unknown = sources({}, { publicName: undefined })
  expect(stationProfile(inside, udp, unknown)).toMatchObject({
    network: "inner",
    server: { host: "192.168.1.10", port: 5060 },
    stun: undefined,
  })
  expect(stationProfile(inside, tls, unknown)).toMatchObject({
    server: { port: 5062, transport: "tls" },
    authorities: [{ name: "SPE CA" }],
    language: "de",
  })
})

test.each([
  ["second.example.net:5075", { host: "second.example.net", port: 5075 }],
  [" 203.0.113.9 ", { host: "203.0.113.9", port: 5070 }],
  ["", undefined],
  ["the other office", undefined],
  ["a.example:0", undefined],
  ["a.example:65536", undefined],
  ["a.example:5070:1", undefined],
  ["300.1.1.1", undefined],
])("the Secondary system ID %j is %j", (id, server) => expect(secondServerOf(id, 5070)).toEqual(server))
