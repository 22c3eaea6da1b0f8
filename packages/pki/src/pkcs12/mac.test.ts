import { createHmac, pbkdf2Sync } from "node:crypto"
import { createSecureContext } from "node:tls"
import { expect, test } from "vitest"
import { hmacIds, idIn, pkcsIds } from "../der/object-identifiers.ts"
import { inside, parseDer, partAt, partsOf, tags } from "../der/read.ts"
import { octetsOf } from "../der/values.ts"
import { absent, integer, octetString, oid, sequence } from "../der/write.ts"
import { readFile } from "../read-file.ts"
import { codeOf, file, passPhrase, text } from "../testdata.fixture.ts"

/** OpenSSL's file without a MAC, with the one of RFC 9579 that OpenSSL 3.4 can make, and Node's OpenSSL can check. */
function withPbmac1(): Uint8Array {
  const authSafe = partAt(partsOf(parseDer(file("openssl3-nomac.p12")), tags.sequence), 1)
  const contents = octetsOf(inside(partAt(partsOf(authSafe, tags.sequence), 1)))
  const salt = Buffer.alloc(16, 5)
  const hmac = sequence(oid(idIn(hmacIds, "sha256")), absent())
  const derivation = sequence(oid(pkcsIds.pbkdf2), sequence(octetString(salt), integer(2048), integer(32), hmac))
  const digest = createHmac("sha256", pbkdf2Sync(passPhrase, salt, 2048, 32, "sha256"))
    .update(contents)
    .digest()
  const digestInfo = sequence(sequence(oid(pkcsIds.pbmac1), sequence(derivation, hmac)), octetString(digest))
  return sequence(integer(3), authSafe.raw, sequence(digestInfo, octetString(Buffer.alloc(8)), integer(1)))
}

test("PBMAC1 (RFC 9579)", () => {
  const p12 = withPbmac1()
  expect(() => createSecureContext({ pfx: Buffer.from(p12), passphrase: passPhrase })).not.toThrow()
  expect(readFile(p12, passPhrase).privateKey).toBe(text("leaf.key"))
  expect(codeOf(() => readFile(p12, "falsch"))).toBe("wrong-pass-phrase")
})
