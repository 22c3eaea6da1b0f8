/** The extensions of certificates. RFC 5280 §4.2: Extension = { extnID, critical DEFAULT FALSE, extnValue OCTET STRING }. */
import { extensionIds, idIn, nameIn, purposeIds } from "./der/object-identifiers.ts"
import { context, contextBytes, type Element, parseDer, partAt, parts, partsOf, tags } from "./der/read.ts"
import { bitNumbersOf, booleanOf, integerOf, octetsOf, oidOf } from "./der/values.ts"
import { boolean, element, integer, namedBits, octetString, oid, sequence } from "./der/write.ts"
import { encodeGeneralName, type GeneralName, readGeneralNames } from "./general-name.ts"

/** RFC 5280 §4.2.1.3, in the order of its bits. */
export const keyUsages = [
  "digitalSignature",
  "nonRepudiation",
  "keyEncipherment",
  "dataEncipherment",
  "keyAgreement",
  "keyCertSign",
  "cRLSign",
  "encipherOnly",
  "decipherOnly",
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** RFC 5280 §4.2.1.12: those that are made here. */
export type ExtendedKeyUsage = "serverAuth"

export interface Extension {
  readonly id: string
  readonly critical: boolean
  /** DER. */
  readonly value: Uint8Array
}

export function readExtension(extension: Element): Extension {
  const fields = partsOf(extension, tags.sequence)
  const flag = partAt(fields, 1)
  const flagged = flag.tag === tags.boolean
  const value = octetsOf(partAt(fields, flagged ? 2 : 1))
  return { id: oidOf(partAt(fields, 0)), critical: flagged && booleanOf(flag), value }
}

export function encodeExtension({ id, critical, value }: Extension): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

export const encodeExtensions = (extensions: readonly Extension[]): Uint8Array =>
  sequence(...extensions.map(encodeExtension))

/** RFC 5280 §4.2.1.9: { cA DEFAULT FALSE, pathLenConstraint OPTIONAL }; critical where it says CA. */
export function basicConstraints(pathLength: number | undefined): Extension {
  const value = pathLength === undefined ? sequence() : sequence(boolean(true), integer(pathLength))
  return { id: extensionIds.basicConstraints, critical: pathLength !== undefined, value }
}

export function readBasicConstraints(value: Uint8Array): { authority: boolean; pathLength?: number } {
  const found = partsOf(parseDer(value), tags.sequence)
  const flag = found.find(({ tag }) => tag === tags.boolean)
  const length = found.find(({ tag }) => tag === tags.integer)
  const authority = flag !== undefined && booleanOf(flag)
  return length === undefined ? { authority } : { authority, pathLength: integerOf(length, 999) }
}

export function keyUsage(usages: readonly KeyUsage[]): Extension {
  const value = namedBits(usages.map((usage) => keyUsages.indexOf(usage)))
  return { id: extensionIds.keyUsage, critical: true, value }
}

export function readKeyUsage(value: Uint8Array): readonly KeyUsage[] {
  return bitNumbersOf(parseDer(value)).flatMap((bit) => keyUsages[bit] ?? [])
}

export function extendedKeyUsage(usages: readonly ExtendedKeyUsage[]): Extension {
  const value = sequence(...usages.map((usage) => oid(idIn(purposeIds, usage))))
  return { id: extensionIds.extKeyUsage, critical: false, value }
}

/** Names where they are known, else object identifiers. */
export function readExtendedKeyUsage(value: Uint8Array): readonly string[] {
  return partsOf(parseDer(value), tags.sequence).map((purpose) => nameIn(purposeIds, oidOf(purpose)))
}

export function subjectKeyIdentifier(keyId: Uint8Array): Extension {
  return { id: extensionIds.subjectKeyIdentifier, critical: false, value: octetString(keyId) }
}

/** RFC 5280 §4.2.1.1. Not `issuer and serial number`: that would bind what is signed to one edition of its CA. */
export function authorityKeyIdentifier(keyId: Uint8Array): Extension {
  const value = sequence(element(contextBytes(0), keyId))
  return { id: extensionIds.authorityKeyIdentifier, critical: false, value }
}

export function readAuthorityKeyIdentifier(value: Uint8Array): Uint8Array | undefined {
  return partsOf(parseDer(value), tags.sequence).find(({ tag }) => tag === contextBytes(0))?.content
}

/** RFC 5280 §4.2.1.13: one DistributionPoint { [0] { [0] fullName } } for each name. */
export function crlDistributionPoints(names: readonly GeneralName[]): Extension {
  const points = names.map((name) => {
    const fullName = element(context(0), encodeGeneralName(name, "bad-distribution-point"))
    return sequence(element(context(0), fullName))
  })
  return { id: extensionIds.cRLDistributionPoints, critical: false, value: sequence(...points) }
}

export function readCrlDistributionPoints(value: Uint8Array): readonly GeneralName[] {
  return partsOf(parseDer(value), tags.sequence)
    .flatMap((point) => partsOf(point, tags.sequence))
    .filter(({ tag }) => tag === context(0))
    .flatMap((pointName) => parts(pointName))
    .filter(({ tag }) => tag === context(0))
    .flatMap((fullName) => readGeneralNames(fullName, context(0)))
}
