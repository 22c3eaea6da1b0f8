/**
 * Reading PKCS#12, of whatever maker. RFC 7292 §4.
 *
 *     PFX = { version, authSafe, macData OPTIONAL }
 *     authSafe = data of a sequence of { data │ encryptedData } of SafeContents
 *     SafeContents = sequence of SafeBag { bagId, [0] bagValue, attributes }
 *
 * The bags are read by this file and their keys by OpenSSL, so that a key may be RSA or EC.
 */
import { createPrivateKey } from "node:crypto"
import type { FileContents } from "../contents.ts"
import { decrypt } from "../decryption.ts"
import { curveIds, keyIds, nameIn, pkcsIds } from "../der/object-identifiers.ts"
import { context, type Element, expectTag, inside, parseDer, partAt, parts, partsOf, tags } from "../der/read.ts"
import { octetsOf, oidOf } from "../der/values.ts"
import { supportedKey } from "../key.ts"
import { PkiError } from "../pki-error.ts"
import { macFits } from "./mac.ts"

/** { INTEGER 3, ContentInfo, … } */
export function isPkcs12(element: Element): boolean {
  const [version, authSafe] = parts(element)
  if (version?.tag !== tags.integer || authSafe?.tag !== tags.sequence) return false
  return partsOf(authSafe, tags.sequence)[0]?.tag === tags.oid && version.content.at(-1) === 3
}

export function readPkcs12(element: Element, contents: FileContents): void {
  const fields = partsOf(element, tags.sequence)
  const whole = contentOf(partAt(fields, 1))
  const macData = fields[2]
  // RFC 7292 §3.1: signed instead of with a MAC. Nobody does.
  if (whole.type !== pkcsIds.data) throw new PkiError("unsupported-encryption", { algorithm: whole.type })
  const safes = octetsOf(inside(whole.content))
  if (macData !== undefined && !macFits(macData, safes, contents.passPhrase ?? "", contents.budget))
    throw new PkiError(contents.passPhrase ? "wrong-pass-phrase" : "pass-phrase-needed")
  for (const safe of partsOf(parseDer(safes), tags.sequence)) readSafe(safe, contents)
}

function readSafe(safe: Element, contents: FileContents): void {
  const { type, content } = contentOf(safe)
  if (type === pkcsIds.data) return readBags(parseDer(octetsOf(inside(content))), contents, 0)
  if (type !== pkcsIds.encryptedData) throw new PkiError("unsupported-encryption", { algorithm: type })
  // EncryptedData = { version, EncryptedContentInfo { contentType, algorithm, [0] IMPLICIT encryptedContent } }
  const info = partsOf(partAt(partsOf(inside(content), tags.sequence), 1), tags.sequence)
  const plain = decrypt(partAt(info, 1), octetsOf(partAt(info, 2)), contents.passPhrase, contents.budget)
  readBags(parseDer(plain), contents, 0)
}

function readBags(safeContents: Element, contents: FileContents, depth: number): void {
  if (depth > deepest) throw new PkiError("damaged")
  for (const bag of partsOf(safeContents, tags.sequence)) {
    const fields = partsOf(bag, tags.sequence)
    const value = inside(expectTag(partAt(fields, 1), context(0)))
    const id = oidOf(partAt(fields, 0))
    // Others hold CRLs and secrets, which nothing here needs.
    if (id === pkcsIds.certBag) readCertBag(value, contents)
    else if (id === pkcsIds.keyBag) readKey(value.raw, contents)
    else if (id === pkcsIds.shroudedKeyBag) readKey(decryptedKey(value, contents), contents)
    else if (id === pkcsIds.safeContentsBag) readBags(value, contents, depth + 1)
  }
}

/** CertBag = { certId, [0] certValue } */
function readCertBag(bag: Element, contents: FileContents): void {
  const fields = partsOf(bag, tags.sequence)
  if (oidOf(partAt(fields, 0)) === pkcsIds.x509Certificate)
    contents.addCertificate(octetsOf(inside(expectTag(partAt(fields, 1), context(0)))))
}

/** EncryptedPrivateKeyInfo = { encryptionAlgorithm, encryptedData }: RFC 5958 §3. Also the whole of a PEM of its own. */
export function decryptedKey(shrouded: Element, contents: FileContents): Uint8Array {
  const fields = partsOf(shrouded, tags.sequence)
  return decrypt(partAt(fields, 0), octetsOf(partAt(fields, 1)), contents.passPhrase, contents.budget)
}

/** PrivateKeyInfo, PKCS#8: RFC 5958 §2. */
export function readKey(bytes: Uint8Array, contents: FileContents): void {
  const algorithm = partsOf(partAt(partsOf(parseDer(bytes), tags.sequence), 1), tags.sequence)
  const type = nameIn(keyIds, oidOf(partAt(algorithm, 0)))
  const curve = algorithm[1]?.tag === tags.oid ? nameIn(curveIds, oidOf(algorithm[1])) : undefined
  // Said here by name: OpenSSL may not know it, and then does not tell it from a damaged one.
  if (type !== "RSA" && type !== "EC") throw new PkiError("unsupported-key", { algorithm: type })
  if (curve !== undefined && curve !== "P-256" && curve !== "P-384")
    throw new PkiError("unsupported-key", { algorithm: curve })
  contents.addKey(supportedKey(() => createPrivateKey({ key: Buffer.from(bytes), format: "der", type: "pkcs8" })))
}

function contentOf(contentInfo: Element): { type: string; content: Element } {
  const fields = partsOf(contentInfo, tags.sequence)
  return { type: oidOf(partAt(fields, 0)), content: expectTag(partAt(fields, 1), context(0)) }
}

const deepest = 4
