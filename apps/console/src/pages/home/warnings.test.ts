import type { Certificate, SpeStatus } from "@homeport/contract"
import { en } from "@homeport/contract/console/en"
import { describe, expect, test } from "vitest"
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
    update: null,
  },
  listeners: [],
  channels: { total: 60, used: 0, free: 60, peakToday: 0, usedBy: [], users: [] },
  spe: {
    support: false,
    open: false,
    reasons: ["no-certificate", "spe-support-off"],
    certificate: null,
    authorities: [],
    publicName: "office.example.net",
    namesPublicName: null,
    stationsOverTls: 0,
  },
  certificates: [],
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

test("updates that were refused are the one thing to say of the name", () => {
  const update = { state: "stopped", next: null, sent: null, last: null, elsewhere: false } as const
  expect(keys({ dyndns: { ...fine.dyndns, update, state: "differs" } })).toEqual(["name-stopped"])
  expect(keys({ dyndns: { ...fine.dyndns, update: { ...update, state: "waiting" } } })).toEqual([])
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

describe("TLS", () => {
  const open: SpeStatus = { ...fine.spe, support: true, open: true, reasons: [], namesPublicName: true }

  test("SPE support that is on while TLS is closed says why, and leads to what mends it", () => {
    const spe: SpeStatus = { ...open, open: false, reasons: ["voip-on-lan1"] }
    const [warning] = warningsOf({ ...fine, spe }, en)
    expect(warning).toMatchObject({ severity: "failed", page: { path: paths.networkInterfaces() } })
    expect(warning?.text).toContain("VoIP uses LAN 1 (WAN)")
    expect(keys({ spe: open })).toEqual([])
  })

  test("a public name that the certificate does not have asks for a new one", () => {
    const [warning] = warningsOf({ ...fine, spe: { ...open, namesPublicName: false } }, en)
    expect(warning?.text).toContain("not made out to the public name office.example.net")
    expect(warning?.page.path).toBe(paths.certificatesForTls())
  })

  test("what is in use and ends soon warns at 60 days and fails at 7; what is not in use says nothing", () => {
    const ending = (daysLeft: number, usedBy: Certificate["usedBy"] = ["spe-certificate"]) =>
      warningsOf({ ...fine, spe: open, certificates: [certificate(daysLeft, usedBy)] }, en)[0]
    expect(ending(61)).toBeUndefined()
    expect(ending(60)?.severity).toBe("warning")
    expect(ending(8)?.severity).toBe("warning")
    expect(ending(7)).toMatchObject({ severity: "failed", text: expect.stringContaining("ends in 7 days") })
    expect(ending(-1)?.text).toContain("has expired")
    expect(ending(-1, [])).toBeUndefined()
  })

  test("an expired certificate is said once", () => {
    const spe: SpeStatus = { ...open, open: false, reasons: ["expired"] }
    expect(keys({ spe, certificates: [certificate(-1, ["spe-certificate"])] })).toEqual(["tls-closed"])
  })
})

const name = { country: "", organization: "", organizationUnit: "", commonName: "office", text: "CN=office" }

function certificate(daysLeft: number, usedBy: Certificate["usedBy"]): Certificate {
  return {
    id: 1,
    name: "Server",
    facts: {
      type: "ca-signed",
      serialNumber: "1",
      serialNumberHex: "01",
      signatureAlgorithm: "sha256RSA",
      notBefore: "",
      notAfter: "",
      crlDistributionPoints: [],
      issuer: name,
      subject: name,
      subjectAltNames: [],
      key: { type: "RSA", bits: 2048, curve: null, hex: "" },
      fingerprint: "",
    },
    hasKey: true,
    generated: true,
    issuerId: null,
    usedBy,
    daysLeft,
    revokedAt: null,
    problems: [],
  }
}
