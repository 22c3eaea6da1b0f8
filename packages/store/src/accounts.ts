/**
 * Administrators and their logins. Read from the database at every use: the command line may change them beside a running
 * server.
 */
import type { DatabaseSync } from "node:sqlite"
import type { Role } from "@homeport/contract"
import { Secret } from "./secret.ts"
import { inTransaction } from "./sqlite.ts"

export interface Account {
  readonly name: string
  readonly role: Role
  /** Argon2id, as a PHC string. */
  readonly passwordHash: Secret
}

export interface Login {
  readonly account: string
  readonly role: Role
  readonly createdAt: number
  readonly lastActionAt: number
  readonly address: string
}

export interface Accounts {
  count(): number
  read(name: string): Account | undefined
  add(account: Account, at: number): void
  /** Also clears the second factor and ends every login of the account. False: there is no such account. */
  resetPassword(name: string, passwordHash: Secret): boolean
  /** A better hash of the same password: logins go on. */
  rehash(name: string, passwordHash: Secret): void
}

export interface Logins {
  add(tokenHash: Uint8Array, account: string, address: string, at: number): void
  read(tokenHash: Uint8Array): Login | undefined
  touch(tokenHash: Uint8Array, at: number): void
  remove(tokenHash: Uint8Array): void
  /** Removes those begun or last used before these times. */
  sweep(begunBefore: number, usedBefore: number): void
}

export function createAccounts(database: DatabaseSync): Accounts {
  const count = database.prepare("SELECT count(*) AS n FROM accounts")
  const read = database.prepare("SELECT name, role, password_hash FROM accounts WHERE name = ?")
  const add = database.prepare(
    "INSERT INTO accounts (name, role, password_hash, second_factor, created_at) VALUES (?, ?, ?, NULL, ?)",
  )
  const reset = database.prepare("UPDATE accounts SET password_hash = ?, second_factor = NULL WHERE name = ?")
  const rehash = database.prepare("UPDATE accounts SET password_hash = ? WHERE name = ?")
  const endLogins = database.prepare("DELETE FROM logins WHERE account = ?")
  return {
    count: () => Number(count.get()?.n),
    read(name) {
      // The columns of a STRICT table: SQLite itself keeps their types.
      const row = read.get(name) as { name: string; role: Role; password_hash: string } | undefined
      return row && { name: row.name, role: row.role, passwordHash: Secret.of(row.password_hash) }
    },
    add(account, at) {
      add.run(account.name, account.role, account.passwordHash.reveal(), at)
    },
    resetPassword(name, passwordHash) {
      let changed = false
      inTransaction(database, () => {
        changed = reset.run(passwordHash.reveal(), name).changes > 0
        endLogins.run(name)
      })
      return changed
    },
    rehash(name, passwordHash) {
      rehash.run(passwordHash.reveal(), name)
    },
  }
}

export function createLogins(database: DatabaseSync): Logins {
  const add = database.prepare("INSERT INTO logins VALUES (?, ?, ?, ?, ?)")
  const read = database.prepare(
    `SELECT accounts.name AS account, role, logins.created_at AS createdAt, last_action_at AS lastActionAt, address
     FROM logins JOIN accounts ON accounts.name = logins.account WHERE token_hash = ?`,
  )
  const touch = database.prepare("UPDATE logins SET last_action_at = ? WHERE token_hash = ?")
  const remove = database.prepare("DELETE FROM logins WHERE token_hash = ?")
  const sweep = database.prepare("DELETE FROM logins WHERE created_at < ? OR last_action_at < ?")
  return {
    add(tokenHash, account, address, at) {
      add.run(tokenHash, account, at, at, address)
    },
    // As above; the selected columns are named like the fields.
    read: (tokenHash) => read.get(tokenHash) as Login | undefined,
    touch(tokenHash, at) {
      touch.run(at, tokenHash)
    },
    remove(tokenHash) {
      remove.run(tokenHash)
    },
    sweep(begunBefore, usedBefore) {
      sweep.run(begunBefore, usedBefore)
    },
  }
}
