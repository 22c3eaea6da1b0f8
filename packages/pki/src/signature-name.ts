/** What a signature algorithm is called on the screen: "sha256RSA", "sha1RSA", "sha256ECDSA", "sha256RSA-PSS". */
import { digestIds, nameIn, rsaPss, signatureIds } from "./der/object-identifiers.ts"
import { context, type Element, inside, partAt, partsOf, tags } from "./der/read.ts"
import { oidOf } from "./der/values.ts"

/** Of an AlgorithmIdentifier; one that is not known has its object identifier for a name. */
export function signatureNameOf(algorithm: Element): string {
  const fields = partsOf(algorithm, tags.sequence)
  const id = oidOf(partAt(fields, 0))
  if (id !== rsaPss) return nameIn(signatureIds, id)
  // RFC 4055 §3.1: the digest is the first of the parameters, and SHA-1 where it is not written.
  const parameters = fields[1]?.tag === tags.sequence ? partsOf(fields[1], tags.sequence) : []
  const digest = parameters.find(({ tag }) => tag === context(0))
  const name = digest === undefined ? "sha1" : nameIn(digestIds, oidOf(inside(inside(digest))))
  return `${name}RSA-PSS`
}

/** MD2, MD4, MD5 and SHA-1 can be made to collide: RFC 9155, RFC 9325 §4.4. */
export const isWeakSignature = (name: string): boolean => /^(?:md[245]|sha1)[A-Z]/.test(name)
