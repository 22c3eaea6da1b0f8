import { X509Certificate } from "node:crypto"
import { createSecureContext } from "node:tls"
import { describeCrl, readFile } from "@homeport/pki"
import { describe, expect, test } from "vitest"
import { type TestServer, testServer } from "../testing/test-server.fixture.ts"

async function signedIn() {
  const server = await testServer()
  return { server, ask: await server.signIn() }
}

const make = async (ask: TestServer["ask"], more: object) => {
  const { status, body } = await ask("POST", "/api/certificates", { body: more })
  expect([status, body.fields]).toEqual([201, undefined])
  return body
}
const authority = (ask: TestServer["ask"], name = "SPE CA", more: object = {}) =>
  make(ask, { profile: "authority", name, subject: { commonName: name }, ...more })
const serverOf = (ask: TestServer["ask"], authorityId: number, name = "SPE Certificate", more: object = {}) =>
  make(ask, {
    profile: "server",
    authorityId,
    name,
    subject: { commonName: "office.example" },
    subjectAltNames: [{ type: "dns", value: "office.example" }],
    ...more,
  })

test("a CA and what it signs: named, linked, and their keys never shown", async () => {
  const { server, ask } = await signedIn()
  const ca = await authority(ask)
  expect(ca).toMatchObject({ id: 1, name: "SPE CA", hasKey: true, generated: true, usedBy: [], problems: [] })
  expect(ca.facts).toMatchObject({ type: "self-signed-ca", key: { bits: 2048 }, signatureAlgorithm: "sha256RSA" })
  const leaf = await serverOf(ask, ca.id)
  expect(leaf).toMatchObject({ id: 2, issuerId: 1, facts: { type: "ca-signed", issuer: { commonName: "SPE CA" } } })

  const list = await ask("GET", "/api/certificates?sort=-name")
  expect(list.body.items.map(({ name }: { name: string }) => name)).toEqual(["SPE Certificate", "SPE CA"])
  expect(list.body.items[1].usedBy).toEqual(["issuer"])
  expect(JSON.stringify(list.body)).not.toContain("PRIVATE")
  expect(server.logged.join()).not.toContain("PRIVATE")
})

test("what a form proposes: a random serial number, yesterday, the public name before the local address", async () => {
  const { ask } = await signedIn()
  await ask("PUT", "/api/settings/dyndns", { body: { hostName: "office.example", updatedBy: "office-router" } })
  const ca = await authority(ask)
  const { body } = await ask("GET", `/api/certificate-proposal?profile=server&authorityId=${ca.id}`)
  expect(body).toMatchObject({
    name: "SPE Certificate",
    commonName: "office.example",
    notBefore: "2027-01-14T00:00:00.000Z",
    subjectAltNames: [
      { type: "dns", value: "office.example" },
      { type: "ip", value: "192.168.1.10" },
    ],
    crlDistributionPoints: [],
  })
  expect(Date.parse(body.notAfter) - Date.parse(body.notBefore)).toBe(825 * 86_400_000)
  expect(BigInt(body.serialNumber)).toBeGreaterThan(2n ** 64n)
})

