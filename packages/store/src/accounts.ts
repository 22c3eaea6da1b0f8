/**
 * Administrators' accounts. Read from the database at every use: the command line may change them beside a running server. What
 * takes something away from an account (its password, part of its role) ends its logins in the same transaction.
 */
import type { DatabaseSync } from "node:sqlite"
import { type Role, roles } from "@homeport/contract"
import { Secret } from "./secret.ts"
import type { Version } from "./settings-state.ts"
import { inTransaction } from "./sqlite.ts"

export interface AccountFields {
  /** Told apart without regard to case. */
  readonly name: string
  readonly role: Role
  /** Argon2id, as a PHC string. */
  readonly passwordHash: Secret
}

export interface Account extends AccountFields, Version {
  /** Never given again. */
  readonly id: number
  readonly createdAt: number
  readonly lastSignInAt: number | undefined
}

export interface Accounts {
  count(): number
  /** Those with this role. */
  countOf(role: Role): number
  list(): readonly Account[]
  read(name: string): Account | undefined
  byId(id: number): Account | undefined
  /** Throws when the name is taken. */
  add(fields: AccountFields, at: number, by?: string): Account
  /** A lower role ends the logins. */
  change(id: number, fields: Pick<AccountFields, "name" | "role">, by: string, at: number): void
  /** Ends every login of the account. */
  setPassword(id: number, passwordHash: Secret): void
  /** The same, and clears the second factor: for who can no longer sign in. False: there is no such account. */
  resetPassword(name: string, passwordHash: Secret): boolean
  /** A better hash of the same password: logins go on. */
  rehash(id: number, passwordHash: Secret): void
  signedIn(id: number, at: number): void
  /** With its logins, second factor and tokens. */
  remove(id: number): void
}

export function createAccounts(database: DatabaseSync): Accounts {
  const count = database.prepare("SELECT count(*) AS n FROM accounts")
  const countOf = database.prepare("SELECT count(*) AS n FROM accounts WHERE role = ?")
  const list = database.prepare("SELECT * FROM accounts ORDER BY name")
  const read = database.prepare("SELECT * FROM accounts WHERE name = ?")
  const byId = database.prepare("SELECT * FROM accounts WHERE id = ?")
  const add = database.prepare(
    `INSERT INTO accounts (name, role, password_hash, created_at, version, changed_by, changed_at)
     VALUES (?, ?, ?, ?, 1, ?, ?)`,
  )
  const change = database.prepare(
    "UPDATE accounts SET name = ?, role = ?, version = version + 1, changed_by = ?, changed_at = ? WHERE id = ?",
  )
  const setHash = database.prepare("UPDATE accounts SET password_hash = ? WHERE id = ?")
  const signedIn = database.prepare("UPDATE accounts SET last_sign_in_at = ? WHERE id = ?")
  const remove = database.prepare("DELETE FROM accounts WHERE id = ?")
  const endLogins = database.prepare("DELETE FROM logins WHERE account = ?")
  const clearFactor = database.prepare("DELETE FROM second_factors WHERE account = ?")

  // The columns of a STRICT table: SQLite itself keeps their types.
  const one = (row: unknown): Account | undefined => (row === undefined ? undefined : accountOf(row as Row))
  const named = (name: string) => one(read.get(name))

  return {
    count: () => Number(count.get()?.n),
    countOf: (role) => Number(countOf.get(role)?.n),
    // As above.
    list: () => (list.all() as unknown as Row[]).map(accountOf),
    read: named,
    byId: (id) => one(byId.get(id)),
    add({ name, role, passwordHash }, at, by = name) {
      const { lastInsertRowid } = add.run(name, role, passwordHash.reveal(), at, by, at)
      const account = one(byId.get(lastInsertRowid))
      if (!account) throw new Error("an account that was just added is not there")
      return account
    },
    change(id, { name, role }, by, at) {
      inTransaction(database, () => {
        const before = one(byId.get(id))
        change.run(name, role, by, at, id)
        if (before && roles.indexOf(role) < roles.indexOf(before.role)) endLogins.run(id)
      })
    },
    setPassword(id, passwordHash) {
      inTransaction(database, () => {
        setHash.run(passwordHash.reveal(), id)
        endLogins.run(id)
      })
    },
    resetPassword(name, passwordHash) {
      const account = named(name)
      if (!account) return false
      inTransaction(database, () => {
        setHash.run(passwordHash.reveal(), account.id)
        clearFactor.run(account.id)
        endLogins.run(account.id)
      })
      return true
    },
    rehash: (id, passwordHash) => void setHash.run(passwordHash.reveal(), id),
    signedIn: (id, at) => void signedIn.run(at, id),
    remove: (id) => void remove.run(id),
  }
}

interface Row {
  id: number
  name: string
  role: Role
  password_hash: string
  created_at: number
  last_sign_in_at: number | null
  version: number
  changed_by: string
  changed_at: number
}

const accountOf = (row: Row): Account => ({
  id: row.id,
  name: row.name,
  role: row.role,
  passwordHash: Secret.of(row.password_hash),
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at ?? undefined,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
})
