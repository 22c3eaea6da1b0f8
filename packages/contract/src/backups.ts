/** Data Backup: everything as one file, back again, and the backups that the system keeps by itself. */
import * as z from "zod/mini"
import { newPassPhrase, passPhrase } from "./certificates.ts"
import { endpoint } from "./endpoint.ts"
import { base64, base64Length, code, flag, moment, nothing } from "./primitives.ts"
import { listenErrors, sections } from "./settings/page.ts"

/** In octets. packages/store refuses to make a larger one. */
export const largestBackup = 32 * 1024 * 1024

export const backupKinds = ["scheduled", "before-restore"] as const

const storedBackup = z.strictObject({
  /** Of its file: what it is downloaded and removed by. */
  name: z.string(),
  kind: z.enum(backupKinds),
  at: moment,
  /** In octets. */
  size: z.number(),
  /** Of the Homeport that wrote it; null: its beginning cannot be read. */
  version: z.nullable(z.string()),
})
export type StoredBackup = z.infer<typeof storedBackup>

/** Why the last scheduled backup was not made. */
export const backupFailures = ["disk", "too-large", "failed"] as const

const storedBackups = z.strictObject({
  /** Newest first. */
  items: z.array(storedBackup),
  /** Where they lie on the machine. */
  folder: z.string(),
  /** What the last scheduled backup came to; null: there was none yet. */
  last: z.nullable(z.strictObject({ at: moment, failure: z.nullable(z.enum(backupFailures)) })),
  /** When the next one is due; null: none is scheduled. */
  next: z.nullable(moment),
})
export type StoredBackups = z.infer<typeof storedBackups>

const count = z.strictObject({ now: z.number(), backup: z.number() })
const change = z.strictObject({ now: z.string(), backup: z.string() })

/** What a restore would bring and end. */
const backupPreview = z.strictObject({
  createdAt: moment,
  version: z.string(),
  /** It was made by this installation, not by another one. */
  own: z.boolean(),
  stations: count,
  devices: count,
  certificates: count,
  administrators: count,
  /** Nobody in the backup may do everything, so the accounts of now stay. */
  keepsAdministrators: z.boolean(),
  /** Pages of settings that are different. */
  sections: z.array(z.enum(sections)),
  /** By the name in Port Management: those that change. */
  ports: z.array(z.strictObject({ name: z.string(), ...change.shape })),
  interfaces: z.array(z.strictObject({ field: z.enum(["lan1", "lan2", "voip"]), ...change.shape })),
  /** Interfaces and addresses of the backup that this machine does not have. */
  missing: z.array(z.string()),
  /** What cannot be opened on this machine, so that the restore would be refused. */
  taken: z.array(
    z.strictObject({ code: z.enum(listenErrors), transport: z.string(), address: z.string(), port: z.number() }),
  ),
  /** Registrations that end at once, and calls that go on until they are hung up. */
  registrations: z.number(),
  calls: z.number(),
})
export type BackupPreview = z.infer<typeof backupPreview>

const backupFile = {
  file: z
    .string(code("WrongType"))
    .check(
      z.minLength(1, code("FileEmpty")),
      z.maxLength(base64Length(largestBackup), code("FileTooLarge")),
      z.regex(base64, code("NotBase64")),
    ),
  passPhrase: passPhrase.check(z.minLength(1, code("Required"))),
  /** LAN 1, LAN 2 and the one that carries VoIP stay as they are: for another machine. */
  keepNetworkInterfaces: z._default(flag, false),
}

const byName = z.strictObject({ name: z.string().check(z.maxLength(100, code("TooLong"))) })

export const backups = {
  download: endpoint({
    method: "POST",
    path: "/api/backup",
    summary:
      "Everything as one file, encrypted with a pass-phrase: settings, stations, devices, certificates, administrators",
    role: "expert",
    body: z.strictObject({ passPhrase: newPassPhrase }),
    response: nothing,
    file: "application/octet-stream",
    errors: ["BackupFailed"],
  }),
  preview: endpoint({
    method: "POST",
    path: "/api/backup/preview",
    summary: "What a backup holds, and what restoring it would change and end; nothing is changed",
    role: "expert",
    body: z.strictObject(backupFile),
    largestBody: base64Length(largestBackup) + 4096,
    response: backupPreview,
    errors: [],
  }),
  restore: endpoint({
    method: "POST",
    path: "/api/backup/restore",
    summary: "Put a backup in the place of what is stored: running and stored, or neither. Every login ends",
    role: "expert",
    body: z.strictObject(backupFile),
    largestBody: base64Length(largestBackup) + 4096,
    /** The backup of what was here before, under the same pass-phrase. */
    response: z.strictObject({ before: z.string() }),
    errors: ["BackupFailed", ...listenErrors],
  }),
  list: endpoint({
    method: "GET",
    path: "/api/backups",
    summary: "The backups that this system has made by itself",
    role: "expert",
    response: storedBackups,
    errors: [],
  }),
  make: endpoint({
    method: "POST",
    path: "/api/backups",
    summary: "Make the scheduled backup now",
    role: "expert",
    response: storedBackups,
    status: 201,
    errors: ["BackupFailed", "NoBackupPassPhrase"],
  }),
  read: endpoint({
    method: "GET",
    path: "/api/backups/:name",
    summary: "One of these backups, as a file",
    role: "expert",
    params: byName,
    response: nothing,
    file: "application/octet-stream",
    errors: ["NotFound"],
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/backups/:name",
    summary: "Remove one of these backups",
    role: "expert",
    params: byName,
    response: nothing,
    errors: ["NotFound"],
  }),
}
