/**
 * The backups that this system has made by itself, as files for their owner alone.
 *
 *   data/backups/scheduled-20270115T030000000Z.homeport
 *   data/backups/before-restore-20270116T081500123Z.homeport
 *
 * The name says what a file is and from when; only names of this form are ever read or removed.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { backupKinds } from "@homeport/contract"
import { BackupError, readBackupHeader } from "@homeport/store"

export type BackupKind = (typeof backupKinds)[number]

export interface BackupFile {
  readonly name: string
  readonly kind: BackupKind
  /** Milliseconds since 1970. */
  readonly at: number
  /** In octets. */
  readonly size: number
  /** undefined: its beginning cannot be read. */
  readonly version: string | undefined
}

export interface BackupFolder {
  readonly path: string
  /** Newest first. */
  list(): Promise<readonly BackupFile[]>
  /** Whole or not at all; the name that it got. */
  write(kind: BackupKind, at: number, bytes: Uint8Array): Promise<string>
  /** undefined: there is none of this name. */
  read(name: string): Promise<Uint8Array | undefined>
  /** False: there was none. */
  remove(name: string): Promise<boolean>
  /** Of this kind only so many stay, the newest. */
  prune(kind: BackupKind, keep: number): Promise<void>
}

export function createBackupFolder(path: string): BackupFolder {
  let writing: Promise<unknown> = Promise.resolve()

  async function list(): Promise<readonly BackupFile[]> {
    const names = await readdir(path).catch(() => [])
    const files = await Promise.all(names.map(describe))
    return files.filter((file) => file !== undefined).sort((one, other) => other.at - one.at)
  }

  async function describe(name: string): Promise<BackupFile | undefined> {
    const named = parse(name)
    if (!named) return undefined
    // Removed meanwhile, or not ours to read: either way it is none of them.
    const size = await stat(join(path, name)).then(
      (found) => (found.isFile() ? found.size : undefined),
      () => undefined,
    )
    return size === undefined ? undefined : { name, ...named, size, version: await versionIn(join(path, name)) }
  }

  async function write(kind: BackupKind, at: number, bytes: Uint8Array): Promise<string> {
    const name = fileNameOf(kind, at)
    await mkdir(path, { recursive: true, mode: 0o700 })
    // What an earlier process has left unfinished.
    for (const stale of await readdir(path))
      if (stale.endsWith(unfinished)) await rm(join(path, stale), { force: true })
    await writeWhole(join(path, name), bytes)
    return name
  }

  return {
    path,
    list,
    write(kind, at, bytes) {
      const mine = writing.then(() => write(kind, at, bytes))
      writing = mine.catch(() => undefined)
      return mine
    },
    read: (name) => (parse(name) ? readFile(join(path, name)).catch(() => undefined) : Promise.resolve(undefined)),
    async remove(name) {
      if (!parse(name)) return false
      try {
        await rm(join(path, name))
        return true
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return false
        throw error
      }
    },
    async prune(kind, keep) {
      const older = (await list()).filter((file) => file.kind === kind).slice(keep)
      for (const { name } of older) await rm(join(path, name), { force: true })
    },
  }
}

/** Under another name until the disk has it: a power cut leaves no half of a backup that looks like one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const begun = `${path}${unfinished}`
  try {
    const file = await open(begun, "w", 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(begun, path)
  } catch (error) {
    await rm(begun, { force: true }).catch(() => undefined)
    throw error
  }
}

/** homeport-20270115T030000000Z.homeport */
export const fileNameOf = (what: string, at: number): string =>
  `${what}-${new Date(at).toISOString().replace(/[-:.]/g, "")}.homeport`

function parse(name: string): { readonly kind: BackupKind; readonly at: number } | undefined {
  const [, kindText, ...digits] = pattern.exec(name) ?? []
  const kind = backupKinds.find((each) => each === kindText)
  const [year, month, day, hour, minute, second, milliseconds] = digits
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`)
  return kind === undefined || Number.isNaN(at) ? undefined : { kind, at }
}

/** From its beginning alone. */
async function versionIn(path: string): Promise<string | undefined> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
      return readBackupHeader(buffer.subarray(0, bytesRead)).version
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof BackupError || (error instanceof Error && "code" in error)) return undefined
    throw error
  }
}

const unfinished = ".part"
const pattern = /^([a-z-]+)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.homeport$/
