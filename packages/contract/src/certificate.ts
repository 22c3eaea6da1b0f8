/**
 * A certificate as administrators see it, and what one is made of. The words are those of Security ▸ SSL ▸ Certificate Generation;
 * times are GMT. RFC 5280.
 */
import * as z from "zod/mini"
import { isHostName, parseIpv4 } from "./addresses.ts"
import { type FieldProblem, type FieldProblems, obeys } from "./field-problem.ts"
import { choice, code, moment, text, typedMoment } from "./primitives.ts"

/** In the order of the list. The guide's sha1RSA and 1536 are not among them: today's OpenSSL refuses to serve either. */
export const signatureAlgorithms = ["sha256RSA", "sha384RSA", "sha512RSA"] as const
export const keyLengths = [2048, 3072, 4096] as const

/** "authority": a CA. "server": signed by one of our CAs. "self-signed-server": by itself. */
export const certificateProfiles = ["authority", "server", "self-signed-server"] as const
export type CertificateProfile = (typeof certificateProfiles)[number]

/** How long what is made is proposed to last, in days: phones are set up once, and Apple refuses servers beyond 825. */
export const proposedDays = { authority: 3652, server: 825, "self-signed-server": 825 } as const satisfies Record<
  CertificateProfile,
  number
>

/** Days before the end: an event, another one, the alarm. */
export const expiryWarnings = [60, 30, 7] as const

export const alternativeNameTypes = ["dns", "ip", "email", "uri", "dn"] as const
const alternativeName = z.strictObject({ type: z.enum(alternativeNameTypes), value: z.string() })
export type AlternativeName = z.infer<typeof alternativeName>

const distinguishedName = z.strictObject({
  country: z.string(),
  organization: z.string(),
  organizationUnit: z.string(),
  commonName: z.string(),
  /** All of it, in one line. */
  text: z.string(),
})

/** What is written in the certificate itself. */
export const certificateFacts = z.strictObject({
  type: z.enum(["self-signed-ca", "ca", "self-signed", "ca-signed"]),
  serialNumber: z.string(),
  serialNumberHex: z.string(),
  /** "sha256RSA", "sha1RSA", "sha256ECDSA", … */
  signatureAlgorithm: z.string(),
  notBefore: moment,
  notAfter: moment,
  crlDistributionPoints: z.array(z.string()),
  issuer: distinguishedName,
  subject: distinguishedName,
  subjectAltNames: z.array(z.strictObject({ type: z.string(), value: z.string() })),
  /** `hex`: RSA's modulus, or the point of an elliptic curve. */
  key: z.strictObject({ type: z.string(), bits: z.number(), curve: z.nullable(z.string()), hex: z.string() }),
  /** SHA-256, in pairs. */
  fingerprint: z.string(),
})
export type CertificateFacts = z.infer<typeof certificateFacts>

/** Why SPE refuses a certificate: `field.Certificate…` in the catalogue. */
export const certificateProblemCodes = [
  "CertificateExpired",
  "CertificateIsAuthority",
  "CertificateNoServerAuth",
  "CertificateNotYetValid",
  "CertificateRevoked",
  "CertificateWeakKey",
  "CertificateWeakSignature",
] as const
const problemParams = z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()])))
export const certificateProblem = z.strictObject({ code: z.enum(certificateProblemCodes), params: problemParams })
export type CertificateProblem = z.infer<typeof certificateProblem>

export const certificateUses = ["spe-certificate", "spe-ca", "console", "issuer"] as const
export type CertificateUse = (typeof certificateUses)[number]

/** One that is stored, with what this system knows of it. */
export const certificate = z.strictObject({
  id: z.number(),
  /** Name of the Certificate: no other has it. */
  name: z.string(),
  facts: certificateFacts,
  /** Its private key is here: it can be exported as PKCS#12, and a CA can sign. */
  hasKey: z.boolean(),
  /** Made here, not imported. */
  generated: z.boolean(),
  /** The stored certificate that signed it; null: itself, or one that is not here. */
  issuerId: z.nullable(z.number()),
  usedBy: z.array(z.enum(certificateUses)),
  /** Whole days until the end; negative when it is over. */
  daysLeft: z.number(),
  revokedAt: z.nullable(moment),
  /** What keeps SPE from taking it as its certificate; for an authority, as a CA. */
  problems: z.array(certificateProblem),
})
export type Certificate = z.infer<typeof certificate>

