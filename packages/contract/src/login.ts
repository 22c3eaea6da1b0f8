/** Signing in and out. */
import * as z from "zod/mini"
import { neededPassword, typedCode, typedPassword } from "./credentials.ts"
import { endpoint, roles } from "./endpoint.ts"
import { code, moment, nothing } from "./primitives.ts"

/** The first account. */
export const firstAccount = "administrator"

/**
 * A login ends 30 minutes after the last human action. A console sends this header, with any value, on a request that follows one
 * (key, pointer); background refreshes go without it. Every request but GET counts by itself.
 */
export const humanActionHeader = "homeport-human-action"
/** Who changed a versioned resource last, percent-encoded, and when (ISO 8601): for "changed by NAME". */
export const changedByHeader = "homeport-changed-by"
export const changedAtHeader = "homeport-changed-at"

export const loginLimits = { idleMinutes: 30, hours: 12 } as const

export const signedIn = z.strictObject({
  state: z.literal("signed-in"),
  name: z.string(),
  role: z.enum(roles),
  /** When it ends, whatever happens; null: an API token that does not expire. */
  endsAt: z.nullable(moment),
  /** When it ends unless somebody does something; null: an API token. */
  idleEndsAt: z.nullable(moment),
})
export type SignedIn = z.infer<typeof signedIn>

export const login = {
  me: endpoint({
    method: "GET",
    path: "/api/me",
    summary: "Who is signed in; or that nobody is; or that the first password is still to be set",
    role: "public",
    response: z.union([
      signedIn,
      z.strictObject({ state: z.literal("signed-out") }),
      z.strictObject({ state: z.literal("first-password") }),
    ]),
    errors: [],
  }),
  login: endpoint({
    method: "POST",
    path: "/api/login",
    summary: "Sign in; answers with a cookie",
    role: "public",
    body: z.strictObject({
      name: z.string(code("WrongType")).check(z.minLength(1, code("Required")), z.maxLength(64, code("TooLong"))),
      password: neededPassword,
      /** Of the second factor, where the account has one; or a recovery code. */
      code: z.optional(typedCode),
    }),
    response: signedIn,
    errors: ["WrongCredentials", "SecondFactorRequired", "WrongCode", "UsedCode", "TooManyAttempts", "TooManyCodes"],
  }),
  firstPassword: endpoint({
    method: "POST",
    path: "/api/first-password",
    summary: "Set the first account's password with the code shown on the terminal, and sign in",
    role: "public",
    body: z.strictObject({
      code: z.string(code("WrongType")).check(z.minLength(1, code("Required")), z.maxLength(32, code("TooLong"))),
      password: typedPassword,
    }),
    response: signedIn,
    errors: ["WrongFirstPasswordCode", "FirstPasswordExists", "TooManyAttempts"],
  }),
  logout: endpoint({
    method: "POST",
    path: "/api/logout",
    summary: "Sign out; the cookie is worth nothing afterwards",
    role: "public",
    response: nothing,
    errors: [],
  }),
}