describe("what is refused, each at its field, and nothing is stored", () => {
  const refused = async (ask: TestServer["ask"], more: object) => {
    const before = (await ask("GET", "/api/certificates")).body.total
    const { status, body } = await ask("POST", "/api/certificates", { body: more })
    expect((await ask("GET", "/api/certificates")).body.total).toBe(before)
    const problems = Object.entries<{ code: string }>(body.fields ?? {}).map(([field, { code }]) => [field, code])
    return [status, Object.fromEntries(problems)]
  }

  test("of a new certificate", async () => {
    const { ask } = await signedIn()
    const ca = await authority(ask, "SPE CA", { notBefore: "2027-01-01T00:00:00Z", notAfter: "2028-01-01T00:00:00Z" })
    const plain = { profile: "authority", name: "B", subject: { commonName: "B" } }
    const leaf = { ...plain, profile: "server", authorityId: ca.id }
    expect(await refused(ask, { ...plain, name: "SPE CA" })).toEqual([400, { name: "NameTaken" }])
    expect(await refused(ask, { ...plain, keyLength: 1024 })).toEqual([400, { keyLength: "NotOneOf" }])
    expect(await refused(ask, { ...plain, signatureAlgorithm: "sha1RSA" })).toEqual([
      400,
      { signatureAlgorithm: "NotOneOf" },
    ])
    expect(await refused(ask, { ...plain, serialNumber: "0" })).toEqual([400, { serialNumber: "NotASerialNumber" }])
    expect(await refused(ask, { ...plain, subject: { commonName: "", country: "DEU" } })).toEqual([
      400,
      { "subject.commonName": "Required", "subject.country": "NotACountry" },
    ])
    expect(await refused(ask, { ...plain, notBefore: "2027-02-30T00:00:00Z" })).toEqual([
      400,
      { notBefore: "NotAMoment" },
    ])
    expect(
      await refused(ask, { ...plain, notBefore: "2027-02-02T00:00:00Z", notAfter: "2027-02-01T00:00:00Z" }),
    ).toEqual([400, { notAfter: "EndBeforeStart" }])
    expect(await refused(ask, { ...leaf, authorityId: null })).toEqual([400, { authorityId: "Required" }])
    expect(await refused(ask, { ...leaf, authorityId: 99 })).toEqual([400, { authorityId: "NoSuchAuthority" }])
    expect(await refused(ask, { ...leaf, notAfter: "2029-01-01T00:00:00Z" })).toEqual([
      400,
      { notAfter: "OutlivesAuthority" },
    ])
    expect(await refused(ask, { ...leaf, serialNumber: ca.facts.serialNumber })).toEqual([
      400,
      { serialNumber: "SerialNumberTaken" },
    ])
    expect(await refused(ask, { ...leaf, subjectAltNames: [{ type: "ip", value: "office" }] })).toEqual([
      400,
      { "subjectAltNames.0.value": "NotAnAddress" },
    ])
    const names = [
      { type: "dns", value: "office.example" },
      { type: "email", value: "büro@office.example" },
    ]
    expect(await refused(ask, { ...leaf, subjectAltNames: names })).toEqual([
      400,
      { "subjectAltNames.1.value": "NotAnEmail" },
    ])
  })

  test("of a file", async () => {
    const { ask } = await signedIn()
    const refusedFile = async (text: string | Uint8Array, more: object = {}) => {
      const file = Buffer.from(text).toString("base64")
      const { status, body } = await ask("POST", "/api/certificates/import", { body: { name: "X", file, ...more } })
      const [problem] = Object.entries<{ code: string }>(body.fields ?? {})
      return [status, problem?.[0], problem?.[1].code]
    }
    const ca = await authority(ask)
    const { body: p12 } = await ask("POST", `/api/certificates/${ca.id}/pkcs12`, {
      body: { passPhrase: "correct horse" },
    })
    expect(typeof p12).toBe("string")
    expect(await refusedFile("")).toEqual([400, "file", "FileEmpty"])
    expect(await refusedFile("hello")).toEqual([400, "file", "FileNotRecognized"])
    expect(await refusedFile(new Uint8Array(140_000))).toEqual([400, "file", "FileTooLarge"])
    expect(await refusedFile("-----BEGIN CERTIFICATE-----\nMIIB\n")).toEqual([400, "file", "FileTruncated"])
  })
})

