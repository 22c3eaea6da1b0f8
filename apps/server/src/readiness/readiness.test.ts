import type { ReadinessCheck, ReadinessState } from "@homeport/contract"
import type { Binding, ListenerView } from "@homeport/sbc"
import { Secret, type SettingsState, type Station, type StoredDevice } from "@homeport/store"
import { describe, expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"
import { type Facts, factsOf } from "./facts.ts"
import { readinessOf } from "./readiness.ts"

const version = { version: 1, changedBy: undefined, changedAt: undefined }

const station = (index: number, fields: Partial<Station> = {}): Station => ({
  ...version,
  index,
  callNumber: `${160 + index}`,
  name: `Phone ${index}`,
  sipUserId: `SIP-${160 + index}`,
  realm: "SMO-SIP",
  password: Secret.of("Quiet-Lamp-73"),
  authenticationActive: true,
  internetRegistration: true,
  internetRegistrationUntil: null,
  userAgentPrefix: "",
  natTraversal: "endpoint",
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  ...fields,
})

const device = (id: number, fields: Partial<StoredDevice> = {}): StoredDevice => ({
  ...version,
  id,
  station: id,
  model: "yealink-sip-t46u",
  generation: null,
  mac: null,
  transport: "udp",
  language: "en",
  ...fields,
})

const binding = (fields: Partial<Binding> = {}): Binding => ({
  callNumber: "161",
  contact: "sip:161@203.0.113.7",
  network: "outer",
  transport: "UDP",
  source: { host: "203.0.113.7", port: 5060 },
  local: { host: "192.168.1.10", port: 5070 },
  userAgent: "Phone",
  callId: "c",
  cseq: 1,
  registeredAt: 0,
  expiresAt: 0,
  hairpin: false,
  state: "reachable",
  ...fields,
})

const listener = (fields: Partial<ListenerView> = {}): ListenerView => ({
  name: "SIP_EXT",
  network: "outer",
  transport: "UDP",
  address: "192.168.1.10",
  port: 5070,
  state: "listening",
  problem: undefined,
  ...fields,
})

const refused = (code: string, user: string) => ({
  id: 1,
  at: 0,
  since: 0,
  times: 1,
  severity: "warning" as const,
  code: `registration.refused.${code}`,
  params: { user },
})

const by = <Row extends { readonly index: number } | { readonly id: number }>(...rows: readonly Row[]) =>
  new Map(rows.map((row) => ["index" in row ? row.index : row.id, row]))

/** A system where everything is as it should be but what nobody has shown yet. */
async function good(): Promise<Facts> {
  const { services } = await testServer()
  const facts = factsOf(services)
  return {
    ...facts,
    state: { ...facts.state, stations: by(station(1), station(2)), devices: by(device(1)) },
    internetStations: 2,
    stun: {
      ...facts.stun,
      state: "mapped",
      problem: null,
      server: "stun.example.net",
      mapped: { host: "203.0.113.20", port: 5070 },
      localPort: 5070,
      notPublic: false,
      portDiffers: false,
      roundTrip: 12.4,
      behaviour: { mapping: "endpoint-independent", filtering: null },
    },
    dyndns: {
      ...facts.dyndns,
      hostName: "office.example.net",
      state: "matches",
      addresses: ["203.0.113.20"],
      mapped: "203.0.113.20",
    },
    listeners: [listener(), listener({ name: "SIP", network: "inner", port: 5060 })],
    channels: { total: 60, peakToday: 12 },
    forwarding: facts.forwarding.map((line) => ({
      ...line,
      open: true,
      proven: { at: "2026-11-25T08:00:00.000Z", from: "203.0.113.7", how: "registration" },
    })),
  }
}

const stateOf = (facts: Facts, change: Partial<SettingsState>): Pick<Facts, "state"> => ({
  state: { ...facts.state, ...change },
})
const sectionOf = <S extends "port-management" | "network-interfaces">(
  facts: Facts,
  section: S,
  change: Partial<SettingsState["sections"][S]["value"]>,
) => {
  const { sections } = facts.state
  const changed = { ...sections[section], value: { ...sections[section].value, ...change } }
  return stateOf(facts, { sections: { ...sections, [section]: changed } })
}
const stunOf = ({ stun }: Facts, change: Partial<Facts["stun"]>) => ({ stun: { ...stun, ...change } })
const nameOf = ({ dyndns }: Facts, change: Partial<Facts["dyndns"]>) => ({ dyndns: { ...dyndns, ...change } })
const speOf = ({ spe }: Facts, change: object) => ({ spe: { ...spe, ...change } as Facts["spe"] })

type Row = readonly [ReadinessCheck, ReadinessState, string, (facts: Facts) => Partial<Facts>]

const rows: readonly Row[] = [
  ["authentication", "passed", "all", () => ({})],
  ["authentication", "not-applicable", "none", (f) => stateOf(f, { stations: new Map() })],
  ["authentication", "failed", "off", (f) => stateOf(f, { stations: by(station(1, { authenticationActive: false })) })],
  ["authentication", "failed", "weak", (f) => stateOf(f, { stations: by(station(1, { password: Secret.of("161") })) })],
  [
    "authentication",
    "warning",
    "weak",
    (f) => ({ ...stateOf(f, { stations: by(station(1, { password: undefined })) }), internetStations: 0 }),
  ],
  ["inner-ports", "passed", "none", () => ({ registrations: [binding()] })],
  ["inner-ports", "failed", "registered", () => ({ registrations: [binding({ network: "inner" })] })],
  ["inner-ports", "warning", "at-router", (f) => sectionOf(f, "port-management", { sipExtUdpAtRouter: 5060 })],
  ["migrated-ports", "passed", "own", () => ({})],
  ["migrated-ports", "failed", "migrated", (f) => sectionOf(f, "port-management", { sipExt: 5060, sip: 5080 })],
  ["stun-server", "passed", "answering", () => ({})],
  ["stun-server", "passed", "static", (f) => stunOf(f, { state: "static" })],
  ["stun-server", "failed", "no-server", (f) => stunOf(f, { state: "off", problem: "no-server" })],
  [
    "stun-server",
    "not-applicable",
    "not-needed",
    (f) => ({ ...stunOf(f, { state: "off", problem: "no-server" }), internetStations: 0 }),
  ],
  ["stun-server", "failed", "no-answer", (f) => stunOf(f, { state: "asking", problem: "no-answer" })],
  ["stun-server", "failed", "name-not-resolved", (f) => stunOf(f, { state: "asking", problem: "name-not-resolved" })],
  ["stun-server", "not-proven", "asking", (f) => stunOf(f, { state: "asking" })],
  ["stun-server", "failed", "lost", (f) => stunOf(f, { state: "lost", problem: "no-answer" })],
  ["mapped-port", "passed", "same", () => ({})],
  ["mapped-port", "warning", "differs", (f) => stunOf(f, { mapped: { host: "203.0.113.20", port: 41000 } })],
  ["mapped-port", "not-proven", "unknown", (f) => stunOf(f, { mapped: null })],
  ["mapped-port", "not-applicable", "static", (f) => stunOf(f, { state: "static" })],
  ["mapping", "passed", "same", () => ({})],
  [
    "mapping",
    "failed",
    "symmetric",
    (f) => stunOf(f, { behaviour: { mapping: "address-and-port-dependent", filtering: null } }),
  ],
  ["mapping", "not-proven", "no-address", (f) => stunOf(f, { mapped: null, behaviour: null })],
  ["mapping", "not-proven", "unknown", (f) => stunOf(f, { behaviour: null })],
  ["mapping", "not-applicable", "static", (f) => stunOf(f, { state: "static" })],
  ["public-address", "passed", "public", () => ({})],
  ["public-address", "not-proven", "unknown", (f) => stunOf(f, { mapped: null })],
  [
    "public-address",
    "failed",
    "carrier-nat",
    (f) => stunOf(f, { mapped: { host: "100.64.3.4", port: 5070 }, notPublic: true }),
  ],
  [
    "public-address",
    "failed",
    "private-address",
    (f) => stunOf(f, { mapped: { host: "192.168.7.2", port: 5070 }, notPublic: true }),
  ],
  ["public-address", "failed", "second-router", () => ({ routerAddress: "10.0.0.2" })],
  ["one-interface", "passed", "one", () => ({})],
  ["one-interface", "failed", "loopback", () => ({ listeners: [listener({ address: "127.0.0.1" })] })],
  [
    "one-interface",
    "failed",
    "gone",
    () => ({ listeners: [listener({ state: "failed", problem: "address-not-available" })] }),
  ],
  ["one-interface", "failed", "closed", () => ({ listeners: [] })],
  ["lan1", "not-applicable", "not-used", () => ({})],
  ["lan1", "passed", "behind-router", (f) => sectionOf(f, "network-interfaces", { voip: "lan1" })],
  [
    "lan1",
    "warning",
    "nat",
    (f) => ({ ...sectionOf(f, "network-interfaces", { voip: "lan1" }), forwardsPackets: true }),
  ],
  [
    "lan1",
    "failed",
    "access-router",
    (f) => ({
      ...sectionOf(f, "network-interfaces", { voip: "lan1" }),
      listeners: [listener({ address: "198.51.100.9" })],
    }),
  ],
  ["forwarding", "passed", "proven", () => ({})],
  [
    "forwarding",
    "not-proven",
    "not-proven",
    (f) => ({ forwarding: f.forwarding.map((l) => ({ ...l, proven: null })) }),
  ],
  ["forwarding", "failed", "closed", (f) => ({ forwarding: f.forwarding.map((l) => ({ ...l, open: false })) })],
  ["public-name", "passed", "matches", () => ({})],
  ["public-name", "not-applicable", "no-name", (f) => nameOf(f, { hostName: null, state: "no-name" })],
  ["public-name", "not-proven", "asking", (f) => nameOf(f, { state: "asking" })],
  ["public-name", "not-proven", "unknown-mapped", (f) => nameOf(f, { state: "unknown-mapped" })],
  ["public-name", "failed", "not-resolved", (f) => nameOf(f, { state: "not-resolved" })],
  ["public-name", "warning", "differs", (f) => nameOf(f, { state: "differs" })],
  ["tls", "not-applicable", "off", () => ({})],
  ["tls", "failed", "closed", (f) => speOf(f, { support: true, reasons: ["no-certificate"] })],
  [
    "tls",
    "failed",
    "not-open",
    (f) => ({
      ...speOf(f, { support: true, open: true, reasons: [] }),
      listeners: [listener({ transport: "TLS", port: 5071, state: "failed", problem: "address-in-use" })],
    }),
  ],
  [
    "tls",
    "warning",
    "name",
    (f) =>
      speOf(f, { support: true, open: true, reasons: [], namesPublicName: false, publicName: "office.example.net" }),
  ],
  [
    "tls",
    "failed",
    "ends-today",
    (f) => speOf(f, { support: true, open: true, reasons: [], certificate: { daysLeft: 0 } }),
  ],
  ["tls", "warning", "ends", (f) => speOf(f, { support: true, open: true, reasons: [], certificate: { daysLeft: 9 } })],
  ["tls", "passed", "open", (f) => speOf(f, { support: true, open: true, reasons: [], certificate: { daysLeft: 90 } })],
  ["devices", "passed", "able", () => ({})],
  ["devices", "not-applicable", "none", (f) => stateOf(f, { devices: new Map() })],
  [
    "devices",
    "failed",
    "unable",
    (f) => stateOf(f, { devices: by(device(1, { model: "yealink-sip-t19p", transport: "tls" })) }),
  ],
  [
    "devices",
    "failed",
    "several",
    (f) => stateOf(f, { devices: by(...[1, 2].map((id) => device(id, { model: "zoiper-ios", transport: "tcp" }))) }),
  ],
  ["refusals", "passed", "none", () => ({ refusals: [refused("unknown-user", "999")] })],
  ["refusals", "warning", "some", () => ({ refusals: [refused("no-stun", "161")] })],
  ["refusals", "passed", "none", () => ({ refusals: [refused("no-stun", "161")], registrations: [binding()] })],
  [
    "refusals",
    "warning",
    "several",
    () => ({ refusals: [refused("no-stun", "161"), refused("wrong-password", "162")] }),
  ],
  ["channels", "passed", "room", () => ({})],
  ["channels", "warning", "scarce", () => ({ channels: { total: 60, peakToday: 49 } })],
  ["channels", "failed", "full", () => ({ channels: { total: 60, peakToday: 60 } })],
]

describe("a check", () => {
  test.each(rows)("%s: %s, %s", async (check, state, reason, change) => {
    const facts = await good()
    const { items } = readinessOf({ ...facts, ...change(facts) })
    const found = items.find((item) => item.check === check)
    expect(found).toMatchObject({ state, reason })
    // Its sentence is there, and every place in it is filled.
    expect(found?.message).not.toBe(reason)
    expect(found?.message).not.toMatch(/[{}]/)
  })
})

test("the one station that a check is about is named, so that its page can be linked", async () => {
  const facts = await good()
  const { items } = readinessOf({ ...facts, refusals: [refused("no-stun", "162")] })
  expect(items.find(({ check }) => check === "refusals")).toMatchObject({
    station: 2,
    message: "162 was refused in the last 24 hours and is not registered: the phone uses no STUN.",
  })
})

test("the API answers all fifteen, whoever is signed in", async () => {
  const { signIn } = await testServer()
  const { status, body } = await (await signIn("basic"))("GET", "/api/readiness")
  expect([status, body.items.length, body.internetStations]).toEqual([200, 15, 0])
})
