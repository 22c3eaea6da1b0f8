/**
 * `restore FILE`: a backup takes the place of what is in the data folder, while no server runs on it. The console does the same in a
 * running one.
 */
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs"
import { join, resolve } from "node:path"
import { backupMessage, type Section, settingsDefaults } from "@homeport/contract"
import {
  administers,
  BackupError,
  createStore,
  lockDataFolder,
  longestBackup,
  openDataFolder,
  openSnapshot,
  Secret,
  type Snapshot,
  type Store,
  StoreError,
} from "@homeport/store"
import { createBackupFolder } from "../backups/backup-folder.ts"
import { createEventRecorder } from "../core/event-recorder.ts"
import type { CommandLineOptions } from "./command-line.ts"
import { databaseIn } from "./database-in.ts"

export interface RestoreFlags {
  readonly yes: boolean
  readonly keepNetworkInterfaces: boolean
}

/** Returns the exit code. Throws a `StoreError` while a server runs. */
export async function restore(file: string, flags: RestoreFlags, options: CommandLineOptions): Promise<number> {
  const { dataFolder, write } = options
  const bytes = read(resolve(options.workingFolder, file))
  if (bytes === undefined) {
    write(`${resolve(options.workingFolder, file)} cannot be read.\n`)
    return 1
  }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const unlock = lockDataFolder(dataFolder)
  try {
    const passPhrase = Secret.of(await options.readPassPhrase("known"))
    const snapshot = await openSnapshot(bytes, passPhrase, settingsDefaults)
    try {
      return await put(snapshot, passPhrase, flags, options)
    } finally {
      snapshot.close()
    }
  } catch (error) {
    if (!(error instanceof BackupError)) throw error
    write(`${backupMessage(error.code, error.params)}\n`)
    return 1
  } finally {
    unlock()
  }
}

async function put(snapshot: Snapshot, passPhrase: Secret, flags: RestoreFlags, options: CommandLineOptions) {
  const { dataFolder, write, version, now, cost } = options
  const wasThere = databaseIn(dataFolder)
  const here = open(dataFolder)
  try {
    write(summary(snapshot, here))
    if (!flags.yes && !(await options.confirm("Restore it? Type yes: "))) {
      write("Nothing was changed. With --yes behind the file it is not asked.\n")
      return 1
    }
    const store = here instanceof StoreError ? insteadOf(here, dataFolder, options) : here
    try {
      const folder = createBackupFolder(join(dataFolder, "backups"))
      const request = { passPhrase, version, createdAt: now(), cost }
      const keepsPresent = wasThere && store === here
      const before = keepsPresent ? await folder.write("before-restore", now(), await store.backup(request)) : undefined
      store.restore(snapshot, flags.keepNetworkInterfaces ? kept : [])
      record(store, snapshot, before, now)
      write("It is restored: the next start runs it.\n")
      if (before !== undefined)
        write(`What was here before is in ${join(folder.path, before)}, under the same pass-phrase.\n`)
      return 0
    } finally {
      if (store !== here) await store.close()
    }
  } finally {
    if (!(here instanceof StoreError)) await here.close()
  }
}

const kept: readonly Section[] = ["network-interfaces"]

/** The error: what is there cannot be read, which is what backups are for. */
function open(dataFolder: string): Store | StoreError {
  try {
    return newStore(dataFolder)
  } catch (error) {
    if (error instanceof StoreError && (error.code === "damaged" || error.code === "foreign-key")) return error
    throw error
  }
}

function newStore(dataFolder: string): Store {
  const { databasePath, key } = openDataFolder(dataFolder)
  return createStore({ path: databasePath, key, defaults: settingsDefaults })
}

/** Nothing is thrown away: whoever knows more than we may still read it. */
function insteadOf({ message }: StoreError, dataFolder: string, { write, now }: CommandLineOptions): Store {
  const aside = `aside-${now()}`
  for (const name of ["homeport.sqlite", "homeport.sqlite-wal", "homeport.sqlite-shm", "key"])
    if (existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(dataFolder, `${name}.${aside}`))
  write(`${message} It was renamed to homeport.sqlite.${aside}, and its key to key.${aside}.\n`)
  return newStore(dataFolder)
}

function record(store: Store, { header }: Snapshot, before: string | undefined, now: () => number): void {
  const stream = { publish: () => undefined }
  const events = createEventRecorder({ journal: store.journal, stream, lastId: store.events.lastId(), now })
  const params = { by: "npm run homeport", at: new Date(header.createdAt).toISOString(), before: before ?? "–" }
  events.record({ code: "backup.restored", params })
}

/** undefined: there is none, or it is larger than any backup. */
function read(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path)
    return bytes.length > longestBackup ? bytes.subarray(0, longestBackup + 1) : bytes
  } catch {
    return undefined
  }
}

function summary({ header, state, accounts }: Snapshot, here: Store | StoreError): string {
  const now = here instanceof StoreError ? undefined : here
  const row = (what: string, before: number | undefined, then: number) =>
    `  ${what.padEnd(16)}${String(before ?? "–").padStart(6)}  →${String(then).padStart(6)}\n`
  return [
    `A backup of ${new Date(header.createdAt).toISOString()}, written by Homeport ${header.version}`,
    header.installationId === now?.installationId ? ".\n" : " on another installation.\n",
    row("stations", now?.state().stations.size, state.stations.size),
    row("devices", now?.state().devices.size, state.devices.size),
    row("certificates", now?.state().certificates.size, state.certificates.size),
    row("administrators", now?.accounts.count(), accounts.length),
    administers({ accounts })
      ? "Accounts come from the backup, and every login ends.\n"
      : "Nobody in the backup may do everything: the accounts of now stay. Every login ends.\n",
  ].join("")
}
