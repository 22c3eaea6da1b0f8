/** Files that cannot be used: each is refused at its field, in a sentence of its own, and nothing is stored. */
import { createHash, X509Certificate } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { api, type BodyOf, type Certificate, type FieldProblem, translate } from "@homeport/contract"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { ApiRefusal } from "../lab/api-client.ts"
import { type Bench, openBench, PASS_PHRASE } from "./bench.ts"
import { AUTHORITY, type Chain, FOREIGN_PASS_PHRASE, foreignChain, foreignPair, type Pair, SERVER } from "./foreign.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { isHere, needs, openssl } from "./tools.ts"

const WRONG = "Sesame, close-1002"

let bench: Bench
let good: Chain
let stranger: Pair
let goodPkcs12: Buffer
let before: readonly Certificate[]
beforeAll(async () => {
  bench = await openBench()
  await bench.authority("Here before")
  before = await bench.certificates()
  if (!isHere("openssl")) return
  good = await foreignChain(bench, "good", "RSA 2048")
  stranger = await foreignPair(bench, "stranger", { extensions: AUTHORITY })
  goodPkcs12 = await pkcs12(good.leaf, good.middle, good.root)
})
afterAll(() => bench?.close())
afterEach(async () => {
  expect(await bench.certificates(), "the stored certificates").toEqual(before)
  expect(await bench.client.request(api.spe.status)).toMatchObject({ certificate: null, authorities: [] })
})

/** What was said, by code: every code has one sentence, and no two have the same. */
const sentences = new Map<string, string>()

type Import = Omit<BodyOf<typeof api.certificates.import>, "name" | "file">
type Install = Omit<BodyOf<typeof api.spe.install>, "file" | "issuerFile"> & { issuerFile?: Content }
type Content = string | Uint8Array

const importing = (file: Content, more: Import = {}) =>
  refused(bench.client.request(api.certificates.import, { body: { name: "Bad", file: base64(file), ...more } }))
const installing = (file: Content, { issuerFile, ...more }: Install = {}) => {
  const body = { file: base64(file), ...more, ...(issuerFile !== undefined && { issuerFile: base64(issuerFile) }) }
  return refused(bench.client.request(api.spe.install, { body }))
}
const installingAuthority = (file: Content) =>
  refused(bench.client.request(api.spe.installAuthority, { body: { file: base64(file) } }))

