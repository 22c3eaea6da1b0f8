/** The pass-phrase of a file: one that it has, or a new one, typed twice. */
import type { ReactNode } from "react"
import { PasswordBox } from "./Box.tsx"
import type { Problems } from "./check.ts"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./fields.module.css"
import type { Field } from "./use-page-form.ts"

interface PassPhraseFieldProps {
  readonly label: string
  readonly field: Field<string>
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export function PassPhraseField({ label, field, hint, disabled = false }: PassPhraseFieldProps) {
  return (
    <FieldRow label={label} field={field} hint={hint} inWords="">
      {({ labelId: _, ...control }) => (
        <PasswordBox
          control={control}
          className={styles.address}
          disabled={disabled}
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}

/** Of two boxes: that both hold the same. */
export function confirmed(passPhrase: string, confirmPassPhrase: string): Problems {
  return passPhrase === confirmPassPhrase ? {} : { confirmPassPhrase: { code: "Mismatch" } }
}
