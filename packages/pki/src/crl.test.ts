import { describe, expect, test } from "vitest"
import { type CrlRequest, createCrl } from "./crl.ts"
import { describeCrl, isCrlOf } from "./crl-description.ts"
import { codeOf, day, file, keyed, text, today } from "./testdata.fixture.ts"

const request = (more: Partial<CrlRequest> = {}): CrlRequest => ({
  authority: keyed("root"),
  number: "12",
  thisUpdate: today,
  nextUpdate: today + 7 * day,
  revoked: [],
  ...more,
})

describe("a list that is made", () => {
  test.each(["root", "ec-root"])("is read back, and is signed by %s alone", (name) => {
    const revoked = [
      { serialNumber: "340282366920938463463374607431768211455", revokedAt: today - day, reason: "keyCompromise" },
      { serialNumber: "1", revokedAt: today, reason: "unspecified" },
    ] as const
    const crl = createCrl(request({ authority: keyed(name), revoked }))
    expect(describeCrl(crl)).toEqual({
      issuer: { country: "DE", organization: "Test", commonName: name, text: `C=DE, O=Test, CN=${name}` },
      number: "12",
      thisUpdate: today,
      nextUpdate: today + 7 * day,
      signatureAlgorithm: name === "root" ? "sha256RSA" : "sha384ECDSA",
      revoked,
    })
    expect(isCrlOf(crl, text(`${name}.pem`))).toBe(true)
    expect(isCrlOf(crl, text("sub.pem"))).toBe(false)
    crl[60] = (crl[60] ?? 0) ^ 1
    expect(isCrlOf(crl, text(`${name}.pem`))).toBe(false)
  })

  test("may be empty, and after 2049", () => {
    const crl = createCrl(request({ thisUpdate: Date.UTC(2051, 0), nextUpdate: Date.UTC(2052, 0), number: 0 }))
    expect(describeCrl(crl)).toMatchObject({ number: "0", thisUpdate: Date.UTC(2051, 0), revoked: [] })
  })

  test("has its memory to itself, for a worker to send", () => {
    const crl = createCrl(request())
    expect(crl.buffer.byteLength).toBe(crl.length)
  })

  test("is refused", () => {
    expect(codeOf(() => createCrl(request({ authority: keyed("leaf") })))).toBe("not-an-authority")
    expect(codeOf(() => createCrl(request({ nextUpdate: today })))).toBe("bad-validity")
    expect(codeOf(() => createCrl(request({ number: -1 })))).toBe("bad-crl-number")
    expect(codeOf(() => createCrl(request({ number: 1n << 159n })))).toBe("bad-crl-number")
    expect(codeOf(() => createCrl(request({ revoked: [{ serialNumber: "x", revokedAt: today }] })))).toBe(
      "bad-serial-number",
    )
    expect(codeOf(() => createCrl(request({ revoked: [{ serialNumber: "1", revokedAt: -5000 }] })))).toBe(
      "bad-validity",
    )
  })
})

describe("a list of OpenSSL's", () => {
  test("is read, and is the authority's", () => {
    expect(describeCrl(file("openssl.crl"))).toMatchObject({
      issuer: { commonName: "root" },
      number: "31",
      signatureAlgorithm: "sha256RSA",
      revoked: [
        { serialNumber: "10", revokedAt: Date.UTC(2026, 0, 1), reason: "keyCompromise" },
        { serialNumber: "11", revokedAt: Date.UTC(2026, 0, 2), reason: "unspecified" },
      ],
    })
    expect(isCrlOf(file("openssl.crl"), text("root.pem"))).toBe(true)
  })

  test("what is no list", () => {
    expect(codeOf(() => describeCrl(new Uint8Array()))).toBe("empty")
    expect(codeOf(() => describeCrl(Buffer.alloc(1024 * 1024 + 1)))).toBe("too-large")
    expect(codeOf(() => describeCrl(file("leaf.pem")))).toBe("not-recognized")
    expect(codeOf(() => describeCrl(file("leaf.der")))).toBe("damaged")
    expect(codeOf(() => describeCrl(file("leaf.der").subarray(0, 500)))).toBe("truncated")
    expect(isCrlOf(file("leaf.der"), text("root.pem"))).toBe(false)
  })
})