describe("imported in Certificate Management", () => {
  needs("openssl")

  test.each([
    ["PEM", () => pem(good.leaf).slice(0, 700)],
    ["DER", () => der(good.leaf).subarray(0, 400)],
    ["PKCS#12", () => goodPkcs12.subarray(0, goodPkcs12.length - 200)],
  ])("%s that ends too early", async (_, file) => {
    expect(await importing(file(), { passPhrase: FOREIGN_PASS_PHRASE })).toEqual({ file: "FileTruncated" })
  })

  test("more than 128 KiB", async () => {
    expect(await importing(pem(good.leaf) + "#".repeat(128 * 1024))).toEqual({ file: "FileTooLarge" })
    // The console does not even send so much; who does is cut off before the file is looked at.
    const huge = { name: "Bad", file: base64(new Uint8Array(600_000)) }
    await expect(bench.client.request(api.certificates.import, { body: huge })).rejects.toMatchObject({ status: 413 })
  })

  test("nothing at all", async () => {
    expect(await importing("")).toEqual({ file: "FileEmpty" })
  })

  test.each([
    ["a text", () => "Dear administrator, here comes the certificate."],
    ["a picture", () => Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["an archive", () => Buffer.from("504b030414000000080000002100", "hex")],
    ["chance", () => createHash("sha512").update("chance").digest()],
  ])("what is no certificate file: %s", async (_, file) => {
    expect(await importing(file())).toEqual({ file: "FileNotRecognized" })
  })

  test("a certificate with other octets inside", async () => {
    const body = Buffer.from(pem(good.leaf).split("\n").slice(1, -2).join(""), "base64").fill(0x41, 40, 300)
    const file = `-----BEGIN CERTIFICATE-----\n${body.toString("base64")}\n-----END CERTIFICATE-----\n`
    expect(await importing(file)).toEqual({ file: "FileDamaged" })
  })

  test("a key without a certificate, and a request for one", async () => {
    expect(await importing(readFileSync(good.leaf.key))).toEqual({ file: "FileHasNoCertificate" })
    const request = await openssl("req", "-new", "-key", good.leaf.key, "-subj", "/CN=request")
    expect(await importing(request)).toEqual({ file: "FileHasNoCertificate" })
  })

  test("a wrong pass-phrase, or none where one is needed", async () => {
    const key = await openssl("pkcs8", "-topk8", "-in", good.leaf.key, "-passout", `pass:${FOREIGN_PASS_PHRASE}`)
    for (const file of [goodPkcs12, pem(good.leaf) + key]) {
      expect(await importing(file, { passPhrase: WRONG })).toEqual({ passPhrase: "WrongPassPhrase" })
      expect(await importing(file)).toEqual({ passPhrase: "PassPhraseNeeded" })
    }
  })

  test("a key that belongs to another certificate, and two keys", async () => {
    const [own, other] = [readFileSync(good.leaf.key), readFileSync(stranger.key)]
    expect(await importing(pem(good.leaf) + other)).toEqual({ file: "FileKeyMismatch" })
    expect(await importing(pem(good.leaf) + own + other)).toEqual({ file: "FileHasSeveralKeys" })
  })

  test("a key of a kind that phones do not know", async () => {
    const key = await openssl("genpkey", "-algorithm", "ed25519")
    const path = bench.put("ed25519.key", key)
    const certificate = await openssl("req", "-x509", "-key", path, "-subj", "/CN=ed25519", "-days", "3")
    expect(await importing(certificate + key)).toEqual({ file: "FileKeyUnsupported" })
  })

  test("what is here already", async () => {
    const present = readFileSync(await bench.pem(before[0] as Certificate))
    expect(await importing(present)).toEqual({ file: "CertificatePresent" })
  })

  test("protection that would cost minutes", async () => {
    const file = join(bench.folder, "slow.p12")
    const words = ["pkcs12", "-export", "-inkey", good.leaf.key, "-in", good.leaf.certificate, "-out", file]
    await openssl(...words, "-passout", `pass:${FOREIGN_PASS_PHRASE}`, "-iter", "2500000", "-nomac")
    expect(await importing(readFileSync(file), { passPhrase: FOREIGN_PASS_PHRASE })).toEqual({ file: "FileTooSlow" })
  })
})

describe("installed as SPE certificate", () => {
  needs("openssl")
  const withPassPhrase = { passPhrase: FOREIGN_PASS_PHRASE }

  test("one whose time is over, or has not come", async () => {
    const past = await dated("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z")
    expect(await installing(past, { passPhrase: PASS_PHRASE })).toEqual({ file: "CertificateExpired" })
    const future = await dated("2090-01-01T00:00:00Z", "2091-01-01T00:00:00Z")
    expect(await installing(future, { passPhrase: PASS_PHRASE })).toEqual({ file: "CertificateNotYetValid" })
  })

  test("RSA of 512 bits", async () => {
    const weak = await foreignPair(bench, "weak", { kind: "RSA 512", extensions: SERVER })
    expect(await installing(await pkcs12(weak), withPassPhrase)).toEqual({ file: "CertificateWeakKey" })
  })

  test("a signature with SHA-1", async () => {
    const sha1 = await foreignPair(bench, "sha1", { kind: "RSA 2048", extensions: SERVER, digest: "sha1" })
    expect(await installing(await pkcs12(sha1), withPassPhrase)).toEqual({ file: "CertificateWeakSignature" })
  })

  test("a CA's", async () => {
    expect(await installing(await pkcs12(good.root), withPassPhrase)).toEqual({ file: "CertificateIsAuthority" })
  })

  test("a client's", async () => {
    const extensions = ["basicConstraints=CA:FALSE", "extendedKeyUsage=clientAuth"]
    const client = await foreignPair(bench, "client", { extensions })
    expect(await installing(await pkcs12(client), withPassPhrase)).toEqual({ file: "CertificateNoServerAuth" })
  })

  test("one without its key", async () => {
    expect(await installing(pem(good.leaf))).toEqual({ file: "FileHasNoKey" })
  })

  test("a wrong pass-phrase", async () => {
    expect(await installing(goodPkcs12, { passPhrase: WRONG })).toEqual({ passPhrase: "WrongPassPhrase" })
  })

  test("one without its CA, with another CA, or with something that is none", async () => {
    const alone = await pkcs12(good.leaf)
    const installed = (issuerFile?: Content) =>
      installing(alone, { ...withPassPhrase, ...(issuerFile !== undefined && { issuerFile }) })
    expect(await installed()).toEqual({ issuerFile: "IssuerMissing" })
    expect(await installed(pem(stranger))).toEqual({ issuerFile: "ForeignAuthority" })
    expect(await installed(pem(good.leaf))).toEqual({ issuerFile: "NotAnAuthority" })
    expect(await installed("no CA")).toEqual({ issuerFile: "FileNotRecognized" })
  })
})

describe("installed as SPE CA certificate", () => {
  needs("openssl")

  test("what is no CA", async () => {
    expect(await installingAuthority(pem(good.leaf))).toEqual({ file: "NotAnAuthority" })
  })

  test("a CA that may not sign", async () => {
    const extensions = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,digitalSignature"]
    const mute = await foreignPair(bench, "mute", { extensions })
    expect(await installingAuthority(pem(mute))).toEqual({ file: "AuthorityMayNotSign" })
  })

  test("a CA with RSA of 512 bits", async () => {
    const weak = await foreignPair(bench, "weak-ca", { kind: "RSA 512", extensions: AUTHORITY })
    expect(await installingAuthority(pem(weak))).toEqual({ file: "CertificateWeakKey" })
  })

  test("a CA whose time is over, or has not come", async () => {
    for (const [from, to, code] of [
      ["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "CertificateExpired"],
      ["2090-01-01T00:00:00Z", "2091-01-01T00:00:00Z", "CertificateNotYetValid"],
    ] as const) {
      const ca = await bench.authority("Out of time", { notBefore: from, notAfter: to })
      const file = readFileSync(await bench.pem(ca))
      await bench.client.request(api.certificates.remove, { params: { id: ca.id } })
      expect(await installingAuthority(file)).toEqual({ file: code })
    }
  })

  test("a file that ends too early", async () => {
    expect(await installingAuthority(pem(good.root).slice(0, 300))).toEqual({ file: "FileTruncated" })
  })
})

test("every refusal has a sentence of its own, with everything filled in", () => {
  expect(new Set(sentences.values()).size).toBe(sentences.size)
  for (const sentence of sentences.values()) expect(sentence).toMatch(/^[A-Z][^{}?]+\.( [^{}]+\.)*$/)
})

testThatNoSecretWasTold(() => bench, {
  passPhrases: [PASS_PHRASE, FOREIGN_PASS_PHRASE, WRONG],
  keys: () => [good.leaf.key, stranger.key],
})

/** The codes by field. */
async function refused(asked: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  const refusal = await asked.then(
    () => "it was accepted",
    (error: unknown) => error,
  )
  if (!(refusal instanceof ApiRefusal)) throw new Error(`not refused: ${refusal}`)
  // The contract's form of a refusal.
  const { fields = {} } = refusal.body as { fields?: Record<string, FieldProblem> }
  for (const { code, params } of Object.values(fields)) sentences.set(code, translate("en", `field.${code}`, params))
  return Object.fromEntries(Object.entries(fields).map(([field, { code }]) => [field, code]))
}

/** Made by Homeport itself, which does what it is asked; exported, and then no longer here. */
async function dated(notBefore: string, notAfter: string): Promise<Buffer> {
  const made = await bench.create({
    profile: "self-signed-server",
    name: "Out of time",
    subject: { commonName: "office.example" },
    notBefore,
    notAfter,
  })
  const file = readFileSync(await bench.pkcs12(made))
  await bench.client.request(api.certificates.remove, { params: { id: made.id } })
  return file
}

async function pkcs12({ certificate, key }: Pair, ...issuers: readonly Pair[]): Promise<Buffer> {
  const chain = bench.put("chain.pem", issuers.map(pem).join(""))
  const out = join(bench.folder, "bad.p12")
  await openssl(
    ...["pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", out, "-passout", `pass:${FOREIGN_PASS_PHRASE}`],
    ...(issuers.length > 0 ? ["-certfile", chain] : []),
  )
  return readFileSync(out)
}

const pem = ({ certificate }: Pair): string => readFileSync(certificate, "utf8")
const der = (pair: Pair): Buffer => new X509Certificate(pem(pair)).raw
const base64 = (file: Content): string => Buffer.from(file).toString("base64")
