import { createCipheriv, createPrivateKey, pbkdf2Sync } from "node:crypto"
import { describe, expect, test } from "vitest"
import { hmacIds, idIn, pkcsIds } from "./der/object-identifiers.ts"
import { context, parseDer, parts } from "./der/read.ts"
import { absent, element, integer, octetString, oid, sequence } from "./der/write.ts"
import { IterationBudget } from "./limits.ts"
import { writePem } from "./pem.ts"
import { PkiError } from "./pki-error.ts"
import { readFile } from "./read-file.ts"
import { codeOf, file, keyed, passPhrase, text } from "./testdata.fixture.ts"

const refusal = (bytes: Uint8Array | string, secret?: string) => codeOf(() => readFile(Buffer.from(bytes), secret))

describe("what is no file of certificates", () => {
  test("empty, too large, something else", () => {
    expect(refusal("")).toBe("empty")
    expect(refusal(Buffer.alloc(128 * 1024 + 1, 0x30))).toBe("too-large")
    expect(refusal("Sehr geehrte Damen und Herren")).toBe("not-recognized")
    expect(refusal(Buffer.from("feedfeed00000002", "hex"))).toBe("not-recognized")
    expect(refusal(Buffer.from("89504e470d0a1a0a", "hex"))).toBe("not-recognized")
  })

  test("a key, a request or a CRL alone has no certificate", () => {
    expect(refusal(text("leaf.key"))).toBe("no-certificate")
    expect(refusal(text("request.pem"))).toBe("no-certificate")
    expect(refusal(text("openssl.crl"))).toBe("no-certificate")
    for (const pem of [text("leaf.key"), text("request.pem"), text("openssl.crl")])
      expect(refusal(Buffer.from(pem.replace(/-----.*-----|\n/g, ""), "base64"))).toBe("no-certificate")
  })
})

describe("what was broken on its way", () => {
  test("truncated", () => {
    expect(refusal(text("leaf.pem").slice(0, 600))).toBe("truncated")
    expect(refusal(file("leaf.der").subarray(0, 600))).toBe("truncated")
    expect(refusal(file("openssl3.p12").subarray(0, 600), passPhrase)).toBe("truncated")
    expect(refusal(file("chain.p7b").subarray(0, 600))).toBe("truncated")
  })

  test("damaged", () => {
    expect(refusal(text("leaf.pem").replace("\nMII", "\nM%I"))).toBe("damaged")
    expect(refusal(Buffer.concat([file("leaf.der"), Buffer.from("x")]))).toBe("damaged")
    expect(refusal(Buffer.concat([file("leaf.der").subarray(0, 300), Buffer.alloc(635)]))).toBe("damaged")
    expect(refusal("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")).toBe("damaged")
  })

  test("indefinite lengths without end, and elements in elements without end", () => {
    expect(refusal(Buffer.alloc(100_000, Buffer.from("3080", "hex")))).toBe("damaged")
    expect(refusal(Buffer.from("308000", "hex"))).toBe("truncated")
  })
})

describe("keys", () => {
  test("one that belongs to no certificate in the file", () => {
    expect(refusal(text("leaf.pem") + text("root.key"))).toBe("key-does-not-match")
    expect(refusal(text("leaf.pem") + text("ec-leaf.key"))).toBe("key-does-not-match")
  })

  test("several different ones", () => {
    expect(refusal(text("leaf.pem") + text("leaf.key") + text("root.key"))).toBe("several-keys")
    expect(refusal(text("leaf.pem") + text("leaf.key") + text("leaf.key"))).toBe("nothing thrown")
    expect(refusal(file("java-two-keys.p12"), passPhrase)).toBe("several-keys")
  })

  test("of kinds that no phone speaks", () => {
    expect(refusal(text("ed25519.pem") + text("ed25519.key"))).toBe("unsupported-key")
    expect(refusal(text("leaf.pem") + text("secp256k1.key"))).toBe("unsupported-key")
    const openssh = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n"
    expect(refusal(text("leaf.pem") + openssh)).toBe("unsupported-key")
  })

  test("one whose secret half is damaged does not match, though its public half does", () => {
    const { certificate, privateKey } = keyed("leaf")
    const [public_, secret] = [privateKey, keyed("root").privateKey].map((pem) =>
      parts(parseDer(createPrivateKey(pem).export({ type: "pkcs1", format: "der" }))).map(({ raw }) => raw),
    )
    const mixed = sequence(...(public_?.slice(0, 3) ?? []), ...(secret?.slice(3) ?? []))
    expect(refusal(certificate + writePem("RSA PRIVATE KEY", mixed))).toBe("key-does-not-match")
  })
})

