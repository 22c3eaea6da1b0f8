/** One row of a form: label, control, what it means, and what is wrong with it or has changed elsewhere. */
import { Button } from "@mantine/core"
import { type ReactNode, useId } from "react"
import { CheckIcon, FailedIcon, WarningIcon } from "../frame/icons.tsx"
import { useProblemText } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./FieldRow.module.css"
import type { Field } from "./use-page-form.ts"

export interface ControlProps {
  readonly id: string
  readonly "aria-describedby": string | undefined
  readonly "aria-invalid": true | undefined
}

interface FieldRowProps<T> {
  readonly label: string
  readonly field: Field<T>
  readonly hint?: ReactNode
  /** Beside the label, not part of its name: decoration. */
  readonly mark?: ReactNode
  /** The stored value in words, for "changed by … to …". */
  readonly inWords: string
  /** The control is a group (radio buttons) that takes its name from the label by `aria-labelledby`. */
  readonly group?: boolean
  readonly children: (control: ControlProps & { readonly labelId: string }) => ReactNode
}

export function FieldRow<T>({ label, field, hint, mark, inWords, group, children }: FieldRowProps<T>) {
  const texts = useTexts().form
  const id = useId()
  const { problem, conflict } = field
  const parts = [hint && `${id}-hint`, problem && `${id}-problem`, conflict && `${id}-conflict`].filter(Boolean)
  const control = {
    id,
    labelId: `${id}-label`,
    "aria-describedby": parts.length > 0 ? parts.join(" ") : undefined,
    "aria-invalid": problem ? (true as const) : undefined,
  }
  const name = (
    <>
      {mark}
      {label}
    </>
  )
  return (
    <div className={styles.row} data-changed={field.changed || undefined} data-field={field.name}>
      <div className={styles.label}>
        {group ? <span id={control.labelId}>{name}</span> : <label htmlFor={id}>{name}</label>}
        <span className={styles.changed} aria-hidden={!field.changed}>
          {field.changed ? texts.changed : ""}
        </span>
      </div>
      <div className={styles.control}>
        {children(control)}
        {hint ? (
          <div id={`${id}-hint`} className={styles.hint}>
            {hint}
          </div>
        ) : null}
        <FieldNotes id={id} label={label} field={field} inWords={inWords} />
      </div>
    </div>
  )
}

interface FieldNotesProps<T> {
  readonly id: string
  readonly label: string
  readonly field: Field<T>
  readonly inWords: string
}

/** What is wrong with a field, and what somebody else made of it meanwhile. */
export function FieldNotes<T>({ id, label, field, inWords }: FieldNotesProps<T>) {
  const texts = useTexts().form
  const problemText = useProblemText()
  const { problem, conflict } = field
  return (
    <>
      {problem ? (
        <div id={`${id}-problem`} className={styles.problem}>
          <FailedIcon size={16} />
          <span>{problemText(problem)}</span>
        </div>
      ) : null}
      {conflict ? (
        <div id={`${id}-conflict`} className={styles.conflict}>
          <WarningIcon size={16} />
          <span>{texts.conflict(conflict.by ?? texts.somebody, inWords === "" ? texts.empty : inWords)}</span>
          <Button size="compact-xs" variant="default" onClick={field.take} aria-label={texts.takeField(label)}>
            {texts.take}
          </Button>
          <Button size="compact-xs" variant="default" onClick={field.keep} aria-label={texts.keepField(label)}>
            {texts.keep}
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** A value that is shown and cannot be changed here, in the same columns. */
export function FixedRow({ label, children, hint }: { label: string; children: ReactNode; hint?: ReactNode }) {
  return (
    <div className={styles.row}>
      <div className={styles.label}>{label}</div>
      <div className={styles.control}>
        <div className={styles.fixed}>{children}</div>
        {hint ? <div className={styles.hint}>{hint}</div> : null}
      </div>
    </div>
  )
}

export function FormSection({ title, children, lead }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>{title}</h2>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      <div className={styles.rows}>{children}</div>
    </section>
  )
}

export function MetRule({ met, children }: { met: boolean; children: ReactNode }) {
  return (
    <li className={styles.rule} data-met={met || undefined}>
      {met ? <CheckIcon size={14} /> : <span className={styles.dot} aria-hidden="true" />}
      {children}
    </li>
  )
}
