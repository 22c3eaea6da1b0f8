/** Administrators' accounts: who may sign in, with which role. Whoever changes one must be an expert; one's own is own-account.ts. */
import * as z from "zod/mini"
import { typedPassword } from "./credentials.ts"
import { endpoint, roles } from "./endpoint.ts"
import { choice, code, moment, nothing, wholeInText } from "./primitives.ts"

export const administrator = z.strictObject({
  id: z.number(),
  name: z.string(),
  role: z.enum(roles),
  secondFactor: z.boolean(),
  createdAt: moment,
  /** null: never. */
  lastSignInAt: z.nullable(moment),
  /** How many browsers are signed in now. */
  logins: z.number(),
  apiTokens: z.number(),
})
export type Administrator = z.infer<typeof administrator>

/** Typed at the sign-in and written into the log: nothing that looks like something else. Case is kept and does not tell names apart. */
export const accountName = z
  .string(code("WrongType"))
  .check(
    z.minLength(1, code("Required")),
    z.maxLength(32, code("TooLong")),
    z.regex(/^([A-Za-z0-9][A-Za-z0-9._@-]*)?$/, code("AccountNameCharacters")),
  )

export const mostAdministrators = 200

export const newAdministrator = z.strictObject({ name: accountName, role: choice(roles), password: typedPassword })
export const administratorChange = z.strictObject({ name: z.optional(accountName), role: z.optional(choice(roles)) })

const byId = z.strictObject({ id: wholeInText(1, 2 ** 31) })

export const administrators = {
  list: endpoint({
    method: "GET",
    path: "/api/administrators",
    summary: "Every account, by name",
    role: "expert",
    response: z.strictObject({ items: z.array(administrator) }),
    errors: [],
  }),
  create: endpoint({
    method: "POST",
    path: "/api/administrators",
    summary: "Add an account",
    role: "expert",
    body: newAdministrator,
    response: administrator,
    status: 201,
    errors: ["TooManyAdministrators"],
  }),
  read: endpoint({
    method: "GET",
    path: "/api/administrators/:id",
    summary: "An account",
    role: "expert",
    params: byId,
    response: administrator,
    versioned: true,
    errors: ["NotFound"],
  }),
  change: endpoint({
    method: "PATCH",
    path: "/api/administrators/:id",
    /** A lower role ends the account's logins; its tokens are worth no more than it is. */
    summary: "Change an account's name or role",
    role: "expert",
    params: byId,
    body: administratorChange,
    response: administrator,
    versioned: true,
    errors: ["NotFound", "LastExpert"],
  }),
  setPassword: endpoint({
    method: "PUT",
    path: "/api/administrators/:id/password",
    summary: "Set the password of another account and end its logins; one's own is changed under /api/me",
    role: "expert",
    params: byId,
    body: z.strictObject({ password: typedPassword }),
    response: nothing,
    errors: ["NotFound", "OwnAccount"],
  }),
  clearSecondFactor: endpoint({
    method: "DELETE",
    path: "/api/administrators/:id/second-factor",
    summary: "Turn off the second factor of another account, for who has lost it",
    role: "expert",
    params: byId,
    response: nothing,
    errors: ["NotFound", "OwnAccount"],
  }),
  signOut: endpoint({
    method: "DELETE",
    path: "/api/administrators/:id/logins",
    summary: "End every login of an account",
    role: "expert",
    params: byId,
    response: nothing,
    errors: ["NotFound"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/administrators/:id",
    summary: "Remove an account, with its logins and tokens",
    role: "expert",
    params: byId,
    response: nothing,
    errors: ["NotFound", "LastExpert"],
  }),
}
