/** The password policy as a list that ticks itself off while somebody types. */
import {
  brokenPasswordRules,
  type PasswordPolicy,
  type PasswordRule,
  passwordRuleParams,
  passwordRules,
  stationPasswords,
} from "@homeport/contract"
import { useProblemText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { MetRule } from "./FieldRow.tsx"
import styles from "./PasswordRules.module.css"

interface PasswordRulesProps {
  readonly password: string
  /** What the password must not be. */
  readonly names: readonly string[]
  readonly policy?: PasswordPolicy
  /** After an attempt: what is missing is said in the error colour. */
  readonly strict?: boolean
}

export function PasswordRules({ password, names, policy = stationPasswords, strict = false }: PasswordRulesProps) {
  const texts = useTexts().password
  const problemText = useProblemText()
  const broken = brokenPasswordRules(password, names, policy)
  const params = passwordRuleParams(policy)
  // What can only go wrong is shown when it did; what must be there is listed from the start.
  const listed = passwordRules.filter((rule) => NEEDED.has(rule) || (password !== "" && broken.includes(rule)))
  return (
    <ul className={styles.rules} aria-label={texts.rules} data-strict={strict || undefined}>
      {listed.map((rule) => (
        <MetRule key={rule} met={password !== "" && !broken.includes(rule)}>
          {rule in texts.met
            ? texts.met[rule as keyof typeof texts.met](Number(params.minimum))
            : problemText({ code: rule, params })}
        </MetRule>
      ))}
    </ul>
  )
}

const NEEDED: ReadonlySet<PasswordRule> = new Set([
  "PasswordTooShort",
  "PasswordNeedsUpper",
  "PasswordNeedsLower",
  "PasswordNeedsDigit",
  "PasswordNeedsSpecial",
])
