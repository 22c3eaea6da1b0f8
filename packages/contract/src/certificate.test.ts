import { describe, expect, test } from "vitest"
import { certificateRequest } from "./certificate.ts"
import { certificateFile, renewal } from "./certificates.ts"
import { fieldProblems } from "./field-problem.ts"
import { systemFlagsDefaults, systemFlagsRules } from "./settings/system-flags.ts"
import { spe } from "./spe.ts"

const problemsOf = (value: object) => {
  const outcome = certificateRequest.safeParse({
    name: "A",
    profile: "authority",
    subject: { commonName: "A" },
    ...value,
  })
  return outcome.success
    ? {}
    : Object.fromEntries(Object.entries(fieldProblems(outcome.error, value)).map(([path, { code }]) => [path, code]))
}

describe("a request for a certificate", () => {
  test("needs no more than its names", () => {
    expect(problemsOf({})).toEqual({})
    expect(certificateRequest.parse({ name: "A", profile: "authority", subject: { commonName: "A" } })).toMatchObject({
      keyLength: 2048,
      signatureAlgorithm: "sha256RSA",
      serialNumber: null,
    })
  })

  test.each([
    [{ type: "dns", value: "*.office.example" }, undefined],
    [{ type: "dns", value: "office..example" }, "NotAHostName"],
    [{ type: "ip", value: "2001:db8::1" }, undefined],
    [{ type: "ip", value: "300.1.1.1" }, "NotAnAddress"],
    [{ type: "email", value: "a@b" }, undefined],
    [{ type: "email", value: "a b" }, "NotAnEmail"],
    [{ type: "uri", value: "sip:office.example" }, undefined],
    [{ type: "uri", value: "office" }, "NotAUrl"],
    [{ type: "dn", value: "CN=a" }, undefined],
    [{ type: "dn", value: "a" }, "NotADistinguishedName"],
  ])("takes the alternative name %j or says %s", (name, code) => {
    expect(problemsOf({ subjectAltNames: [name] })).toEqual(code ? { "subjectAltNames.0.value": code } : {})
  })

  test.each([
    ["1", true],
    ["730750818665451459101842416358141509827966271487", true],
    ["730750818665451459101842416358141509827966271488", false],
    ["0", false],
    ["-1", false],
    ["0x10", false],
    ["", false],
  ])("a serial number %s: %s", (serialNumber, good) => {
    expect(problemsOf({ serialNumber })).toEqual(good ? {} : { serialNumber: "NotASerialNumber" })
  })

  test("its moments exist, and the end lies after the start", () => {
    expect(problemsOf({ notBefore: "2026-02-29T00:00:00Z" })).toEqual({ notBefore: "NotAMoment" })
    expect(problemsOf({ notBefore: "2028-02-29T00:00:00Z" })).toEqual({})
    expect(problemsOf({ notAfter: "2026-01-01" })).toEqual({ notAfter: "NotAMoment" })
    const same = "2026-01-01T00:00:00Z"
    expect(problemsOf({ notBefore: same, notAfter: same })).toEqual({ notAfter: "EndBeforeStart" })
    expect(renewal.safeParse({ notBefore: same, notAfter: same }).success).toBe(false)
  })
})

test("a file is base64 of at most 128 kB", () => {
  expect(certificateFile.safeParse("AAAA").success).toBe(true)
  expect(certificateFile.safeParse("AA AA").success).toBe(false)
  expect(certificateFile.safeParse(Buffer.alloc(128 * 1024).toString("base64")).success).toBe(true)
  expect(certificateFile.safeParse(Buffer.alloc(128 * 1024 + 3).toString("base64")).success).toBe(false)
})

test("an installation is one that is here or a file, never both and never neither", () => {
  const { body } = spe.install
  expect(body?.safeParse({ certificateId: 1 }).success).toBe(true)
  expect(body?.safeParse({ file: "AAAA" }).success).toBe(true)
  expect(body?.safeParse({ certificateId: 1, file: "AAAA" }).success).toBe(false)
  expect(body?.safeParse({}).success).toBe(false)
})

test("the node call number goes with the open numbering scheme", () => {
  expect(systemFlagsRules(systemFlagsDefaults)).toEqual({})
  expect(systemFlagsRules({ ...systemFlagsDefaults, openNumbering: true })).toEqual({
    nodeCallNumber: { code: "Required" },
  })
  expect(systemFlagsRules({ ...systemFlagsDefaults, nodeCallNumber: "4" })).toEqual({
    nodeCallNumber: { code: "OpenNumberingOff" },
  })
})
