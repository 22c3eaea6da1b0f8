/** A new certificate between a form and the contract: what is filled in, what is sent, and at which field a refusal is said. */

import type { BodyOf } from "@homeport/contract"
import {
  type AlternativeName,
  type CertificateProfile,
  type CertificateProposal,
  certificateRequest,
  type certificates,
} from "@homeport/contract"
import { checkedBy, type NameOf, type Problems } from "./check.ts"
import { filledIn, type NameRow } from "./NameRows.tsx"
import { momentBody, typedMomentOf } from "./typed-moment.ts"

export type RequestValues = ReturnType<typeof requestValues>

export const requestValues = (proposal: CertificateProposal) => ({
  name: proposal.name,
  serialNumber: proposal.serialNumber,
  signatureAlgorithm: "sha256RSA",
  keyLength: "2048",
  notBefore: typedMomentOf(proposal.notBefore),
  notAfter: typedMomentOf(proposal.notAfter),
  country: "",
  organization: "",
  organizationUnit: "",
  commonName: proposal.commonName,
  subjectAltNames: proposal.subjectAltNames as readonly AlternativeName[],
  distributionPoints: proposal.crlDistributionPoints as readonly NameRow[],
})

export function requestBody(
  values: RequestValues,
  profile: CertificateProfile,
  authorityId: number | null,
): BodyOf<typeof certificates.create> {
  const body = {
    name: values.name.trim(),
    profile,
    authorityId,
    serialNumber: values.serialNumber.trim(),
    signatureAlgorithm: values.signatureAlgorithm,
    keyLength: Number(values.keyLength),
    // Emptied: as proposed.
    notBefore: momentBody(values.notBefore) ?? null,
    notAfter: momentBody(values.notAfter) ?? null,
    subject: {
      country: values.country.trim(),
      organization: values.organization.trim(),
      organizationUnit: values.organizationUnit.trim(),
      commonName: values.commonName.trim(),
    },
    subjectAltNames: filledIn(values.subjectAltNames),
    crlDistributionPoints: filledIn(values.distributionPoints),
  }
  // Its choices are text here; whether they are among those of the contract, `requestProblems` says.
  return body as BodyOf<typeof certificates.create>
}

export const requestProblems = (body: unknown): Problems => checkedBy(certificateRequest, body, requestField)

/** The contract's "subject.commonName" and "crlDistributionPoints.0.value" are fields of their own here. */
export const requestField: NameOf = (path) => {
  const [first = "", second = ""] = path.split(".")
  if (first === "subject") return second
  // A CA that has been removed meanwhile has no field: it is said at the top.
  if (first === "authorityId") return "name"
  return first === "crlDistributionPoints" ? "distributionPoints" : first
}
