import type { Certificate } from "@homeport/contract"
import { en } from "@homeport/contract/console/en"
import { expect, test } from "vitest"
import { paths } from "../../paths.ts"
import { warningsOf } from "./warnings.ts"

test("a system that works has no warnings", () => {
  expect(warningsOf({ listeners: [], certificates: [] }, en)).toEqual([])
})

test("a port that is not open says which, and leads to Port Management", () => {
  const listener = { network: "outer", transport: "UDP", address: "192.168.1.10", port: 5070 } as const
  const listeners = [{ ...listener, name: "SIP_EXT", state: "failed", problem: "address-in-use" } as const]
  const [warning] = warningsOf({ listeners, certificates: [] }, en)
  expect(warning?.text).toContain("UDP port 5070 at 192.168.1.10")
  expect(warning?.page.path).toBe(paths.portManagement())
})

test("a certificate that is in use and ends soon warns at 60 days and fails at 7; that of SPE is a check's", () => {
  const ending = (daysLeft: number, usedBy: Certificate["usedBy"] = ["console"]) =>
    warningsOf({ listeners: [], certificates: [certificate(daysLeft, usedBy)] }, en)[0]
  expect(ending(61)).toBeUndefined()
  expect(ending(60)?.severity).toBe("warning")
  expect(ending(8)?.severity).toBe("warning")
  expect(ending(7)).toMatchObject({ severity: "failed", text: expect.stringContaining("ends in 7 days") })
  expect(ending(-1)?.text).toContain("has expired")
  expect(ending(-1, [])).toBeUndefined()
  expect(ending(-1, ["spe-certificate"])).toBeUndefined()
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
