/** The port 5071 as OpenSSL and sslscan see it: RFC 8996, RFC 9325. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { api, type Certificate } from "@homeport/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Bench, openBench } from "./bench.ts"
import { FOREIGN_NAME, FOREIGN_PASS_PHRASE, foreignChain } from "./foreign.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { attempt, needs, openssl, tool, type Verdict } from "./tools.ts"

const NAME = "office.example"

let bench: Bench
let authority: Certificate
let ca: string
let otherCa: string
beforeAll(async () => {
  bench = await openBench()
  authority = await bench.authority("SPE CA")
  ca = await bench.pem(authority)
  otherCa = await bench.pem(await bench.authority("Another CA"))
  const server = await bench.serverOf(authority, [NAME])
  expect(await bench.openTls(server)).toMatchObject({ open: true, reasons: [] })
})
afterAll(() => bench?.close())

const OUTER = 5071
const INNER = 5062

/** `SECLEVEL=0`: that the client gives way is no protection. */
function client(
  words: readonly string[],
  options: { port?: number; ca?: string; input?: string } = {},
): Promise<Verdict> {
  const at = `${bench.server.sipAddress}:${options.port ?? OUTER}`
  const trust = ["-CAfile", options.ca ?? ca, "-verify_return_error"]
  return attempt("openssl", ["s_client", "-connect", at, ...trust, ...words], options.input)
}

describe.each([
  ["SIP_TLS_SUB_EXT", OUTER],
  ["SIP_TLS_SUB", INNER],
])("%s on %i, by OpenSSL", (name, port) => {
  needs("openssl")

  test("is listed as listening", async () => {
    const { items } = await bench.client.request(api.live.listeners)
    expect(items.filter((each) => each.name === name)).toMatchObject([{ transport: "TLS", port, state: "listening" }])
  })

  test.each(["-tls1", "-tls1_1"])("%s is refused, however low the client goes", async (version) => {
    const { ok, output } = await client([version, "-cipher", "ALL:@SECLEVEL=0"], { port })
    expect([ok, output]).toEqual([false, expect.stringContaining("alert protocol version")])
  })

  test.each([
    ["-tls1_2", "TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256"],
    ["-tls1_3", "TLSv1.3", "TLS_AES_128_GCM_SHA256"],
  ])("%s is good for who trusts the CA and asks for the name", async (version, protocol, suite) => {
    const { ok, output } = await client([version, "-verify_hostname", NAME], { port })
    expect(ok, output).toBe(true)
    expect(output).toContain("Verification: OK")
    expect(output).toContain(`Verified peername: ${NAME}`)
    expect(output).toContain(`New, ${protocol}, Cipher is ${suite}`)
  })

  test("another name and another CA are not", async () => {
    const name = await client(["-verify_hostname", "home.example"], { port })
    expect([name.ok, name.output]).toEqual([false, expect.stringContaining("hostname mismatch")])
    const trust = await client(["-verify_hostname", NAME], { port, ca: otherCa })
    expect([trust.ok, trust.output]).toEqual([false, expect.stringContaining("self-signed certificate in certificate")])
  })
})

describe("what is weak is refused", () => {
  needs("openssl")

  test.each([
    ["a key exchange without forward secrecy", "kRSA"],
    ["CBC", "ECDHE-RSA-AES128-SHA:ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256:DHE-RSA-AES128-SHA"],
    ["a client without a certificate to look at", "aNULL"],
    ["no encryption", "eNULL"],
  ])("%s", async (_, ciphers) => {
    const { ok, output } = await client(["-tls1_2", "-cipher", `${ciphers}:@SECLEVEL=0`])
    expect([ok, output]).toEqual([false, expect.stringContaining("alert handshake failure")])
  })

  test("a new handshake in the middle of a connection", async () => {
    const { output } = await client(["-tls1_2"], { input: "R\n" })
    expect(output).toContain("RENEGOTIATING")
    expect(output).toContain("no renegotiation")
  })

  test("a signature with SHA-1", async () => {
    const { ok, output } = await client(["-tls1_2", "-sigalgs", "RSA+SHA1", "-cipher", "ALL:@SECLEVEL=0"])
    expect([ok, output]).toEqual([false, expect.stringContaining("alert handshake failure")])
  })
})

