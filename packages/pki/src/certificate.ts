/**
 * A certificate, taken apart. RFC 5280 §4.1.
 *
 *     Certificate = { tbsCertificate, signatureAlgorithm, signature }
 *     tbsCertificate = { [0] version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo, …, [3] extensions }
 *
 * OpenSSL reads it too (`x509`): it checks signatures, and it is who will use the certificate in the end.
 */
import { hash, X509Certificate } from "node:crypto"
import { extensionIds } from "./der/object-identifiers.ts"
import { context, type Element, firstElement, inside, parseDer, partAt, partsOf, tags } from "./der/read.ts"
import { bigIntegerOf, bitsOf, integerOf, octetsOf, timeOf } from "./der/values.ts"
import { type Extension, type KeyUsage, readBasicConstraints, readExtension, readKeyUsage } from "./extensions.ts"
import { largestFile } from "./limits.ts"
import { readPem, writePem } from "./pem.ts"
import { orDamaged, PkiError } from "./pki-error.ts"

export interface Certificate {
  readonly pem: string
  readonly der: Uint8Array
  readonly x509: X509Certificate
  /** 1, 2 or 3. */
  readonly version: number
  readonly serialNumber: bigint
  readonly serialBytes: Uint8Array
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Element
  readonly issuer: Element
  /** Milliseconds since 1970, as is `notAfter`. */
  readonly notBefore: number
  readonly notAfter: number
  readonly subject: Element
  readonly publicKeyInfo: Element
  readonly extensions: readonly Extension[]
  readonly authority: boolean
  readonly pathLength: number | undefined
  /** undefined where the extension is absent: then all are allowed. */
  readonly usages: readonly KeyUsage[] | undefined
}

/** PEM in. Throws "damaged", "truncated", "too-large", and "no-certificate" for another kind of PEM. */
export function certificateOf(pem: string): Certificate {
  if (pem.length > largestFile) throw new PkiError("too-large", { limit: largestFile })
  const block = readPem(pem).find(({ label }) => isCertificateLabel(label))
  if (block === undefined) throw new PkiError("no-certificate")
  return parseCertificate(block.bytes)
}

/** "TRUSTED CERTIFICATE" is OpenSSL's: a certificate, and then what it is trusted for. */
export const isCertificateLabel = (label: string): boolean => /^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label)

/** DER in; what follows the certificate is left alone. */
export function parseCertificate(bytes: Uint8Array): Certificate {
  return orDamaged(() => {
    const whole = firstElement(bytes)
    const signed = partsOf(whole, tags.sequence)
    const first = partsOf(partAt(signed, 0), tags.sequence)
    const versioned = first[0]?.tag === context(0) ? first[0] : undefined
    const fields = versioned ? first.slice(1) : first
    const serial = partAt(fields, 0)
    const validity = partsOf(partAt(fields, 3), tags.sequence)
    const extensionList = fields.slice(6).find(({ tag }) => tag === context(3))
    const extensions = extensionList ? partsOf(inside(extensionList), tags.sequence).map(readExtension) : []
    const constraints = valueIn(extensions, extensionIds.basicConstraints)
    const usage = valueIn(extensions, extensionIds.keyUsage)
    const { authority, pathLength } = constraints ? readBasicConstraints(constraints) : { authority: false }
    return {
      pem: writePem("CERTIFICATE", whole.raw),
      der: whole.raw,
      x509: new X509Certificate(whole.raw),
      version: versioned ? integerOf(inside(versioned), 99) + 1 : 1,
      serialNumber: bigIntegerOf(serial),
      serialBytes: serial.content,
      signatureAlgorithm: partAt(signed, 1),
      issuer: partAt(fields, 2),
      notBefore: timeOf(partAt(validity, 0)),
      notAfter: timeOf(partAt(validity, 1)),
      subject: partAt(fields, 4),
      publicKeyInfo: partAt(fields, 5),
      extensions,
      authority,
      pathLength,
      usages: usage && readKeyUsage(usage),
    }
  })
}

export function valueIn(extensions: readonly Extension[], id: string): Uint8Array | undefined {
  return extensions.find((extension) => extension.id === id)?.value
}

/** Signed with its own key, and that signature is right. */
export function isSelfSigned({ x509, issuer, subject }: Certificate): boolean {
  if (Buffer.compare(issuer.raw, subject.raw) !== 0) return false
  try {
    return x509.verify(x509.publicKey)
  } catch {
    // A kind of key that OpenSSL does not know.
    return false
  }
}

/** What those it signs call its key: RFC 5280 §4.2.1.1. */
export function keyIdOf({ extensions, publicKeyInfo }: Certificate): Uint8Array {
  const value = valueIn(extensions, extensionIds.subjectKeyIdentifier)
  return value ? octetsOf(parseDer(value)) : keyIdOfInfo(publicKeyInfo)
}

/** RFC 5280 §4.2.1.2, method (1): a name and no protection, so that SHA-1 is as good as any. */
export function keyIdOfInfo(publicKeyInfo: Element): Uint8Array {
  return hash("sha1", bitsOf(partAt(partsOf(publicKeyInfo, tags.sequence), 1)), "buffer")
}
