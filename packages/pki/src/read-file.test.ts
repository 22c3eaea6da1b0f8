import { X509Certificate } from "node:crypto"
import { describe, expect, test } from "vitest"
import { writePem } from "./pem.ts"
import { readFile } from "./read-file.ts"
import { codeOf, file, passPhrase, text, umlautPassPhrase } from "./testdata.fixture.ts"

const commonNames = (certificates: readonly string[]) =>
  certificates.map((pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1])

describe("PKCS#12 of every maker", () => {
  const whole = ["leaf", "sub", "root"]
  const short = ["leaf", "sub"]
  test.each([
    ["openssl3.p12", passPhrase, whole],
    ["openssl3-umlaut.p12", umlautPassPhrase, whole],
    ["openssl3-empty.p12", "", whole],
    ["openssl3-empty.p12", undefined, whole],
    ["openssl3-nomac.p12", passPhrase, whole],
    ["openssl3-plain.p12", undefined, whole],
    ["openssl3-ec.p12", passPhrase, ["ec-leaf", "ec-root"]],
    ["openssl1.p12", passPhrase, whole],
    ["openssl1-umlaut.p12", umlautPassPhrase, whole],
    ["openssl1.0-umlaut.p12", umlautPassPhrase, whole],
    ["openssl1-3des.p12", passPhrase, whole],
    ["openssl1-p384.p12", passPhrase, ["ec-root"]],
    ["windows.p12", passPhrase, whole],
    ["rc2-128.p12", passPhrase, whole],
    ["sha512-mac.p12", passPhrase, whole],
    ["gnutls.p12", passPhrase, short],
    ["gnutls-umlaut.p12", umlautPassPhrase, short],
    ["gnutls-empty.p12", undefined, short],
    ["nss.p12", passPhrase, whole],
    ["nss-umlaut.p12", umlautPassPhrase, whole],
    ["java17.p12", passPhrase, whole],
    ["java8.p12", passPhrase, whole],
    ["python.p12", passPhrase, short],
    ["forge-3des.p12", passPhrase, short],
    ["forge-3des-umlaut.p12", umlautPassPhrase, short],
    ["forge-aes256.p12", passPhrase, short],
    ["forge-aes256-umlaut.p12", umlautPassPhrase, short],
  ])("%s opens with %s", (name, secret, names) => {
    const { certificates, privateKey, format } = readFile(file(name), secret)
    expect(commonNames(certificates)).toEqual(names)
    expect(privateKey).toBe(text(`${names[0]}.key`))
    expect(format).toBe("pkcs12")
  })

  test("in PEM, as GnuTLS writes it unless told otherwise", () => {
    const pem = writePem("PKCS12", file("openssl3.p12"))
    expect(readFile(Buffer.from(pem), passPhrase)).toEqual(readFile(file("openssl3.p12"), passPhrase))
  })

  test("one without a key is its certificates", () => {
    const { certificates, privateKey } = readFile(file("openssl3-certificates.p12"), passPhrase)
    expect(commonNames(certificates)).toEqual(["leaf", "sub", "root"])
    expect(privateKey).toBeUndefined()
  })

  test.each(["openssl3.p12", "openssl1.p12", "openssl3-nomac.p12", "java17.p12", "windows.p12"])(
    "%s wants its own pass-phrase",
    (name) => {
      expect(codeOf(() => readFile(file(name), "falsch"))).toBe("wrong-pass-phrase")
      expect(codeOf(() => readFile(file(name), "Geheim"))).toBe("wrong-pass-phrase")
      expect(codeOf(() => readFile(file(name), ""))).toBe("pass-phrase-needed")
      expect(codeOf(() => readFile(file(name)))).toBe("pass-phrase-needed")
    },
  )
})

