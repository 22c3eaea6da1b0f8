/** Data Backup ▸ Scheduled: when a backup is made by itself, and how many are kept. */
import * as z from "zod/mini"
import { newPassPhrase } from "../certificates.ts"
import { choice, flag, whole } from "../primitives.ts"
import { settingsPageOf } from "./page.ts"

export const backupSchedules = ["off", "daily", "weekly"] as const
/** From 0, as `Date` counts. */
export const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const

export const dataBackupSettings = z.strictObject({
  schedule: choice(backupSchedules),
  /** Of "weekly". */
  weekday: choice(weekdays),
  /** On the clock of the machine. */
  hour: whole(0, 23),
  /** How many scheduled backups stay; the oldest go first. */
  keep: whole(1, 99),
})
export type DataBackupSettings = z.infer<typeof dataBackupSettings>

export const dataBackupDefaults: DataBackupSettings = { schedule: "off", weekday: "sunday", hour: 3, keep: 7 }

/** Everything but the pass-phrase. */
export const dataBackupSettingsView = z.strictObject({ ...dataBackupSettings.shape, passPhraseSet: z.boolean() })
export type DataBackupSettingsView = z.infer<typeof dataBackupSettingsView>

export const dataBackupChange = z.strictObject({
  ...dataBackupSettings.shape,
  /** Of the backups to come; left out: the stored one stays. */
  passPhrase: z.optional(newPassPhrase),
  /** As it was read: what a script got it may send back. Nothing follows from it. */
  passPhraseSet: z.optional(flag),
})

export const dataBackup = settingsPageOf("data-backup", { response: dataBackupSettingsView, body: dataBackupChange })
