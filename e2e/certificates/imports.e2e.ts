/** Files made by other programs come in, told apart by what is in them: the certificate, its key, and its chain in order. */
import { createPublicKey, X509Certificate } from "node:crypto"
import { mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { api, type Certificate } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { type Bench, openBench, PASS_PHRASE } from "./bench.ts"
import {
  type Chain,
  FOREIGN_PASS_PHRASE,
  foreignChain,
  foreignPair,
  type KeyKind,
  type Pair,
  SERVER,
} from "./foreign.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { isHere, keytool, needs, openssl, tool } from "./tools.ts"

const KINDS = ["RSA 2048", "EC P-256", "EC P-384"] as const satisfies readonly KeyKind[]
const UMLAUTS = "Straße über Öl 42"
const pass = `pass:${FOREIGN_PASS_PHRASE}`

let bench: Bench
const chains: Chain[] = []
beforeAll(async () => {
  bench = await openBench()
  if (!isHere("openssl")) return
  for (const kind of KINDS) chains.push(await foreignChain(bench, kind, kind))
})
afterAll(() => bench?.close())
afterEach(async () => {
  // Leaves first: what has signed another is in use.
  const all = await bench.certificates()
  for (const type of ["ca-signed", "self-signed", "ca", "self-signed-ca"])
    for (const { id } of all.filter(({ facts }) => facts.type === type))
      await bench.client.request(api.certificates.remove, { params: { id } })
})

describe.each(KINDS)("%s", (kind) => {
  needs("openssl")
  let chain: Chain
  let leaf: Pair
  let issuers: string
  beforeAll(() => {
    chain = chains[KINDS.indexOf(kind)] as Chain
    leaf = chain.leaf
    issuers = bench.put(`${kind} issuers.pem`, pem(chain.middle) + pem(chain.root))
  })
  const path = (name: string) => join(bench.folder, `${kind} ${name}`)

  test.each([
    ["as it is by default", [], FOREIGN_PASS_PHRASE],
    ["-legacy", ["-legacy"], FOREIGN_PASS_PHRASE],
    ["under a pass-phrase with umlauts", [], UMLAUTS],
    ["without a MAC", ["-nomac"], FOREIGN_PASS_PHRASE],
  ])("a PKCS#12 of OpenSSL, %s", async (_, words, passPhrase) => {
    const file = path("openssl.p12")
    await openssl(...pkcs12Export(leaf, issuers), "-out", file, "-passout", `pass:${passPhrase}`, ...words)
    await comesIn(file, chain, passPhrase)
  })

  test.each([
    ["an encrypted PKCS#8 key", ["pkcs8", "-topk8", "-v2", "aes256"], "BEGIN ENCRYPTED PRIVATE KEY"],
    ["a PKCS#8 key encrypted with 3DES", ["pkcs8", "-topk8", "-v1", "PBE-SHA1-3DES"], "BEGIN ENCRYPTED PRIVATE KEY"],
    ["a key encrypted as in former times", [kind.startsWith("EC") ? "ec" : "rsa", "-aes128"], "DEK-Info"],
  ])("PEM with %s", async (_, words, form) => {
    const traditional = words[0] === "rsa" ? ["-traditional"] : []
    const key = await openssl(...words, ...traditional, "-in", leaf.key, "-passout", pass)
    expect(key).toContain(form)
    await comesIn(bench.put("bundle.pem", pem(leaf) + pem(chain.middle) + pem(chain.root) + key), chain)
  })

  describe("of GnuTLS", () => {
    needs("certtool")

    // It takes 600,000 iterations: one cipher a kind is enough. OpenSSL's -legacy is RC2.
    const ciphers = { "RSA 2048": ["aes-256"], "EC P-256": ["aes-128"], "EC P-384": ["3des"] }
    test.each(ciphers[kind])("a PKCS#12 in %s", async (cipher) => {
      const whole = bench.put("whole.pem", pem(leaf) + readFileSync(issuers, "utf8"))
      const file = path("gnutls.p12")
      await tool("certtool", [
        ...["--to-p12", "--load-privkey", leaf.key, "--load-certificate", whole],
        ...["--p12-name", "leaf", "--password", FOREIGN_PASS_PHRASE],
        ...["--pkcs-cipher", cipher, "--outder", "--outfile", file],
      ])
      await comesIn(file, chain)
    })
  })

  describe("of NSS", () => {
    needs("pk12util")
    needs("certutil")

    test("a PKCS#12 of pk12util", async () => {
      const nss = ["-d", `sql:${path("nss")}`]
      mkdirSync(path("nss"))
      await tool("certutil", [...nss, "-N", "--empty-password"])
      const carrier = path("carrier.p12")
      await openssl(...pkcs12Export(leaf, issuers), "-out", carrier, "-passout", pass)
      await tool("pk12util", [...nss, "-i", carrier, "-W", FOREIGN_PASS_PHRASE])
      await tool("pk12util", [...nss, "-o", path("nss.p12"), "-n", "leaf", "-W", FOREIGN_PASS_PHRASE])
      await comesIn(path("nss.p12"), chain)
    })
  })
})

describe("of Java", () => {
  needs("keytool")
  needs("openssl")

  test.each([
    ["RSA 2048", ["-keyalg", "RSA", "-keysize", "2048"]],
    ["EC P-256", ["-keyalg", "EC", "-groupname", "secp256r1"]],
    ["EC P-384", ["-keyalg", "EC", "-groupname", "secp384r1"]],
  ])("a key store with a key that keytool made, %s, and the certificate it exports", async (kind, words) => {
    const store = ["-keystore", join(bench.folder, `${kind} java.p12`), "-storepass", FOREIGN_PASS_PHRASE]
    const name = ["-dname", "CN=java.example, O=Wörter", "-ext", "san=dns:java.example", "-ext", "eku=serverAuth"]
    await keytool("-genkeypair", ...words, ...name, "-alias", "java", ...store)
    const exported = join(bench.folder, `${kind} java.der`)
    await keytool("-exportcert", "-alias", "java", "-file", exported, ...store)
    // Without its key first; what comes with the key later is the same certificate.
    const [alone] = await imported(exported, null)
    expect(alone).toMatchObject({ hasKey: false, facts: { subject: { commonName: "java.example" } } })
    await bench.client.request(api.certificates.remove, { params: { id: alone?.id ?? 0 } })
    const [whole, ...others] = await imported(join(bench.folder, `${kind} java.p12`), FOREIGN_PASS_PHRASE)
    expect(others).toEqual([])
    expect(whole).toMatchObject({ hasKey: true, problems: [], facts: { fingerprint: alone?.facts.fingerprint } })
  })
})

describe("a chain", () => {
  needs("openssl")
  const orders = [
    ["leaf", "middle", "root"],
    ["leaf", "root", "middle"],
    ["middle", "leaf", "root"],
    ["middle", "root", "leaf"],
    ["root", "leaf", "middle"],
    ["root", "middle", "leaf"],
  ] as const

  test.each(orders)("as %s, %s, %s is the same, its key before or behind it", async (...order) => {
    const chain = chains[1] as Chain
    const certificates = order.map((which) => pem(chain[which])).join("")
    const key = readFileSync(chain.leaf.key, "utf8")
    const text = order[0] === "leaf" ? certificates + key : key + certificates
    await comesIn(bench.put("ordered.pem", text), chain, null)
  })

  test("as PKCS#7, PEM or DER, comes in without a key", async () => {
    const chain = chains[0] as Chain
    const all = bench.put("all.pem", pem(chain.root) + pem(chain.leaf) + pem(chain.middle))
    for (const form of ["PEM", "DER"]) {
      const file = join(bench.folder, `chain.${form}.p7b`)
      await openssl("crl2pkcs7", "-nocrl", "-certfile", all, "-outform", form, "-out", file)
      const items = await imported(file, null)
      expect(items.map(({ facts, hasKey }) => [facts.type, hasKey])).toEqual([
        ["ca-signed", false],
        ["ca", false],
        ["self-signed-ca", false],
      ])
      for (const { id } of items) await bench.client.request(api.certificates.remove, { params: { id } })
    }
  })
})

describe("what SPE refuses", () => {
  needs("openssl")

  test.each([
    ["RSA 512", "sha256", ["CertificateWeakKey"]],
    ["RSA 1536", "sha1", ["CertificateWeakKey", "CertificateWeakSignature"]],
  ] as const)("can be looked at all the same: %s with %s is marked", async (kind, digest, problems) => {
    const { certificate, key } = await foreignPair(bench, "old", { kind, digest, extensions: SERVER })
    const file = bench.put("old.all.pem", readFileSync(certificate, "utf8") + readFileSync(key, "utf8"))
    const [old] = await imported(file, null)
    expect(old?.problems.map(({ code }) => code)).toEqual(problems)
  })
})

testThatNoSecretWasTold(() => bench, {
  passPhrases: [PASS_PHRASE, FOREIGN_PASS_PHRASE, UMLAUTS],
  keys: () => chains.map(({ leaf }) => leaf.key),
})

/** Certificate, key and chain of the file are what they were, by what is exported again. */
async function comesIn(file: string, { leaf, middle, root }: Chain, passPhrase: string | null = FOREIGN_PASS_PHRASE) {
  const items = await imported(file, passPhrase)
  expect(items.map(({ hasKey, generated, issuerId }) => ({ hasKey, generated, issuerId }))).toEqual([
    { hasKey: true, generated: false, issuerId: items[1]?.id },
    { hasKey: false, generated: false, issuerId: items[2]?.id },
    { hasKey: false, generated: false, issuerId: null },
  ])
  for (const [index, { certificate }] of [leaf, middle, root].entries())
    expect(await bench.pem(items[index] as Certificate).then(fingerprint)).toBe(fingerprint(certificate))
  expect(items[0]?.problems).toEqual([])
  const again = await bench.pkcs12(items[0] as Certificate, "3des")
  const opened = await openssl("pkcs12", "-in", again, "-nodes", "-nocerts", "-passin", `pass:${PASS_PHRASE}`)
  expect(createPublicKey(opened).equals(createPublicKey(readFileSync(leaf.key)))).toBe(true)
}

async function imported(file: string, passPhrase: string | null): Promise<readonly Certificate[]> {
  const body = { name: "Brought along", file: readFileSync(file).toString("base64"), passPhrase }
  return (await bench.client.request(api.certificates.import, { body })).items
}

const pkcs12Export = (leaf: Pair, issuers: string) =>
  ["pkcs12", "-export", "-inkey", leaf.key, "-in", leaf.certificate, "-certfile", issuers, "-name", "leaf"] as const

const pem = ({ certificate }: Pair): string => readFileSync(certificate, "utf8")
const fingerprint = (path: string): string => new X509Certificate(readFileSync(path)).fingerprint256
