/** What @homeport/pki says no to, as the contract's problems of fields. */
import type { CertificateProblem, FieldProblem, FieldProblemCode } from "@homeport/contract"
import { type AuthorityProblem, type CertificateDescription, PkiError, type TlsProblem } from "@homeport/pki"
import { ApiError } from "../http/errors.ts"
import { gmt } from "./gmt.ts"

/** Undefined for what can only be said of a CA (`authorityProblemOf`). */
export function problemOf(
  code: TlsProblem | AuthorityProblem,
  facts: CertificateDescription,
): CertificateProblem | undefined {
  switch (code) {
    case "expired":
      return { code: "CertificateExpired", params: { at: gmt(facts.notAfter) } }
    case "not-yet-valid":
      return { code: "CertificateNotYetValid", params: { at: gmt(facts.notBefore) } }
    case "weak-key":
      return { code: "CertificateWeakKey", params: { key: `${facts.key.type} ${facts.key.curve ?? facts.key.bits}` } }
    case "weak-signature":
      return { code: "CertificateWeakSignature", params: { algorithm: facts.signatureAlgorithm } }
    case "is-authority":
      return { code: "CertificateIsAuthority" }
    case "no-server-auth":
      return { code: "CertificateNoServerAuth" }
    case "not-an-authority":
    case "may-not-sign":
      return undefined
  }
}

export function authorityProblemOf(code: AuthorityProblem, facts: CertificateDescription): FieldProblem {
  if (code === "not-an-authority") return { code: "NotAnAuthority" }
  return problemOf(code, facts) ?? { code: "AuthorityMayNotSign" }
}

/** The refusal of a file, at the field it came in: a wrong pass-phrase at the field of the pass-phrase. */
export function refusedFile(error: unknown, file: string, passPhrase: string): unknown {
  if (!(error instanceof PkiError)) return error
  const code = fileProblems[error.code] ?? "FileDamaged"
  const { limit, iterations, algorithm } = error.params
  const params = {
    maximum: limit ?? 0,
    iterations: iterations ?? limit ?? "?",
    algorithm: algorithm ?? "?",
  }
  const field = code === "WrongPassPhrase" || code === "PassPhraseNeeded" ? passPhrase : file
  return new ApiError("InvalidInput", { fields: { [field]: { code, params } } })
}

const fileProblems: Readonly<Record<string, FieldProblemCode>> = {
  empty: "FileEmpty",
  "too-large": "FileTooLarge",
  "not-recognized": "FileNotRecognized",
  truncated: "FileTruncated",
  damaged: "FileDamaged",
  "pass-phrase-needed": "PassPhraseNeeded",
  "wrong-pass-phrase": "WrongPassPhrase",
  "unsupported-encryption": "FileUnsupported",
  "too-many-iterations": "FileTooSlow",
  "no-certificate": "FileHasNoCertificate",
  "too-many-certificates": "FileTooManyCertificates",
  "key-does-not-match": "FileKeyMismatch",
  "several-keys": "FileHasSeveralKeys",
  "unsupported-key": "FileKeyUnsupported",
}

/** What a form of Certificate Generation asked for and cannot be made. */
export function refusedRequest(
  error: unknown,
  authorityEnd: number | undefined,
  alternativeNames: readonly { readonly value: string }[] = [],
): unknown {
  if (!(error instanceof PkiError)) return error
  const { field, type, value } = error.params
  const name = `subjectAltNames.${alternativeNames.findIndex((each) => each.value === value)}.value`
  const problems: Readonly<Record<string, readonly [field: string, problem: FieldProblem]>> = {
    "outlives-authority": ["notAfter", { code: "OutlivesAuthority", params: { at: gmt(authorityEnd ?? 0) } }],
    "bad-validity": ["notAfter", { code: "EndBeforeStart" }],
    "bad-serial-number": ["serialNumber", { code: "NotASerialNumber" }],
    "bad-subject": [`subject.${field ?? "commonName"}`, { code: "WrongType" }],
    "bad-alternative-name": [name, { code: misfits[type ?? ""] ?? "WrongType" }],
    "bad-distribution-point": ["crlDistributionPoints", { code: "WrongType" }],
    "not-an-authority": ["authorityId", { code: "NotAnAuthority" }],
  }
  const found = problems[error.code]
  return found ? new ApiError("InvalidInput", { fields: { [found[0]]: found[1] } }) : error
}

const misfits: Readonly<Record<string, FieldProblemCode>> = {
  dns: "NotAHostName",
  ip: "NotAnAddress",
  email: "NotAnEmail",
  uri: "NotAUrl",
  dn: "NotADistinguishedName",
}
