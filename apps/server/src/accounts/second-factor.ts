/**
 * The second factor of an account: a code of an authenticator app, or one of its recovery codes.
 *
 *   off ──begin──▶ waits for its first code, 10 minutes, in memory ──confirm──▶ on ──remove──▶ off
 *
 * A code is accepted once. Wrong ones slow the account's codes down, which nobody can cause who does not know its password; recovery
 * codes, which nobody guesses, are not slowed down.
 */
import { secondFactorMinutes } from "@homeport/contract"
import type { Account, Secret, Store } from "@homeport/store"
import { createAttempts } from "../http/attempts.ts"
import { ApiError } from "../http/errors.ts"
import { bareCode, newRecoveryCodes, recoveryCodeHash } from "./recovery-codes.ts"
import { isTotpCode, newTotpSecret, timeStepOf, totpUrl } from "./totp.ts"

export interface SecondFactorService {
  isOn(account: number): boolean
  /** Looks at what was typed, and uses it up when it is right. Throws TooManyCodes. */
  check(account: number, typed: string): CodeOutcome
  /** Throws SecondFactorExists. */
  begin(account: Account): { readonly secret: string; readonly url: string }
  /** Returns the recovery codes. Throws NoSecondFactorBegun, or what is wrong with `code`. */
  confirm(account: number, code: string): readonly string[]
  newRecoveryCodes(account: number): readonly string[]
  /** False: there was none. */
  remove(account: number): boolean
}

export type CodeOutcome = "right" | "recovery-code" | "wrong-code" | "used-code"

export interface SecondFactorOptions {
  readonly store: Pick<Store, "secondFactors">
  /** The name that an app shows above the account's. */
  readonly issuer: () => string
  readonly now: () => number
}

export function createSecondFactorService({ store, issuer, now }: SecondFactorOptions): SecondFactorService {
  const { secondFactors } = store
  const guesses = createAttempts(now)
  const begun = new Map<number, { readonly secret: Secret; readonly until: number }>()

  function checkTotp(account: number, code: string): CodeOutcome {
    const factor = secondFactors.of(account)
    if (!factor) return "wrong-code"
    const seconds = guesses.begin(String(account))
    if (seconds > 0) throw new ApiError("TooManyCodes", { params: { seconds } })
    const step = timeStepOf(factor.secret, code, now())
    if (step === undefined) return "wrong-code"
    // It was right, whoever typed it first: not a guess.
    guesses.succeeded(String(account))
    return secondFactors.accept(account, step) ? "right" : "used-code"
  }

  return {
    isOn: (account) => secondFactors.of(account) !== undefined,
    check(account, typed) {
      const code = bareCode(typed)
      if (isTotpCode(code)) return checkTotp(account, code)
      return secondFactors.acceptRecoveryCode(account, recoveryCodeHash(code)) ? "recovery-code" : "wrong-code"
    },
    begin({ id, name }) {
      if (secondFactors.of(id)) throw new ApiError("SecondFactorExists")
      const secret = newTotpSecret()
      begun.set(id, { secret, until: now() + secondFactorMinutes * 60_000 })
      return { secret: secret.reveal(), url: totpUrl(secret, issuer(), name) }
    },
    confirm(account, typed) {
      const waiting = begun.get(account)
      if (!waiting || waiting.until <= now()) throw new ApiError("NoSecondFactorBegun")
      const step = timeStepOf(waiting.secret, bareCode(typed), now())
      if (step === undefined) throw new ApiError("InvalidInput", { fields: { code: { code: "WrongCode" } } })
      const codes = newRecoveryCodes()
      secondFactors.put(account, waiting.secret, step, codes.map(recoveryCodeHash), now())
      begun.delete(account)
      return codes
    },
    newRecoveryCodes(account) {
      const codes = newRecoveryCodes()
      secondFactors.replaceRecoveryCodes(account, codes.map(recoveryCodeHash))
      return codes
    },
    remove(account) {
      begun.delete(account)
      const was = secondFactors.of(account) !== undefined
      secondFactors.remove(account)
      return was
    },
  }
}