describe("PEM", () => {
  test("in any order, with CRLF and text around: the leaf comes first, then its chain", () => {
    const { certificates, privateKey, format } = readFile(file("shuffled-crlf.pem"))
    expect(commonNames(certificates)).toEqual(["leaf", "sub", "root"])
    expect(privateKey).toBe(text("leaf.key"))
    expect(format).toBe("pem")
  })

  test.each(["root", "sub"])(
    "certificates without a key, %s first: the leaf is the one that signed no other",
    (first) => {
      const all = [first, "root", "leaf", "sub"].map((name) => text(`${name}.pem`)).join("")
      expect(commonNames(readFile(Buffer.from(all)).certificates)).toEqual(["leaf", "sub", "root"])
    },
  )

  test("certificates that do not belong to the leaf come after its chain", () => {
    const all = ["ec-root", "leaf", "ec-leaf", "sub"].map((name) => text(`${name}.pem`)).join("") + text("leaf.key")
    expect(commonNames(readFile(Buffer.from(all)).certificates)).toEqual(["leaf", "sub", "ec-root", "ec-leaf"])
  })

  test.each([
    "pkcs8-aes256",
    "pkcs8-3des",
    "pkcs8-scrypt",
    "pkcs8-pbe-md5-des",
    "pkcs8-pbe-sha1-des",
    "pkcs8-pbe-sha1-rc2-64",
    "traditional-aes256",
    "traditional-des3",
    "traditional-des",
  ])("an encrypted key: %s", (name) => {
    expect(readFile(file(`${name}.pem`), passPhrase).privateKey).toBe(text("leaf.key"))
    expect(codeOf(() => readFile(file(`${name}.pem`), "falsch"))).toBe("wrong-pass-phrase")
    expect(codeOf(() => readFile(file(`${name}.pem`)))).toBe("pass-phrase-needed")
  })

  test("an encrypted key under a pass-phrase with umlauts", () => {
    expect(readFile(file("pkcs8-aes256-umlaut.pem"), umlautPassPhrase).privateKey).toBe(text("leaf.key"))
  })

  test("an EC key with its parameters before it, encrypted", () => {
    expect(readFile(file("traditional-ec.pem"), passPhrase).privateKey).toBe(text("ec-leaf.key"))
  })

  test("a key that is not encrypted needs no pass-phrase, and minds none", () => {
    expect(readFile(file("traditional-plain.pem")).privateKey).toBe(text("leaf.key"))
    expect(readFile(file("traditional-plain.pem"), "x").privateKey).toBe(text("leaf.key"))
  })

  test("OpenSSL's TRUSTED CERTIFICATE is the certificate", () => {
    expect(readFile(file("trusted.pem")).certificates).toEqual([text("leaf.pem")])
  })

  test("as Windows' editor saves Unicode: UTF-16 with a byte order mark", () => {
    const wide = Buffer.from(`\ufeff${text("leaf.pem")}`, "utf16le")
    expect(readFile(wide).certificates).toEqual([text("leaf.pem")])
  })

  test("a certificate that is there twice comes once", () => {
    expect(readFile(Buffer.from(text("leaf.pem").repeat(40))).certificates).toHaveLength(1)
  })
})

describe("DER and PKCS#7", () => {
  test("a DER certificate, also with a line end after it", () => {
    expect(readFile(file("leaf.der"))).toEqual({ certificates: [text("leaf.pem")], format: "der" })
    expect(readFile(Buffer.concat([file("leaf.der"), Buffer.from("\r\n")])).certificates).toHaveLength(1)
  })

  test.each([
    ["chain.p7b", ["leaf", "sub", "root"]],
    ["chain-pem.p7b", ["leaf", "sub"]],
  ])("%s", (name, names) => {
    const { certificates, format } = readFile(file(name))
    expect(commonNames(certificates)).toEqual(names)
    expect(format).toBe("pkcs7")
  })
})

test("old and weak certificates are read: what they are good for is asked elsewhere", () => {
  for (const name of ["rsa512", "rsa1024", "md5", "sha1", "expired", "version1", "ed25519", "rsa-pss", "p521"])
    expect(readFile(file(`${name}.pem`)).certificates).toEqual([text(`${name}.pem`)])
  expect(readFile(Buffer.from(text("rsa512.pem") + text("rsa512.key"))).privateKey).toBe(text("rsa512.key"))
})
