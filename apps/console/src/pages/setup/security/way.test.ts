import type { Certificate, SpeStatus } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { before, type Known, pathOf, placeIn, stepStates, usableAuthorities } from "./way.ts"

const spe: SpeStatus = {
  support: false,
  open: false,
  reasons: ["no-certificate", "spe-support-off"],
  certificate: null,
  authorities: [],
  publicName: "office.example.net",
  namesPublicName: null,
  stationsOverTls: 0,
}
const name = { country: "", organization: "", organizationUnit: "", commonName: "SPE CA", text: "CN=SPE CA" }

function certificate(id: number, more: Partial<Certificate> = {}, altNames: readonly string[] = []): Certificate {
  return {
    id,
    name: `Certificate ${id}`,
    facts: {
      type: more.issuerId ? "ca-signed" : "self-signed-ca",
      serialNumber: "1",
      serialNumberHex: "01",
      signatureAlgorithm: "sha256RSA",
      notBefore: "",
      notAfter: "",
      crlDistributionPoints: [],
      issuer: name,
      subject: name,
      subjectAltNames: altNames.map((value) => ({ type: "dns", value })),
      key: { type: "RSA", bits: 2048, curve: null, hex: "" },
      fingerprint: "",
    },
    hasKey: true,
    generated: true,
    issuerId: null,
    usedBy: [],
    daysLeft: 800,
    revokedAt: null,
    problems: [],
    ...more,
  }
}

const authority = certificate(1)
const server = certificate(2, { issuerId: 1 }, ["office.example.net"])
const known = (some: Partial<Known> = {}): Known => ({ certificates: [], spe, fileChecked: false, ...some })
const place = (search: string, some: Partial<Known> = {}) => placeIn(new URLSearchParams(search), known(some))

describe("where somebody stands", () => {
  test("an empty system begins at the start, whatever the address says", () => {
    expect(place("").step).toBe("start")
    expect(place("step=ca").step).toBe("ca")
    for (const step of ["export", "server", "install", "support"]) expect(place(`step=${step}&ca=1`).step).toBe("start")
    expect(place("way=own&step=install").step).toBe("file")
    expect(place("step=nonsense").step).toBe("start")
  })

  test("who comes back begins with what is there", () => {
    expect(place("", { certificates: [authority, server] })).toMatchObject({ step: "start", authority, server })
    expect(place("step=ca", { certificates: [authority, server] }).authority).toBeUndefined()
  })

  test("what is there is found again", () => {
    const certificates = [authority, server]
    expect(place("step=server&ca=1", { certificates })).toMatchObject({ step: "server", authority, server })
    expect(place("step=install&ca=1&certificate=2", { certificates })).toMatchObject({ step: "install", server })
    expect(place("step=install&ca=1&certificate=2", { certificates: [authority] }).step).toBe("server")
  })

  test("another one is made when it is asked for, or when the public name is not in it", () => {
    const certificates = [authority, server]
    const fresh = place("step=server&ca=1&certificate=new", { certificates })
    expect(fresh.server).toBeUndefined()
    expect(before(fresh)).toContain("certificate=new")
    const moved = { ...spe, publicName: "new.example.net" }
    expect(place("step=server&ca=1", { certificates, spe: moved }).server).toBeUndefined()
    expect(place("step=server&ca=1&certificate=2", { certificates, spe: moved }).server).toBe(server)
  })

  test("a CA without its key, revoked, over or weak is not offered", () => {
    const certificates = [
      certificate(3, { hasKey: false }),
      certificate(4, { revokedAt: "2026-01-01T00:00:00Z" }),
      certificate(5, { daysLeft: 0 }),
      certificate(6, { problems: [{ code: "CertificateWeakKey" }] }),
      authority,
      certificate(7),
    ]
    expect(usableAuthorities({ certificates, spe }).map(({ id }) => id)).toEqual([7, 1])
    const installed = { ...spe, certificate: server }
    expect(usableAuthorities({ certificates, spe: installed }).map(({ id }) => id)).toEqual([1, 7])
  })
})

describe("the steps", () => {
  const states = (search: string, some: Partial<Known> = {}) =>
    stepStates(place(search, some), known(some)).map(({ step, done, path }) => `${step} ${done} ${path !== undefined}`)

  test("a step can be opened when what it stands on is there", () => {
    expect(states("step=ca")).toEqual([
      "ca false true",
      "export false false",
      "server false false",
      "install false false",
      "support false false",
    ])
    expect(states("step=export&ca=1", { certificates: [authority] })).toEqual([
      "ca true true",
      "export false true",
      "server false true",
      "install false false",
      "support false false",
    ])
  })

  test("all of it is done once the certificate is installed and the flag is on", () => {
    const some = { certificates: [authority, server], spe: { ...spe, support: true, certificate: server } }
    const all = states("step=support&ca=1&certificate=2", some)
    expect(all).toEqual(["ca", "export", "server", "install", "support"].map((step) => `${step} true true`))
  })

  test("addresses carry what was chosen; the way back leads to the start", () => {
    const here = place("step=install&ca=1&certificate=2", { certificates: [authority, server] })
    expect(pathOf(here)).toBe("/setup/security/certificates-for-tls?step=install&ca=1&certificate=2")
    expect(before(here)).toBe("/setup/security/certificates-for-tls?step=server&ca=1&certificate=2")
    expect(before({ ...here, step: "ca" })).toBe("/setup/security/certificates-for-tls?ca=1&certificate=2")
    expect(before(place("way=own&step=file"))).toBe("/setup/security/certificates-for-tls?way=own")
  })
})
