/** A SIP client (station): its fields, their rules, and the rules between them. Shared by form and server. */
import * as z from "zod/mini"
import { isPublicIpv4 } from "./addresses.ts"
import { type FieldProblem, type FieldProblems, obeys } from "./field-problem.ts"
import { passwordProblem } from "./password-policy.ts"
import { choice, code, flag, ipv4, text, typedMoment } from "./primitives.ts"

/** The realm of a system that nobody changed. */
export const defaultRealm = "SMO-SIP"

export const digestAlgorithms = ["md5", "sha256-and-md5", "sha256"] as const
export const natTraversals = ["endpoint", "homeport"] as const

/** Each field by itself. */
export const sipClientFields = {
  callNumber: z
    .string(code("WrongType"))
    .check(z.minLength(1, code("Required")), z.maxLength(8, code("TooLong")), z.regex(/^[0-9]*$/, code("NotDigits"))),
  /** It stands in SIP header fields: nothing that would end a name there. */
  name: text(1, 32).check(z.regex(/^[^";,<>]*$/, code("NameCharacters")), z.regex(/\S|^$/, code("Required"))),
  authenticationActive: flag,
  password: z.string(code("WrongType")),
  /** Part of H(user:realm:password), and quoted in header fields. */
  sipUserId: text(1, 32).check(z.regex(/^[^\s":;,<>\\]*$/, code("UserIdCharacters"))),
  realm: text(1, 64).check(z.regex(/^[^"\\]*$/, code("RealmCharacters"))),
  digestAlgorithms: choice(digestAlgorithms),
  /** null: registrations may come from anywhere. */
  fixedIpAddress: z.nullable(ipv4),
  secondarySystemId: text(0, 64),
  internetRegistration: flag,
  /** Its last moment; null: no end is set. */
  internetRegistrationUntil: z.nullable(typedMoment),
  /** What the User-Agent of a REGISTER must begin with, whatever the case of its letters; empty: anything. */
  userAgentPrefix: text(0, 64).check(z.regex(/^([!-~][ -~]*)?$/, code("NotAscii"))),
  natTraversal: choice(natTraversals),
}

/** As the API answers it. The password is never shown. */
export const sipClient = z.strictObject({
  /** The system's own number of the station, the lowest free from 1. */
  index: z.number(),
  callNumber: z.string(),
  name: z.string(),
  authenticationActive: z.boolean(),
  /** Whether a password is stored. */
  passwordSet: z.boolean(),
  sipUserId: z.string(),
  realm: z.string(),
  digestAlgorithms: z.enum(digestAlgorithms),
  fixedIpAddress: z.nullable(z.string()),
  secondarySystemId: z.string(),
  internetRegistration: z.boolean(),
  internetRegistrationUntil: z.nullable(z.string()),
  userAgentPrefix: z.string(),
  natTraversal: z.enum(natTraversals),
})
export type SipClient = z.infer<typeof sipClient>

/** What is known of a station when its rules are checked; `password` only when a new one was typed. */
export interface SipClientDraft {
  readonly callNumber: string
  readonly name: string
  readonly authenticationActive: boolean
  readonly password?: string | undefined
  readonly passwordSet?: boolean
  readonly sipUserId: string
  readonly fixedIpAddress: string | null
  readonly internetRegistration: boolean
}

/** Rules between the fields of one station. What only the whole list can know (a number taken) is the server's. */
export function sipClientRules(draft: SipClientDraft): FieldProblems {
  const problems: Record<string, FieldProblem> = {}
  if (draft.password !== undefined) {
    const weak = passwordProblem(draft.password, [draft.callNumber, draft.name, draft.sipUserId])
    if (weak) problems.password = weak
  } else if (draft.authenticationActive && !draft.passwordSet) problems.password = { code: "PasswordRequired" }
  if (draft.internetRegistration && !draft.authenticationActive)
    problems.internetRegistration = { code: "NeedsAuthentication" }
  if (draft.internetRegistration && draft.fixedIpAddress !== null && !isPublicIpv4(draft.fixedIpAddress))
    problems.fixedIpAddress = { code: "AddressNotPublic" }
  return problems
}

/** What a new station is where nothing else is said. */
export const sipClientDefaults = {
  authenticationActive: true,
  realm: defaultRealm,
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  internetRegistration: false,
  internetRegistrationUntil: null,
  userAgentPrefix: "",
  natTraversal: "endpoint",
} as const

/** Body of POST: call number and name are needed, the rest has defaults. */
export const newSipClient = z
  .strictObject({
    callNumber: sipClientFields.callNumber,
    name: sipClientFields.name,
    authenticationActive: z._default(sipClientFields.authenticationActive, sipClientDefaults.authenticationActive),
    password: z.optional(sipClientFields.password),
    /** Absent: "SIP-" and the call number. */
    sipUserId: z.optional(sipClientFields.sipUserId),
    realm: z._default(sipClientFields.realm, sipClientDefaults.realm),
    digestAlgorithms: z._default(sipClientFields.digestAlgorithms, sipClientDefaults.digestAlgorithms),
    fixedIpAddress: z._default(sipClientFields.fixedIpAddress, sipClientDefaults.fixedIpAddress),
    secondarySystemId: z._default(sipClientFields.secondarySystemId, sipClientDefaults.secondarySystemId),
    internetRegistration: z._default(sipClientFields.internetRegistration, sipClientDefaults.internetRegistration),
    internetRegistrationUntil: z._default(
      sipClientFields.internetRegistrationUntil,
      sipClientDefaults.internetRegistrationUntil,
    ),
    userAgentPrefix: z._default(sipClientFields.userAgentPrefix, sipClientDefaults.userAgentPrefix),
    natTraversal: z._default(sipClientFields.natTraversal, sipClientDefaults.natTraversal),
  })
  .check(obeys((value) => sipClientRules({ ...value, sipUserId: value.sipUserId ?? sipUserIdOf(value.callNumber) })))
export type NewSipClient = z.input<typeof newSipClient>

/** Body of PATCH: only what shall change; an absent password stays as it is. */
export const sipClientChange = z.exactPartial(z.strictObject(sipClientFields))
export type SipClientChange = z.input<typeof sipClientChange>

/** The digest user name of a station for which none was entered. */
export const sipUserIdOf = (callNumber: string): string => `SIP-${callNumber}`
