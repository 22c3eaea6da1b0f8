/** Opens the database file as every connection to it must be opened. */
import { DatabaseSync } from "node:sqlite"
import { StoreError } from "./store-error.ts"

/** `durability`: "full" survives a power cut, "normal" may lose the last moments: enough for bindings and events. */
export function openDatabase(path: string, durability: "full" | "normal"): DatabaseSync {
  try {
    const database = new DatabaseSync(path)
    database.exec("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON")
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${durability === "full" ? "FULL" : "NORMAL"}`)
    return database
  } catch (error) {
    throw unusable(path, error)
  }
}

/** Why the database cannot be used, as one sentence. */
export function unusable(path: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (isDiskError(error))
    return new StoreError(
      "unreadable",
      `The database ${path} cannot be opened for writing: ${message}. Is the disk full?`,
    )
  return new StoreError("damaged", `The database ${path} cannot be read: ${message}.`)
}

/** Whether it is the disk that SQLite complains about: full, read-only, or failing. */
export function isDiskError(error: unknown): boolean {
  if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) return false
  // The low octet of an extended result code is the primary one.
  return diskErrors.has(error.errcode & 0xff)
}

/** SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. */
const diskErrors: ReadonlySet<number> = new Set([8, 10, 13, 14])

/** One synchronous transaction: no other work of this process can come in between. */
export function inTransaction(database: DatabaseSync, write: () => void): void {
  database.exec("BEGIN IMMEDIATE")
  try {
    write()
    database.exec("COMMIT")
  } catch (error) {
    // When the disk is full SQLite has rolled back by itself.
    if (database.isTransaction) database.exec("ROLLBACK")
    throw error
  }
}
