/** Certificates in the contract's shapes. */
import type { Certificate, CertificateFacts } from "@homeport/contract"
import type { CertificateDescription } from "@homeport/pki"
import { moment } from "../routes/views.ts"
import type { Inventory, Known } from "./inventory.ts"

export function certificateView(inventory: Inventory, known: Known, at: number): Certificate {
  const { stored, facts, issuer } = known
  const revocation = inventory.revocationOf(known)
  return {
    id: stored.id,
    name: stored.name,
    facts: factsView(facts),
    hasKey: stored.privateKey !== undefined,
    generated: stored.generated,
    issuerId: issuer?.id ?? null,
    usedBy: [...inventory.usesOf(known)],
    daysLeft: daysLeft(facts, at),
    revokedAt: revocation ? moment(revocation.revokedAt) : null,
    problems: inventory.problemsOf(known, at).map(({ code, params }) => (params ? { code, params } : { code })),
  }
}

/** Whole days until the end; negative when it is over. */
export const daysLeft = ({ notAfter }: Pick<CertificateDescription, "notAfter">, at: number): number =>
  Math.floor((notAfter - at) / 86_400_000)

export function factsView(facts: CertificateDescription): CertificateFacts {
  const { isAuthority, selfSigned, key } = facts
  return {
    type: isAuthority ? (selfSigned ? "self-signed-ca" : "ca") : selfSigned ? "self-signed" : "ca-signed",
    serialNumber: facts.serialNumber,
    serialNumberHex: facts.serialNumberHex,
    signatureAlgorithm: facts.signatureAlgorithm,
    notBefore: moment(facts.notBefore),
    notAfter: moment(facts.notAfter),
    crlDistributionPoints: facts.crlDistributionPoints.map(({ value }) => value),
    issuer: nameView(facts.issuer),
    subject: nameView(facts.subject),
    subjectAltNames: facts.subjectAltNames.map(({ type, value }) => ({ type, value })),
    key: { type: key.type, bits: key.bits, curve: key.curve ?? null, hex: key.hex },
    fingerprint: facts.fingerprint256,
  }
}

const nameView = ({
  country,
  organization,
  organizationUnit,
  commonName,
  text,
}: CertificateDescription["subject"]) => ({
  country: country ?? "",
  organization: organization ?? "",
  organizationUnit: organizationUnit ?? "",
  commonName: commonName ?? "",
  text,
})