export const revocationReasons = [
  "unspecified",
  "keyCompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** A certificate revocation list. RFC 5280 §5. */
export const revocationList = z.strictObject({
  issuer: z.string(),
  number: z.string(),
  thisUpdate: moment,
  nextUpdate: moment,
  signatureAlgorithm: z.string(),
  /** Where phones fetch it; null while nothing serves it to them. */
  url: z.nullable(z.string()),
  revoked: z.array(
    z.strictObject({
      serialNumber: z.string(),
      /** Of the stored certificate, where it is still here. */
      name: z.nullable(z.string()),
      revokedAt: moment,
      reason: z.string(),
    }),
  ),
})
export type RevocationList = z.infer<typeof revocationList>

/** Decimal, positive, at most 20 octets (RFC 5280 §4.1.2.2). */
export const serialNumber = z
  .string(code("WrongType"))
  .check(
    z.refine((value) => /^0*[1-9][0-9]{0,47}$/.test(value) && BigInt(value) < 1n << 159n, code("NotASerialNumber")),
  )

export const certificateName = text(1, 64).check(z.regex(/\S|^$/, code("Required")))

const subject = z.strictObject({
  country: z._default(z.string(code("WrongType")).check(z.regex(/^([A-Za-z]{2})?$/, code("NotACountry"))), ""),
  organization: z._default(text(0, 64), ""),
  organizationUnit: z._default(text(0, 64), ""),
  commonName: text(1, 64).check(z.regex(/\S|^$/, code("Required"))),
})

const typedName = z
  .strictObject({ type: choice(alternativeNameTypes), value: text(1, 255) })
  .check(obeys(({ type, value }) => (fits[type](value) ? {} : { value: { code: misfit[type] } })))

const fits: Readonly<Record<AlternativeName["type"], (value: string) => boolean>> = {
  dns: (value) => isHostName(value.replace(/^\*\./, "")),
  ip: (value) => parseIpv4(value) !== undefined || isIpv6(value),
  email: (value) => /^[^\s@]+@[^\s@]+$/.test(value),
  uri: (value) => /^[a-z][a-z0-9+.-]*:[!-~]+$/i.test(value),
  dn: (value) => /^\s*[A-Za-z0-9.]+\s*=.+/.test(value),
}
const misfit = {
  dns: "NotAHostName",
  ip: "NotAnAddress",
  email: "NotAnEmail",
  uri: "NotAUrl",
  dn: "NotADistinguishedName",
} as const

function isIpv6(value: string): boolean {
  return value.includes(":") && URL.canParse(`http://[${value}]/`)
}

const distributionPoint = z
  .strictObject({ type: choice(["dns", "ip", "uri"]), value: text(1, 255) })
  .check(obeys(({ type, value }) => (fits[type](value) ? {} : { value: { code: misfit[type] } })))

/** What a form of Certificate Generation sends; everything but the names has a proposal. */
export const certificateRequest = z
  .strictObject({
    name: certificateName,
    profile: choice(certificateProfiles),
    /** The CA that signs; for "server" alone. */
    authorityId: z._default(z.nullable(z.int(code("NotWhole"))), null),
    /** null: a random one. */
    serialNumber: z._default(z.nullable(serialNumber), null),
    signatureAlgorithm: z._default(choice(signatureAlgorithms), "sha256RSA"),
    keyLength: z._default(z.literal(keyLengths, code("NotOneOf")), 2048),
    /** null: yesterday, 00:00. */
    notBefore: z._default(z.nullable(typedMoment), null),
    /** null: as long as is proposed, but never beyond its CA. */
    notAfter: z._default(z.nullable(typedMoment), null),
    subject,
    subjectAltNames: z._default(z.array(typedName).check(z.maxLength(32, code("TooMany"))), []),
    crlDistributionPoints: z._default(z.array(distributionPoint).check(z.maxLength(4, code("TooMany"))), []),
  })
  .check(obeys(requestRules))

export type CertificateRequest = z.infer<typeof certificateRequest>

interface RequestRules {
  readonly profile: CertificateProfile
  readonly authorityId: number | null
  readonly notBefore: string | null
  readonly notAfter: string | null
}

function requestRules({ profile, authorityId, notBefore, notAfter }: RequestRules): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  if (profile === "server" && authorityId === null) problems.authorityId = { code: "Required" }
  if (profile !== "server" && authorityId !== null) problems.authorityId = { code: "SignsItself" }
  if (isBackwards(notBefore, notAfter)) problems.notAfter = { code: "EndBeforeStart" }
  return problems
}

export const isBackwards = (notBefore: string | null, notAfter: string | null): boolean =>
  notBefore !== null && notAfter !== null && Date.parse(notAfter) <= Date.parse(notBefore)
