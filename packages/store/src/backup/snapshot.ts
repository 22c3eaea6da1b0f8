/**
 * What a backup holds: the tables of the database at one moment, in a database of their own, and the key that their secrets are
 * sealed with. Opened, it is a state like the running one, brought to today's shape.
 *
 *   ┌── 32 ──┬────── rest ───────┐
 *   │  key   │ SQLite database   │
 *   └────────┴───────────────────┘
 *
 * What belongs to the machine and not to the installation stays out: logins, registrations, logs, one-time links, what the process
 * remembers.
 */
import { DatabaseSync } from "node:sqlite"
import type { AllSettings, Role } from "@homeport/contract"
import { migrate, newestVersion, shippedMigrations, versionOf } from "../migrate.ts"
import { createSecretBox, type Secret, type SecretBox } from "../secret.ts"
import type { SettingsState } from "../settings-state.ts"
import { createStateTables } from "../state-tables.ts"
import { BackupError } from "./backup-error.ts"
import { type BackupHeader, unsealBackup } from "./backup-file.ts"

export interface Snapshot {
  readonly header: BackupHeader
  readonly state: SettingsState
  readonly accounts: readonly { readonly name: string; readonly role: Role }[]
  /** For replace-by.ts alone. */
  readonly database: DatabaseSync
  readonly secrets: SecretBox
  close(): void
}

/** Of one moment, however long it takes: other connections go on writing. */
export function takeSnapshot(source: DatabaseSync, key: Uint8Array): Uint8Array {
  // Tables come one after the other, whichever of them refers to which.
  const copy = new DatabaseSync(":memory:", { enableForeignKeyConstraints: false })
  try {
    const version = versionOf(source)
    migrate(
      copy,
      shippedMigrations().filter(({ number }) => number <= version),
    )
    source.exec("BEGIN")
    try {
      for (const table of tablesIn(source)) if (!leftOut.has(table)) copyRows(source, copy, table)
    } finally {
      source.exec("ROLLBACK")
    }
    copy.exec(`DELETE FROM meta WHERE NOT (${travels}) AND name NOT IN ('installation-id', 'key-check')`)
    return Buffer.concat([key, copy.serialize()])
  } finally {
    copy.close()
  }
}

/** Throws a `BackupError`, and nothing has changed. To be closed by whoever opened it. */
export async function openSnapshot(file: Uint8Array, passPhrase: Secret, defaults: AllSettings): Promise<Snapshot> {
  const { header, content } = await unsealBackup(file, passPhrase, newestVersion())
  const secrets = createSecretBox(content.subarray(0, keyLength))
  const database = new DatabaseSync(":memory:")
  try {
    database.deserialize(content.subarray(keyLength))
    database.exec("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON")
    checkShape(database)
    migrate(database)
    return {
      header,
      state: createStateTables(database, secrets, defaults).load(),
      accounts: accountsIn(database),
      database,
      secrets,
      close: () => database.close(),
    }
  } catch {
    database.close()
    // It was sealed with this pass-phrase, and yet it is no database of ours.
    throw new BackupError("BackupUnusable", { version: header.version })
  }
}

/** Tables and their indexes are all that a backup has: nothing in it may run. */
function checkShape(database: DatabaseSync): void {
  const { n } =
    database.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type NOT IN ('table', 'index')").get() ?? {}
  const check = database.prepare("PRAGMA quick_check").get()?.quick_check
  if (n !== 0 || check !== "ok") throw new Error("not a snapshot")
}

function accountsIn(database: DatabaseSync): Snapshot["accounts"] {
  // Both columns are TEXT of a STRICT table.
  return database.prepare("SELECT name, role FROM accounts ORDER BY name").all() as unknown as Snapshot["accounts"]
}

export function tablesIn(database: DatabaseSync): readonly string[] {
  return database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all()
    .map(({ name }) => String(name))
}

export type Row = Record<string, null | number | string | Uint8Array>

/** By name: a column that came later may stand at another place. `change` gives the row that is written. */
export function copyRows(
  from: DatabaseSync,
  to: DatabaseSync,
  table: string,
  change: (row: Row) => Row = (row) => row,
  where = "TRUE",
): void {
  const columns = to
    .prepare(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name))
  const places = columns.map(() => "?").join(", ")
  const insert = to.prepare(`INSERT OR REPLACE INTO ${table} (${columns.join(", ")}) VALUES (${places})`)
  // Numbers in our tables are no larger than times: none is a BigInt.
  for (const row of from.prepare(`SELECT * FROM ${table} WHERE ${where}`).iterate() as Iterable<Row>) {
    const written = change(row)
    insert.run(...columns.map((column) => written[column] ?? null))
  }
}

/** Who is signed in, who is registered, who is blocked, what happened: of this machine, and of now. */
export const leftOut: ReadonlySet<string> = new Set([
  "logins",
  "sign_ins",
  "bindings",
  "events",
  "admin_log",
  "ended_calls",
  "device_fetches",
  "unknown_devices",
  "home_links",
  "blocks",
  "unblock_requests",
])

/**
 * Of `meta`: the passwords of pages of settings, the key of the devices' fingerprints, and which expiry was told. Not what only this
 * machine is: its name among others, its console's own certificate, its nonces, the state of its DynDNS.
 */
export const travels =
  "name LIKE 'settings-secret/%' OR name = 'secret/device-prints' OR name LIKE 'remembered/certificate-expiry/%'"

const keyLength = 32
