/**
 * The database as it was before a newer Homeport changes its shape: the way back, when that version turns out not to be wanted.
 * Beside the key that its secrets are sealed with, so it needs no pass-phrase.
 *
 *   data/backups/before-migration-006.sqlite
 */
import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { StoreError } from "./store-error.ts"

/** `from`: the number of the last migration that it has seen. */
export function keepBeforeMigration(database: DatabaseSync, path: string, from: number): void {
  const folder = join(dirname(path), "backups")
  const kept = join(folder, `${prefix}${String(from).padStart(3, "0")}${suffix}`)
  const begun = `${kept}.new`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // SQLite writes into an empty file that is there, and leaves its mode.
    closeSync(openSync(begun, "w", 0o600))
    database.prepare("VACUUM INTO ?").run(begun)
    renameSync(begun, kept)
    const older = readdirSync(folder).filter((name) => name.startsWith(prefix) && name.endsWith(suffix))
    for (const name of older.sort().slice(0, -mostKept)) rmSync(join(folder, name))
  } catch (error) {
    discard(begun)
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreError(
      "unreadable",
      `This version changes the database, and the backup that comes before could not be written to ${folder}: ${reason}. Make room there, or start the version that was here before.`,
    )
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Its folder is none: there is nothing to be removed.
  }
}

const prefix = "before-migration-"
const suffix = ".sqlite"
const mostKept = 3
