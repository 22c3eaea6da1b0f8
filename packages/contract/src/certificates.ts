/** Security ▸ SSL: what is made, imported, shown, exported, renewed, revoked and removed. */
import * as z from "zod/mini"
import {
  certificate,
  certificateName,
  certificateProfiles,
  certificateRequest,
  isBackwards,
  keyLengths,
  revocationList,
  revocationReasons,
  serialNumber,
} from "./certificate.ts"
import { endpoint } from "./endpoint.ts"
import { obeys } from "./field-problem.ts"
import {
  base64,
  base64Length,
  choice,
  code,
  flag,
  listQuery,
  moment,
  nothing,
  page,
  text,
  typedMoment,
  wholeInText,
} from "./primitives.ts"
import { listenErrors } from "./settings/page.ts"

const byId = z.strictObject({ id: wholeInText(1, 2 ** 31) })

/** A file as base64. A larger one than this is no certificate: it is refused before anything looks into it. */
export const longestFile = 128 * 1024
export const certificateFile = z
  .string(code("WrongType"))
  .check(
    z.minLength(1, code("FileEmpty")),
    z.maxLength(base64Length(longestFile), code("FileTooLarge")),
    z.regex(base64, code("NotBase64")),
  )

/** Of the file; null: it needs none. */
export const passPhrase = z.string(code("WrongType")).check(z.maxLength(256, code("TooLong")))

/** A PKCS#12 leaves this system: what protects it must not be guessed at leisure. */
export const newPassPhrase = text(8, 128)

export const pkcs12Encryptions = ["aes256", "3des"] as const

export const renewal = z
  .strictObject({
    /** Name of the copy; null: the old name with a number behind it. */
    name: z._default(z.nullable(certificateName), null),
    serialNumber: z._default(z.nullable(serialNumber), null),
    notBefore: z._default(z.nullable(typedMoment), null),
    notAfter: z._default(z.nullable(typedMoment), null),
    /** "same": what trusts the old one trusts the copy. */
    key: z._default(choice(["same", "new"]), "same"),
    keyLength: z._default(z.literal(keyLengths, code("NotOneOf")), 2048),
    /** The copy takes the old one's place wherever that is in use. */
    replace: z._default(flag, false),
  })
  .check(
    obeys(({ notBefore, notAfter }) =>
      isBackwards(notBefore, notAfter) ? { notAfter: { code: "EndBeforeStart" } } : {},
    ),
  )

export type Renewal = z.infer<typeof renewal>

/** What a form is filled with before anybody types. */
export const certificateProposal = z.strictObject({
  name: z.string(),
  serialNumber: z.string(),
  notBefore: moment,
  notAfter: moment,
  commonName: z.string(),
  /** The public name, or else the mapped address. */
  subjectAltNames: z.array(z.strictObject({ type: z.enum(["dns", "ip"]), value: z.string() })),
  crlDistributionPoints: z.array(z.strictObject({ type: z.literal("uri"), value: z.string() })),
})
export type CertificateProposal = z.infer<typeof certificateProposal>

export const certificates = {
  list: endpoint({
    method: "GET",
    path: "/api/certificates",
    summary: "All stored certificates",
    role: "basic",
    query: listQuery(["name", "subject", "issuer", "notAfter"]),
    response: page(certificate),
    errors: [],
  }),
  proposal: endpoint({
    method: "GET",
    path: "/api/certificate-proposal",
    summary: "Good values for a new certificate: a random serial number, dates, the public name",
    role: "expert",
    query: z.strictObject({
      profile: choice(certificateProfiles),
      /** The CA, for a server certificate. */
      authorityId: z.optional(wholeInText(1, 2 ** 31)),
    }),
    response: certificateProposal,
    errors: ["NotFound"],
  }),
  create: endpoint({
    method: "POST",
    path: "/api/certificates",
    summary: "Generate a CA certificate, a server certificate signed by a CA, or a self-signed one, each with its key",
    role: "expert",
    body: certificateRequest,
    response: certificate,
    status: 201,
    errors: ["NotFound", "TooManyCertificates"],
  }),
  import: endpoint({
    method: "POST",
    path: "/api/certificates/import",
    summary: "Import a certificate file (PEM, DER, PKCS#12, PKCS#7), with its key where it has one",
    role: "expert",
    body: z.strictObject({
      name: certificateName,
      file: certificateFile,
      passPhrase: z._default(z.nullable(passPhrase), null),
    }),
    response: z.strictObject({
      /** The first certificate of the file, then those of its chain that were not here yet. */
      items: z.array(certificate),
    }),
    status: 201,
    errors: ["TooManyCertificates"],
  }),
  read: endpoint({
    method: "GET",
    path: "/api/certificates/:id",
    summary: "One stored certificate",
    role: "basic",
    params: byId,
    response: certificate,
    errors: ["NotFound"],
  }),
  x509: endpoint({
    method: "GET",
    path: "/api/certificates/:id/x509",
    summary: "Export X.509: the certificate without its key, named after its Common Name",
    role: "basic",
    params: byId,
    query: z.strictObject({ format: z._default(choice(["pem", "der"]), "pem") }),
    response: nothing,
    file: "application/x-x509-ca-cert",
    errors: ["NotFound"],
  }),
  pkcs12: endpoint({
    method: "POST",
    path: "/api/certificates/:id/pkcs12",
    summary: "Export PKCS#12: certificate, key and chain under a pass-phrase, named after the CA's Common Name",
    role: "expert",
    params: byId,
    body: z.strictObject({ passPhrase: newPassPhrase, encryption: z._default(choice(pkcs12Encryptions), "aes256") }),
    response: nothing,
    file: "application/x-pkcs12",
    errors: ["NotFound", "NoPrivateKey"],
  }),
  renew: endpoint({
    method: "POST",
    path: "/api/certificates/:id/renew",
    summary: "Renew as a copy: the same names, a new serial number and dates, the same key or a new one",
    role: "expert",
    params: byId,
    body: renewal,
    response: certificate,
    status: 201,
    errors: [
      "NotFound",
      "NoPrivateKey",
      "IssuerNotHere",
      "TooManyCertificates",
      "CertificateNotRenewable",
      "TrustLoss",
      ...listenErrors,
    ],
  }),
  revoke: endpoint({
    method: "POST",
    path: "/api/certificates/:id/revoke",
    summary: "Revoke a certificate that one of our CAs has signed: its next list names it",
    role: "expert",
    params: byId,
    body: z.strictObject({ reason: z._default(choice(revocationReasons), "unspecified") }),
    response: certificate,
    errors: ["NotFound", "IssuerNotHere"],
  }),
  revocationList: endpoint({
    method: "GET",
    path: "/api/certificates/:id/crl",
    summary: "The newest revocation list of a CA",
    role: "basic",
    params: byId,
    response: revocationList,
    errors: ["NotFound", "NoRevocationList"],
  }),
  revocationListFile: endpoint({
    method: "GET",
    path: "/api/certificates/:id/crl-file",
    summary: "The newest revocation list of a CA, DER",
    role: "basic",
    params: byId,
    response: nothing,
    file: "application/pkix-crl",
    errors: ["NotFound", "NoRevocationList"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/certificates/:id",
    summary: "Remove a certificate and its key; refused while something uses it",
    role: "expert",
    params: byId,
    response: nothing,
    errors: ["NotFound", "CertificateInUse"],
  }),
}
