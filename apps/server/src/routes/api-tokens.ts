/** API tokens: made by whoever is signed in, for himself; revoked by him, or by an expert. */
import { type ApiToken, allows, apiTokens, mostApiTokens } from "@homeport/contract"
import type { ApiToken as StoredToken } from "@homeport/store"
import { newApiToken, tokenHash } from "../http/bearer.ts"
import { ApiError } from "../http/errors.ts"
import { type Caller, handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { signedInCaller } from "./signed-in-caller.ts"
import { moment, momentOrNull } from "./views.ts"

export function apiTokenRoutes({ store, events, stream, now }: Services): readonly Route[] {
  const tokens = store.apiTokens

  /** Of somebody else there are none, for who is no expert. */
  function tokenOf(caller: Caller, id: number): StoredToken {
    const token = tokens.byId(id)
    if (!token || (token.account !== caller.id && caller.role !== "expert")) throw new ApiError("NotFound")
    return token
  }

  return [
    handle(apiTokens.list, (asked) => {
      const { id, role } = signedInCaller(asked)
      return { items: tokens.list(role === "expert" ? undefined : id).map((token) => tokenView(token, now())) }
    }),

    handle(apiTokens.create, (asked) => {
      const caller = signedInCaller(asked)
      const { name, role, days } = asked.body
      // Whoever has found one could outlive its being revoked.
      if (caller.token !== undefined) throw new ApiError("NotWithToken")
      if (!allows(caller.role, role)) throw new ApiError("InvalidInput", { fields: { role: { code: "RoleAboveOwn" } } })
      if (tokens.list(caller.id).length >= mostApiTokens)
        throw new ApiError("TooManyTokens", { params: { maximum: mostApiTokens } })
      const token = newApiToken()
      const createdAt = now()
      const expiresAt = days === null ? undefined : createdAt + days * 86_400_000
      const id = tokens.add({ account: caller.id, name, role, createdAt, expiresAt }, tokenHash(token))
      events.record({ code: "token.made", severity: "info", params: { by: asked.by, token: name, role } })
      stream.publish("administrators")
      return { token, apiToken: tokenView(tokenOf(caller, id), createdAt) }
    }),

    handle(apiTokens.revoke, (asked) => {
      const { id, name, owner } = tokenOf(signedInCaller(asked), asked.params.id)
      tokens.remove(id)
      events.record({ code: "token.revoked", severity: "info", params: { by: asked.by, token: name, name: owner } })
      stream.publish("administrators")
      return {}
    }),
  ]
}

/** With the role that it is worth now. */
const tokenView = (token: StoredToken, at: number): ApiToken => ({
  id: token.id,
  name: token.name,
  owner: token.owner,
  role: allows(token.ownerRole, token.role) ? token.role : token.ownerRole,
  createdAt: moment(token.createdAt),
  expiresAt: momentOrNull(token.expiresAt),
  expired: token.expiresAt !== undefined && token.expiresAt <= at,
  lastUsed: token.lastUsedAt === undefined ? null : { at: moment(token.lastUsedAt), address: token.lastUsedFrom ?? "" },
})
