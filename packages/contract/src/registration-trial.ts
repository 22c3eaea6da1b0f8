/** SIP Clients ▸ Try a Registration: what would come of one, without a phone. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { choice, host, ipv4, networkName, text, wholeInText } from "./primitives.ts"

/** What a registration can be refused for; each has its sentence as the event `registration.refused.<cause>`. */
export const registrationRefusals = [
  "unknown-user",
  "wrong-password",
  "internet-registration-off",
  "internet-registration-over",
  "authentication-off",
  "fixed-ip-address",
  "user-agent",
  "no-stun",
  "symmetric-nat",
  "sip-alg",
  "router-rewrites-source",
  "contact-host-name",
  "contact-not-sip",
  "too-many-contacts",
] as const
export type RegistrationRefusal = (typeof registrationRefusals)[number]

const portInText = wholeInText(1, 65535)

/** A registration as somebody thinks of it. Its password is taken to be right. */
export const registrationAttempt = z.strictObject({
  /** Where the phone's packets would come from. */
  address: ipv4,
  sourcePort: z._default(portInText, 5060),
  transport: choice(["UDP", "TCP", "TLS"]),
  /** Homeport's, that they would come to. */
  port: portInText,
  /** What the phone gives as its user name: the call number. */
  user: text(1, 64),
  userAgent: z._default(text(0, 200), ""),
  /** What the phone would write into its Contact; absent: where its packets come from. */
  contact: z.optional(host),
  contactPort: z.optional(portInText),
})
export type RegistrationAttempt = z.input<typeof registrationAttempt>

export const registrationTrial = z.strictObject({
  /** "not-open": no SIP port of Homeport would take it. */
  outcome: z.enum(["admitted", "refused", "not-open"]),
  /** null: not-open. */
  network: z.nullable(networkName),
  /** Which rule refuses it; null: none does. */
  cause: z.nullable(z.enum(registrationRefusals)),
  /** Of the SIP response that refuses it. */
  status: z.nullable(z.number()),
  /** Whether the phone has to prove its password there; null: it is not admitted. */
  challenged: z.nullable(z.boolean()),
  /** How many phones of the station it would take the place of. */
  replaced: z.number(),
  /** The one with this call number; null: there is none. */
  station: z.nullable(z.strictObject({ index: z.number(), callNumber: z.string(), name: z.string() })),
})
export type RegistrationTrial = z.infer<typeof registrationTrial>

export const registrationTrials = {
  try: endpoint({
    method: "GET",
    path: "/api/registrations/try",
    summary: "What would come of such a registration now, and which rule would refuse it; nothing is changed",
    role: "basic",
    query: registrationAttempt,
    response: registrationTrial,
    errors: [],
  }),
}
