/** Sentences about backups, in the catalogue of a language. */
import type { Params } from "../errors.ts"
import { backupProblemsEn } from "./en/backup.ts"
import { fillIn } from "./fill-in.ts"

export type BackupProblemCode = keyof typeof backupProblemsEn
/** Of one language. */
export type BackupSentences = Readonly<Record<BackupProblemCode, string>>

/** undefined: it is about something else. */
export function sayBackupProblem(sentences: BackupSentences, code: string, params: Params = {}): string | undefined {
  const [, sentence] = Object.entries(sentences).find(([known]) => known === code) ?? []
  return sentence === undefined ? undefined : fillIn(sentence, params)
}

/** In English: for the API and the command line. */
export const backupMessage = (code: BackupProblemCode, params?: Params): string =>
  fillIn(backupProblemsEn[code], params ?? {})
