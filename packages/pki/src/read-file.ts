/**
 * Reading a file of certificates that somebody brings: PEM, DER, PKCS#12 or PKCS#7, of whatever program, told apart by what is in it
 * and not by its name.
 */
import { type Certificate, isCertificateLabel } from "./certificate.ts"
import { chainAmong, same, signed } from "./chain.ts"
import { FileContents } from "./contents.ts"
import { context, type Element, parseDer, parts, tags } from "./der/read.ts"
import { keyFits, pkcs8Pem } from "./key.ts"
import { largestFile } from "./limits.ts"
import { isPem, readPem } from "./pem.ts"
import { readPemKey } from "./pem-key.ts"
import { isPkcs7, readPkcs7 } from "./pkcs7.ts"
import { isPkcs12, readPkcs12 } from "./pkcs12/read.ts"
import { orDamaged, PkiError } from "./pki-error.ts"

export type FileFormat = "pem" | "der" | "pkcs12" | "pkcs7"

export interface ImportedFile {
  /** PEM: the leaf, its issuer and so on to the root as far as they are there, then the others in their order. Each once. */
  readonly certificates: readonly string[]
  /** PKCS#8 PEM, not encrypted: the leaf's. */
  readonly privateKey?: string
  readonly format: FileFormat
}

/** Up to 128 KiB and 32 certificates. Throws the `ReadingErrorCode`s, and nothing else, whatever the octets are. */
export function readFile(bytes: Uint8Array, passPhrase?: string): ImportedFile {
  if (bytes.length === 0) throw new PkiError("empty")
  if (bytes.length > largestFile) throw new PkiError("too-large", { limit: largestFile })
  const contents = new FileContents(passPhrase)
  const format = orDamaged(() => readInto(contents, bytes))
  if (contents.certificates.length === 0) throw new PkiError("no-certificate")
  const [key] = contents.keys
  const leaf = leafAmong(contents.certificates, (one) => (key ? keyFits(one, key) : true))
  if (leaf === undefined) throw new PkiError("key-does-not-match")
  const certificates = inOrder(leaf, contents.certificates).map(({ pem }) => pem)
  return key ? { certificates, privateKey: pkcs8Pem(key), format } : { certificates, format }
}

function readInto(contents: FileContents, bytes: Uint8Array): FileFormat {
  // A name in a certificate may say "-----BEGIN"; no text begins with a sequence of 128 octets or more.
  const binary = bytes[0] === tags.sequence && (bytes[1] ?? 0) >= 0x80
  const text = binary ? "" : textIn(bytes)
  if (isPem(text)) return readPemInto(contents, text)
  if (bytes[0] !== tags.sequence) throw new PkiError("not-recognized")
  return readDerInto(contents, parseDer(bytes))
}

function readPemInto(contents: FileContents, text: string): FileFormat {
  let format: FileFormat = "pem"
  for (const block of readPem(text)) {
    if (isCertificateLabel(block.label)) contents.addCertificate(block.bytes)
    // GnuTLS writes PKCS#12 as PEM, Windows and OpenSSL PKCS#7.
    else if (["PKCS7", "CMS", "PKCS12"].includes(block.label)) format = readDerInto(contents, parseDer(block.bytes))
    // Parameters, requests, CRLs and public keys may stand beside; they are nothing to import.
    else readPemKey(block, contents)
  }
  return format
}

function readDerInto(contents: FileContents, element: Element): FileFormat {
  if (isPkcs12(element)) {
    readPkcs12(element, contents)
    return "pkcs12"
  }
  if (isPkcs7(element)) {
    readPkcs7(element, contents)
    return "pkcs7"
  }
  if (!looksLikeCertificate(element)) throw new PkiError("no-certificate")
  contents.addCertificate(element.raw)
  return "der"
}

/** { { [0] version │ serialNumber, … }, … }: neither a key, nor a request (RFC 2986 §4), nor a CRL (RFC 5280 §5.1). */
function looksLikeCertificate(element: Element): boolean {
  const [tbs] = parts(element)
  if (tbs?.tag !== tags.sequence) return false
  const fields = parts(tbs)
  if (fields[0]?.tag === context(0)) return true
  // Version 1: serial number, algorithm, issuer, validity, subject, key.
  return fields[0]?.tag === tags.integer && fields.length >= 6 && fields[3]?.tag === tags.sequence
}

/** The one with the key; without a key, the first that signed none of the others. */
function leafAmong(
  certificates: readonly Certificate[],
  fits: (certificate: Certificate) => boolean,
): Certificate | undefined {
  const fitting = certificates.filter(fits)
  const isLast = (one: Certificate) => certificates.every((other) => same(one, other) || !signed(one, other))
  return fitting.find(isLast) ?? fitting[0]
}

function inOrder(leaf: Certificate, all: readonly Certificate[]): readonly Certificate[] {
  const chain = chainAmong(leaf, all)
  return [...chain, ...all.filter((one) => !chain.some((other) => same(one, other)))]
}

/** One octet, one character; what Windows' editor saved as Unicode is UTF-16. */
function textIn(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  return Buffer.from(bytes).toString(wide ? "utf16le" : "latin1")
}
