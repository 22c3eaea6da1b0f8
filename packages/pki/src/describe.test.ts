import { X509Certificate } from "node:crypto"
import { expect, test } from "vitest"
import { describe } from "./describe.ts"
import { codeOf, text } from "./testdata.fixture.ts"

const all = ["root", "sub", "leaf", "ec-root", "ec-leaf", "rsa512", "rsa1024", "md5", "sha1", "expired", "version1"]

test.each([...all, "ed25519", "rsa-pss", "p521", "secp256k1", "pss-signed"])("%s: as OpenSSL says", (name) => {
  const x509 = new X509Certificate(text(`${name}.pem`))
  const facts = describe(text(`${name}.pem`))
  expect(facts.serialNumberHex).toBe(x509.serialNumber)
  expect(BigInt(facts.serialNumber)).toBe(BigInt(`0x${x509.serialNumber}`))
  expect(facts.notBefore).toBe(x509.validFromDate.getTime())
  expect(facts.notAfter).toBe(x509.validToDate.getTime())
  expect(facts.subject.text.split(", ")).toEqual(x509.subject.split("\n"))
  expect(facts.issuer.text.split(", ")).toEqual(x509.issuer.split("\n"))
  expect(facts.isAuthority).toBe(x509.ca)
  expect(facts.fingerprint256).toBe(x509.fingerprint256)
})

test.each([
  ["root", "sha256RSA", "RSA", 2048, undefined],
  ["ec-root", "sha384ECDSA", "EC", 384, "P-384"],
  ["ec-leaf", "sha384ECDSA", "EC", 256, "P-256"],
  ["p521", "sha256ECDSA", "EC", 521, "P-521"],
  ["secp256k1", "sha256ECDSA", "EC", 256, "secp256k1"],
  ["rsa512", "sha256RSA", "RSA", 512, undefined],
  ["rsa1024", "sha256RSA", "RSA", 1024, undefined],
  ["sha1", "sha1RSA", "RSA", 2048, undefined],
  ["md5", "md5RSA", "RSA", 2048, undefined],
  ["pss-signed", "sha256RSA-PSS", "RSA", 2048, undefined],
  ["rsa-pss", "sha256RSA-PSS", "RSA-PSS", 2048, undefined],
  ["ed25519", "Ed25519", "Ed25519", 256, undefined],
])("%s: signed by %s, with a key of %s %d", (name, signatureAlgorithm, type, bits, curve) => {
  const facts = describe(text(`${name}.pem`))
  expect(facts.signatureAlgorithm).toBe(signatureAlgorithm)
  expect(facts.key).toMatchObject({ type, bits, ...(curve ? { curve } : {}) })
})

test("the key in hexadecimal: the modulus, or the point", () => {
  const { key } = describe(text("leaf.pem"))
  const modulus = new X509Certificate(text("leaf.pem")).publicKey.export({ format: "jwk" }).n ?? ""
  expect(key.hex).toBe(Buffer.from(modulus, "base64url").toString("hex").toUpperCase())
  expect(describe(text("ec-leaf.pem")).key.hex).toMatch(/^04[0-9A-F]{128}$/)
})

test("what the type is made of", () => {
  const type = (name: string) => {
    const { selfSigned, isAuthority } = describe(text(`${name}.pem`))
    return [selfSigned, isAuthority]
  }
  expect(type("root")).toEqual([true, true])
  expect(type("sub")).toEqual([false, true])
  expect(type("rsa512")).toEqual([true, false])
  expect(type("leaf")).toEqual([false, false])
})

test("names, usages and identifiers of a server", () => {
  expect(describe(text("leaf.pem"))).toMatchObject({
    version: 3,
    subjectAltNames: [
      { type: "dns", value: "sip.example.com" },
      { type: "dns", value: "*.phones.example.com" },
      { type: "ip", value: "192.0.2.1" },
      { type: "ip", value: "2001:db8::1" },
    ],
    keyUsages: ["digitalSignature", "keyEncipherment"],
    extendedKeyUsages: ["serverAuth"],
    authorityKeyId: describe(text("sub.pem")).subjectKeyId,
  })
  expect(describe(text("version1.pem"))).toMatchObject({ version: 1, keyUsages: [], subjectAltNames: [] })
})

test("what cannot be described", () => {
  expect(codeOf(() => describe(""))).toBe("no-certificate")
  expect(codeOf(() => describe(text("leaf.key")))).toBe("no-certificate")
  expect(codeOf(() => describe(text("leaf.pem").slice(0, 500)))).toBe("truncated")
  expect(codeOf(() => describe(`${text("leaf.pem")}${" ".repeat(128 * 1024)}`))).toBe("too-large")
})
