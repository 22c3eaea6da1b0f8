/** Password and its repetition, with the rules ticked off while typing and a generator whose result is shown once. */
import { brokenPasswordRules, generatePassword, type PasswordPolicy, stationPasswords } from "@homeport/contract"
import { Button, CopyButton } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { CheckIcon, CopyIcon } from "../frame/icons.tsx"
import { SparkIcon } from "../frame/page-icons.tsx"
import { StatusBadge } from "../table/StatusBadge.tsx"
import { useTexts } from "../text/texts.tsx"
import { PasswordBox } from "./Box.tsx"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./PasswordFields.module.css"
import { PasswordRules } from "./PasswordRules.tsx"
import { randomBelow } from "./random-below.ts"
import type { Field } from "./use-page-form.ts"

interface PasswordFieldsProps {
  readonly labels: { readonly password: string; readonly confirm: string }
  readonly password: Field<string>
  readonly confirm: Field<string>
  /** What the password must not be. */
  readonly names: readonly string[]
  /** That of stations when absent. */
  readonly policy?: PasswordPolicy
  readonly hint: ReactNode
  fill(password: string): void
  readonly disabled: boolean
}

export function PasswordFields(props: PasswordFieldsProps) {
  const { labels, password, confirm, names, policy = stationPasswords, hint, fill, disabled } = props
  const texts = useTexts().password
  const [generated, setGenerated] = useState<string>()
  // Once it is typed over, applied or undone, it is never shown again.
  const shown = generated !== undefined && generated === password.value ? generated : undefined
  const strong = password.value !== "" && brokenPasswordRules(password.value, names, policy).length === 0
  const generate = () => {
    const made = generatePassword(randomBelow, names)
    setGenerated(made)
    fill(made)
  }
  return (
    <>
      <FieldRow
        label={labels.password}
        field={password}
        inWords=""
        hint={
          <>
            {shown ? <Generated password={shown} /> : null}
            {password.value === "" ? <div>{hint}</div> : null}
            {shown || disabled ? null : <PasswordRules password={password.value} names={names} policy={policy} />}
          </>
        }
      >
        {({ labelId: _, ...control }) => (
          <div className={styles.line}>
            <PasswordBox
              control={control}
              className={styles.input}
              disabled={disabled}
              value={password.value}
              onChange={password.set}
              onBlur={password.left}
            />
            <Button
              variant="default"
              disabled={disabled}
              leftSection={<SparkIcon size={16} />}
              title={texts.generateHint}
              onClick={generate}
            >
              {texts.generate}
            </Button>
            {strong ? <StatusBadge status="ok">{texts.strong}</StatusBadge> : null}
          </div>
        )}
      </FieldRow>
      <FieldRow label={labels.confirm} field={confirm} inWords="">
        {({ labelId: _, ...control }) => (
          <PasswordBox
            control={control}
            className={styles.input}
            disabled={disabled}
            value={confirm.value}
            onChange={confirm.set}
            onBlur={confirm.left}
          />
        )}
      </FieldRow>
    </>
  )
}

function Generated({ password }: { password: string }) {
  const texts = useTexts()
  return (
    <div className={styles.generated}>
      <span>{texts.password.generated}</span>
      <code className={styles.code}>{password}</code>
      <CopyButton value={password}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={copied ? <CheckIcon size={15} /> : <CopyIcon size={15} />}
            onClick={copy}
          >
            {copied ? texts.form.copied : texts.form.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
