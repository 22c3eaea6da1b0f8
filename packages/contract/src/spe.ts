/**
 * Security ▸ Signaling and Payload Encryption (SPE): the one certificate that serves all SIP interfaces, the CAs it comes from,
 * and whether TLS is open, or why not.
 */
import * as z from "zod/mini"
import { certificate, certificateFacts, certificateProblem } from "./certificate.ts"
import { certificateFile, passPhrase } from "./certificates.ts"
import { endpoint } from "./endpoint.ts"
import { type FieldProblems, obeys } from "./field-problem.ts"
import { code, flag, wholeInText } from "./primitives.ts"
import { listenErrors } from "./settings/page.ts"

export const mostSpeAuthorities = 16

/** Why the TLS ports are closed: `tls.<code>` in the catalogue, the first of them the one to mend first. */
export const tlsReasonCodes = [
  "no-certificate",
  "expired",
  "not-yet-valid",
  "revoked",
  "refused",
  "spe-support-off",
  "voip-on-lan1",
] as const
export type TlsReason = (typeof tlsReasonCodes)[number]

export const speStatus = z.strictObject({
  /** The system flag SPE support. */
  support: z.boolean(),
  /** The TLS ports are wanted; whether each could be opened stands in the listeners. */
  open: z.boolean(),
  reasons: z.array(z.enum(tlsReasonCodes)),
  certificate: z.nullable(certificate),
  authorities: z.array(certificate),
  /** The name or address that phones at home are given; null while none is known. */
  publicName: z.nullable(z.string()),
  /** Whether the certificate is made out to it; null without the one or the other. */
  namesPublicName: z.nullable(z.boolean()),
  /** Stations that are registered over TLS now. */
  stationsOverTls: z.number(),
})
export type SpeStatus = z.infer<typeof speStatus>

/** Either a certificate that is stored here, or a file with its pass-phrase; for a file without its issuer, that as well. */
const installation = {
  certificateId: z._default(z.nullable(z.int(code("NotWhole"))), null),
  file: z._default(z.nullable(certificateFile), null),
  passPhrase: z._default(z.nullable(passPhrase), null),
  issuerFile: z._default(z.nullable(certificateFile), null),
}

export function installationRules(given: {
  readonly certificateId: number | null
  readonly file: string | null
}): FieldProblems {
  if (given.certificateId === null && given.file === null) return { file: { code: "ChooseCertificate" } }
  if (given.certificateId !== null && given.file !== null) return { certificateId: { code: "ChooseOneCertificate" } }
  return {}
}

const stationOverTls = z.strictObject({ callNumber: z.string(), name: z.string() })

/** What would be installed, before it is. Nothing that is wrong with it is left out. */
export const installationPreview = z.strictObject({
  facts: certificateFacts,
  chain: z.array(certificateFacts),
  /** "included": in the file, and shown in `chain`. "missing": the page asks for it. "self-signed": it needs none. */
  issuer: z.enum(["included", "installed", "stored", "self-signed", "missing"]),
  problems: z.array(certificateProblem),
  /** Registered over TLS now, and trusting a CA that has not signed the new certificate. */
  losesTrust: z.array(stationOverTls),
  publicName: z.nullable(z.string()),
  namesPublicName: z.nullable(z.boolean()),
})
export type InstallationPreview = z.infer<typeof installationPreview>

export const spe = {
  status: endpoint({
    method: "GET",
    path: "/api/spe",
    summary: "Whether SIP over TLS is open, or why not, and with which certificates",
    role: "basic",
    response: speStatus,
    errors: [],
  }),
  preview: endpoint({
    method: "POST",
    path: "/api/spe/certificate/preview",
    summary: "What an installation would bring, and which stations would lose trust; nothing is changed",
    role: "expert",
    body: z.strictObject(installation).check(obeys(installationRules)),
    response: installationPreview,
    errors: ["NotFound"],
  }),
  install: endpoint({
    method: "PUT",
    path: "/api/spe/certificate",
    summary: "Install the SPE certificate, with its issuer; new connections are shown it at once, old ones stay",
    role: "expert",
    body: z
      .strictObject({
        ...installation,
        /** Stations registered over TLS that trust only another CA are left behind knowingly. */
        acceptTrustLoss: z._default(flag, false),
      })
      .check(obeys(installationRules)),
    response: speStatus,
    errors: ["NotFound", "TrustLoss", "TooManyCertificates", ...listenErrors],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/spe/certificate",
    summary: "Take the SPE certificate out of use: the TLS ports close. It stays in Certificate Management",
    role: "expert",
    response: speStatus,
    errors: [],
  }),
  installAuthority: endpoint({
    method: "POST",
    path: "/api/spe/authorities",
    summary: "Install a CA certificate for SPE: a file (PEM, DER), or one that is stored here",
    role: "expert",
    body: z
      .strictObject({ certificateId: installation.certificateId, file: installation.file })
      .check(obeys(installationRules)),
    response: speStatus,
    status: 201,
    errors: ["NotFound", "TooManyCertificates"],
  }),
  removeAuthority: endpoint({
    method: "DELETE",
    path: "/api/spe/authorities/:id",
    summary: "Take a CA certificate out of SPE; refused while the SPE certificate comes from it",
    role: "expert",
    params: z.strictObject({ id: wholeInText(1, 2 ** 31) }),
    response: speStatus,
    errors: ["NotFound", "CertificateInUse"],
  }),
}
