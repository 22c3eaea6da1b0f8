/**
 * API tokens (RFC 6750 §2.1): `Authorization: Bearer homeport_…`. The store has their SHA-256. A token is worth its own role or its
 * owner's present one, whichever is less, until it is revoked or expires, or its owner is gone.
 */
import { createHash, randomBytes } from "node:crypto"
import { allows } from "@homeport/contract"
import type { Store } from "@homeport/store"
import type { FastifyRequest } from "fastify"
import type { Caller } from "./implement.ts"
import { whereWritable } from "./where-writable.ts"

export interface BearerCallers {
  /** undefined: this is no token that opens anything (any more). */
  callerOf(token: string, address: string): Caller | undefined
}

export function createBearerCallers(store: Pick<Store, "apiTokens">, now: () => number): BearerCallers {
  return {
    callerOf(token, address) {
      const known = store.apiTokens.withHash(tokenHash(token))
      const at = now()
      if (!known || (known.expiresAt !== undefined && known.expiresAt <= at)) return undefined
      const { id, lastUsedAt = 0, role, ownerRole } = known
      if (at - lastUsedAt >= notedAtMostEvery) whereWritable(() => store.apiTokens.used(id, at, address))
      return {
        id: known.account,
        name: known.owner,
        role: allows(ownerRole, role) ? role : ownerRole,
        endsAt: known.expiresAt ?? null,
        idleEndsAt: null,
        token: known.name,
      }
    },
  }
}

/** What stands behind `Bearer`; undefined: the request brings none, and its cookie counts. */
export function bearerOf({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const [, token] = /^Bearer +([^ ]+) *$/i.exec(headers.authorization ?? "") ?? []
  return token
}

/** 256 random bits behind a word by which programs that look for leaked secrets know it. */
export const newApiToken = (): string => `homeport_${randomBytes(32).toString("base64url")}`

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest()

/** Each use is a write to disk otherwise. */
const notedAtMostEvery = 60_000
