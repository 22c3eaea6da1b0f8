/** What Certificate Generation makes, as OpenSSL and GnuTLS read it. RFC 5280, RFC 9525. */
import { api, type Certificate } from "@homeport/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Bench, openBench } from "./bench.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { attempt, needs, openssl, tool } from "./tools.ts"

const NAMES = ["office.example", "sip.office.example"]
const ADDRESS = "203.0.113.10"
const LIST_URL = "http://office.example/crl/SPE%20CA.crl"

let bench: Bench
let authority: Certificate
let server: Certificate
let selfSigned: Certificate
let files: { readonly authority: string; readonly server: string; readonly selfSigned: string }
beforeAll(async () => {
  bench = await openBench()
  authority = await bench.authority("SPE CA")
  server = await bench.serverOf(authority, NAMES, {
    subjectAltNames: [
      ...NAMES.map((value) => ({ type: "dns" as const, value })),
      { type: "ip", value: ADDRESS },
      { type: "ip", value: "2001:db8::7" },
      { type: "email", value: "admin@office.example" },
      { type: "uri", value: "sip:office.example" },
      { type: "dn", value: "CN=Front desk, O=Söhne" },
    ],
    crlDistributionPoints: [{ type: "uri", value: LIST_URL }],
  })
  selfSigned = await bench.create({
    profile: "self-signed-server",
    name: "Alone",
    subject: { commonName: "alone.example" },
    subjectAltNames: [{ type: "dns", value: "alone.example" }],
  })
  files = {
    authority: await bench.pem(authority),
    server: await bench.pem(server),
    selfSigned: await bench.pem(selfSigned),
  }
})
afterAll(() => bench?.close())

describe("in OpenSSL's words", () => {
  needs("openssl")

  test("a CA may sign certificates and lists, but no other CA", async () => {
    const own = await extensions(files.authority)
    const keyId = own["Subject Key Identifier"]
    expect(keyId).toMatch(/^([0-9A-F]{2}:){19}[0-9A-F]{2}$/)
    expect(own).toEqual({
      "Basic Constraints": "critical: CA:TRUE, pathlen:0",
      "Key Usage": "critical: Certificate Sign, CRL Sign",
      "Subject Key Identifier": keyId,
      "Authority Key Identifier": keyId,
    })
  })

  test("a server certificate is for servers, bears all its names, and points to its CA and to its list", async () => {
    const own = await extensions(files.server)
    expect(own).toEqual({
      "Basic Constraints": "CA:FALSE",
      "Key Usage": "critical: Digital Signature, Key Encipherment",
      "Extended Key Usage": "TLS Web Server Authentication",
      "Subject Key Identifier": own["Subject Key Identifier"],
      "Authority Key Identifier": (await extensions(files.authority))["Subject Key Identifier"],
      "Subject Alternative Name": [
        ...NAMES.map((name) => `DNS:${name}`),
        `IP Address:${ADDRESS}`,
        "IP Address:2001:DB8:0:0:0:0:0:7",
        "email:admin@office.example",
        "URI:sip:office.example",
        "DirName:/CN=Front desk/O=S\\xC3\\xB6hne",
      ].join(", "),
      "CRL Distribution Points": `Full Name: URI:${LIST_URL}`,
    })
  })

  test("a self-signed server certificate is a server's, and no CA", async () => {
    expect(await extensions(files.selfSigned)).toMatchObject({
      "Basic Constraints": "CA:FALSE",
      "Extended Key Usage": "TLS Web Server Authentication",
      "Subject Alternative Name": "DNS:alone.example",
    })
    expect(await verified(files.selfSigned, files.selfSigned, "-purpose", "sslserver")).toBe("OK")
  })

  test.each([
    ["its first name", ["-verify_hostname", "office.example"], "OK"],
    ["its second name", ["-verify_hostname", "sip.office.example"], "OK"],
    ["its address", ["-verify_ip", ADDRESS], "OK"],
    ["its IPv6 address", ["-verify_ip", "2001:db8::7"], "OK"],
    ["another name", ["-verify_hostname", "office.example.net"], "hostname mismatch"],
    ["another address", ["-verify_ip", "203.0.113.11"], "IP address mismatch"],
  ])("a server certificate asked for %j is judged accordingly", async (_, words, verdict) => {
    expect(await verified(files.server, files.authority, "-purpose", "sslserver", ...words)).toBe(verdict)
  })

  test.each([
    ["a client", ["-purpose", "sslclient"], "unsuitable certificate purpose"],
    ["a server after its end", ["-purpose", "sslserver", "-attime", "2208988800"], "certificate has expired"],
    [
      "a server before its beginning",
      ["-purpose", "sslserver", "-attime", "946684800"],
      "certificate is not yet valid",
    ],
  ])("it does not do for %s", async (_, words, verdict) => {
    expect(await verified(files.server, files.authority, ...words)).toBe(verdict)
  })

  test("what is typed is used unchanged: serial number, begin and end", async () => {
    const typed = await bench.authority("Typed", {
      serialNumber: "18446744073709551617",
      notBefore: "2026-01-02T03:04:05Z",
      notAfter: "2051-06-07T08:09:10Z",
    })
    const said = await openssl("x509", "-in", await bench.pem(typed), "-noout", "-serial", "-startdate", "-enddate")
    // From 2050 on a date has another form (RFC 5280 §4.1.2.5).
    expect(said.split("\n")).toEqual([
      "serial=010000000000000001",
      "notBefore=Jan  2 03:04:05 2026 GMT",
      "notAfter=Jun  7 08:09:10 2051 GMT",
      "",
    ])
  })

  test("names are Unicode, whatever stands in them", async () => {
    const subject = {
      country: "de",
      organization: "Büro & Söhne, 東京",
      organizationUnit: 'O=x/CN=y + "z" #☎',
      commonName: " Ελλάδα \\ 😀",
    }
    const path = await bench.pem(await bench.authority("Names", { subject }))
    const shown = await openssl(
      "x509",
      "-in",
      path,
      "-noout",
      "-subject",
      "-nameopt",
      "sep_multiline,utf8,sname,space_eq,-esc_2253",
    )
    expect(shown.split("\n").slice(1, -1)).toEqual([
      "    C = DE",
      `    O = ${subject.organization}`,
      `    OU = ${subject.organizationUnit}`,
      `    CN = ${subject.commonName}`,
    ])
  })

  test("as DER it is the same", async () => {
    const der = bench.put(
      "server.der",
      await bench.client.file(api.certificates.x509, { params: { id: server.id }, query: { format: "der" } }),
    )
    expect(await openssl("x509", "-in", der, "-inform", "der")).toBe(await openssl("x509", "-in", files.server))
  })
})

