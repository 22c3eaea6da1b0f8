/** Putting a certificate together and signing it, whatever it says: what issuing and renewing have in common. RFC 5280 §4.1. */
import { createPublicKey, type KeyObject, randomBytes } from "node:crypto"
import { type Certificate, certificateOf, keyIdOf } from "./certificate.ts"
import { context, type Element, parseDer } from "./der/read.ts"
import { bitString, element, integer, sequence, time } from "./der/write.ts"
import { type Extension, encodeExtensions } from "./extensions.ts"
import { keyFits, privateKeyOf, type Signer } from "./key.ts"
import { writePem } from "./pem.ts"
import { PkiError } from "./pki-error.ts"

/** A certificate and its private key. */
export interface KeyedCertificate {
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS#8, not encrypted. */
  readonly privateKey: string
}

/** Milliseconds since 1970; whole seconds of them are written. */
export interface Validity {
  readonly notBefore: number
  readonly notAfter: number
}

export interface Contents extends Validity {
  readonly serialNumber: bigint
  /** Names, in DER. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, in DER. */
  readonly publicKeyInfo: Uint8Array
  readonly extensions: readonly Extension[]
}

/** PEM. */
export function signCertificate(contents: Contents, signer: Signer): string {
  const tbs = sequence(
    // Version 3, the one with extensions.
    element(context(0), integer(2)),
    integer(contents.serialNumber),
    signer.algorithm,
    contents.issuer,
    sequence(time(contents.notBefore), time(contents.notAfter)),
    contents.subject,
    contents.publicKeyInfo,
    element(context(3), encodeExtensions(contents.extensions)),
  )
  return writePem("CERTIFICATE", sequence(tbs, signer.algorithm, bitString(signer.sign(tbs))))
}

/** One that may sign certificates or lists, with its key. */
export interface Authority {
  readonly certificate: Certificate
  readonly key: KeyObject
  readonly keyId: Uint8Array
}

/** Throws "not-an-authority" for one whose certificate does not let it (RFC 5280 §4.2.1.3, §4.2.1.9), "key-does-not-match". */
export function authorityOf(keyed: KeyedCertificate, usage: "keyCertSign" | "cRLSign"): Authority {
  const certificate = certificateOf(keyed.certificate)
  const key = privateKeyOf(keyed.privateKey)
  const allowed = certificate.usages === undefined || certificate.usages.includes(usage)
  if (!certificate.authority || !allowed) throw new PkiError("not-an-authority")
  if (!keyFits(certificate, key)) throw new PkiError("key-does-not-match")
  return { certificate, key, keyId: keyIdOf(certificate) }
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets. Without digits a random one of 128 bits. */
export function serialNumberOf(digits: string | undefined): bigint {
  // The highest bit is set: the size is the same for all, and none is 0.
  if (digits === undefined) return (1n << 127n) | BigInt(`0x${randomBytes(16).toString("hex")}`)
  const serialNumber = /^\d{1,60}$/.test(digits) ? BigInt(digits) : 0n
  if (serialNumber < 1n || serialNumber >= 1n << 159n) throw new PkiError("bad-serial-number")
  return serialNumber
}

/** Whole seconds. Throws "bad-validity", and "outlives-authority". */
export function validityOf({ notBefore, notAfter }: Validity, authority: Certificate | undefined): Validity {
  const whole = { notBefore: Math.floor(notBefore / 1000) * 1000, notAfter: Math.floor(notAfter / 1000) * 1000 }
  // Not a comparison with "<", so that what is no number is refused.
  const fits = whole.notBefore >= 0 && whole.notAfter > whole.notBefore && whole.notAfter < year10000
  if (!fits) throw new PkiError("bad-validity")
  if (authority !== undefined && whole.notAfter > authority.notAfter) throw new PkiError("outlives-authority")
  return whole
}

export function publicKeyInfoOf(privateKey: KeyObject): Element {
  return parseDer(createPublicKey(privateKey).export({ type: "spki", format: "der" }))
}

const year10000 = Date.UTC(10000, 0)
