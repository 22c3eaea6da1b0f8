/**
 * A backup takes the place of what is stored, in one transaction: secrets are sealed anew with this machine's key, and every row
 * gets a version that nothing had before.
 *
 *   table        what becomes of it
 *   ───────────  ──────────────────────────────────────────────────────────────────────────
 *   settings …   the backup's rows; pages that are to be kept stay
 *   accounts …   the backup's with second factors and API tokens, if somebody there may do everything; else all stay
 *   logins       none
 *   device links this installation's own count on, being newer; of others, those that a phone is bound to
 *   home links   of devices that stay the same; nobody else can open one again
 *   bindings     the core's affair: it ends those that the new configuration does not allow
 */
import type { DatabaseSync } from "node:sqlite"
import type { Section } from "@homeport/contract"
import { privateKeyPlace } from "../certificates.ts"
import { secondFactorPlace } from "../second-factors.ts"
import type { SecretBox } from "../secret.ts"
import { inTransaction } from "../sqlite.ts"
import { passwordPlace } from "../stations.ts"
import { copyRows, leftOut, type Row, type Snapshot, tablesIn, travels } from "./snapshot.ts"

export interface Replacement {
  readonly snapshot: Snapshot
  /** Pages of settings that stay as they are here. */
  readonly keep: readonly Section[]
  /** Of this database, and of the rows that come. */
  readonly installationId: string
  readonly revision: number
}

export function replaceBy(database: DatabaseSync, secrets: SecretBox, replacement: Replacement): void {
  const { snapshot, keep, installationId, revision } = replacement
  const from = snapshot.database
  const ours = snapshot.header.installationId === installationId
  const rewritten = (table: string) => (row: Row) => ({
    ...sealedAnew(table, row, snapshot.secrets, secrets),
    ...("version" in row && { version: revision }),
  })

  inTransaction(database, () => {
    database.exec("PRAGMA defer_foreign_keys = ON; DELETE FROM logins")
    if (!ours) database.exec("DELETE FROM device_fetches; DELETE FROM unknown_devices")
    const same = ours ? sameDevices(database, from) : new Set<number>()
    for (const table of tablesIn(database)) {
      if (leftOut.has(table) || beside.has(table)) continue
      const where = rowsToReplace(table, keep)
      if (ofAccounts.has(table) && !administers(snapshot)) continue
      database.exec(`DELETE FROM ${table} WHERE ${where}`)
      copyRows(from, database, table, rewritten(table), where)
    }
    database.prepare("INSERT OR REPLACE INTO meta VALUES ('revision', ?)").run(revision)
    for (const table of beside) {
      const gone = [...idsIn(database, table)].filter((id) => !same.has(id))
      database.exec(`DELETE FROM ${table} WHERE device IN (${gone})`)
    }
    const unknown = (table: string) => `device NOT IN (${[...idsIn(database, table)]})`
    copyRows(from, database, "device_links", undefined, `bound_at IS NOT NULL AND ${unknown("device_links")}`)
    copyRows(from, database, "last_fetches", undefined, unknown("last_fetches"))
  })
}

/** Without somebody who may do everything nobody could mend what a restore has brought. */
export const administers = ({ accounts }: Pick<Snapshot, "accounts">): boolean =>
  accounts.some(({ role }) => role === "expert")

function rowsToReplace(table: string, keep: readonly Section[]): string {
  if (table === "meta") return travels
  // Names of sections are ours, and plain words.
  return table === "settings" ? `section NOT IN (${keep.map((section) => `'${section}'`)})` : "TRUE"
}

function sealedAnew(table: string, row: Row, from: SecretBox, to: SecretBox): Row {
  const sealed = sealedColumns.find((each) => each.table === table)
  const value = sealed && row[sealed.column]
  if (!sealed || !(value instanceof Uint8Array)) return row
  const place = sealed.place(row)
  return { ...row, [sealed.column]: to.seal(from.open(value, place), place) }
}

/** Every column of the database that holds secrets. */
const sealedColumns: readonly { table: string; column: string; place: (row: Row) => string }[] = [
  { table: "stations", column: "password", place: ({ station }) => passwordPlace(Number(station)) },
  { table: "certificates", column: "private_key", place: ({ certificate }) => privateKeyPlace(Number(certificate)) },
  { table: "second_factors", column: "secret", place: ({ account }) => secondFactorPlace(Number(account)) },
  { table: "meta", column: "value", place: ({ name }) => String(name) },
]

/** Still the same kind of device with the same address: what it was given before counts for it. */
function sameDevices(one: DatabaseSync, other: DatabaseSync): ReadonlySet<number> {
  const read = (database: DatabaseSync) =>
    new Map(
      database
        .prepare("SELECT device, model, mac FROM devices")
        .all()
        .map(({ device, model, mac }) => [Number(device), `${model} ${mac}`]),
    )
  const before = read(one)
  return new Set([...read(other)].filter(([id, device]) => before.get(id) === device).map(([id]) => id))
}

const idsIn = (database: DatabaseSync, table: string): ReadonlySet<number> =>
  new Set(
    database
      .prepare(`SELECT device FROM ${table}`)
      .all()
      .map(({ device }) => Number(device)),
  )

/** What devices have had lies beside them, and is newer than any backup. */
const beside: ReadonlySet<string> = new Set(["device_links", "last_fetches", "home_links"])

/** Who may sign in, and with what. */
const ofAccounts: ReadonlySet<string> = new Set(["accounts", "second_factors", "recovery_codes", "api_tokens"])
