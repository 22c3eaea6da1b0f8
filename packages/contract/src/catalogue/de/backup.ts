/** Warum eine Sicherung nicht eingespielt oder nicht gemacht wird. */
import type { backupProblemsEn } from "../en/backup.ts"

export const backupProblemsDe: Readonly<Record<keyof typeof backupProblemsEn, string>> = {
  BackupAltered:
    "Diese Sicherung wurde verändert oder ist beschädigt. Es wurde nichts geändert: Nehmen Sie eine andere Kopie davon.",
  BackupForeign: "Diese Datei ist keine Sicherung von Homeport. Es wurde nichts geändert.",
  BackupNewer:
    "Diese Sicherung hat ein neueres Homeport geschrieben ({version}). Es wurde nichts geändert: Installieren Sie erst diese Version, dann spielen Sie die Sicherung ein.",
  BackupNotOpened:
    "Die Passphrase ist falsch oder die Datei wurde verändert: Was von beidem, lässt sich nicht feststellen. Es wurde nichts geändert.",
  BackupTooLarge: "Eine Sicherung darf {maximum} MB groß sein, und diese wäre größer.",
  BackupTruncated:
    "Diese Sicherung ist unvollständig: Ihr Ende fehlt. Es wurde nichts geändert: Kopieren oder laden Sie sie noch einmal.",
  BackupUnusable:
    "Diese Sicherung ließ sich öffnen, aber was Homeport {version} hineingeschrieben hat, ist hier nicht gültig. Es wurde nichts geändert.",
}
