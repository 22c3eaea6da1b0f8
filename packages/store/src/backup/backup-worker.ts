/** The thread in which a backup is made. Only make-backup.ts starts this file. */
import { parentPort, workerData } from "node:worker_threads"
import { BackupError } from "./backup-error.ts"
import { type BackupWorkerAnswer, type BackupWorkerData, makeBackupOfFile, requestIn } from "./make-backup.ts"

const data = workerData as BackupWorkerData

async function answer(): Promise<BackupWorkerAnswer> {
  try {
    return { file: await makeBackupOfFile(data.path, data.key, requestIn(data)) }
  } catch (error) {
    if (error instanceof BackupError) return { code: error.code, params: error.params }
    return { code: undefined, message: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.postMessage(await answer())