describe("exports", () => {
  test("X.509 as PEM and DER under the Common Name, which cannot break a header or leave a folder", async () => {
    const { ask } = await signedIn()
    const ca = await authority(ask, "CA", { subject: { commonName: '../Büro"; x="' } })
    const pem = await ask("GET", `/api/certificates/${ca.id}/x509`)
    expect(pem.headers["content-disposition"]).toBe(
      `attachment; filename="_Bu_ro_; x=_.crt"; filename*=UTF-8''_B%C3%BCro_%3B%20x%3D_.crt`,
    )
    expect(new X509Certificate(pem.body).subject).toContain("ro")
    const { status, headers } = await ask("GET", `/api/certificates/${ca.id}/x509?format=der`)
    expect([status, headers["content-type"]]).toEqual([200, "application/x-x509-ca-cert"])
  })

  test("PKCS#12 with key and chain under a pass-phrase, named after the CA", async () => {
    const { server, ask } = await signedIn()
    const ca = await authority(ask)
    const leaf = await serverOf(ask, ca.id)
    for (const encryption of ["aes256", "3des"]) {
      const response = await server.app.inject({
        method: "POST",
        url: `/api/certificates/${leaf.id}/pkcs12`,
        headers: { host: "localhost:8080", "content-type": "application/json", ...(await cookieOf(server)) },
        payload: JSON.stringify({ passPhrase: "correct horse", encryption }),
      })
      expect(response.headers["content-disposition"]).toContain('filename="BasedOnSPE CA.p12"')
      expect(() => createSecureContext({ pfx: response.rawPayload, passphrase: "correct horse" })).not.toThrow()
      const read = readFile(response.rawPayload, "correct horse")
      expect((await read).certificates).toHaveLength(2)
    }
    const short = await ask("POST", `/api/certificates/${leaf.id}/pkcs12`, { body: { passPhrase: "short" } })
    expect(short.body.fields).toMatchObject({ passPhrase: { code: "TooShort" } })
  })

  async function cookieOf(server: TestServer) {
    const { headers } = await server.ask("POST", "/api/login", { body: { name: "expert", password: "Right-Horse-42" } })
    return { cookie: String([headers["set-cookie"] ?? []].flat()[0]).split(";")[0] ?? "" }
  }
})

test("a file comes in as it went out: certificate, key and chain, and nothing twice", async () => {
  const { server, ask } = await signedIn()
  const ca = await authority(ask)
  const leaf = await serverOf(ask, ca.id)
  const known = server.services.certificates.known(leaf.id)
  const bytes = await server.services.pki.exportPkcs12({
    certificate: known.stored.pem,
    privateKey: known.stored.privateKey?.reveal() ?? "",
    chain: [server.services.certificates.known(ca.id).stored.pem],
    passPhrase: "correct horse",
    friendlyName: "x",
    encryption: "aes256",
  })
  const file = Buffer.from(bytes).toString("base64")
  const other = await testServer()
  const otherAsk = await other.signIn()
  const send = (passPhrase: string | null) =>
    otherAsk("POST", "/api/certificates/import", { body: { name: "Mine", file, passPhrase } })
  expect((await send(null)).body.fields).toMatchObject({ passPhrase: { code: "PassPhraseNeeded" } })
  expect((await send("wrong")).body.fields).toMatchObject({ passPhrase: { code: "WrongPassPhrase" } })
  const { status, body } = await send("correct horse")
  expect(status).toBe(201)
  expect(body.items).toMatchObject([
    { name: "Mine", hasKey: true, generated: false, issuerId: 2 },
    { name: "SPE CA", hasKey: false },
  ])
  const again = await otherAsk("POST", "/api/certificates/import", {
    body: { name: "Again", file, passPhrase: "correct horse" },
  })
  expect(again.body.fields).toMatchObject({ file: { code: "CertificatePresent" } })
})

describe("renewing", () => {
  test("a copy with the same key has the same names, a new serial number and new dates", async () => {
    const { ask } = await signedIn()
    const ca = await authority(ask)
    const leaf = await serverOf(ask, ca.id)
    const { status, body } = await ask("POST", `/api/certificates/${leaf.id}/renew`, { body: {} })
    expect([status, body.name, body.issuerId]).toEqual([201, "SPE Certificate (2)", ca.id])
    expect(body.facts.subjectAltNames).toEqual(leaf.facts.subjectAltNames)
    expect(body.facts.key.hex).toBe(leaf.facts.key.hex)
    expect(body.facts.serialNumber).not.toBe(leaf.facts.serialNumber)
  })

  test("a CA with the same key stays the issuer of what it signed, and the old one can go", async () => {
    const { ask } = await signedIn()
    const ca = await authority(ask)
    const leaf = await serverOf(ask, ca.id)
    const { body: copy } = await ask("POST", `/api/certificates/${ca.id}/renew`, { body: {} })
    expect((await ask("GET", `/api/certificates/${leaf.id}`)).body.issuerId).toBe(copy.id)
    expect((await ask("DELETE", `/api/certificates/${ca.id}`)).status).toBe(200)
  })

  test("by a CA whose key is not here is refused", async () => {
    const { ask } = await signedIn()
    const ca = await authority(ask)
    const leaf = await serverOf(ask, ca.id)
    await ask("DELETE", `/api/certificates/${leaf.id}`)
    expect((await ask("POST", "/api/certificates/99/renew", { body: {} })).status).toBe(404)
  })
})

