/** What a certificate says, for those who read it on a page. */
import { type Certificate, certificateOf, isSelfSigned, valueIn } from "./certificate.ts"
import { extensionIds } from "./der/object-identifiers.ts"
import { parseDer } from "./der/read.ts"
import { hex, octetsOf } from "./der/values.ts"
import { type DescribedName, describeName } from "./distinguished-name.ts"
import {
  type KeyUsage,
  readAuthorityKeyIdentifier,
  readCrlDistributionPoints,
  readExtendedKeyUsage,
} from "./extensions.ts"
import { type GeneralName, readGeneralNames } from "./general-name.ts"
import { orDamaged } from "./pki-error.ts"
import { type DescribedKey, publicKeyOf } from "./public-key.ts"
import { signatureNameOf } from "./signature-name.ts"

export interface CertificateDescription {
  /** 1 to 3; extensions came with 3. */
  readonly version: number
  /** Issued by itself, and its signature is right. With `isAuthority`: "self-signed CA", "CA", "self-signed", "CA-signed". */
  readonly selfSigned: boolean
  /** basicConstraints says CA (RFC 5280 §4.2.1.9). */
  readonly isAuthority: boolean
  /** How many authorities may follow below this one; absent: any number. */
  readonly pathLength?: number
  /** Decimal; of some old authorities negative. */
  readonly serialNumber: string
  /** In upper-case pairs without separators. */
  readonly serialNumberHex: string
  /** "sha256RSA", "sha1RSA", "sha256ECDSA", "sha256RSA-PSS", "Ed25519", or an object identifier. */
  readonly signatureAlgorithm: string
  /** Milliseconds since 1970. */
  readonly notBefore: number
  readonly notAfter: number
  readonly issuer: DescribedName
  readonly subject: DescribedName
  readonly subjectAltNames: readonly GeneralName[]
  readonly crlDistributionPoints: readonly GeneralName[]
  readonly key: DescribedKey
  /** SHA-256 over the DER: "AB:CD:…". */
  readonly fingerprint256: string
  /** "AB:CD:…", as is `authorityKeyId`. */
  readonly subjectKeyId?: string
  readonly authorityKeyId?: string
  /** By the names of RFC 5280 §4.2.1.3; empty where the extension is absent, as is `extendedKeyUsages`. */
  readonly keyUsages: readonly KeyUsage[]
  /** "serverAuth", …, or an object identifier. */
  readonly extendedKeyUsages: readonly string[]
}

/** PEM in. Throws "no-certificate", "damaged", "truncated", "too-large". */
export function describe(pem: string): CertificateDescription {
  return describeCertificate(certificateOf(pem))
}

export function describeCertificate(certificate: Certificate): CertificateDescription {
  const value = (name: keyof typeof extensionIds) => valueIn(certificate.extensions, extensionIds[name])
  return orDamaged(() => {
    const altNames = value("subjectAltName")
    const points = value("cRLDistributionPoints")
    const subjectKeyId = value("subjectKeyIdentifier")
    const authorityKeyId = value("authorityKeyIdentifier")
    const authorityKey = authorityKeyId && readAuthorityKeyIdentifier(authorityKeyId)
    return {
      version: certificate.version,
      selfSigned: isSelfSigned(certificate),
      isAuthority: certificate.authority,
      ...(certificate.pathLength === undefined ? {} : { pathLength: certificate.pathLength }),
      serialNumber: certificate.serialNumber.toString(),
      serialNumberHex: hex(certificate.serialBytes).replace(/^00(?=.)/, ""),
      signatureAlgorithm: signatureNameOf(certificate.signatureAlgorithm),
      notBefore: certificate.notBefore,
      notAfter: certificate.notAfter,
      issuer: describeName(certificate.issuer),
      subject: describeName(certificate.subject),
      subjectAltNames: altNames ? readGeneralNames(parseDer(altNames)) : [],
      crlDistributionPoints: points ? readCrlDistributionPoints(points) : [],
      key: publicKeyOf(certificate.publicKeyInfo),
      fingerprint256: certificate.x509.fingerprint256,
      ...(subjectKeyId ? { subjectKeyId: pairs(octetsOf(parseDer(subjectKeyId))) } : {}),
      ...(authorityKey ? { authorityKeyId: pairs(authorityKey) } : {}),
      keyUsages: certificate.usages ?? [],
      extendedKeyUsages: extendedUsagesOf(certificate) ?? [],
    }
  })
}

/** undefined where the extension is absent: then all are allowed. */
export function extendedUsagesOf({ extensions }: Certificate): readonly string[] | undefined {
  const value = valueIn(extensions, extensionIds.extKeyUsage)
  return value && readExtendedKeyUsage(value)
}

const pairs = (bytes: Uint8Array): string => hex(bytes).match(/../g)?.join(":") ?? ""
