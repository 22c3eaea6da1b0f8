/**
 * Decrypting by pass-phrase: EncryptedPrivateKeyInfo (RFC 5958 §3), and what is encrypted in PKCS#12.
 *
 *     AlgorithmIdentifier            key by                        cipher
 *     PBES2 (RFC 8018 §6.2)          PBKDF2, scrypt                AES, 3DES, RC2, DES
 *     PBES1 (RFC 8018 §6.1)          PBKDF1 with MD5 or SHA-1      DES, RC2
 *     pbeWithSHAAnd… (RFC 7292 C)    PKCS#12's own, with SHA-1     3DES, RC2
 *
 * Everything that was encrypted so is one DER structure: what does not decrypt to one had another pass-phrase.
 */
import { hash, pbkdf2Sync, scryptSync } from "node:crypto"
import { type Cipher, ciphers, decipher } from "./cipher.ts"
import { hmacIds, nameIn, pkcsIds } from "./der/object-identifiers.ts"
import { type Element, firstElement, partAt, partsOf, tags } from "./der/read.ts"
import { integerOf, octetsOf, oidOf } from "./der/values.ts"
import { type IterationBudget, mostIterations } from "./limits.ts"
import { bmpCandidates, octetCandidates } from "./pass-phrase.ts"
import { derive } from "./pkcs12/key-derivation.ts"
import { PkiError } from "./pki-error.ts"

/** Throws "pass-phrase-needed" (also for an empty one), "wrong-pass-phrase", "unsupported-encryption", "too-many-iterations". */
export function decrypt(
  algorithm: Element,
  data: Uint8Array,
  passPhrase: string | undefined,
  budget: IterationBudget,
): Uint8Array {
  const { candidates, cipher, keyAndIv } = schemeOf(algorithm, budget)
  for (const octets of candidates(passPhrase ?? "")) {
    const { key, iv } = keyAndIv(octets)
    const plain = decipher(cipher, key, iv, data)
    if (plain !== undefined && isOneSequence(plain)) return plain
  }
  throw new PkiError(passPhrase ? "wrong-pass-phrase" : "pass-phrase-needed")
}

export function isOneSequence(plain: Uint8Array): boolean {
  try {
    const { tag, raw } = firstElement(plain)
    return tag === tags.sequence && raw.length === plain.length
  } catch {
    return false
  }
}

interface Scheme {
  readonly cipher: Cipher
  readonly candidates: (passPhrase: string) => readonly Uint8Array[]
  readonly keyAndIv: (passPhrase: Uint8Array) => { key: Uint8Array; iv: Uint8Array }
}

function schemeOf(algorithm: Element, budget: IterationBudget): Scheme {
  const fields = partsOf(algorithm, tags.sequence)
  const id = oidOf(partAt(fields, 0))
  const scheme = id === pkcsIds.pbes2 ? pbes2 : id in pbes1Schemes ? pbes1 : id in pkcs12Schemes ? pkcs12 : undefined
  if (scheme === undefined) throw new PkiError("unsupported-encryption", { algorithm: foreign[id] ?? id })
  return scheme(partsOf(partAt(fields, 1), tags.sequence), id, budget)
}

/** RFC 8018 Appendix A.4: { keyDerivationFunc, encryptionScheme }. */
function pbes2(parameters: readonly Element[], _: string, budget: IterationBudget): Scheme {
  const derivation = partsOf(partAt(parameters, 0), tags.sequence)
  const encryption = partsOf(partAt(parameters, 1), tags.sequence)
  const { cipher, iv } = pbes2Cipher(oidOf(partAt(encryption, 0)), partAt(encryption, 1))
  const inputs = partsOf(partAt(derivation, 1), tags.sequence)
  const deriver = derivers[oidOf(partAt(derivation, 0))]
  if (deriver === undefined) throw new PkiError("unsupported-encryption", { algorithm: oidOf(partAt(derivation, 0)) })
  return {
    cipher,
    candidates: octetCandidates,
    keyAndIv: (passPhrase) => ({ key: deriver(passPhrase, inputs, cipher.keyLength, budget), iv }),
  }
}

type Deriver = (
  passPhrase: Uint8Array,
  inputs: readonly Element[],
  length: number,
  budget: IterationBudget,
) => Uint8Array

/** RFC 8018 Appendix A.2: { salt, iterationCount, keyLength OPTIONAL, prf DEFAULT hmacWithSHA1 }. */
export const pbkdf2: Deriver = (passPhrase, inputs, length, budget) => {
  const iterations = integerOf(partAt(inputs, 1), mostIterations + 1)
  const prf = inputs.slice(2).find(({ tag }) => tag === tags.sequence)
  const id = prf === undefined ? hmacIds.sha1 : oidOf(partAt(partsOf(prf, tags.sequence), 0))
  const digest = nameIn(hmacIds, id ?? "")
  if (!(digest in hmacIds)) throw new PkiError("unsupported-encryption", { algorithm: digest })
  budget.spend(iterations)
  return pbkdf2Sync(passPhrase, octetsOf(partAt(inputs, 0)), iterations, length, digest)
}

