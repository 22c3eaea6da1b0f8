import { createPrivateKey, X509Certificate } from "node:crypto"
import { once } from "node:events"
import { connect, createServer } from "node:tls"
import { beforeAll, describe, expect, test } from "vitest"
import { isIssuedBy } from "./chain.ts"
import { describe as describeCertificate } from "./describe.ts"
import { type CertificateRequest, issue } from "./issue.ts"
import type { KeyedCertificate } from "./tbs.ts"
import { day, keyed, laterCodeOf, text, today } from "./testdata.fixture.ts"

const request = (
  profile: CertificateRequest["profile"],
  more: Partial<CertificateRequest> = {},
): CertificateRequest => ({
  profile,
  subject: { commonName: "sip.example.com" },
  subjectAltNames: [{ type: "dns", value: "sip.example.com" }],
  signatureAlgorithm: "sha256RSA",
  keyBits: 2048,
  notBefore: today - day,
  notAfter: today + 100 * day,
  crlDistributionPoints: [],
  ...more,
})

describe("each profile", () => {
  let authority: KeyedCertificate
  let server: KeyedCertificate
  beforeAll(async () => {
    const subject = { country: "de", organization: "Müller & Söhne", organizationUnit: "電話", commonName: "SPE CA" }
    authority = await issue(request("authority", { subject, subjectAltNames: [], notAfter: Date.UTC(2050, 0) }))
    server = await issue(
      request("server", { crlDistributionPoints: [{ type: "uri", value: "http://a/b.crl" }] }),
      authority,
    )
  })

  test("an authority: signs itself, may sign certificates and lists, and no authority", () => {
    expect(describeCertificate(authority.certificate)).toMatchObject({
      version: 3,
      selfSigned: true,
      isAuthority: true,
      pathLength: 0,
      signatureAlgorithm: "sha256RSA",
      notBefore: today - day,
      notAfter: Date.UTC(2050, 0),
      subject: { country: "DE", organization: "Müller & Söhne", organizationUnit: "電話", commonName: "SPE CA" },
      subjectAltNames: [],
      keyUsages: ["keyCertSign", "cRLSign"],
      extendedKeyUsages: [],
      key: { type: "RSA", bits: 2048 },
    })
  })

  test("a server: signed by the authority, under the authority's name and key identifier", () => {
    const facts = describeCertificate(server.certificate)
    const { subject, subjectKeyId } = describeCertificate(authority.certificate)
    expect(facts).toMatchObject({
      selfSigned: false,
      isAuthority: false,
      issuer: subject,
      authorityKeyId: subjectKeyId,
      subjectAltNames: [{ type: "dns", value: "sip.example.com" }],
      crlDistributionPoints: [{ type: "uri", value: "http://a/b.crl" }],
      keyUsages: ["digitalSignature", "keyEncipherment"],
      extendedKeyUsages: ["serverAuth"],
    })
    expect(isIssuedBy(server.certificate, authority.certificate)).toBe(true)
    expect(new X509Certificate(server.certificate).checkPrivateKey(createPrivateKey(server.privateKey))).toBe(true)
  })

  test("a TLS client that trusts the authority trusts the server under its name, and under no other", async () => {
    // OpenSSL asks the machine's clock.
    const now = { notBefore: Date.now() - day, notAfter: Date.now() + day }
    const ours = await issue(request("server", now), keyed("root"))
    const listener = createServer({ cert: ours.certificate, key: ours.privateKey }).listen(0, "127.0.0.1")
    await once(listener, "listening")
    const address = listener.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const outcome = (servername: string) =>
      new Promise((resolve) => {
        const options = { port, host: "127.0.0.1", servername, ca: text("root.pem") }
        const socket = connect(options, () => {
          resolve("trusted")
          socket.end()
        }).on("error", resolve)
        socket.on("close", () => resolve("closed"))
      })
    expect(await outcome("sip.example.com")).toBe("trusted")
    expect(await outcome("other.example.com")).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" })
    listener.close()
  })

  test("the dates are written as RFC 5280 §4.1.2.5 has it: two digits to 2049, four after", () => {
    const der = new X509Certificate(authority.certificate).raw.toString("latin1")
    expect(der).toContain("\x17\x0d270114120000Z")
    expect(der).toContain("\x18\x0f20500101000000Z")
  })

  test("serial numbers are positive, of 128 bits, and never the same", () => {
    const [one, other] = [authority, server].map(({ certificate }) => describeCertificate(certificate).serialNumber)
    expect(BigInt(one ?? 0).toString(2)).toHaveLength(128)
    expect(one).not.toBe(other)
  })

  test("a server that signs itself; its serial number and algorithm as asked", async () => {
    const more = { serialNumber: "65281", signatureAlgorithm: "sha512RSA" } as const
    const { certificate } = await issue(request("self-signed-server", more))
    const facts = describeCertificate(certificate)
    expect(facts).toMatchObject({
      selfSigned: true,
      isAuthority: false,
      serialNumber: "65281",
      signatureAlgorithm: "sha512RSA",
    })
    expect(facts.serialNumberHex).toBe("FF01")
    expect(facts.authorityKeyId).toBe(facts.subjectKeyId)
  })

  test("an imported authority with an EC key signs with ECDSA and the digest of its curve", async () => {
    const { certificate } = await issue(request("server"), keyed("ec-root"))
    expect(describeCertificate(certificate).signatureAlgorithm).toBe("sha384ECDSA")
    expect(isIssuedBy(certificate, text("ec-root.pem"))).toBe(true)
  })
})

