/** A backup of a database, whoever else works on it meanwhile. */
import { DatabaseSync } from "node:sqlite"
import { Worker } from "node:worker_threads"
import { versionOf } from "../migrate.ts"
import { Secret } from "../secret.ts"
import { unusable } from "../sqlite.ts"
import { BackupError } from "./backup-error.ts"
import { type ScryptCost, sealBackup } from "./backup-file.ts"
import { takeSnapshot } from "./snapshot.ts"

export interface BackupRequest {
  readonly passPhrase: Secret
  /** Of this Homeport. */
  readonly version: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  /** Less for tests alone. */
  readonly cost?: ScryptCost | undefined
}

export async function makeBackup(
  source: DatabaseSync,
  key: Uint8Array,
  { passPhrase, version, createdAt, cost }: BackupRequest,
): Promise<Uint8Array> {
  const content = takeSnapshot(source, key)
  const id = source.prepare("SELECT value FROM meta WHERE name = 'installation-id'").get()?.value
  const header = { schema: versionOf(source), version, createdAt, installationId: String(id) }
  return await sealBackup(content, header, passPhrase, cost)
}

/** With a connection of its own that writes nothing: for the command line, beside a running server. */
export async function makeBackupOfFile(path: string, key: Uint8Array, request: BackupRequest): Promise<Uint8Array> {
  const database = openToRead(path)
  try {
    return await makeBackup(database, key, request)
  } finally {
    database.close()
  }
}

function openToRead(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path, { readOnly: true })
    database.exec("PRAGMA busy_timeout = 5000")
    return database
  } catch (error) {
    throw unusable(path, error)
  }
}

/** The same in a thread of its own: 10,000 stations and a slow key must not hold up a call. */
export function makeBackupInThread(path: string, key: Uint8Array, request: BackupRequest): Promise<Uint8Array> {
  const { passPhrase, ...rest } = request
  const workerData: BackupWorkerData = { path, key, ...rest, passPhrase: passPhrase.reveal() }
  const worker = new Worker(new URL("./backup-worker.ts", import.meta.url), { workerData })
  return new Promise((settle, fail) => {
    worker.once("message", (answer: BackupWorkerAnswer) => {
      if ("file" in answer) settle(answer.file)
      else if (answer.code !== undefined) fail(new BackupError(answer.code, answer.params))
      else fail(new Error(answer.message))
    })
    worker.once("error", fail)
    worker.once("exit", () => fail(new Error("the backup's worker has ended")))
  })
}

/** What crosses between threads has no methods: a secret travels in the clear, within the process. */
export interface BackupWorkerData extends Omit<BackupRequest, "passPhrase"> {
  readonly path: string
  readonly key: Uint8Array
  readonly passPhrase: string
}

export type BackupWorkerAnswer =
  | { readonly file: Uint8Array }
  | { readonly code: BackupError["code"]; readonly params: BackupError["params"] }
  | { readonly code: undefined; readonly message: string }

export const requestIn = ({ passPhrase, ...data }: BackupWorkerData): BackupRequest => ({
  ...data,
  passPhrase: Secret.of(passPhrase),
})