test("a revoked certificate stands in its CA's next list, even after it was removed", async () => {
  const { server, ask } = await signedIn()
  const ca = await authority(ask)
  const leaf = await serverOf(ask, ca.id)
  const before = await ask("GET", `/api/certificates/${ca.id}/crl`)
  expect(before.body).toMatchObject({ number: "1", revoked: [] })
  const { body } = await ask("POST", `/api/certificates/${leaf.id}/revoke`, { body: { reason: "keyCompromise" } })
  expect(body).toMatchObject({ revokedAt: "2027-01-15T08:00:00.000Z", problems: [{ code: "CertificateRevoked" }] })
  await ask("DELETE", `/api/certificates/${leaf.id}`)
  const after = await ask("GET", `/api/certificates/${ca.id}/crl`)
  expect(after.body).toMatchObject({
    number: "2",
    revoked: [{ serialNumber: leaf.facts.serialNumber, name: "SPE Certificate", reason: "keyCompromise" }],
  })
  const list = [...server.services.store.state().revocationLists.values()][0]
  expect(describeCrl(list?.der ?? new Uint8Array()).revoked).toHaveLength(1)
  expect((await ask("POST", `/api/certificates/${ca.id}/revoke`, { body: {} })).body.code).toBe("IssuerNotHere")
  server.turnClock(10 * 86_400_000)
  await server.services.revocationLists.refresh()
  const later = await server.signIn()
  expect((await later("GET", `/api/certificates/${ca.id}/crl`)).body.number).toBe("3")
})

test("what is in use is not removed, and the refusal says by what", async () => {
  const { ask } = await signedIn()
  const ca = await authority(ask)
  const leaf = await serverOf(ask, ca.id)
  const { status, body } = await ask("DELETE", `/api/certificates/${ca.id}`)
  expect([status, body.code, body.params]).toEqual([
    409,
    "CertificateInUse",
    { name: "SPE CA", uses: "CA of other certificates here" },
  ])
  expect((await ask("DELETE", `/api/certificates/${leaf.id}`)).status).toBe(200)
  expect((await ask("DELETE", `/api/certificates/${ca.id}`)).status).toBe(200)
  expect((await authority(ask, "Next")).id).toBe(3)
})

test("the certificate of this console: chosen, shown by its fingerprint, and then in use", async () => {
  const { ask } = await signedIn()
  const ca = await authority(ask)
  const leaf = await serverOf(ask, ca.id)
  expect((await ask("GET", "/api/console-certificate")).body).toEqual({
    https: false,
    certificate: null,
    fingerprint: null,
  })
  const wrong = await ask("PUT", "/api/console-certificate", { body: { certificateId: ca.id } })
  expect(wrong.body.code).toBe("InvalidInput")
  const { body } = await ask("PUT", "/api/console-certificate", { body: { certificateId: leaf.id } })
  expect(body).toMatchObject({ certificate: { id: leaf.id }, fingerprint: leaf.facts.fingerprint })
  expect((await ask("DELETE", `/api/certificates/${leaf.id}`)).body.params.uses).toBe("certificate of this console")
  await ask("PUT", "/api/console-certificate", { body: { certificateId: null } })
  expect((await ask("DELETE", `/api/certificates/${leaf.id}`)).status).toBe(200)
})