/** RFC 7914 §7.1: { salt, costParameter, blockSize, parallelizationParameter, keyLength OPTIONAL }. */
const scrypt: Deriver = (passPhrase, inputs, length, budget) => {
  const [cost, blockSize, parallelization] = [1, 2, 3].map((at) => integerOf(partAt(inputs, at), mostIterations + 1))
  if (cost === undefined || blockSize === undefined || parallelization === undefined) throw new PkiError("damaged")
  budget.spend(cost * blockSize * parallelization)
  // RFC 7914 §2: a power of two, and 128 octets of memory for each of cost × blockSize. OpenSSL takes 16 MiB.
  if (cost < 2 || (cost & (cost - 1)) !== 0) throw new PkiError("damaged")
  if (cost * blockSize > mostMemory / 128) throw new PkiError("too-many-iterations", { limit: mostMemory / 128 })
  const options = { cost, blockSize, parallelization, maxmem: 2 * mostMemory }
  return scryptSync(passPhrase, octetsOf(partAt(inputs, 0)), length, options)
}

const derivers: Readonly<Record<string, Deriver>> = { [pkcsIds.pbkdf2]: pbkdf2, [pkcsIds.scrypt]: scrypt }

/** RFC 8018 Appendix B.2. */
function pbes2Cipher(id: string, parameters: Element): { cipher: Cipher; iv: Uint8Array } {
  if (id === rc2) {
    // { rc2ParameterVersion, iv }, where 58 says 128 bits: RFC 8018 Appendix B.2.3.
    const [version, iv] = partsOf(parameters, tags.sequence)
    if (iv === undefined || version === undefined || integerOf(version, 255) !== 58)
      throw new PkiError("unsupported-encryption", { algorithm: "RC2" })
    return { cipher: ciphers.rc2Of128, iv: octetsOf(iv) }
  }
  const cipher = pbes2Ciphers[id]
  if (cipher === undefined) throw new PkiError("unsupported-encryption", { algorithm: foreign[id] ?? id })
  return { cipher, iv: octetsOf(parameters) }
}

/** RFC 8018 §6.1.2: PBKDF1 gives the key and the IV. */
function pbes1(parameters: readonly Element[], id: string, budget: IterationBudget): Scheme {
  const { salt, iterations } = saltAndIterations(parameters)
  const { digest, cipher } = pbes1Schemes[id] ?? { digest: "md5", cipher: ciphers.des }
  return {
    cipher,
    candidates: octetCandidates,
    keyAndIv: (passPhrase) => {
      budget.spend(iterations)
      let octets: Uint8Array = Buffer.concat([passPhrase, salt])
      for (let round = 0; round < iterations; round++) octets = hash(digest, octets, "buffer")
      return { key: octets.subarray(0, 8), iv: octets.subarray(8, 16) }
    },
  }
}

/** RFC 7292 Appendix C. */
function pkcs12(parameters: readonly Element[], id: string, budget: IterationBudget): Scheme {
  const { salt, iterations } = saltAndIterations(parameters)
  const cipher = pkcs12Schemes[id] ?? ciphers.tripleDes
  return {
    cipher,
    candidates: bmpCandidates,
    keyAndIv: (passPhrase) => {
      const derivation = { digest: "sha1", passPhrase, salt, iterations }
      const key = derive(derivation, "key", cipher.keyLength, budget)
      return { key, iv: derive(derivation, "iv", cipher.blockLength, budget) }
    },
  }
}

function saltAndIterations(parameters: readonly Element[]) {
  return { salt: octetsOf(partAt(parameters, 0)), iterations: integerOf(partAt(parameters, 1), mostIterations + 1) }
}

const mostMemory = 64 * 1024 * 1024
const rc2 = "1.2.840.113549.3.2"

const pbes2Ciphers: Readonly<Record<string, Cipher>> = {
  "2.16.840.1.101.3.4.1.2": ciphers.aes128,
  "2.16.840.1.101.3.4.1.22": ciphers.aes192,
  "2.16.840.1.101.3.4.1.42": ciphers.aes256,
  "1.2.840.113549.3.7": ciphers.tripleDes,
  "1.3.14.3.2.7": ciphers.des,
}

const pbes1Schemes: Readonly<Record<string, { readonly digest: string; readonly cipher: Cipher }>> = {
  "1.2.840.113549.1.5.3": { digest: "md5", cipher: ciphers.des },
  "1.2.840.113549.1.5.6": { digest: "md5", cipher: ciphers.rc2Of64 },
  "1.2.840.113549.1.5.10": { digest: "sha1", cipher: ciphers.des },
  "1.2.840.113549.1.5.11": { digest: "sha1", cipher: ciphers.rc2Of64 },
}

const pkcs12Schemes: Readonly<Record<string, Cipher>> = {
  [pkcsIds.pbeSha1TripleDes]: ciphers.tripleDes,
  "1.2.840.113549.1.12.1.4": ciphers.twoKeyTripleDes,
  "1.2.840.113549.1.12.1.5": ciphers.rc2Of128,
  "1.2.840.113549.1.12.1.6": ciphers.rc2Of40,
}

/** Names for what is met and not read here. */
const foreign: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.12.1.1": "RC4",
  "1.2.840.113549.1.12.1.2": "RC4",
  "2.16.840.1.101.3.4.1.6": "AES-GCM",
  "2.16.840.1.101.3.4.1.26": "AES-GCM",
  "2.16.840.1.101.3.4.1.46": "AES-GCM",
}
