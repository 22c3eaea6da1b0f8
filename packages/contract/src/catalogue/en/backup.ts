/**
 * Why a backup is not restored, or not made: apart from the catalogues, because the console loads these sentences with its pages of
 * Data Backup.
 */
export const backupProblemsEn = {
  BackupAltered: "This backup has been altered or damaged. Nothing was changed: take another copy of it.",
  BackupForeign: "This file is no backup of Homeport. Nothing was changed.",
  BackupNewer:
    "This backup was written by a newer Homeport ({version}). Nothing was changed: install that version first, then restore.",
  BackupNotOpened:
    "The pass-phrase is wrong, or the file has been altered: which of the two, nobody can tell. Nothing was changed.",
  BackupTooLarge: "A backup may hold {maximum} MB, and this one would be larger.",
  BackupTruncated: "This backup is incomplete: its end is missing. Nothing was changed: copy or download it again.",
  BackupUnusable:
    "This backup could be opened, but what Homeport {version} wrote into it is not valid here. Nothing was changed.",
} as const
