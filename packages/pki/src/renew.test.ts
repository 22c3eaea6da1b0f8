import { describe, expect, test } from "vitest"
import { isIssuedBy } from "./chain.ts"
import { describe as describeCertificate } from "./describe.ts"
import { keyMatches } from "./key.ts"
import { type Renewal, renew } from "./renew.ts"
import { day, keyed, laterCodeOf, text, today } from "./testdata.fixture.ts"

const renewal = (key: Renewal["key"], more: Partial<Renewal> = {}): Renewal => ({
  key,
  notBefore: today - day,
  notAfter: today + 1000 * day,
  ...more,
})

describe("an authority, by itself", () => {
  test("with the same key: what it signed stays signed", async () => {
    const after = await renew(keyed("root"), renewal("same", { serialNumber: "77" }))
    expect(isIssuedBy(text("sub.pem"), after.certificate)).toBe(true)
    expect(after.privateKey).toBe(text("root.key"))
    const [before, now] = [text("root.pem"), after.certificate].map(describeCertificate)
    expect(now).toMatchObject({
      serialNumber: "77",
      notBefore: today - day,
      notAfter: today + 1000 * day,
      selfSigned: true,
      isAuthority: true,
      subject: before?.subject,
      key: before?.key,
      keyUsages: before?.keyUsages,
      subjectKeyId: before?.subjectKeyId,
    })
  })

  test("with a new key: what it signed is no longer its own", async () => {
    const after = await renew({ certificate: text("root.pem") }, renewal("new", { signatureAlgorithm: "sha384RSA" }))
    expect(isIssuedBy(text("sub.pem"), after.certificate)).toBe(false)
    expect(keyMatches(after.certificate, after.privateKey)).toBe(true)
    expect(describeCertificate(after.certificate)).toMatchObject({ selfSigned: true, signatureAlgorithm: "sha384RSA" })
  })

  test("an EC key stays an EC key", async () => {
    const after = await renew(keyed("ec-root"), renewal("same"))
    expect(describeCertificate(after.certificate)).toMatchObject({
      signatureAlgorithm: "sha384ECDSA",
      selfSigned: true,
    })
    expect(isIssuedBy(text("ec-leaf.pem"), after.certificate)).toBe(true)
  })
})

describe("a server, by an authority", () => {
  test("keeps its names and purposes, and may change its authority", async () => {
    const after = await renew(keyed("leaf"), renewal("same"), keyed("ec-root"))
    const [before, now] = [text("leaf.pem"), after.certificate].map(describeCertificate)
    expect(now).toMatchObject({
      subject: before?.subject,
      subjectAltNames: before?.subjectAltNames,
      keyUsages: before?.keyUsages,
      extendedKeyUsages: before?.extendedKeyUsages,
      issuer: { commonName: "ec-root" },
      authorityKeyId: describeCertificate(text("ec-root.pem")).subjectKeyId,
    })
    expect(now?.serialNumber).not.toBe(before?.serialNumber)
    expect(isIssuedBy(after.certificate, text("ec-root.pem"))).toBe(true)
  })

  test("a weak signature and a short key are not copied", async () => {
    const sha1 = await renew(
      { certificate: text("sha1.pem"), privateKey: text("leaf.key") },
      renewal("same"),
      keyed("sub"),
    )
    expect(describeCertificate(sha1.certificate).signatureAlgorithm).toBe("sha256RSA")
    const short = await renew(keyed("rsa1024"), renewal("new"))
    expect(describeCertificate(short.certificate).key.bits).toBe(2048)
  })
})

test("what cannot be renewed so", async () => {
  const code = (...given: Parameters<typeof renew>) => laterCodeOf(renew(...given))
  expect(await code(keyed("leaf"), renewal("same"))).toBe("authority-needed")
  expect(await code(keyed("root"), renewal("same"), keyed("root"))).toBe("authority-forbidden")
  expect(await code({ certificate: text("root.pem") }, renewal("same"))).toBe("key-needed")
  expect(await code({ ...keyed("root"), privateKey: text("leaf.key") }, renewal("same"))).toBe("key-does-not-match")
  const long = { notAfter: describeCertificate(text("sub.pem")).notAfter + 1000 }
  expect(await code(keyed("leaf"), renewal("same", long), keyed("sub"))).toBe("outlives-authority")
  expect(await code(keyed("leaf"), renewal("same", { notAfter: 0 }), keyed("sub"))).toBe("bad-validity")
  expect(await code({ certificate: "nothing" }, renewal("new"))).toBe("no-certificate")
})
