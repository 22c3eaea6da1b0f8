/** Why SPE refuses a certificate: facts about it alone, at a moment. Whether a key is there and who signed it is asked elsewhere. */
import { type Certificate, certificateOf } from "./certificate.ts"
import { extendedUsagesOf } from "./describe.ts"
import { orDamaged } from "./pki-error.ts"
import { publicKeyOf } from "./public-key.ts"
import { isWeakSignature, signatureNameOf } from "./signature-name.ts"

export type TlsProblem = "expired" | "not-yet-valid" | "weak-key" | "weak-signature" | "is-authority" | "no-server-auth"
export type AuthorityProblem =
  | "expired"
  | "not-yet-valid"
  | "weak-key"
  | "weak-signature"
  | "not-an-authority"
  | "may-not-sign"

/** As the certificate of a TLS server, at a moment in milliseconds since 1970. Throws what reading it throws. */
export function tlsServerProblems(pem: string, at: number): readonly TlsProblem[] {
  const certificate = certificateOf(pem)
  const problems: TlsProblem[] = [...commonProblems(certificate, at)]
  if (certificate.authority) problems.push("is-authority")
  if (!servesTls(certificate)) problems.push("no-server-auth")
  return problems
}

/** As the certificate of an authority that signed phones or servers. Throws what reading it throws. */
export function authorityProblems(pem: string, at: number): readonly AuthorityProblem[] {
  const certificate = certificateOf(pem)
  const problems: AuthorityProblem[] = [...commonProblems(certificate, at)]
  if (!certificate.authority) problems.push("not-an-authority")
  // RFC 5280 §4.2.1.3: keyCertSign, if there is a keyUsage at all.
  if (certificate.usages?.includes("keyCertSign") === false) problems.push("may-not-sign")
  return problems
}

function commonProblems(certificate: Certificate, at: number) {
  const problems: (TlsProblem & AuthorityProblem)[] = []
  if (at > certificate.notAfter) problems.push("expired")
  if (at < certificate.notBefore) problems.push("not-yet-valid")
  if (!hasStrongKey(certificate)) problems.push("weak-key")
  if (orDamaged(() => isWeakSignature(signatureNameOf(certificate.signatureAlgorithm)))) problems.push("weak-signature")
  return problems
}

/** RFC 9325 §4.5: RSA from 2048 bits, and the two curves that every phone knows. */
function hasStrongKey({ publicKeyInfo }: Certificate): boolean {
  const { type, bits, curve } = orDamaged(() => publicKeyOf(publicKeyInfo))
  return (type === "RSA" && bits >= 2048) || (type === "EC" && (curve === "P-256" || curve === "P-384"))
}

/** RFC 5280 §4.2.1.12: any of the key usages that go with serverAuth, and serverAuth, where the extensions are there. */
function servesTls(certificate: Certificate): boolean {
  const { usages } = certificate
  const purposes = orDamaged(() => extendedUsagesOf(certificate))
  const usable = ["digitalSignature", "keyEncipherment", "keyAgreement"] as const
  const allowed = usages === undefined || usable.some((usage) => usages.includes(usage))
  return (
    allowed && (purposes === undefined || purposes.some((one) => one === "serverAuth" || one === "anyExtendedKeyUsage"))
  )
}
