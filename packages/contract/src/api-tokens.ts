/**
 * Tokens for scripts: `Authorization: Bearer …` instead of the cookie. A token acts as the account it belongs to, with its own role or
 * the account's present one, whichever is less, and goes with the account.
 */
import * as z from "zod/mini"
import { endpoint, roles } from "./endpoint.ts"
import { choice, moment, nothing, text, whole, wholeInText } from "./primitives.ts"

export const apiToken = z.strictObject({
  id: z.number(),
  name: z.string(),
  /** Whose it is. */
  owner: z.string(),
  role: z.enum(roles),
  createdAt: moment,
  /** null: never. */
  expiresAt: z.nullable(moment),
  expired: z.boolean(),
  /** null: never. */
  lastUsed: z.nullable(z.strictObject({ at: moment, address: z.string() })),
})
export type ApiToken = z.infer<typeof apiToken>

/** The one answer that shows the token. */
export const madeApiToken = z.strictObject({ token: z.string(), apiToken })

/** `days`: how long it lives; null: until it is revoked. */
export const apiTokenDays = { proposed: 90, most: 3650 } as const
export const mostApiTokens = 50

export const newApiToken = z.strictObject({
  name: text(1, 64),
  role: choice(roles),
  days: z._default(z.nullable(whole(1, apiTokenDays.most)), null),
})

export const apiTokens = {
  list: endpoint({
    method: "GET",
    path: "/api/api-tokens",
    summary: "One's own API tokens; an expert sees those of everybody. Newest first",
    role: "basic",
    response: z.strictObject({ items: z.array(apiToken) }),
    errors: [],
  }),
  create: endpoint({
    method: "POST",
    path: "/api/api-tokens",
    summary: "Make an API token: it is shown in this answer alone. A token makes no tokens",
    role: "basic",
    body: newApiToken,
    response: madeApiToken,
    status: 201,
    errors: ["NotWithToken", "TooManyTokens"],
  }),
  revoke: endpoint({
    method: "DELETE",
    path: "/api/api-tokens/:id",
    summary: "Revoke one's own API token; an expert revokes any",
    role: "basic",
    params: z.strictObject({ id: wholeInText(1, 2 ** 31) }),
    response: nothing,
    errors: ["NotFound"],
  }),
}
