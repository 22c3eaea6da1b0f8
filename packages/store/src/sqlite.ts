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
    throw new StoreError(
      "damaged",
      `The database ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
}

/** One synchronous transaction: no other work of this process can come in between. */
export function inTransaction(database: DatabaseSync, write: () => void): void {
  database.exec("BEGIN IMMEDIATE")
  try {
    write()
    database.exec("COMMIT")
  } catch (error) {
    database.exec("ROLLBACK")
    throw error
  }
}