describe("in GnuTLS' words", () => {
  needs("certtool")

  test("the chain is good for a server of that name, and for no other", async () => {
    const judged = (name: string) =>
      attempt("certtool", [
        ...["--verify", "--load-ca-certificate", files.authority, "--infile", files.server],
        ...["--verify-purpose", "1.3.6.1.5.5.7.3.1", "--verify-hostname", name, "--verify-profile", "medium"],
      ])
    expect((await judged("office.example")).output).toContain(
      "Chain verification output: Verified. The certificate is trusted.",
    )
    expect((await judged("office.example.net")).ok).toBe(false)
  })

  test("it reads the same extensions", async () => {
    const said = await tool("certtool", ["--certificate-info", "--infile", files.server])
    for (const words of [
      "Certificate Authority (CA): FALSE",
      "TLS WWW Server.",
      `URI: ${LIST_URL}`,
      "Digital signature.",
    ])
      expect(said).toContain(words)
  })
})

testThatNoSecretWasTold(() => bench)

/** Of an X.509 file, as `openssl x509 -text` shows them; the critical ones say so. */
async function extensions(path: string): Promise<Readonly<Record<string, string>>> {
  const said = await openssl("x509", "-in", path, "-noout", "-text", "-certopt", "no_sigdump")
  const [, text = ""] = said.split("X509v3 extensions:\n")
  return Object.fromEntries(
    text.split(/^ {12}X509v3 /m).flatMap((section) => {
      const [, name, critical = "", value = ""] = /^([^:]+): ?(critical)?\n([\s\S]*)/.exec(section) ?? []
      if (name === undefined) return []
      return [[name, `${critical && "critical: "}${value.trim().replace(/\s+/g, " ")}`]]
    }),
  )
}

/** "OK", or the first reason against it. `-x509_strict`: what RFC 5280 demands of each must be there. */
async function verified(path: string, ca: string, ...words: readonly string[]): Promise<string> {
  const { ok, output } = await attempt("openssl", ["verify", "-x509_strict", "-CAfile", ca, ...words, path])
  return ok ? "OK" : (/lookup: (.*)/.exec(output)?.[1] ?? output)
}
