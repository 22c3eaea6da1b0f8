/**
 * The data folder: one process at a time, and the key that its secrets are encrypted with.
 *
 *   data/
 *     homeport.sqlite     settings, stations, accounts, bindings, events
 *     key                 32 octets, mode 0600: without it no password can be read
 *     lock                held while a server runs
 */
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { StoreError } from "./store-error.ts"

export interface DataFolder {
  readonly databasePath: string
  readonly key: Uint8Array
}

/** Makes the folder and its key at the first start. The command line opens it beside a running server. */
export function openDataFolder(folder: string): DataFolder {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const databasePath = join(folder, "homeport.sqlite")
    return { databasePath, key: readKey(join(folder, "key"), existsSync(databasePath)) }
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError("unreadable", `The data folder ${folder} cannot be used: ${messageOf(error)}.`)
  }
}

/**
 * Only one server works on a data folder. The lock is SQLite's own file lock, which the operating system gives back when
 * the process ends, however it ends. Returns the function that releases it.
 */
export function lockDataFolder(folder: string): () => void {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(join(folder, "lock"))
    lock.exec("PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE")
    return () => lock?.close()
  } catch (error) {
    lock?.close()
    if (!messageOf(error).includes("locked"))
      throw new StoreError("unreadable", `The data folder ${folder} cannot be locked: ${messageOf(error)}.`)
    throw new StoreError("in-use", `Another Homeport already runs on the data folder ${folder}: stop it first.`)
  }
}

function readKey(path: string, needed: boolean): Uint8Array {
  if (!existsSync(path)) {
    if (needed)
      throw new StoreError(
        "foreign-key",
        `The key file ${path} is missing: put it back, passwords cannot be read without it.`,
      )
    writeFileSync(path, randomBytes(32), { mode: 0o600, flag: "wx" })
  }
  // A copied folder may have lost the mode.
  chmodSync(path, 0o600)
  const key = readFileSync(path)
  if (key.length !== 32) throw new StoreError("foreign-key", `The key file ${path} is damaged: it must hold 32 octets.`)
  return key
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
