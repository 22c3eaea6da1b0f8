/** The parts of Data Backup, wired. */
import { type BackupFolder, createBackupFolder } from "./backup-folder.ts"
import { type BackupSchedule, createBackupSchedule } from "./backup-schedule.ts"
import { type BackupService, type BackupServiceOptions, createBackupService } from "./backup-service.ts"

export interface BackupParts {
  readonly backups: BackupService
  readonly backupFolder: BackupFolder
  readonly backupSchedule: BackupSchedule
}

/** `path` of the folder that backups are kept in. */
export function createBackupParts(path: string, options: Omit<BackupServiceOptions, "folder">): BackupParts {
  const { store, events, stream, now } = options
  const backupFolder = createBackupFolder(path)
  const backups = createBackupService({ ...options, folder: backupFolder })
  const backupSchedule = createBackupSchedule({ store, folder: backupFolder, make: backups.make, events, stream, now })
  return { backups, backupFolder, backupSchedule }
}
