/**
 * The exported PKCS#12 is opened by the programs that administrators have, for each key size and algorithm offered, and with
 * both encryptions. Each key is generated once; the names are no ASCII.
 */
import { mkdirSync } from "node:fs"
import { basename, join } from "node:path"
import { api, type Certificate, keyLengths, signatureAlgorithms } from "@homeport/contract"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Bench, openBench, PASS_PHRASE } from "./bench.ts"
import { testThatNoSecretWasTold } from "./secrets.ts"
import { attempt, keytool, needs, openssl, tool } from "./tools.ts"

const CA_NAME = "Büro & Söhne CA, 東京"
const UMLAUTS = "Straße über Öl 42"
const DIGESTS = { sha256RSA: "sha256", sha384RSA: "sha384", sha512RSA: "sha512" } as const

const kinds = keyLengths.flatMap((keyLength) => signatureAlgorithms.map((algorithm) => ({ keyLength, algorithm })))
/** What 3DES does to a file depends on neither. */
const cases = [
  ...kinds.map((kind) => ({ ...kind, encryption: "aes256" as const })),
  ...kinds
    .filter(({ keyLength, algorithm }) => keyLengths.indexOf(keyLength) === signatureAlgorithms.indexOf(algorithm))
    .map((kind) => ({ ...kind, encryption: "3des" as const })),
]
type Case = (typeof cases)[number]
const nameOf = ({ keyLength, algorithm }: Omit<Case, "encryption">) => `Tür ${keyLength} ${algorithm}`

let bench: Bench
const files = new Map<Case, string>()
let first: Certificate
beforeAll(async () => {
  bench = await openBench()
  for (const [index, keyLength] of keyLengths.entries()) {
    const authority = await bench.authority(`${CA_NAME} ${keyLength}`, {
      keyLength,
      signatureAlgorithm: signatureAlgorithms[index] ?? "sha256RSA",
      subject: { commonName: CA_NAME, organizationUnit: `${keyLength}` },
    })
    for (const kind of kinds.filter((each) => each.keyLength === keyLength)) {
      const made = await bench.serverOf(authority, ["office.example"], {
        name: nameOf(kind),
        keyLength,
        signatureAlgorithm: kind.algorithm,
      })
      first ??= made
      for (const one of cases.filter((each) => each.keyLength === keyLength && each.algorithm === kind.algorithm))
        files.set(one, await bench.pkcs12(made, one.encryption))
    }
  }
})
afterAll(() => bench?.close())

const fileOf = (one: Case): string => files.get(one) ?? ""

describe.concurrent("OpenSSL", () => {
  needs("openssl")

  test.each(cases)("opens $keyLength $algorithm in $encryption: key, certificate and chain", async (one) => {
    const file = fileOf(one)
    const opened = await openssl("pkcs12", "-in", file, "-passin", `pass:${PASS_PHRASE}`, "-info", "-nodes")
    const [leaf = "", issuer = ""] = opened.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    const ca = bench.put(`${basename(file)}.ca`, issuer)
    expect(await tool("openssl", ["verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", ca], leaf)).toBe(
      "stdin: OK\n",
    )
    expect(await tool("openssl", ["pkey", "-pubout"], opened)).toBe(
      await tool("openssl", ["x509", "-noout", "-pubkey"], leaf),
    )
    const text = await tool("openssl", ["x509", "-noout", "-text"], leaf)
    expect(text).toContain(`Public-Key: (${one.keyLength} bit)`)
    expect(text).toContain(`Signature Algorithm: ${DIGESTS[one.algorithm]}WithRSAEncryption`)
    expect(opened).toContain(
      one.encryption === "aes256"
        ? "Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256"
        : "Shrouded Keybag: pbeWithSHA1And3-KeyTripleDES-CBC",
    )
  })

  test.each(["aes256", "3des"] as const)("opens nothing under a wrong pass-phrase in %s", async (encryption) => {
    const file = await bench.pkcs12(first, encryption)
    const { ok, output } = await attempt("openssl", ["pkcs12", "-in", file, "-noout", "-passin", "pass:wrong"])
    expect([ok, output]).toEqual([false, expect.stringContaining("invalid password")])
  })
})

