/** Who is signed in: the browser has a random token, the database its hash. A login goes with its account. */
import type { DatabaseSync } from "node:sqlite"
import type { Role } from "@homeport/contract"

export interface Login {
  /** The account's number, name and present role. */
  readonly account: number
  readonly name: string
  readonly role: Role
  readonly createdAt: number
  readonly lastActionAt: number
  readonly address: string
}

export interface Logins {
  add(tokenHash: Uint8Array, account: number, address: string, at: number): void
  read(tokenHash: Uint8Array): Login | undefined
  touch(tokenHash: Uint8Array, at: number): void
  remove(tokenHash: Uint8Array): void
  /** Every one of an account. */
  removeOf(account: number): void
  countOf(account: number): number
  /** Removes those begun or last used before these times. */
  sweep(begunBefore: number, usedBefore: number): void
}

export function createLogins(database: DatabaseSync): Logins {
  const add = database.prepare("INSERT INTO logins VALUES (?, ?, ?, ?, ?)")
  const read = database.prepare(
    `SELECT accounts.id AS account, name, role, logins.created_at AS createdAt, last_action_at AS lastActionAt, address
     FROM logins JOIN accounts ON accounts.id = logins.account WHERE token_hash = ?`,
  )
  const touch = database.prepare("UPDATE logins SET last_action_at = ? WHERE token_hash = ?")
  const remove = database.prepare("DELETE FROM logins WHERE token_hash = ?")
  const removeOf = database.prepare("DELETE FROM logins WHERE account = ?")
  const countOf = database.prepare("SELECT count(*) AS n FROM logins WHERE account = ?")
  const sweep = database.prepare("DELETE FROM logins WHERE created_at < ? OR last_action_at < ?")
  return {
    add: (tokenHash, account, address, at) => void add.run(tokenHash, account, at, at, address),
    // The columns of a STRICT table, named like the fields.
    read: (tokenHash) => read.get(tokenHash) as Login | undefined,
    touch: (tokenHash, at) => void touch.run(at, tokenHash),
    remove: (tokenHash) => void remove.run(tokenHash),
    removeOf: (account) => void removeOf.run(account),
    countOf: (account) => Number(countOf.get(account)?.n),
    sweep: (begunBefore, usedBefore) => void sweep.run(begunBefore, usedBefore),
  }
}
