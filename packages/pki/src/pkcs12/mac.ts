/**
 * The MAC over a PKCS#12 file, which tells a wrong pass-phrase from a right one. RFC 7292 §4, §5.1; RFC 9579 for PBMAC1.
 *
 *     MacData = { mac DigestInfo { AlgorithmIdentifier, digest }, macSalt, iterations DEFAULT 1 }
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { pbkdf2 } from "../decryption.ts"
import { digestIds, hmacIds, idIn, nameIn, pkcsIds } from "../der/object-identifiers.ts"
import { type Element, partAt, partsOf, tags } from "../der/read.ts"
import { integerOf, octetsOf, oidOf } from "../der/values.ts"
import { absent, integer, octetString, oid, sequence } from "../der/write.ts"
import { type IterationBudget, mostIterations } from "../limits.ts"
import { bmpCandidates, octetCandidates } from "../pass-phrase.ts"
import { PkiError } from "../pki-error.ts"
import { type Derivation, derive } from "./key-derivation.ts"

/** Whether the MAC over these contents was made with this pass-phrase. Throws "unsupported-encryption", "too-many-iterations". */
export function macFits(macData: Element, contents: Uint8Array, passPhrase: string, budget: IterationBudget): boolean {
  const fields = partsOf(macData, tags.sequence)
  const digestInfo = partsOf(partAt(fields, 0), tags.sequence)
  const algorithm = partsOf(partAt(digestInfo, 0), tags.sequence)
  const expected = octetsOf(partAt(digestInfo, 1))
  const id = oidOf(partAt(algorithm, 0))
  if (id === pkcsIds.pbmac1) return pbmac1Fits(partAt(algorithm, 1), contents, expected, passPhrase, budget)
  const digest = nameIn(digestIds, id)
  if (!(digest in digestIds)) throw new PkiError("unsupported-encryption", { algorithm: id })
  const salt = octetsOf(partAt(fields, 1))
  const iterations = fields[2] ? integerOf(fields[2], mostIterations + 1) : 1
  return bmpCandidates(passPhrase).some((candidate) =>
    equal(expected, hmac({ digest, salt, iterations, passPhrase: candidate }, contents, budget)),
  )
}

/** MacData for a new file. */
export function macOver(contents: Uint8Array, derivation: Derivation, budget: IterationBudget): Uint8Array {
  const algorithm = sequence(oid(idIn(digestIds, derivation.digest)), absent())
  return sequence(
    sequence(algorithm, octetString(hmac(derivation, contents, budget))),
    octetString(derivation.salt),
    integer(derivation.iterations),
  )
}

/** RFC 7292 Appendix B.4: the key is as long as the digest. */
function hmac(derivation: Derivation, contents: Uint8Array, budget: IterationBudget): Uint8Array {
  const length = digestLengths[derivation.digest] ?? 20
  return createHmac(derivation.digest, derive(derivation, "mac", length, budget))
    .update(contents)
    .digest()
}

/** RFC 9579 §4: { keyDerivationFunc, messageAuthScheme }, of which OpenSSL 3.4 makes the first PBKDF2. */
function pbmac1Fits(
  parameters: Element,
  contents: Uint8Array,
  expected: Uint8Array,
  passPhrase: string,
  budget: IterationBudget,
): boolean {
  const [derivation, scheme] = partsOf(parameters, tags.sequence).map((part) => partsOf(part, tags.sequence))
  if (derivation === undefined || scheme === undefined) throw new PkiError("damaged")
  const digest = nameIn(hmacIds, oidOf(partAt(scheme, 0)))
  const derivationId = oidOf(partAt(derivation, 0))
  if (!(digest in hmacIds) || derivationId !== pkcsIds.pbkdf2)
    throw new PkiError("unsupported-encryption", { algorithm: "PBMAC1" })
  const inputs = partsOf(partAt(derivation, 1), tags.sequence)
  // RFC 9579 §5: the length must be there.
  const length = inputs[2]?.tag === tags.integer ? integerOf(inputs[2], 64) : (digestLengths[digest] ?? 32)
  return octetCandidates(passPhrase).some((candidate) => {
    const key = pbkdf2(candidate, inputs, length, budget)
    return equal(expected, createHmac(digest, key).update(contents).digest())
  })
}

const equal = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && timingSafeEqual(one, other)

const digestLengths: Readonly<Record<string, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
}
