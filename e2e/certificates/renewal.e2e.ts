/** Renewing as a copy, and revoking: what OpenSSL makes of the old, the copy and the list. RFC 5280 §5, §6.3. */
import { api, type Certificate } from "@homeport/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Bench, openBench } from "./bench.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { attempt, needs, openssl } from "./tools.ts"

let bench: Bench
let authority: Certificate
beforeAll(async () => {
  bench = await openBench()
  authority = await bench.authority("SPE CA")
})
afterAll(() => bench?.close())

const renew = ({ id }: Certificate, key: "same" | "new", keyLength: 2048 | 3072 = 2048) =>
  bench.client.request(api.certificates.renew, { params: { id }, body: { key, keyLength } })
const revoke = ({ id }: Certificate, reason: "keyCompromise" | "superseded") =>
  bench.client.request(api.certificates.revoke, { params: { id }, body: { reason } })

describe("a renewed copy", () => {
  needs("openssl")

  test("of a server with the same key has the same names and another serial number, and is good", async () => {
    const old = await bench.serverOf(authority, ["office.example", "sip.office.example"])
    const copy = await renew(old, "same")
    expect(await names(copy)).toBe(await names(old))
    expect(await publicKey(copy)).toBe(await publicKey(old))
    expect(await serialNumber(copy)).not.toBe(await serialNumber(old))
    expect(await verified(copy, authority, "-verify_hostname", "sip.office.example")).toBe("OK")
  })

  test("of a server with a new key of another length is good as well", async () => {
    const old = await bench.serverOf(authority, ["new.example"])
    const copy = await renew(old, "new", 3072)
    expect(await names(copy)).toBe(await names(old))
    expect(await shown(copy, "-text")).toContain("Public-Key: (3072 bit)")
    expect(await verified(copy, authority)).toBe("OK")
  })

  test("of a CA with the same key vouches for what the old one signed, and the old one for what the copy signs", async () => {
    const old = await bench.authority("Old CA")
    const before = await bench.serverOf(old, ["before.example"])
    const copy = await renew(old, "same")
    const after = await bench.serverOf(copy, ["after.example"])
    for (const ca of [old, copy]) for (const server of [before, after]) expect(await verified(server, ca)).toBe("OK")
  })

  test("of a CA with a new key vouches only for what it signs itself", async () => {
    const old = await bench.authority("Former CA")
    const before = await bench.serverOf(old, ["former.example"])
    const copy = await renew(old, "new")
    const after = await bench.serverOf(copy, ["latter.example"])
    expect(await verified(before, old)).toBe("OK")
    expect(await verified(after, copy)).toBe("OK")
    expect(await verified(before, copy)).not.toBe("OK")
    expect(await verified(after, old)).not.toBe("OK")
  })
})

describe("a revoked certificate", () => {
  needs("openssl")

  test("stands in its CA's signed list with date and reason, and is refused by who looks there", async () => {
    const ca = await bench.authority("Revoking CA")
    const good = await bench.serverOf(ca, ["good.example"])
    const bad = await bench.serverOf(ca, ["bad.example"])
    const worse = await bench.serverOf(ca, ["worse.example"])
    const empty = await list(ca)
    expect(empty).toMatchObject({ number: 1, text: expect.stringContaining("No Revoked Certificates.") })
    expect(await verified(bad, ca, "-crl_check", "-CRLfile", empty.path)).toBe("OK")

    await revoke(bad, "superseded")
    await revoke(worse, "keyCompromise")
    const { path, number, text } = await list(ca)
    expect(number).toBe(3)
    expect(text).toContain("Version 2")
    expect(text).toMatch(/Next Update: \w{3} /)
    expect(text).toContain("X509v3 Authority Key Identifier")
    const entries = text.split("Serial Number: ").slice(1)
    expect(entries).toHaveLength(2)
    expect(entries[0]).toContain((await serialNumber(bad)) ?? "")
    expect(entries[0]).toContain("Superseded")
    expect(entries[1]).toContain("Key Compromise")

    expect(await verified(good, ca, "-crl_check", "-CRLfile", path)).toBe("OK")
    expect(await verified(bad, ca, "-crl_check", "-CRLfile", path)).toBe("certificate revoked")
    expect(await verified(worse, ca, "-crl_check", "-CRLfile", path)).toBe("certificate revoked")
  })

  test("a list is signed by its CA and by no other", async () => {
    const other = await bench.authority("Another CA")
    const { path } = await list(authority)
    const signedBy = async (ca: Certificate) =>
      (await attempt("openssl", ["crl", "-inform", "der", "-in", path, "-noout", "-CAfile", await bench.pem(ca)]))
        .output
    expect(await signedBy(authority)).toContain("verify OK")
    expect(await signedBy(other)).not.toContain("verify OK")
  })
})

testThatNoSecretWasTold(() => bench)

async function verified(certificate: Certificate, ca: Certificate, ...words: readonly string[]): Promise<string> {
  const common = ["verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", await bench.pem(ca)]
  const { ok, output } = await attempt("openssl", [...common, ...words, await bench.pem(certificate)])
  return ok ? "OK" : (/lookup: (.*)/.exec(output)?.[1] ?? output)
}

async function list(ca: Certificate) {
  const path = await bench.revocationList(ca)
  const text = await openssl("crl", "-inform", "der", "-in", path, "-noout", "-text")
  return { path, text, number: Number(/CRL Number: *\n *(\d+)/.exec(text)?.[1]) }
}

const shown = async (certificate: Certificate, ...words: readonly string[]) =>
  openssl("x509", "-in", await bench.pem(certificate), "-noout", ...words)
const names = (certificate: Certificate) => shown(certificate, "-subject", "-issuer", "-ext", "subjectAltName")
const publicKey = (certificate: Certificate) => shown(certificate, "-pubkey")
const serialNumber = async (certificate: Certificate) => (await shown(certificate, "-serial")).trim().split("=")[1]
