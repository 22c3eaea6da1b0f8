/** Why a backup was not made or not restored, as the API says it. */
import { backupMessage } from "@homeport/contract"
import { BackupError, isDiskError } from "@homeport/store"
import { ApiError } from "../http/errors.ts"

/** What is wrong with a file that was sent, at its field: the pass-phrase is all that somebody may have typed wrong. */
export function atItsField(error: unknown): unknown {
  if (!(error instanceof BackupError)) return error
  const { code, params } = error
  const field = code === "BackupNotOpened" ? "passPhrase" : "file"
  return new ApiError("InvalidInput", { fields: { [field]: { code, message: backupMessage(code, params), params } } })
}

/** A backup that was to be made. */
export function notMade(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("BackupFailed", { params: { reason: reasonOf(error) } })
}

export function reasonOf(error: unknown): string {
  if (error instanceof BackupError) return backupMessage(error.code, error.params)
  return error instanceof Error ? error.message : String(error)
}

export function failureOf(error: unknown): "disk" | "too-large" | "failed" {
  if (error instanceof BackupError) return "too-large"
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return isDiskError(error) || diskCodes.has(code) ? "disk" : "failed"
}

/** Of node:fs. */
const diskCodes: ReadonlySet<string> = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EIO",
  "EACCES",
  "EPERM",
  "ENOTDIR",
  "EEXIST",
])
