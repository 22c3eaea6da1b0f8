/** Whatever the octets: a file is read or refused with a PkiError, in bounded time. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { describeCrl } from "./crl-description.ts"
import { describe } from "./describe.ts"
import { PkiError } from "./pki-error.ts"
import { authorityProblems, tlsServerProblems } from "./problems.ts"
import { readFile } from "./read-file.ts"
import { file, passPhrase, today } from "./testdata.fixture.ts"

const files = [
  "openssl3.p12",
  "openssl1.p12",
  "openssl3-nomac.p12",
  "openssl3-plain.p12",
  "forge-3des.p12",
  "chain.p7b",
  "leaf.der",
  "shuffled-crlf.pem",
  "pkcs8-3des.pem",
  "pkcs8-scrypt.pem",
  "traditional-aes256.pem",
  "openssl.crl",
].map(file)

/** Reads it in every way; fails for anything that is thrown and is no PkiError. */
function readAll(bytes: Uint8Array): void {
  for (const read of [read12, () => readFile(bytes), () => describeCrl(bytes)]) {
    try {
      read(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(PkiError)
    }
  }
}

function read12(bytes: Uint8Array): void {
  for (const pem of readFile(bytes, passPhrase).certificates) {
    describe(pem)
    tlsServerProblems(pem, today)
    authorityProblems(pem, today)
  }
}

const real = fc.constantFrom(...files)

test("random octets", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), readAll))
})

test("random octets that begin like DER", () => {
  const numbers = fc.constantFrom(0x30, 0x31, 0xa0, 0x80, 0x02, 0x06, 0x04, 0x24, 0, 1, 3, 0x81, 0x82, 0xff)
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 400 }), (octets) => readAll(Uint8Array.of(0x30, 0x80, ...octets))),
  )
})

test("real files, cut", () => {
  fc.assert(
    fc.property(real, fc.double({ min: 0, max: 1, noNaN: true }), (bytes, part) =>
      readAll(bytes.subarray(0, bytes.length * part)),
    ),
  )
})

test("real files with a few octets changed", () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(real, changes, (bytes, changed) => {
      const copy = Uint8Array.from(bytes)
      for (const [at, octet] of changed) copy[at % copy.length] = octet
      readAll(copy)
    }),
    { numRuns: 300 },
  )
})

test("the plain structures of a certificate with one octet changed, wherever it is", () => {
  const leaf = file("leaf.der")
  for (let at = 0; at < leaf.length; at += 3) {
    const copy = Uint8Array.from(leaf)
    copy[at] = (copy[at] ?? 0) ^ (1 << (at & 7))
    readAll(copy)
  }
})

test("pass-phrases of any kind", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(file("openssl3.p12"), file("openssl1.p12")),
      fc.string({ unit: "grapheme" }),
      (bytes, secret) => {
        expect(() => readFile(bytes, secret)).toThrow(PkiError)
      },
    ),
    { numRuns: 20 },
  )
})
