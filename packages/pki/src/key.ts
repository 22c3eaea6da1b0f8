/** Key pairs, and what is done with them: signing (RFC 3279 §2.2, RFC 5758), and finding out whether two halves belong together. */
import { createPrivateKey, generateKeyPair, type KeyObject, sign, verify } from "node:crypto"
import { type Certificate, certificateOf } from "./certificate.ts"
import { idIn, signatureIds } from "./der/object-identifiers.ts"
import { absent, oid, sequence } from "./der/write.ts"
import { largestFile } from "./limits.ts"
import { PkiError } from "./pki-error.ts"

export type SignatureAlgorithm = "sha256RSA" | "sha384RSA" | "sha512RSA"
export type KeyBits = 2048 | 3072 | 4096

/** In a worker thread of libuv: 4096 bits take a second or five. */
export function generateRsaKey(modulusLength: KeyBits): Promise<KeyObject> {
  return new Promise((resolve, reject) => {
    generateKeyPair("rsa", { modulusLength }, (error, _, privateKey) => (error ? reject(error) : resolve(privateKey)))
  })
}

/** An RSA key, or an EC key on P-256 or P-384. Throws "unsupported-key", and "damaged" for what is no key. */
export function privateKeyOf(pem: string): KeyObject {
  if (pem.length > largestFile) throw new PkiError("too-large", { limit: largestFile })
  return supportedKey(() => createPrivateKey(pem))
}

export function supportedKey(open: () => KeyObject): KeyObject {
  const key = opened(open)
  const curve = key.asymmetricKeyDetails?.namedCurve
  const fits =
    key.asymmetricKeyType === "rsa" || (key.asymmetricKeyType === "ec" && curve !== undefined && curve in curveDigests)
  if (!fits) throw new PkiError("unsupported-key", { algorithm: curve ?? key.asymmetricKeyType ?? "unknown" })
  return key
}

export const pkcs8Pem = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString()

/** How a key signs: the algorithm's identifier for the certificate, and the signature itself. */
export interface Signer {
  readonly algorithm: Uint8Array
  sign(bytes: Uint8Array): Uint8Array
}

/** An EC key signs with the digest of its curve's size (RFC 5480 §4), whatever algorithm is wished for RSA. */
export function signerOf(key: KeyObject, algorithm: SignatureAlgorithm): Signer {
  if (key.asymmetricKeyType === "rsa") {
    const digest = algorithm.slice(0, -"RSA".length)
    // RFC 4055 §5: the parameters of these are NULL, not absent.
    const identifier = sequence(oid(idIn(signatureIds, algorithm)), absent())
    return { algorithm: identifier, sign: (bytes) => sign(digest, bytes, key) }
  }
  const digest = curveDigests[key.asymmetricKeyDetails?.namedCurve ?? ""] ?? "sha256"
  // RFC 5758 §3.2: absent, not NULL.
  const identifier = sequence(oid(idIn(signatureIds, `${digest}ECDSA`)))
  return { algorithm: identifier, sign: (bytes) => sign(digest, bytes, key) }
}

/** Whether this private key is that of the certificate. False too for what is no certificate or no key. */
export function keyMatches(certificatePem: string, privateKeyPem: string): boolean {
  try {
    return keyFits(certificateOf(certificatePem), createPrivateKey(privateKeyPem))
  } catch {
    return false
  }
}

/** Signs something: a private key whose public half is right can still be damaged. */
export function keyFits({ x509 }: Certificate, key: KeyObject): boolean {
  try {
    if (!x509.checkPrivateKey(key)) return false
    if (key.asymmetricKeyType !== "rsa" && key.asymmetricKeyType !== "ec") return true
    const sample = Buffer.from("homeport")
    return verify("sha256", sample, x509.publicKey, sign("sha256", sample, key))
  } catch {
    return false
  }
}

function opened(open: () => KeyObject): KeyObject {
  try {
    return open()
  } catch {
    // OpenSSL calls "unsupported" what is no key at all, too.
    throw new PkiError("damaged")
  }
}

/** By OpenSSL's names of P-256 and P-384. */
const curveDigests: Readonly<Record<string, string>> = { prime256v1: "sha256", secp384r1: "sha384" }
