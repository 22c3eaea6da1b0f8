/**
 * Renewing as a copy: the same names and extensions, a new serial number and new dates, and the same key or a new one.
 *
 * With the same key everything that the certificate signed or is pinned by stays valid; with a new one only its names do.
 */
import { type Certificate, certificateOf, isSelfSigned, keyIdOf, keyIdOfInfo } from "./certificate.ts"
import { extensionIds } from "./der/object-identifiers.ts"
import { authorityKeyIdentifier, type Extension, subjectKeyIdentifier } from "./extensions.ts"
import {
  generateRsaKey,
  type KeyBits,
  keyFits,
  pkcs8Pem,
  privateKeyOf,
  type SignatureAlgorithm,
  signerOf,
} from "./key.ts"
import { PkiError } from "./pki-error.ts"
import { publicKeyOf } from "./public-key.ts"
import { signatureNameOf } from "./signature-name.ts"
import {
  authorityOf,
  type KeyedCertificate,
  publicKeyInfoOf,
  serialNumberOf,
  signCertificate,
  type Validity,
  validityOf,
} from "./tbs.ts"

export interface Renewal extends Validity {
  /** As in `CertificateRequest`. */
  readonly serialNumber?: string | undefined
  readonly key: "same" | "new"
  /** Of a new key; without: as many as the old RSA key has, and no fewer than 2048. */
  readonly keyBits?: KeyBits | undefined
  /** Without: the old one, or sha256RSA in place of a weak one. */
  readonly signatureAlgorithm?: SignatureAlgorithm | undefined
}

/**
 * `old.privateKey` is needed for the key "same". `authority` is needed for a certificate that did not sign itself, and forbidden
 * for one that did; it need not be the authority that signed the old one.
 *
 * Throws the `MakingErrorCode`s, and what reading the certificates throws.
 */
export async function renew(
  old: { readonly certificate: string; readonly privateKey?: string | undefined },
  renewal: Renewal,
  authority?: KeyedCertificate,
): Promise<KeyedCertificate> {
  const before = certificateOf(old.certificate)
  const signsItself = isSelfSigned(before)
  if (signsItself && authority !== undefined) throw new PkiError("authority-forbidden")
  if (!signsItself && authority === undefined) throw new PkiError("authority-needed")
  const issuer = authority && authorityOf(authority, "keyCertSign")
  // RFC 5280 §4.2.1.9: a path length of 0 lets an authority sign no other.
  if (before.authority && issuer?.certificate.pathLength === 0) throw new PkiError("not-an-authority")
  const serialNumber = serialNumberOf(renewal.serialNumber)
  const validity = validityOf(renewal, issuer?.certificate)

  const same = renewal.key === "same"
  const key = same ? sameKey(before, old.privateKey) : await generateRsaKey(renewal.keyBits ?? bitsAfter(before))
  const publicKeyInfo = publicKeyInfoOf(key)
  const keyId = same ? keyIdOf(before) : keyIdOfInfo(publicKeyInfo)
  const certificate = signCertificate(
    {
      ...validity,
      serialNumber,
      issuer: issuer?.certificate.subject.raw ?? before.subject.raw,
      subject: before.subject.raw,
      publicKeyInfo: same ? before.publicKeyInfo.raw : publicKeyInfo.raw,
      extensions: copied(before.extensions, keyId, issuer?.keyId ?? keyId),
    },
    signerOf(issuer?.key ?? key, renewal.signatureAlgorithm ?? algorithmAfter(before)),
  )
  return { certificate, privateKey: pkcs8Pem(key) }
}

function sameKey(before: Certificate, pem: string | undefined) {
  if (pem === undefined) throw new PkiError("key-needed")
  const key = privateKeyOf(pem)
  if (!keyFits(before, key)) throw new PkiError("key-does-not-match")
  return key
}

/** The key identifiers are made new: the old ones may lack, or name an edition of the issuer. Log timestamps do not survive. */
function copied(extensions: readonly Extension[], keyId: Uint8Array, authorityKeyId: Uint8Array): readonly Extension[] {
  const ours: readonly string[] = [
    extensionIds.subjectKeyIdentifier,
    extensionIds.authorityKeyIdentifier,
    extensionIds.signedCertificateTimestamps,
  ]
  const kept = extensions.filter(({ id }) => !ours.includes(id))
  return [...kept, subjectKeyIdentifier(keyId), authorityKeyIdentifier(authorityKeyId)]
}

function bitsAfter(before: Certificate): KeyBits {
  const { type, bits } = publicKeyOf(before.publicKeyInfo)
  if (type !== "RSA" || bits <= 2048) return 2048
  return bits <= 3072 ? 3072 : 4096
}

function algorithmAfter(before: Certificate): SignatureAlgorithm {
  const name = signatureNameOf(before.signatureAlgorithm)
  return name === "sha384RSA" || name === "sha512RSA" ? name : "sha256RSA"
}
