/**
 * Writing PKCS#12. RFC 7292 §4, §5.
 *
 *     data: sequence of ── encryptedData: certBag (leaf, named), certBag …
 *                       └─ data: pkcs8ShroudedKeyBag (named)
 *     macData over all of it
 *
 * The leaf and its key find each other by localKeyId (RFC 7292 §4.2, friendlyName and localKeyId of RFC 2985 §5.5).
 */
import { hash, pbkdf2Sync, randomBytes } from "node:crypto"
import { type Certificate, certificateOf } from "../certificate.ts"
import { same } from "../chain.ts"
import { ciphers, encipher } from "../cipher.ts"
import { hmacIds, idIn, pkcsIds } from "../der/object-identifiers.ts"
import { context, contextBytes } from "../der/read.ts"
import { absent, bmpString, element, integer, octetString, oid, sequence, set } from "../der/write.ts"
import { fileOf } from "../file.ts"
import { keyFits, privateKeyOf } from "../key.ts"
import { IterationBudget, mostCertificates } from "../limits.ts"
import { bmpPassPhrase, utf8PassPhrase } from "../pass-phrase.ts"
import { PkiError } from "../pki-error.ts"
import { derive } from "./key-derivation.ts"
import { macOver } from "./mac.ts"

export interface Pkcs12Request {
  /** PEM. */
  readonly certificate: string
  /** PEM; the certificate's. */
  readonly privateKey: string
  /** PEM: the authorities above it, at most 31. */
  readonly chain: readonly string[]
  /** Any Unicode; the README says which programs open what. */
  readonly passPhrase: string
  /** What programs call the entry; "" for no name. */
  readonly friendlyName: string
  /** "aes256" is for everything of the last ten years, "3des" for devices that are older. */
  readonly encryption: "aes256" | "3des"
}

/** Throws "key-does-not-match", "too-many-certificates", and what reading the PEM throws. */
export function exportPkcs12(request: Pkcs12Request): Uint8Array {
  const leaf = certificateOf(request.certificate)
  const key = privateKeyOf(request.privateKey)
  if (!keyFits(leaf, key)) throw new PkiError("key-does-not-match")
  const chain = request.chain.map(certificateOf).filter((one) => !same(one, leaf))
  if (chain.length >= mostCertificates) throw new PkiError("too-many-certificates", { limit: mostCertificates })
  const lock = locks[request.encryption](request.passPhrase)
  const names = attributes(request.friendlyName, leaf)
  const certificates = sequence(certBag(leaf, names), ...chain.map((one) => certBag(one)))
  const keys = sequence(keyBag(lock.close(key.export({ type: "pkcs8", format: "der" })), names))
  const safes = sequence(encryptedData(lock.close(certificates)), data(keys))
  return fileOf(sequence(integer(3), data(safes), lock.mac(safes)))
}

interface Locked {
  readonly algorithm: Uint8Array
  readonly content: Uint8Array
}

interface Lock {
  close(plain: Uint8Array): Locked
  mac(contents: Uint8Array): Uint8Array
}

const locks: Readonly<Record<Pkcs12Request["encryption"], (passPhrase: string) => Lock>> = {
  aes256: aes256Lock,
  "3des": tripleDesLock,
}

/** What OpenSSL 3, Java 17 and Windows 10 write: PBES2 with PBKDF2 (RFC 8018 §6.2, UTF-8) and a MAC with SHA-256. */
function aes256Lock(passPhrase: string): Lock {
  const cipher = ciphers.aes256
  return {
    close(plain) {
      const salt = randomBytes(16)
      const iv = randomBytes(cipher.blockLength)
      const key = pbkdf2Sync(utf8PassPhrase(passPhrase), salt, modernIterations, cipher.keyLength, "sha256")
      const prf = sequence(oid(idIn(hmacIds, "sha256")), absent())
      const derivation = sequence(
        oid(pkcsIds.pbkdf2),
        sequence(octetString(salt), integer(modernIterations), integer(cipher.keyLength), prf),
      )
      const encryption = sequence(oid(aes256Cbc), octetString(iv))
      return {
        algorithm: sequence(oid(pkcsIds.pbes2), sequence(derivation, encryption)),
        content: encipher(cipher, key, iv, plain),
      }
    },
    mac: (contents) => macWith("sha256", passPhrase, modernIterations, contents),
  }
}

/** What everything since Windows XP opens: RFC 7292 Appendix C, and a MAC with SHA-1. */
function tripleDesLock(passPhrase: string): Lock {
  const cipher = ciphers.tripleDes
  return {
    close(plain) {
      const salt = randomBytes(8)
      const budget = new IterationBudget()
      const derivation = { digest: "sha1", passPhrase: bmpPassPhrase(passPhrase), salt, iterations: oldIterations }
      const key = derive(derivation, "key", cipher.keyLength, budget)
      return {
        algorithm: sequence(oid(pkcsIds.pbeSha1TripleDes), sequence(octetString(salt), integer(oldIterations))),
        content: encipher(cipher, key, derive(derivation, "iv", cipher.blockLength, budget), plain),
      }
    },
    mac: (contents) => macWith("sha1", passPhrase, oldIterations, contents),
  }
}

function macWith(digest: string, passPhrase: string, iterations: number, contents: Uint8Array): Uint8Array {
  const salt = randomBytes(digest === "sha1" ? 8 : 16)
  return macOver(contents, { digest, salt, iterations, passPhrase: bmpPassPhrase(passPhrase) }, new IterationBudget())
}

/** ContentInfo of type data. */
function data(content: Uint8Array): Uint8Array {
  return sequence(oid(pkcsIds.data), element(context(0), octetString(content)))
}

/** ContentInfo of type encryptedData. */
function encryptedData({ algorithm, content }: Locked): Uint8Array {
  const info = sequence(oid(pkcsIds.data), algorithm, element(contextBytes(0), content))
  return sequence(oid(pkcsIds.encryptedData), element(context(0), sequence(integer(0), info)))
}

function certBag({ der }: Certificate, named?: Uint8Array): Uint8Array {
  const value = sequence(oid(pkcsIds.x509Certificate), element(context(0), octetString(der)))
  return sequence(oid(pkcsIds.certBag), element(context(0), value), ...(named ? [named] : []))
}

function keyBag({ algorithm, content }: Locked, named: Uint8Array): Uint8Array {
  const value = sequence(algorithm, octetString(content))
  return sequence(oid(pkcsIds.shroudedKeyBag), element(context(0), value), named)
}

function attributes(friendlyName: string, leaf: Certificate): Uint8Array {
  const localKeyId = sequence(oid(pkcsIds.localKeyId), set(octetString(hash("sha1", leaf.der, "buffer"))))
  if (friendlyName === "") return set(localKeyId)
  const name = sequence(oid(pkcsIds.friendlyName), set(bmpString(friendlyName)))
  // DER: a set in the order of its octets (X.690 §11.6).
  return set(...[name, localKeyId].toSorted(Buffer.compare))
}

const aes256Cbc = "2.16.840.1.101.3.4.1.42"
/** NIST SP 800-132 and the makers' defaults; the MAC has as many, since it is the quicker thing to try pass-phrases on. */
const modernIterations = 100_000
/** OpenSSL's, and few enough for a telephone. */
const oldIterations = 2048
