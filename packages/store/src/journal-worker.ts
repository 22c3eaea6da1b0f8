/** The journal's own thread, with its own connection: the main thread never waits for the disk on a phone's account. */
import { parentPort, workerData } from "node:worker_threads"
import { type Batch, createJournalWriter } from "./journal-writer.ts"
import { openDatabase } from "./sqlite.ts"

/** What `journal.ts` starts this worker with. */
export interface JournalWorkerData {
  readonly path: string
  readonly keepEvents: number
}

// Only `journal.ts` starts this file.
const { path, keepEvents } = workerData as JournalWorkerData
const database = openDatabase(path, "normal")
const write = createJournalWriter(database, keepEvents)

parentPort?.on("message", (message: Batch | "close") => {
  if (message === "close") {
    database.close()
    parentPort?.close()
    return
  }
  let problem: string | undefined
  try {
    write(message)
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error)
  }
  parentPort?.postMessage({ problem })
})