describe.concurrent("GnuTLS' certtool", () => {
  needs("certtool")

  test.each(cases)("opens $keyLength $algorithm in $encryption", async (one) => {
    const said = await tool("certtool", ["--p12-info", "--inder", "--infile", fileOf(one), "--password", PASS_PHRASE])
    expect(said.match(/Type: Certificate$/gm)).toHaveLength(2)
    expect(said).toContain(`Friendly name: ${nameOf(one)}`)
    expect(said).toMatch(/BEGIN (ENCRYPTED |RSA )?PRIVATE KEY/)
  })
})

describe.concurrent("NSS", () => {
  needs("pk12util")
  needs("certutil")

  test.each(cases)("takes in $keyLength $algorithm in $encryption, and it is good for a server", async (one) => {
    const database = join(bench.folder, `nss-${one.keyLength}-${one.algorithm}-${one.encryption}`)
    mkdirSync(database)
    const nss = ["-d", `sql:${database}`]
    await tool("certutil", [...nss, "-N", "--empty-password"])
    expect(await tool("pk12util", [...nss, "-i", fileOf(one), "-W", PASS_PHRASE])).toContain("IMPORT SUCCESSFUL")
    const [issuer] = (await tool("certutil", [...nss, "-L"])).match(/^Büro.*?(?= {2,}| ,,)/m) ?? []
    await tool("certutil", [...nss, "-M", "-n", issuer ?? "", "-t", "C,,"])
    expect(await tool("certutil", [...nss, "-V", "-n", nameOf(one), "-u", "V"])).toContain("certificate is valid")
    expect(await tool("certutil", [...nss, "-K"])).toContain(nameOf(one))
  })
})

describe.concurrent("Java's keytool", () => {
  needs("keytool")

  test.each(cases)("lists $keyLength $algorithm in $encryption, with its chain", async (one) => {
    const said = await keytool("-list", "-v", "-keystore", fileOf(one), "-storepass", PASS_PHRASE)
    expect(said).toContain(`Alias name: ${nameOf(one).toLowerCase()}`)
    expect(said).toContain("Entry type: PrivateKeyEntry")
    expect(said).toContain("Certificate chain length: 2")
    expect(said).toContain(`Subject Public Key Algorithm: ${one.keyLength}-bit RSA key`)
    expect(said).toContain(`Signature algorithm name: ${DIGESTS[one.algorithm].toUpperCase()}withRSA`)
    expect(said).toContain(`Issuer: CN="${CA_NAME}"`)
  })
})

describe.each(["aes256", "3des"] as const)("a pass-phrase with umlauts, in %s", (encryption) => {
  let file: string
  beforeAll(async () => {
    const bytes = await bench.client.file(api.certificates.pkcs12, {
      params: { id: first.id },
      body: { passPhrase: UMLAUTS, encryption },
    })
    file = bench.put(`umlauts-${encryption}.p12`, bytes)
  })

  describe("opens in OpenSSL", () => {
    needs("openssl")
    test("with a UTF-8 terminal", async () => {
      await openssl("pkcs12", "-in", file, "-noout", "-passin", `pass:${UMLAUTS}`)
    })
  })
  describe("opens in GnuTLS", () => {
    needs("certtool")
    test("with a UTF-8 terminal", async () => {
      await tool("certtool", ["--p12-info", "--inder", "--infile", file, "--password", UMLAUTS])
    })
  })
  describe("opens in NSS", () => {
    needs("pk12util")
    test("with a UTF-8 terminal", async () => {
      await tool("pk12util", ["-l", file, "-W", UMLAUTS])
    })
  })
})

testThatNoSecretWasTold(() => bench, { passPhrases: [PASS_PHRASE, UMLAUTS] })
