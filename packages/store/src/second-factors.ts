/**
 * Second factors of accounts: the secret of an authenticator app (RFC 6238), sealed and bound to its account, and recovery codes, each
 * good once.
 */
import type { DatabaseSync } from "node:sqlite"
import { Secret, type SecretBox } from "./secret.ts"
import { inTransaction } from "./sqlite.ts"

export interface SecondFactor {
  /** In base 32 (RFC 4648 §6). */
  readonly secret: Secret
  /** The time step of the code that was accepted last: neither it nor an older one is accepted again. */
  readonly step: number
  readonly since: number
  readonly recoveryCodesLeft: number
}

export interface SecondFactors {
  of(account: number): SecondFactor | undefined
  /** In the place of the one before it. */
  put(account: number, secret: Secret, step: number, codeHashes: readonly Uint8Array[], at: number): void
  /** Remembers the step. False: a code of this or a later one was accepted meanwhile. */
  accept(account: number, step: number): boolean
  /** Uses up a recovery code. False: there is no such code (any more). */
  acceptRecoveryCode(account: number, codeHash: Uint8Array): boolean
  /** In the place of those that are left. */
  replaceRecoveryCodes(account: number, codeHashes: readonly Uint8Array[]): void
  remove(account: number): void
}

export function createSecondFactors(database: DatabaseSync, box: SecretBox): SecondFactors {
  const read = database.prepare("SELECT secret, step, since FROM second_factors WHERE account = ?")
  const codesLeft = database.prepare("SELECT count(*) AS n FROM recovery_codes WHERE account = ?")
  const put = database.prepare("INSERT INTO second_factors VALUES (?, ?, ?, ?)")
  const accept = database.prepare("UPDATE second_factors SET step = ? WHERE account = ? AND step < ?")
  const useCode = database.prepare("DELETE FROM recovery_codes WHERE account = ? AND code_hash = ?")
  const addCode = database.prepare("INSERT INTO recovery_codes VALUES (?, ?)")
  const removeCodes = database.prepare("DELETE FROM recovery_codes WHERE account = ?")
  const remove = database.prepare("DELETE FROM second_factors WHERE account = ?")

  return {
    of(account) {
      // The columns of a STRICT table: SQLite itself keeps their types.
      const row = read.get(account) as { secret: Uint8Array; step: number; since: number } | undefined
      return (
        row && {
          secret: Secret.lazy(() => box.open(row.secret, secondFactorPlace(account))),
          step: row.step,
          since: row.since,
          recoveryCodesLeft: Number(codesLeft.get(account)?.n),
        }
      )
    },
    put(account, secret, step, codeHashes, at) {
      inTransaction(database, () => {
        // Takes the former codes along.
        remove.run(account)
        put.run(account, box.seal(secret.reveal(), secondFactorPlace(account)), step, at)
        for (const hash of codeHashes) addCode.run(account, hash)
      })
    },
    accept: (account, step) => accept.run(step, account, step).changes > 0,
    acceptRecoveryCode: (account, codeHash) => useCode.run(account, codeHash).changes > 0,
    replaceRecoveryCodes(account, codeHashes) {
      inTransaction(database, () => {
        removeCodes.run(account)
        for (const hash of codeHashes) addCode.run(account, hash)
      })
    },
    remove: (account) => void remove.run(account),
  }
}

/** Where the secret of this account is sealed at. */
export const secondFactorPlace = (account: number): string => `second-factor/${account}`
