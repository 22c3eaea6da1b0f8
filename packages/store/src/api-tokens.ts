/** API tokens: whoever has one acts as the account it belongs to, with at most that account's role. It goes with its account. */
import type { DatabaseSync } from "node:sqlite"
import type { Role } from "@homeport/contract"

export interface ApiTokenFields {
  readonly account: number
  readonly name: string
  readonly role: Role
  readonly createdAt: number
  /** undefined: never. */
  readonly expiresAt: number | undefined
}

export interface ApiToken extends ApiTokenFields {
  readonly id: number
  /** The account's name and present role. */
  readonly owner: string
  readonly ownerRole: Role
  readonly lastUsedAt: number | undefined
  readonly lastUsedFrom: string | undefined
}

export interface ApiTokens {
  /** Returns its number, which is never given again. */
  add(fields: ApiTokenFields, tokenHash: Uint8Array): number
  withHash(tokenHash: Uint8Array): ApiToken | undefined
  byId(id: number): ApiToken | undefined
  /** Of one account, or of all: newest first. */
  list(account?: number): readonly ApiToken[]
  used(id: number, at: number, address: string): void
  remove(id: number): void
}

export function createApiTokens(database: DatabaseSync): ApiTokens {
  const select = `SELECT api_tokens.*, accounts.name AS owner, accounts.role AS owner_role
    FROM api_tokens JOIN accounts ON accounts.id = api_tokens.account`
  const add = database.prepare(
    "INSERT INTO api_tokens (account, name, role, token_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
  )
  const withHash = database.prepare(`${select} WHERE token_hash = ?`)
  const byId = database.prepare(`${select} WHERE api_tokens.id = ?`)
  const listAll = database.prepare(`${select} ORDER BY api_tokens.id DESC`)
  const listOf = database.prepare(`${select} WHERE account = ? ORDER BY api_tokens.id DESC`)
  const used = database.prepare("UPDATE api_tokens SET last_used_at = ?, last_used_from = ? WHERE id = ?")
  const remove = database.prepare("DELETE FROM api_tokens WHERE id = ?")
  // The columns of a STRICT table: SQLite itself keeps their types.
  const one = (row: unknown): ApiToken | undefined => (row === undefined ? undefined : tokenOf(row as Row))
  return {
    add({ account, name, role, createdAt, expiresAt }, tokenHash) {
      return Number(add.run(account, name, role, tokenHash, createdAt, expiresAt ?? null).lastInsertRowid)
    },
    withHash: (tokenHash) => one(withHash.get(tokenHash)),
    byId: (id) => one(byId.get(id)),
    list(account) {
      const rows = account === undefined ? listAll.all() : listOf.all(account)
      // As above.
      return (rows as unknown as Row[]).map(tokenOf)
    },
    used: (id, at, address) => void used.run(at, address, id),
    remove: (id) => void remove.run(id),
  }
}

interface Row {
  id: number
  account: number
  name: string
  role: Role
  created_at: number
  expires_at: number | null
  last_used_at: number | null
  last_used_from: string | null
  owner: string
  owner_role: Role
}

const tokenOf = (row: Row): ApiToken => ({
  id: row.id,
  account: row.account,
  name: row.name,
  role: row.role,
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  owner: row.owner,
  ownerRole: row.owner_role,
  lastUsedAt: row.last_used_at ?? undefined,
  lastUsedFrom: row.last_used_from ?? undefined,
})
