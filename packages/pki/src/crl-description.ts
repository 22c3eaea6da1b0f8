/** Reading a certificate revocation list, of any authority: RFC 5280 §5.1. */
import { verify } from "node:crypto"
import { type Certificate, certificateOf, valueIn } from "./certificate.ts"
import { revocationReasons } from "./crl.ts"
import { extensionIds } from "./der/object-identifiers.ts"
import { context, type Element, expectTag, inside, parseDer, partAt, partsOf, tags } from "./der/read.ts"
import { bigIntegerOf, bitsOf, timeOf } from "./der/values.ts"
import { type DescribedName, describeName } from "./distinguished-name.ts"
import { type Extension, readExtension } from "./extensions.ts"
import { largestCrl, mostRevoked } from "./limits.ts"
import { isPem, readPem } from "./pem.ts"
import { orDamaged, PkiError } from "./pki-error.ts"
import { signatureNameOf } from "./signature-name.ts"

export interface CrlDescription {
  readonly issuer: DescribedName
  /** Decimal; absent in a list of version 1. */
  readonly number?: string
  /** Milliseconds since 1970. */
  readonly thisUpdate: number
  readonly nextUpdate?: number
  /** As in `CertificateDescription`. */
  readonly signatureAlgorithm: string
  /** `reason`: a name of RFC 5280 §5.3.1, "unspecified" where it is not written. */
  readonly revoked: readonly { readonly serialNumber: string; readonly revokedAt: number; readonly reason: string }[]
}

/** DER, or PEM ("X509 CRL"), up to 1 MiB and 20,000 entries. Throws "empty", "too-large", "not-recognized", "truncated", "damaged". */
export function describeCrl(bytes: Uint8Array): CrlDescription {
  const { signatureAlgorithm, fields } = readCrl(bytes)
  return orDamaged(() => {
    const [issuer, thisUpdate, ...rest] = fields.slice(fields[0]?.tag === tags.integer ? 2 : 1)
    if (issuer === undefined || thisUpdate === undefined) throw new PkiError("damaged")
    const nextUpdate = rest.find(({ tag }) => tag === tags.utcTime || tag === tags.generalizedTime)
    const entries = rest.find(({ tag }) => tag === tags.sequence)
    const number = valueIn(extensionsIn(rest.find(({ tag }) => tag === context(0))), extensionIds.cRLNumber)
    const revoked = entries ? partsOf(entries, tags.sequence) : []
    if (revoked.length > mostRevoked) throw new PkiError("too-large", { limit: mostRevoked })
    return {
      issuer: describeName(issuer),
      ...(number ? { number: bigIntegerOf(parseDer(number)).toString() } : {}),
      thisUpdate: timeOf(thisUpdate),
      ...(nextUpdate ? { nextUpdate: timeOf(nextUpdate) } : {}),
      signatureAlgorithm: signatureNameOf(signatureAlgorithm),
      revoked: revoked.map(readRevoked),
    }
  })
}

/** The list names this authority and is signed with its key. False too for what cannot be read. */
export function isCrlOf(bytes: Uint8Array, authorityPem: string): boolean {
  try {
    const { tbs, signature, signatureAlgorithm, fields } = readCrl(bytes)
    const authority = certificateOf(authorityPem)
    const issuer = partAt(fields, fields[0]?.tag === tags.integer ? 2 : 1)
    return (
      Buffer.compare(issuer.raw, authority.subject.raw) === 0 && signedBy(authority, signatureAlgorithm, tbs, signature)
    )
  } catch {
    return false
  }
}

function signedBy({ x509 }: Certificate, algorithm: Element, tbs: Element, signature: Uint8Array): boolean {
  const [, digest] = /^(sha\d+)(?:RSA|ECDSA)$/.exec(signatureNameOf(algorithm)) ?? []
  return digest !== undefined && verify(digest, tbs.raw, x509.publicKey, signature)
}

function readCrl(bytes: Uint8Array) {
  if (bytes.length === 0) throw new PkiError("empty")
  if (bytes.length > largestCrl) throw new PkiError("too-large", { limit: largestCrl })
  const text = Buffer.from(bytes).toString("latin1")
  const der = isPem(text) ? readPem(text).find(({ label }) => label === "X509 CRL")?.bytes : bytes
  if (der?.[0] !== tags.sequence) throw new PkiError("not-recognized")
  const list = partsOf(parseDer(der), tags.sequence)
  const tbs = partAt(list, 0)
  const signature = bitsOf(partAt(list, 2))
  return { tbs, fields: partsOf(tbs, tags.sequence), signatureAlgorithm: partAt(list, 1), signature }
}

function readRevoked(entry: Element) {
  const fields = partsOf(entry, tags.sequence)
  const extensions = fields[2] ? partsOf(fields[2], tags.sequence).map(readExtension) : []
  const written = valueIn(extensions, extensionIds.reasonCode)
  const code = written ? (expectTag(parseDer(written), tags.enumerated).content.at(-1) ?? 0) : 0
  const [reason = `${code}`] = Object.entries(revocationReasons).find(([, number]) => number === code) ?? []
  return {
    serialNumber: bigIntegerOf(partAt(fields, 0)).toString(),
    revokedAt: timeOf(partAt(fields, 1)),
    reason,
  }
}

function extensionsIn(tagged: Element | undefined): readonly Extension[] {
  return tagged ? partsOf(inside(tagged), tags.sequence).map(readExtension) : []
}