describe("refused before a key is made", () => {
  const code = (more: Partial<CertificateRequest>, authority: KeyedCertificate | undefined = keyed("root")) =>
    laterCodeOf(issue(request("server", more), authority))

  test("who signs", async () => {
    expect(await laterCodeOf(issue(request("server")))).toBe("authority-needed")
    expect(await code({ profile: "authority" })).toBe("authority-forbidden")
    expect(await code({ profile: "self-signed-server" })).toBe("authority-forbidden")
    expect(await code({}, keyed("leaf"))).toBe("not-an-authority")
    const unable = { certificate: text("not-signing-ca.pem"), privateKey: text("root.key") }
    expect(await code({}, unable)).toBe("not-an-authority")
    expect(await code({}, { ...keyed("root"), privateKey: text("leaf.key") })).toBe("key-does-not-match")
    expect(await code({}, { ...keyed("root"), privateKey: "nothing" })).toBe("damaged")
  })

  test("dates", async () => {
    const { notAfter } = describeCertificate(text("root.pem"))
    expect(await code({ notAfter: notAfter + 1000 })).toBe("outlives-authority")
    expect(await code({ notAfter: today - day })).toBe("bad-validity")
    expect(await code({ notBefore: -1000 })).toBe("bad-validity")
    expect(await code({ notBefore: Number.NaN })).toBe("bad-validity")
    expect(await laterCodeOf(issue(request("authority", { notAfter: Date.UTC(10000, 0) })))).toBe("bad-validity")
  })

  test.each(["0", "-1", "1.5", "", "0x10", `${1n << 159n}`, "9".repeat(61)])(
    "serial number %j",
    async (serialNumber) => {
      expect(await code({ serialNumber })).toBe("bad-serial-number")
    },
  )

  test.each([
    { commonName: "" },
    { commonName: "  " },
    { commonName: "a".repeat(65) },
    { commonName: "a\0b" },
    { commonName: "\ud800" },
    { commonName: "a", country: "DEU" },
    { commonName: "a", country: "ß!" },
    { commonName: "a", organization: "o".repeat(65) },
  ])("subject %j", async (subject) => {
    expect(await code({ subject })).toBe("bad-subject")
  })

  test("names and distribution points", async () => {
    expect(await code({ subjectAltNames: [{ type: "dns", value: "a b" }] })).toBe("bad-alternative-name")
    expect(await code({ crlDistributionPoints: [{ type: "uri", value: "nowhere" }] })).toBe("bad-distribution-point")
    expect(await code({ crlDistributionPoints: [{ type: "email", value: "a@b.c" }] })).toBe("bad-distribution-point")
  })
})
