import { en } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { paths } from "../../paths.ts"
import { type SystemState, warningsOf } from "./warnings.ts"

const fine: SystemState = {
  about: {
    version: "1",
    node: "26",
    installationId: "i",
    startedAt: "",
    now: "",
    stations: { total: 3, internet: 2, maximum: 100 },
    warnings: [],
  },
  stun: {
    state: "mapped",
    server: "stun.example.net",
    mapped: { host: "203.0.113.7", port: 5070 },
    localPort: 5070,
    portDiffers: false,
    notPublic: false,
    roundTrip: 20,
    checkedAt: null,
    changedAt: null,
    problem: null,
    behaviour: null,
  },
  dyndns: {
    hostName: "office.example.net",
    addresses: ["203.0.113.7"],
    mapped: "203.0.113.7",
    state: "matches",
    checkedAt: null,
  },
  listeners: [],
  channels: { total: 60, used: 0, free: 60, peakToday: 0, usedBy: [], users: [] },
}

const keys = (state: Partial<SystemState>) => warningsOf({ ...fine, ...state }, en).map(({ key }) => key)

test("a system that works has no warnings", () => {
  expect(keys({})).toEqual([])
})

test("no STUN server matters once a station may use the internet", () => {
  const stun = { ...fine.stun, state: "off", mapped: null, problem: "no-server" } as const
  expect(keys({ stun })).toEqual(["no-server"])
  const nobody = { ...fine.about, stations: { total: 3, internet: 0, maximum: 100 } }
  expect(keys({ stun, about: nobody })).toEqual([])
})

test("a public name that leads elsewhere, or nowhere, matters once a station may use the internet", () => {
  const differs: SystemState["dyndns"] = { ...fine.dyndns, addresses: ["203.0.113.9"], state: "differs" }
  const [warning] = warningsOf({ ...fine, dyndns: differs }, en)
  expect(warning?.text).toContain("office.example.net leads to 203.0.113.9")
  expect(warning?.page.path).toBe(paths.dynDns())
  expect(keys({ dyndns: { ...fine.dyndns, addresses: [], state: "not-resolved" } })).toEqual(["name-not-resolved"])
  for (const state of ["asking", "unknown-mapped"] as const)
    expect(keys({ dyndns: { ...fine.dyndns, state } })).toEqual([])
  const nobody = { ...fine.about, stations: { total: 3, internet: 0, maximum: 100 } }
  expect(keys({ dyndns: differs, about: nobody })).toEqual([])
})

test("a port that is not open says which, and leads to Port Management", () => {
  const listener = { network: "outer", transport: "UDP", address: "192.168.1.10", port: 5070 } as const
  const [warning] = warningsOf(
    { ...fine, listeners: [{ ...listener, name: "SIP_EXT", state: "failed", problem: "address-in-use" }] },
    en,
  )
  expect(warning?.text).toContain("UDP port 5070 at 192.168.1.10")
  expect(warning?.page.path).toBe(paths.portManagement())
})

test("channels warn above 80 % and fail when none is left", () => {
  const used = (count: number) => ({ channels: { ...fine.channels, used: count, free: 60 - count } })
  expect(keys(used(48))).toEqual([])
  expect(warningsOf({ ...fine, ...used(49) }, en)[0]?.severity).toBe("warning")
  expect(warningsOf({ ...fine, ...used(60) }, en)[0]?.severity).toBe("failed")
})
