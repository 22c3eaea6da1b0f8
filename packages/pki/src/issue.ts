/**
 * Making certificates: an authority, a server that an authority signs, a server that signs itself. RFC 5280 §4.
 *
 * The key is made here too, and the certificate signed with the native crypto, an authority's imported EC key included.
 */

import { keyIdOfInfo } from "./certificate.ts"
import { extensionIds } from "./der/object-identifiers.ts"
import { type DistinguishedName, encodeName } from "./distinguished-name.ts"
import {
  authorityKeyIdentifier,
  basicConstraints,
  crlDistributionPoints,
  type Extension,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
} from "./extensions.ts"
import { encodeGeneralNames, type GeneralName } from "./general-name.ts"
import { generateRsaKey, type KeyBits, pkcs8Pem, type SignatureAlgorithm, signerOf } from "./key.ts"
import { PkiError } from "./pki-error.ts"
import { type Profile, type ProfileName, profiles } from "./profiles.ts"
import {
  authorityOf,
  type KeyedCertificate,
  publicKeyInfoOf,
  serialNumberOf,
  signCertificate,
  type Validity,
  validityOf,
} from "./tbs.ts"

export interface CertificateRequest extends Validity {
  readonly profile: ProfileName
  readonly subject: DistinguishedName
  readonly subjectAltNames: readonly GeneralName[]
  /** Decimal digits, 1 to 2^159 − 1; without: a random one of 128 bits. */
  readonly serialNumber?: string | undefined
  /** How an RSA key signs it. An authority with an EC key signs with ECDSA, and SHA-256 or SHA-384 as its curve has it. */
  readonly signatureAlgorithm: SignatureAlgorithm
  /** Of the new RSA key. */
  readonly keyBits: KeyBits
  /** dns, ip or uri. */
  readonly crlDistributionPoints: readonly GeneralName[]
}

/**
 * `authority` is needed for the profile "server" and forbidden for the others, which sign themselves. A certificate may not
 * outlive its authority: phones would see it valid and refuse it.
 *
 * Throws the `MakingErrorCode`s, and what reading the authority throws.
 */
export async function issue(request: CertificateRequest, authority?: KeyedCertificate): Promise<KeyedCertificate> {
  const profile = profiles[request.profile]
  if (profile.signedBy === "authority" && authority === undefined) throw new PkiError("authority-needed")
  if (profile.signedBy === "itself" && authority !== undefined) throw new PkiError("authority-forbidden")
  // Everything that can be refused is refused before the slow part.
  const issuer = authority && authorityOf(authority, "keyCertSign")
  const subject = encodeName(request.subject)
  const names = namedIn(request)
  const serialNumber = serialNumberOf(request.serialNumber)
  const validity = validityOf(request, issuer?.certificate)

  const key = await generateRsaKey(request.keyBits)
  const publicKeyInfo = publicKeyInfoOf(key)
  const keyId = keyIdOfInfo(publicKeyInfo)
  const certificate = signCertificate(
    {
      ...validity,
      serialNumber,
      issuer: issuer?.certificate.subject.raw ?? subject,
      subject,
      publicKeyInfo: publicKeyInfo.raw,
      extensions: [
        ...purposes(profile),
        subjectKeyIdentifier(keyId),
        authorityKeyIdentifier(issuer?.keyId ?? keyId),
        ...names,
      ],
    },
    signerOf(issuer?.key ?? key, request.signatureAlgorithm),
  )
  return { certificate, privateKey: pkcs8Pem(key) }
}

function purposes({ pathLength, usages, extendedUsages }: Profile): Extension[] {
  return [
    basicConstraints(pathLength),
    keyUsage(usages),
    ...(extendedUsages.length > 0 ? [extendedKeyUsage(extendedUsages)] : []),
  ]
}

/** RFC 5280 §4.2.1.6: not critical, since the subject is not empty. */
function namedIn({ subjectAltNames, crlDistributionPoints: points }: CertificateRequest): Extension[] {
  const value = encodeGeneralNames(subjectAltNames)
  const misplaced = points.find(({ type }) => type !== "dns" && type !== "ip" && type !== "uri")
  if (misplaced !== undefined) throw new PkiError("bad-distribution-point", { ...misplaced })
  return [
    ...(subjectAltNames.length > 0 ? [{ id: extensionIds.subjectAltName, critical: false, value }] : []),
    ...(points.length > 0 ? [crlDistributionPoints(points)] : []),
  ]
}