describe("bounds", () => {
  test("32 certificates, no more", () => {
    const many = (count: number) => {
      const der = Buffer.from(file("leaf.der"))
      return Array.from({ length: count }, (_, index) => {
        der[20] = index
        return writePem("CERTIFICATE", der)
      }).join("")
    }
    expect(readFile(Buffer.from(many(32))).certificates).toHaveLength(32)
    expect(refusal(many(33))).toBe("too-many-certificates")
  })

  test("a file cannot demand more than two million iterations, wherever it says so", () => {
    expect(refusal(encryptedKey(2_000_001), passPhrase)).toBe("too-many-iterations")
    expect(refusal(encryptedKey(2 ** 40), passPhrase)).toBe("too-many-iterations")
    expect(refusal(encryptedKey(0), passPhrase)).toBe("damaged")
    expect(refusal(encryptedKey(1), passPhrase)).toBe("nothing thrown")
    expect(refusal(withMac(2_000_001), passPhrase)).toBe("too-many-iterations")
  })

  test("nor more than six million in all", () => {
    const budget = new IterationBudget()
    for (const iterations of [2_000_000, 2_000_000, 1_999_999]) budget.spend(iterations)
    budget.spend(1)
    expect(codeOf(() => budget.spend(1))).toBe("too-many-iterations")
  })

  test("nor more memory than 64 MiB for scrypt", () => {
    const inputs = sequence(octetString(Buffer.alloc(8)), integer(1 << 20), integer(1), integer(1))
    const key = encryptedWith(sequence(oid(pkcsIds.scrypt), inputs), Buffer.alloc(32))
    expect(refusal(text("leaf.pem") + writePem("ENCRYPTED PRIVATE KEY", key), passPhrase)).toBe("too-many-iterations")
  })
})

test("encryption that is not read here is named", () => {
  const told = (name: string) => {
    try {
      readFile(file(name), passPhrase)
    } catch (error) {
      if (error instanceof PkiError) return [error.code, error.params.algorithm]
    }
    return []
  }
  expect(told("rc4.p12")).toEqual(["unsupported-encryption", "RC4"])
  expect(told("traditional-camellia256.pem")).toEqual(["unsupported-encryption", "CAMELLIA-256-CBC"])
})

function encryptedKey(iterations: number): string {
  return text("leaf.pem") + writePem("ENCRYPTED PRIVATE KEY", shrouded(iterations))
}

/** The leaf's key under the pass-phrase; where the count is beyond reason, under nothing. */
function shrouded(iterations: number): Uint8Array {
  const salt = Buffer.alloc(8)
  const prf = sequence(oid(idIn(hmacIds, "sha256")), absent())
  const derivation = sequence(oid(pkcsIds.pbkdf2), sequence(octetString(salt), integer(iterations), prf))
  const computed = iterations > 0 && iterations < 2_000_000
  return encryptedWith(derivation, computed ? pbkdf2Sync(passPhrase, salt, iterations, 32, "sha256") : Buffer.alloc(32))
}

function encryptedWith(derivation: Uint8Array, key: Uint8Array): Uint8Array {
  const iv = Buffer.alloc(16)
  const plain = createPrivateKey(text("leaf.key")).export({ type: "pkcs8", format: "der" })
  const cipher = createCipheriv("aes-256-cbc", key, iv)
  const algorithm = sequence(
    oid(pkcsIds.pbes2),
    sequence(derivation, sequence(oid("2.16.840.1.101.3.4.1.42"), octetString(iv))),
  )
  return sequence(algorithm, octetString(Buffer.concat([cipher.update(plain), cipher.final()])))
}

function withMac(iterations: number): Uint8Array {
  const digestInfo = sequence(sequence(oid("2.16.840.1.101.3.4.2.1"), absent()), octetString(Buffer.alloc(32)))
  const safes = sequence(oid(pkcsIds.data), element(context(0), octetString(sequence())))
  return sequence(integer(3), safes, sequence(digestInfo, octetString(Buffer.alloc(8)), integer(iterations)))
}
