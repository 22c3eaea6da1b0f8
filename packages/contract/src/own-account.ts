/** What every administrator does with his own account: password, second factor, signing out everywhere. */
import * as z from "zod/mini"
import { neededPassword, typedCode, typedPassword } from "./credentials.ts"
import { endpoint, roles } from "./endpoint.ts"
import { code, moment, nothing } from "./primitives.ts"

export const ownAccount = z.strictObject({
  name: z.string(),
  role: z.enum(roles),
  createdAt: moment,
  /** How many browsers are signed in now. */
  logins: z.number(),
  /** null: it is off. */
  secondFactor: z.nullable(z.strictObject({ since: moment, recoveryCodesLeft: z.number() })),
})
export type OwnAccount = z.infer<typeof ownAccount>

/** For how many minutes a begun second factor waits for its first code. */
export const secondFactorMinutes = 10

export const begunSecondFactor = z.strictObject({
  /** In base 32, to type by hand. */
  secret: z.string(),
  /** `otpauth://totp/…`: as a QR code it is read by authenticator apps. */
  url: z.string(),
})
export type BegunSecondFactor = z.infer<typeof begunSecondFactor>

/** Shown once; each signs in once in the place of a code. */
export const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

/** With a wrong current password as the field's problem. */
const withPassword = z.strictObject({ currentPassword: neededPassword })

export const me = {
  account: endpoint({
    method: "GET",
    path: "/api/me/account",
    summary: "One's own account",
    role: "basic",
    response: ownAccount,
    errors: [],
  }),
  changePassword: endpoint({
    method: "PUT",
    path: "/api/me/password",
    summary: "Change one's own password; every other login of the account ends",
    role: "basic",
    body: z.strictObject({ currentPassword: neededPassword, password: typedPassword }),
    response: nothing,
    errors: ["TooManyAttempts"],
  }),
  beginSecondFactor: endpoint({
    method: "POST",
    path: "/api/me/second-factor",
    summary: "Begin a second factor: it counts once a code of it has been confirmed",
    role: "basic",
    body: withPassword,
    response: begunSecondFactor,
    status: 201,
    errors: ["TooManyAttempts", "SecondFactorExists"],
  }),
  confirmSecondFactor: endpoint({
    method: "PUT",
    path: "/api/me/second-factor",
    summary: "Confirm the begun second factor with a code of the authenticator app; answers with recovery codes, once",
    role: "basic",
    body: z.strictObject({ code: typedCode.check(z.minLength(1, code("Required"))) }),
    response: recoveryCodes,
    errors: ["TooManyAttempts", "NoSecondFactorBegun"],
  }),
  removeSecondFactor: endpoint({
    method: "POST",
    path: "/api/me/second-factor/removal",
    summary: "Turn off one's own second factor",
    role: "basic",
    body: withPassword,
    response: nothing,
    errors: ["TooManyAttempts"],
  }),
  newRecoveryCodes: endpoint({
    method: "POST",
    path: "/api/me/recovery-codes",
    summary: "Make new recovery codes; those before are worth nothing",
    role: "basic",
    body: withPassword,
    response: recoveryCodes,
    status: 201,
    errors: ["TooManyAttempts", "NotFound"],
  }),
  signOutEverywhere: endpoint({
    method: "DELETE",
    path: "/api/me/logins",
    summary: "End every login of one's own account, this one too",
    role: "basic",
    response: nothing,
    errors: [],
  }),
}
