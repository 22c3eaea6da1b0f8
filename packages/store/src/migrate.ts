/**
 * Brings a database to the newest shape: migrations/NNN-what.sql, each once, in order, each in a transaction of its own.
 * `PRAGMA user_version` is the number of the last one.
 */
import { readdirSync, readFileSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { StoreError } from "./store-error.ts"

/** `before` is called once, when there is something to migrate and something that it may spoil; what it throws ends it. */
export function migrate(
  database: DatabaseSync,
  migrations: readonly Migration[] = shippedMigrations(),
  before: (from: number) => void = () => undefined,
): void {
  const newest = migrations.at(-1)?.number ?? 0
  const current = versionOf(database)
  if (current > newest)
    throw new StoreError(
      "newer",
      `The database was written by a newer Homeport (format ${current}, this one knows ${newest}): start that version.`,
    )
  if (current > 0 && current < newest) before(current)
  for (const { number, sql } of migrations) {
    if (number <= current) continue
    database.exec(`BEGIN IMMEDIATE;\n${sql}\nPRAGMA user_version = ${number};\nCOMMIT`)
  }
}

export interface Migration {
  readonly number: number
  readonly sql: string
}

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0)
}

export const newestVersion = (): number => shippedMigrations().at(-1)?.number ?? 0

export function shippedMigrations(): readonly Migration[] {
  const folder = new URL("../migrations/", import.meta.url)
  return readdirSync(folder)
    .filter((name) => /^[0-9]{3}-.*\.sql$/.test(name))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 3)), sql: readFileSync(new URL(name, folder), "utf8") }))
}
