/** Who signed in, or tried to. The newest 2,000 of each kind are kept. */
import * as z from "zod/mini"
import { endpoint } from "./endpoint.ts"
import { choice, listFields, moment, page } from "./primitives.ts"

/** What a sign-in came to: the console's sentence is its texts' `outcomes.<outcome>`. "code-asked": the password alone was right. */
export const signInSuccesses = ["signed-in", "recovery-code", "first-password"] as const
export const signInFailures = ["unknown-name", "wrong-password", "code-asked", "wrong-code", "used-code"] as const
export const signInOutcomes = [...signInSuccesses, ...signInFailures] as const
export type SignInOutcome = (typeof signInOutcomes)[number]

export const signIn = z.strictObject({
  id: z.number(),
  at: moment,
  /** null: no account has the name that was typed. It is not kept: it may be a password in the wrong field. */
  name: z.nullable(z.string()),
  /** IP address. */
  address: z.string(),
  /** In short, "Firefox, Windows"; empty: it did not say what it is. */
  browser: z.string(),
  outcome: z.enum(signInOutcomes),
})
export type SignIn = z.infer<typeof signIn>

export const signInResults = ["succeeded", "failed"] as const

const query = z.strictObject({ ...listFields(["at"]), result: z.optional(choice(signInResults)) })

export const signIns = {
  list: endpoint({
    method: "GET",
    path: "/api/sign-ins",
    summary: "Sign-ins of every account, newest first",
    role: "expert",
    query,
    response: page(signIn),
    errors: [],
  }),
  own: endpoint({
    method: "GET",
    path: "/api/me/sign-ins",
    summary: "Sign-ins of one's own account, newest first",
    role: "basic",
    query,
    response: page(signIn),
    errors: [],
  }),
}