describe("sslscan", () => {
  needs("sslscan")

  test("finds TLS 1.2 and 1.3 alone, authenticated encryption with forward secrecy alone, and nothing to complain of", async () => {
    const found = await tool("sslscan", ["--no-colour", "--show-sigs", `${bench.server.sipAddress}:${OUTER}`])
    const enabled = [...found.matchAll(/^(SSLv\d|TLSv1\.\d) +enabled$/gm)].map(([, version]) => version)
    expect(enabled).toEqual(["TLSv1.2", "TLSv1.3"])
    const suites = [...found.matchAll(/^(?:Preferred|Accepted) +TLSv1\.\d +\d+ bits +(\S+)/gm)].map(
      ([, suite]) => suite,
    )
    expect(suites).toEqual([
      "TLS_AES_128_GCM_SHA256",
      "TLS_AES_256_GCM_SHA384",
      "TLS_CHACHA20_POLY1305_SHA256",
      "ECDHE-RSA-AES128-GCM-SHA256",
      "ECDHE-RSA-AES256-GCM-SHA384",
      "ECDHE-RSA-CHACHA20-POLY1305",
    ])
    const groups = [...found.matchAll(/^TLSv1\.\d +\d+ bits +(\S+)/gm)].map(([, group]) => group)
    expect(new Set(groups.filter((group) => !group?.includes("_")))).toEqual(
      new Set(["secp256r1", "secp384r1", "x25519"]),
    )
    expect(found).toContain("Session renegotiation not supported")
    expect(found).toContain("Server supports TLS Fallback SCSV")
    expect(found.match(/vulnerable to heartbleed/g)?.length).toBe(found.match(/not vulnerable to heartbleed/g)?.length)
  })
})

describe("the chain", () => {
  needs("openssl")

  test("goes along, up to the CA that phones were given", async () => {
    const { output } = await client(["-showcerts"])
    expect(chainOf(output)).toEqual([`CN = ${NAME}`, "CN = SPE CA"])
  })

  test.each(["EC P-256", "EC P-384"] as const)(
    "of a certificate brought along, %s, with a CA between",
    async (kind) => {
      const { root, middle, leaf } = await foreignChain(bench, kind, kind)
      const issuers = bench.put(
        "issuers.pem",
        readFileSync(middle.certificate, "utf8") + readFileSync(root.certificate, "utf8"),
      )
      const file = join(bench.folder, "brought.p12")
      await openssl(
        ...["pkcs12", "-export", "-inkey", leaf.key, "-in", leaf.certificate, "-certfile", issuers],
        ...["-out", file, "-passout", `pass:${FOREIGN_PASS_PHRASE}`],
      )
      const body = { file: readFileSync(file).toString("base64"), passPhrase: FOREIGN_PASS_PHRASE }
      expect(await bench.client.request(api.spe.install, { body })).toMatchObject({ open: true })
      for (const version of ["-tls1_2", "-tls1_3"]) {
        const { ok, output } = await client([version, "-verify_hostname", FOREIGN_NAME], { ca: root.certificate })
        expect(ok, output).toBe(true)
        expect(chainOf(output).slice(0, 2)).toEqual([
          `CN = ${FOREIGN_NAME}`,
          `O = Fremde W\\C3\\B6rter, CN = ${kind} CA`,
        ])
        if (version === "-tls1_2") expect(output).toContain("Cipher is ECDHE-ECDSA-AES128-GCM-SHA256")
      }
      expect((await client(["-verify_hostname", FOREIGN_NAME])).ok, "the former CA").toBe(false)
    },
  )
})

testThatNoSecretWasTold(() => bench, { passPhrases: [FOREIGN_PASS_PHRASE] })

/** The subjects of what the server sent, in its order. */
const chainOf = (output: string): readonly (string | undefined)[] =>
  [...output.matchAll(/^ *\d+ s:(.*)$/gm)].map(([, subject]) => subject)
