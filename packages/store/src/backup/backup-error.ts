/**
 * Why a backup cannot be made or restored. A code and what its sentence needs; the sentences are the contract's
 * (catalogue/en/backup.ts).
 */
import type { BackupProblemCode } from "@homeport/contract"

export class BackupError extends Error {
  override readonly name = "BackupError"
  readonly code: BackupProblemCode
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: BackupProblemCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`a backup is refused: ${code}`)
    this.code = code
    this.params = params
  }
}
