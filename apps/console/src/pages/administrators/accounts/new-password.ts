/** What is wrong with a new password and its repetition, before anything is sent. */
import { administratorPasswords, passwordProblem } from "@homeport/contract"
import type { Problems } from "../../../form/check.ts"

export function newPasswordProblems(password: string, confirm: string, name: string): Problems {
  const weak = passwordProblem(password, [name], administratorPasswords)
  return {
    ...(weak && { password: weak }),
    ...(password !== confirm && { confirm: { code: "Mismatch" } }),
  }
}
