/** What Homeport's own DynDNS client last heard, and what it will do next. */
import * as z from "zod/mini"
import { moment } from "./primitives.ts"

/** The name leads to the address that was sent: changed, or so already. */
export const dyndnsSuccesses = ["good", "nochg"] as const

/** As providers say them; after each of these nothing is sent until somebody acts. */
export const dyndnsRefusals = [
  "badauth",
  "!donator",
  "notfqdn",
  "nohost",
  "!yours",
  "numhost",
  "!active",
  "badagent",
  "badsys",
  "abuse",
  "dnserr",
  /** Duck DNS: the name or the token is wrong. */
  "KO",
] as const

/** It is tried again later. */
export const dyndnsFailures = [
  /** The provider is out of order, in its own words. */
  "911",
  /** Words that nobody knows, none at all, or a web page. */
  "unknown",
  "empty",
  "web-page",
  /** The provider says that it has stored another address than the one it was sent. */
  "other-address",
  /** An HTTP status that is no success. */
  "http-error",
  "redirected",
  "too-large",
  /** What keeps the provider from hearing of us at all. */
  "no-connection",
  "no-answer",
  "name-not-resolved",
  "certificate",
  "no-tls",
  /** Homeport was stopped before the answer came. */
  "interrupted",
] as const

export const dyndnsAnswerCodes = [...dyndnsSuccesses, ...dyndnsRefusals, ...dyndnsFailures] as const
export type DyndnsAnswerCode = (typeof dyndnsAnswerCodes)[number]

export const isDyndnsSuccess = (code: DyndnsAnswerCode): boolean => isOneOf(dyndnsSuccesses, code)
export const isDyndnsRefusal = (code: DyndnsAnswerCode): boolean => isOneOf(dyndnsRefusals, code)

const isOneOf = (codes: readonly string[], code: string): boolean => codes.includes(code)

export const dyndnsUpdate = z.strictObject({
  /**
   * "no-address": the mapped address is unknown, or not one that the internet can reach; "idle": the provider knows the
   * address; "waiting": it is tried (again) at `next`; "stopped": until the settings change or somebody asks for an update.
   */
  state: z.enum(["no-address", "idle", "updating", "waiting", "stopped"]),
  /** When the next attempt is due; of an idle one, when an unchanged address is sent again. */
  next: z.nullable(moment),
  /** What was last sent with success. */
  sent: z.nullable(z.strictObject({ address: z.string(), at: moment })),
  /** The last attempt: what was sent, and what came of it. */
  last: z.nullable(
    z.strictObject({
      address: z.string(),
      at: moment,
      code: z.enum(dyndnsAnswerCodes),
      /** The first line of the provider's answer, shortened and without the password. */
      line: z.nullable(z.string()),
      /** Of "http-error" and "redirected". */
      status: z.nullable(z.number()),
    }),
  ),
  /** A new address had been reported already when Homeport did: the office router updates too. */
  elsewhere: z.boolean(),
})
export type DyndnsUpdate = z.infer<typeof dyndnsUpdate>
