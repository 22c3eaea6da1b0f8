import { systemFlagsDefaults } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { bindingOf } from "../testing/fake-sbc.ts"
import { type TestServer, testServer } from "../testing/test-server.fixture.ts"

interface Made {
  readonly server: TestServer
  readonly ask: TestServer["ask"]
  readonly authority: number
  readonly leaf: number
}

async function withCertificates(server?: TestServer): Promise<Made> {
  const at = server ?? (await testServer())
  const ask = await at.signIn()
  const make = async (body: object) => (await ask("POST", "/api/certificates", { body })).body.id
  const authority = await make({ profile: "authority", name: `CA ${Date.now()}`, subject: { commonName: "SPE CA" } })
  const leaf = await make({
    profile: "server",
    authorityId: authority,
    name: `Leaf of ${authority}`,
    subject: { commonName: "office.example" },
    subjectAltNames: [{ type: "dns", value: "office.example" }],
  })
  return { server: at, ask, authority, leaf }
}

const tick = (ask: TestServer["ask"], speSupport: boolean) =>
  ask("PUT", "/api/settings/system-flags", { body: { ...systemFlagsDefaults, speSupport } })

const events = async (ask: TestServer["ask"], code: string) =>
  (await ask("GET", `/api/events?code=${code}`)).body.items.map((event: { code: string }) => event.code)

