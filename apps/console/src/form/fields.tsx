/** The kinds of fields that pages are made of, each a row bound to a field of the page's form. */
import { Checkbox, Radio } from "@mantine/core"
import type { ReactNode } from "react"
import { useTexts } from "../text/texts.tsx"
import { SelectBox, TextBox } from "./Box.tsx"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./fields.module.css"
import type { Field } from "./use-page-form.ts"

interface Common<T> {
  readonly label: string
  readonly field: Field<T>
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly mark?: ReactNode
}

interface TextFieldProps extends Common<string> {
  /** How wide the box is, by what goes in. */
  readonly width?: "number" | "address" | "full"
  readonly placeholder?: string
  readonly maxLength?: number
  readonly required?: boolean
  readonly autoComplete?: string
}

export function TextField({ label, field, hint, disabled, mark, width = "full", required, ...input }: TextFieldProps) {
  return (
    <FieldRow label={label} field={field} hint={hint} mark={mark} inWords={field.stored}>
      {({ labelId: _, ...control }) => (
        <TextBox
          control={control}
          {...input}
          className={styles[width]}
          disabled={disabled ?? false}
          aria-required={required || undefined}
          inputMode={width === "number" ? "numeric" : "text"}
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}

export function CheckField({ label, field, hint, disabled, mark }: Common<boolean>) {
  const texts = useTexts().form
  return (
    <FieldRow label={label} field={field} hint={hint} mark={mark} inWords={field.stored ? texts.on : texts.off}>
      {({ labelId: _, ...control }) => (
        <Checkbox
          {...control}
          className={styles.check ?? ""}
          disabled={disabled ?? false}
          checked={field.value}
          onChange={(event) => field.set(event.currentTarget.checked)}
        />
      )}
    </FieldRow>
  )
}

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly hint?: ReactNode
  /** Shown, and cannot be chosen. */
  readonly disabled?: boolean
}

interface ChoiceFieldProps<T extends string> extends Common<T> {
  readonly choices: readonly Choice<T>[]
}

/** Few choices that need a sentence each. */
export function ChoiceField<T extends string>({ label, field, hint, disabled, mark, choices }: ChoiceFieldProps<T>) {
  const stored = choices.find(({ value }) => value === field.stored)?.label ?? field.stored
  return (
    <FieldRow label={label} field={field} hint={hint} mark={mark} inWords={stored} group>
      {({ labelId, id, ...control }) => (
        <div {...control} role="radiogroup" aria-labelledby={labelId} className={styles.choices}>
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              name={id}
              value={choice.value}
              checked={choice.value === field.value}
              onChange={() => field.set(choice.value)}
              label={choice.label}
              description={choice.hint}
              disabled={(disabled ?? false) || (choice.disabled ?? false)}
            />
          ))}
        </div>
      )}
    </FieldRow>
  )
}

/** Choices whose names say enough. */
export function SelectField<T extends string>({ label, field, hint, disabled, mark, choices }: ChoiceFieldProps<T>) {
  const stored = choices.find(({ value }) => value === field.stored)?.label ?? field.stored
  return (
    <FieldRow label={label} field={field} hint={hint} mark={mark} inWords={stored}>
      {({ labelId: _, ...control }) => (
        <SelectBox
          control={control}
          className={styles.select}
          disabled={disabled ?? false}
          value={field.value}
          // The options are those of `choices`.
          onChange={(value) => field.set(value as T)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </SelectBox>
      )}
    </FieldRow>
  )
}
