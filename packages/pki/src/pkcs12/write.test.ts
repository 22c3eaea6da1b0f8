import { createSecureContext } from "node:tls"
import { describe, expect, test } from "vitest"
import { pkcsIds } from "../der/object-identifiers.ts"
import { parseDer, partAt, partsOf, tags } from "../der/read.ts"
import { oid } from "../der/write.ts"
import { readFile } from "../read-file.ts"
import { codeOf, keyed, text } from "../testdata.fixture.ts"
import { exportPkcs12, type Pkcs12Request } from "./write.ts"

const request = (more: Partial<Pkcs12Request> = {}): Pkcs12Request => ({
  ...keyed("leaf"),
  chain: [text("sub.pem"), text("root.pem")],
  passPhrase: "geheim",
  friendlyName: "SPE Büro",
  encryption: "aes256",
  ...more,
})

describe.each(["aes256", "3des"] as const)("%s", (encryption) => {
  test.each(["geheim", "Größe ß", "€ 電話 🔑", ""])(
    "opens again with %j, here and in OpenSSL, and with no other",
    (passPhrase) => {
      const p12 = exportPkcs12(request({ encryption, passPhrase }))
      expect(readFile(p12, passPhrase)).toEqual({
        certificates: ["leaf", "sub", "root"].map((name) => text(`${name}.pem`)),
        privateKey: text("leaf.key"),
        format: "pkcs12",
      })
      expect(() => createSecureContext({ pfx: Buffer.from(p12), passphrase: passPhrase })).not.toThrow()
      expect(codeOf(() => readFile(p12, `${passPhrase}x`))).toBe("wrong-pass-phrase")
    },
  )

  test("an EC key", () => {
    const p12 = exportPkcs12(request({ encryption, ...keyed("ec-leaf"), chain: [text("ec-root.pem")] }))
    expect(readFile(p12, "geheim").privateKey).toBe(text("ec-leaf.key"))
    expect(() => createSecureContext({ pfx: Buffer.from(p12), passphrase: "geheim" })).not.toThrow()
  })

  test("neither key nor certificates can be read without the pass-phrase", () => {
    const p12 = Buffer.from(exportPkcs12(request({ encryption })))
    expect(p12.includes("sip.example.com")).toBe(false)
    expect(p12.includes(oid(pkcsIds.certBag))).toBe(false)
  })

  test("two files of the same have no salt in common", () => {
    const [one, other] = [1, 2].map(() => exportPkcs12(request({ encryption })))
    expect(one).not.toEqual(other)
    const salts = [one, other].map(
      (p12) =>
        partAt(partsOf(partAt(partsOf(parseDer(p12 ?? Buffer.of()), tags.sequence), 2), tags.sequence), 1).content,
    )
    expect(salts[0]).not.toEqual(salts[1])
  })
})

test("the leaf in its own chain comes once, and a name may be missing", () => {
  const p12 = exportPkcs12(request({ chain: [text("leaf.pem"), text("sub.pem")], friendlyName: "" }))
  expect(readFile(p12, "geheim").certificates).toEqual([text("leaf.pem"), text("sub.pem")])
})

test("what cannot be exported", () => {
  expect(codeOf(() => exportPkcs12(request({ privateKey: text("root.key") })))).toBe("key-does-not-match")
  expect(codeOf(() => exportPkcs12(request({ certificate: "x" })))).toBe("no-certificate")
  expect(codeOf(() => exportPkcs12(request({ chain: Array(32).fill(text("sub.pem")) })))).toBe("too-many-certificates")
})
