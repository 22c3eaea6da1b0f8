/** A day in the reader's time zone, as a row of a form. */
import type { ReactNode } from "react"
import { DayBox } from "./Box.tsx"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./fields.module.css"
import type { Field } from "./use-page-form.ts"

interface DayFieldProps {
  readonly label: string
  /** "2026-05-04"; empty: none. */
  readonly field: Field<string>
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export function DayField({ label, field, hint, disabled = false }: DayFieldProps) {
  return (
    <FieldRow label={label} field={field} hint={hint} inWords={field.stored}>
      {({ labelId: _, ...control }) => (
        <DayBox
          control={control}
          className={styles.day}
          disabled={disabled}
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}
