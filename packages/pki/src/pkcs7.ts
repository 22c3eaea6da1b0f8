/** The certificates in a PKCS#7 file, .p7b: a SignedData that signs nothing. RFC 2315 §9.1, RFC 5652 §5.1. */
import type { FileContents } from "./contents.ts"
import { pkcsIds } from "./der/object-identifiers.ts"
import { context, type Element, expectTag, inside, partAt, parts, partsOf, tags } from "./der/read.ts"
import { oidOf } from "./der/values.ts"

/** ContentInfo = { contentType, [0] content } */
export function isPkcs7(element: Element): boolean {
  const [type, content] = parts(element)
  return type?.tag === tags.oid && content?.tag === context(0) && oidOf(type) === pkcsIds.signedData
}

/** SignedData = { version, digestAlgorithms, contentInfo, [0] certificates, … } */
export function readPkcs7(element: Element, contents: FileContents): void {
  const content = expectTag(partAt(partsOf(element, tags.sequence), 1), context(0))
  const fields = partsOf(inside(content), tags.sequence)
  const certificates = fields.slice(3).find(({ tag }) => tag === context(0))
  // A set that may hold attribute certificates too, which have tags of their own.
  for (const one of certificates ? parts(certificates) : [])
    if (one.tag === tags.sequence) contents.addCertificate(one.raw)
}
