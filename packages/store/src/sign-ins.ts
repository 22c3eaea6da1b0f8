/**
 * Who signed in, or tried to: the newest of each kind, so that no flood of failures pushes out who really came in. Written at once;
 * what fails in a flood has been slowed down before it comes here.
 */
import type { DatabaseSync } from "node:sqlite"
import type { SignInOutcome } from "@homeport/contract"
import { escapeLike } from "./sql-filters.ts"
import { inTransaction } from "./sqlite.ts"

export interface SignInFields {
  readonly at: number
  /** Its number, and its name at that time; undefined: there is none of the name that was typed. */
  readonly account: { readonly id: number; readonly name: string } | undefined
  readonly address: string
  readonly userAgent: string
  readonly outcome: SignInOutcome
  readonly succeeded: boolean
}

export interface SignInRow extends SignInFields {
  readonly id: number
}

export interface SignInQuery {
  readonly limit: number
  /** Only rows with a smaller id (or a larger one, oldest first). */
  readonly beyond?: number | undefined
  readonly oldestFirst?: boolean | undefined
  /** Only this account's. */
  readonly account?: number | undefined
  readonly succeeded?: boolean | undefined
  /** Stands in the name, the address or the browser. */
  readonly q?: string | undefined
}

export interface SignIns {
  /** Asking for the code is a step on the way: what it came to takes its place. */
  add(fields: SignInFields): void
  list(query: SignInQuery): { readonly rows: readonly SignInRow[]; readonly total: number }
}

export function createSignIns(database: DatabaseSync, keep: number): SignIns {
  const insert = database.prepare(
    "INSERT INTO sign_ins (at, account, name, address, user_agent, outcome, succeeded) VALUES (?, ?, ?, ?, ?, ?, ?)",
  )
  const dropStep = database.prepare(
    "DELETE FROM sign_ins WHERE outcome = 'code-asked' AND account = ? AND address = ? AND at > ?",
  )
  const dropOld = database.prepare(
    "DELETE FROM sign_ins WHERE id <= (SELECT id FROM sign_ins WHERE succeeded = ? ORDER BY id DESC LIMIT 1 OFFSET ?) AND succeeded = ?",
  )
  return {
    add({ at, account, address, userAgent, outcome, succeeded }) {
      const kind = Number(succeeded)
      inTransaction(database, () => {
        if (account) dropStep.run(account.id, address, at - stepWithin)
        insert.run(at, account?.id ?? null, account?.name ?? null, address, userAgent, outcome, kind)
        dropOld.run(kind, keep, kind)
      })
    },
    list({ limit, beyond, oldestFirst, account, succeeded, q }) {
      const filters: string[] = ["1"]
      const values: (string | number)[] = []
      const only = (sql: string, ...wanted: readonly (string | number | undefined)[]) => {
        const known = wanted.filter((value) => value !== undefined)
        if (known.length === 0) return
        filters.push(sql)
        values.push(...known)
      }
      only("account = ?", account)
      only("succeeded = ?", succeeded === undefined ? undefined : Number(succeeded))
      const like = q ? `%${escapeLike(q)}%` : undefined
      only("(name LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\' OR user_agent LIKE ? ESCAPE '\\')", like, like, like)
      const total = database.prepare(`SELECT count(*) AS n FROM sign_ins WHERE ${filters.join(" AND ")}`).get(...values)
      only(oldestFirst ? "id > ?" : "id < ?", beyond)
      const rows = database
        .prepare(
          `SELECT * FROM sign_ins WHERE ${filters.join(" AND ")} ORDER BY id ${oldestFirst ? "ASC" : "DESC"} LIMIT ?`,
        )
        .all(...values, limit)
      // The columns of a STRICT table: SQLite itself keeps their types.
      return { total: Number(total?.n), rows: (rows as unknown as Row[]).map(signInOf) }
    },
  }
}

interface Row {
  id: number
  at: number
  account: number | null
  name: string | null
  address: string
  user_agent: string
  outcome: SignInOutcome
  succeeded: number
}

const signInOf = ({ account, name, user_agent, succeeded, ...row }: Row): SignInRow => ({
  id: row.id,
  at: row.at,
  // Written together.
  account: account === null || name === null ? undefined : { id: account, name },
  address: row.address,
  userAgent: user_agent,
  outcome: row.outcome,
  succeeded: succeeded === 1,
})

/** As long as somebody may look for his telephone between password and code. */
const stepWithin = 10 * 60_000
