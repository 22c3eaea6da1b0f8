import { describe, expect, test } from "vitest"
import type { DyndnsStatus, StunStatus } from "./live.ts"
import { handOutTable, mappingPlan, neverForwarded, redFlags } from "./office-router.ts"
import { portManagementDefaults as ports } from "./settings/port-management.ts"

describe("the table for the router", () => {
  const table = (more: Partial<Parameters<typeof handOutTable>[0]> = {}) =>
    handOutTable({ ports, stunMode: "automatic", tls: true, phonesPort: null, ...more }).map(
      ({ protocol, purpose, from, to, last, neededNow }) =>
        `${protocol} ${from}${last === undefined ? "" : `-${last}`} > ${to} ${purpose}${neededNow ? "" : " later"}`,
    )

  test("is the guide's: the same outside and inside, TLS being TCP for a router", () => {
    expect(table()).toEqual(["UDP 5070 > 5070 sip", "TCP 5070 > 5070 sip", "TCP 5071 > 5071 sip-tls"])
  })

  test("says of TLS that it is of no use yet while it is closed", () => {
    expect(table({ tls: false })).toContain("TCP 5071 > 5071 sip-tls later")
  })

  test("has the RTP range where the router forwards it, and where nothing else would open it", () => {
    expect(table({ ports: { ...ports, rtpForwarded: true } })).toContain("UDP 29100-30530 > 29100 rtp")
    expect(table({ stunMode: "static" })).toContain("UDP 29100-30530 > 29100 rtp")
    expect(table({ stunMode: "port-preserving" }).join()).not.toContain("rtp")
  })

  test("has the phones' listener while it is on", () => {
    expect(table({ phonesPort: 8443 })).toContain("TCP 8443 > 8443 phones")
  })

  test("shows the UDP port that was chosen at the router", () => {
    expect(table({ ports: { ...ports, sipExtUdpAtRouter: 5080 } })[0]).toBe("UDP 5080 > 5070 sip")
  })
})

test("never forwarded: the guide's three ports and the system's own inner ones, but no outer one", () => {
  expect(neverForwarded(ports)).toEqual([5060, 5061, 5062])
  expect(neverForwarded({ ...ports, sip: 6060 })).toEqual([5060, 5061, 5062, 6060])
  expect(neverForwarded({ ...ports, sipExt: 5060, sip: 6060 })).toEqual([5061, 5062, 6060])
})

describe("red flags", () => {
  const stun: StunStatus = {
    state: "mapped",
    server: "stun.example.net:3478",
    mapped: { host: "203.0.113.7", port: 5070 },
    localPort: 5070,
    portDiffers: false,
    notPublic: false,
    roundTrip: 4,
    checkedAt: null,
    changedAt: null,
    problem: null,
    behaviour: { mapping: "endpoint-independent", filtering: null },
  }
  const dyndns = {
    hostName: "office.example.net",
    addresses: ["203.0.113.7"],
    mapped: "203.0.113.7",
    state: "matches",
    checkedAt: null,
  } as DyndnsStatus
  const flags = (seen: Partial<StunStatus> = {}, more: object = {}) =>
    redFlags({ stun: { ...stun, ...seen }, dyndns, ports, routerAddress: null, ...more })

  test("are not seen where all is well, nor where nothing is known", () => {
    expect(flags()).toEqual([])
    expect(flags({ state: "asking", mapped: null, behaviour: null }, { routerAddress: "203.0.113.7" })).toEqual([])
  })

  test.each([
    ["100.64.0.1", "carrier-nat"],
    ["100.127.255.254", "carrier-nat"],
    ["192.168.178.20", "private-address"],
  ])("a mapped address that nobody reaches, %s: %s", (host, code) => {
    expect(flags({ mapped: { host, port: 5070 }, notPublic: true })).toEqual([{ code, address: host }])
  })

  test("a router whose own address is another one stands behind a second router", () => {
    expect(flags({}, { routerAddress: "192.168.178.2" })).toEqual([
      { code: "second-router", address: "203.0.113.7", router: "192.168.178.2" },
    ])
  })

  test.each(["address-dependent", "address-and-port-dependent"] as const)("a mapping that is %s", (mapping) => {
    expect(flags({ behaviour: { mapping, filtering: null } })).toEqual([{ code: "symmetric" }])
  })

  test("a mapped port that is not the one forwarded; with a static address there is nothing to see", () => {
    const mapped = { host: "203.0.113.7", port: 61_000 }
    expect(flags({ mapped })).toEqual([{ code: "port-differs", mapped: 61_000, expected: 5070 }])
    expect(flags({ mapped }, { ports: { ...ports, sipExtUdpAtRouter: 61_000 } })).toEqual([])
    expect(flags({ mapped, state: "static" })).toEqual([])
  })

  test("a name that leads elsewhere, or nowhere", () => {
    const addresses = ["203.0.113.9"]
    expect(flags({}, { dyndns: { ...dyndns, state: "differs", addresses } })).toEqual([
      { code: "name-differs", name: "office.example.net", addresses: "203.0.113.9", mapped: "203.0.113.7" },
    ])
    expect(flags({}, { dyndns: { ...dyndns, state: "not-resolved" } })).toEqual([
      { code: "name-not-resolved", name: "office.example.net" },
    ])
  })
})

describe("what the router is asked to map", () => {
  const plan = (more: object = {}, tls = false) => mappingPlan({ ...ports, ...more }, tls)

  test("is the outer SIP ports alone, TLS while it is open, whatever else is forwarded", () => {
    expect(plan({ rtpForwarded: true })).toEqual([
      { protocol: "UDP", port: 5070 },
      { protocol: "TCP", port: 5070 },
    ])
    expect(plan({}, true)).toContainEqual({ protocol: "TCP", port: 5071 })
  })

  test.each([5060, 5061, 5062])("is never %d, even where that is the outer port", (sipExt) => {
    expect(plan({ sipExt, sip: 6060, sipTlsSipq: 6061, sipTlsSub: 6062 }).map(({ refused }) => refused)).toEqual([
      "internal-port",
      "internal-port",
    ])
  })

  test("is not UDP where the router shows another port for it", () => {
    expect(plan({ sipExtUdpAtRouter: 5080 })).toEqual([
      { protocol: "UDP", port: 5070, refused: "other-port-chosen" },
      { protocol: "TCP", port: 5070 },
    ])
    expect(plan({ sipExtUdpAtRouter: 5070 })[0]?.refused).toBeUndefined()
  })
})