describe("whether TLS is open", () => {
  test("says what is missing, the first thing to mend first, and tells the core when nothing is", async () => {
    const { server, ask, leaf } = await withCertificates()
    const reasons = async () => (await ask("GET", "/api/spe")).body.reasons
    expect(await reasons()).toEqual(["no-certificate", "spe-support-off"])
    expect((await tick(ask, true)).status).toBe(200)
    expect(await reasons()).toEqual(["no-certificate"])
    expect(server.sbc.running.tls).toBeUndefined()

    const { body } = await ask("PUT", "/api/spe/certificate", { body: { certificateId: leaf } })
    expect(body).toMatchObject({ open: true, support: true, certificate: { id: leaf, usedBy: ["spe-certificate"] } })
    expect(body.authorities).toMatchObject([{ usedBy: ["spe-ca", "issuer"] }])
    expect(server.sbc.running.tls?.certificate.chain.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(JSON.stringify(server.sbc.running.tls)).not.toContain("PRIVATE")

    await ask("PUT", "/api/settings/network-interfaces", {
      body: { lan1: "eth0", lan2: null, voip: "lan1", localNetworks: [] },
    })
    expect(await reasons()).toEqual(["voip-on-lan1"])
    expect(server.sbc.running.tls).toBeUndefined()
  })

  test("ends with the certificate: it expires, or is revoked", async () => {
    const { server, ask, leaf } = await withCertificates()
    await tick(ask, true)
    await ask("PUT", "/api/spe/certificate", { body: { certificateId: leaf } })
    await ask("POST", `/api/certificates/${leaf}/revoke`, { body: {} })
    expect((await ask("GET", "/api/spe")).body.reasons).toEqual(["revoked"])
    expect(server.sbc.running.tls).toBeUndefined()
    server.turnClock(826 * 86_400_000)
    const later = await server.signIn()
    expect((await later("GET", "/api/spe")).body.reasons).toEqual(["expired"])
  })

  test("a port that is taken refuses the tick, at the flag, and nothing is stored", async () => {
    const { server, ask, leaf } = await withCertificates()
    await ask("PUT", "/api/spe/certificate", { body: { certificateId: leaf } })
    server.sbc.problems = [
      { code: "address-in-use", setting: "ports.outerTls", transport: "TLS", address: "127.0.0.1", port: 5071 },
    ]
    const { status, body } = await tick(ask, true)
    expect([status, body.code, body.fields.speSupport.code]).toEqual([409, "AddressInUse", "AddressInUse"])
    expect((await ask("GET", "/api/spe")).body.support).toBe(false)
  })
})

describe("installing", () => {
  test("a file with its issuer, after a look at it; the issuer becomes an SPE CA", async () => {
    const made = await withCertificates()
    const file = await pkcs12(made, true)
    const target = await testServer()
    const ask = await target.signIn()
    const body = { file, passPhrase: "correct horse" }
    const { body: preview } = await ask("POST", "/api/spe/certificate/preview", { body })
    expect(preview).toMatchObject({
      issuer: "included",
      problems: [],
      losesTrust: [],
      facts: { subject: { commonName: "office.example" } },
      chain: [{ subject: { commonName: "SPE CA" } }],
    })
    expect((await ask("GET", "/api/certificates")).body.total).toBe(0)
    const installed = await ask("PUT", "/api/spe/certificate", { body })
    expect(installed.body).toMatchObject({ certificate: { hasKey: true }, authorities: [{ name: "SPE CA" }] })
    expect(await events(ask, "spe")).toEqual(["spe.certificate-installed"])
  })

  test("without its issuer it is asked for, and must be the right one", async () => {
    const made = await withCertificates()
    const other = await withCertificates()
    const file = await pkcs12(made, false)
    const target = await testServer()
    const ask = await target.signIn()
    const install = (more: object) =>
      ask("PUT", "/api/spe/certificate", { body: { file, passPhrase: "correct horse", ...more } })
    const preview = await ask("POST", "/api/spe/certificate/preview", { body: { file, passPhrase: "correct horse" } })
    expect(preview.body.issuer).toBe("missing")
    expect((await install({})).body.fields).toMatchObject({ issuerFile: { code: "IssuerMissing" } })
    expect((await install({ issuerFile: pemFile(other, other.authority) })).body.fields).toMatchObject({
      issuerFile: { code: "ForeignAuthority", params: { issuer: "CN=SPE CA" } },
    })
    expect((await install({ issuerFile: pemFile(made, made.leaf) })).body.fields).toMatchObject({
      issuerFile: { code: "NotAnAuthority" },
    })
    expect((await install({ issuerFile: Buffer.from("x").toString("base64") })).body.fields).toMatchObject({
      issuerFile: { code: "FileNotRecognized" },
    })
    expect((await ask("GET", "/api/certificates")).body.total).toBe(0)
    expect((await install({ issuerFile: pemFile(made, made.authority) })).status).toBe(200)
  })

  test("what cannot be used says why and changes nothing", async () => {
    const { ask, authority, leaf } = await withCertificates()
    const install = async (body: object) => {
      const answer = await ask("PUT", "/api/spe/certificate", { body })
      return Object.entries<{ code: string }>(answer.body.fields ?? {}).map(([field, { code }]) => `${field} ${code}`)
    }
    expect(await install({})).toEqual(["file ChooseCertificate"])
    expect(await install({ certificateId: leaf, file: "AAAA" })).toEqual(["certificateId ChooseOneCertificate"])
    expect(await install({ certificateId: authority })).toEqual(["certificateId CertificateIsAuthority"])
    const old = await ask("POST", "/api/certificates", {
      body: {
        profile: "self-signed-server",
        name: "Old",
        subject: { commonName: "old" },
        notBefore: "2025-01-01T00:00:00Z",
        notAfter: "2026-01-01T00:00:00Z",
      },
    })
    expect(await install({ certificateId: old.body.id })).toEqual(["certificateId CertificateExpired"])
    expect((await ask("GET", "/api/spe")).body.certificate).toBeNull()
  })

  test("from another CA: whoever registers over TLS loses trust, unless that is accepted", async () => {
    const first = await withCertificates()
    const { server, ask } = first
    await tick(ask, true)
    await ask("PUT", "/api/spe/certificate", { body: { certificateId: first.leaf } })
    await ask("POST", "/api/sip-clients", { body: { callNumber: "168", name: "Home", password: "Kx7-mQ2_vT9+w" } })
    server.sbc.bindings = [bindingOf("168", { transport: "TLS" }), bindingOf("169")]
    const second = await withCertificates(server)
    const body = { certificateId: second.leaf }
    const preview = await ask("POST", "/api/spe/certificate/preview", { body })
    expect(preview.body.losesTrust).toEqual([{ callNumber: "168", name: "Home" }])
    const refused = await ask("PUT", "/api/spe/certificate", { body })
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([409, "TrustLoss", { count: 1 }])
    const accepted = await ask("PUT", "/api/spe/certificate", { body: { ...body, acceptTrustLoss: true } })
    expect(accepted.body.certificate.id).toBe(second.leaf)
    expect(await events(ask, "spe.trust-lost")).toEqual(["spe.trust-lost"])

    const { body: copy } = await ask("POST", `/api/certificates/${second.leaf}/renew`, { body: { key: "new" } })
    const same = await ask("POST", "/api/spe/certificate/preview", { body: { certificateId: copy.id } })
    expect(same.body.losesTrust).toEqual([])
  })
})

describe("the CAs of SPE", () => {
  test("are installed and removed; the one behind the certificate stays", async () => {
    const { ask, authority, leaf } = await withCertificates()
    const other = await withCertificates()
    await ask("PUT", "/api/spe/certificate", { body: { certificateId: leaf } })
    const added = await ask("POST", "/api/spe/authorities", { body: { file: pemFile(other, other.authority) } })
    expect([added.status, added.body.authorities.length]).toEqual([201, 2])
    const again = await ask("POST", "/api/spe/authorities", { body: { file: pemFile(other, other.authority) } })
    expect(again.body.fields).toMatchObject({ file: { code: "AuthorityPresent" } })
    const wrong = await ask("POST", "/api/spe/authorities", { body: { certificateId: leaf } })
    expect(wrong.body.fields).toMatchObject({ certificateId: { code: "NotAnAuthority" } })
    const used = await ask("DELETE", `/api/spe/authorities/${authority}`)
    expect([used.status, used.body.code]).toEqual([409, "CertificateInUse"])
    const gone = await ask("DELETE", `/api/spe/authorities/${added.body.authorities[1].id}`)
    expect(gone.body.authorities).toHaveLength(1)
    expect((await ask("DELETE", "/api/spe/certificate")).body).toMatchObject({ certificate: null, open: false })
    expect((await ask("DELETE", `/api/spe/authorities/${authority}`)).body.authorities).toEqual([])
  })
})

const pemFile = ({ server }: Made, id: number): string =>
  Buffer.from(server.services.certificates.known(id).stored.pem).toString("base64")

async function pkcs12({ server, authority, leaf }: Made, withIssuer: boolean): Promise<string> {
  const { stored } = server.services.certificates.known(leaf)
  const bytes = await server.services.pki.exportPkcs12({
    certificate: stored.pem,
    privateKey: stored.privateKey?.reveal() ?? "",
    chain: withIssuer ? [server.services.certificates.known(authority).stored.pem] : [],
    passPhrase: "correct horse",
    friendlyName: "x",
    encryption: "aes256",
  })
  return Buffer.from(bytes).toString("base64")
}
