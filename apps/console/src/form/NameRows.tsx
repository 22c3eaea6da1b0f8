/**
 * Several names of several kinds in one row of a form: a kind, a value, and a button to take it out again. An empty one is not sent.
 */
import { ActionIcon, Button } from "@mantine/core"
import type { ReactNode } from "react"
import { PlusIcon } from "../frame/icons.tsx"
import { TrashIcon } from "../frame/page-icons.tsx"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./NameRows.module.css"
import { SmallBox, SmallBoxes } from "./SmallBox.tsx"
import type { Field } from "./use-page-form.ts"

export interface NameRow extends Readonly<Record<string, string>> {
  readonly type: string
  readonly value: string
}

interface NameRowsProps<Row extends NameRow> {
  readonly label: string
  readonly field: Field<readonly Row[]>
  readonly hint?: ReactNode
  readonly most: number
  readonly blank: Row
  readonly words: {
    readonly value: string
    readonly add: string
    one(number: number): string
    remove(number: number): string
  }
  /** The boxes before the value: which kind of name it is. */
  kind(row: Row, change: (row: Row) => void): ReactNode
}

export function NameRows<Row extends NameRow>({ label, field, hint, most, blank, words, kind }: NameRowsProps<Row>) {
  const rows = field.value.length > 0 ? field.value : [blank]
  const change = (at: number, row: Row) => field.set(rows.map((before, index) => (index === at ? row : before)))
  // The server counts what was sent, which is what is filled in.
  const sent = rows.flatMap((row, at) => (row.value.trim() === "" ? [] : [at]))
  const wrong = sent[Number(field.problem?.part?.split(".")[0] ?? Number.NaN)]
  return (
    <FieldRow label={label} field={field} hint={hint} inWords={inWords(field.stored)} group>
      {({ labelId, id: _, ...control }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would take its name from a legend, which a row does not have
        <div role="group" aria-labelledby={labelId} aria-describedby={control["aria-describedby"]}>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div key={at} role="group" aria-label={words.one(at + 1)} className={styles.row}>
              <SmallBoxes>
                {kind(row, (next) => change(at, next))}
                <SmallBox
                  label={words.value}
                  width="rest"
                  value={row.value}
                  invalid={at === wrong ? true : undefined}
                  onChange={(value) => change(at, { ...row, value })}
                  onBlur={field.left}
                />
                {rows.length > 1 || row.value !== "" ? (
                  <ActionIcon
                    size="lg"
                    aria-label={words.remove(at + 1)}
                    onClick={() => field.set(rows.filter((_, index) => index !== at))}
                  >
                    <TrashIcon />
                  </ActionIcon>
                ) : null}
              </SmallBoxes>
            </div>
          ))}
          {rows.length < most ? (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<PlusIcon size={15} />}
              onClick={() => field.set([...rows, blank])}
            >
              {words.add}
            </Button>
          ) : null}
        </div>
      )}
    </FieldRow>
  )
}

export const filledIn = <Row extends NameRow>(rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => (row.value.trim() === "" ? [] : [{ ...row, value: row.value.trim() }]))

const inWords = (rows: readonly NameRow[]) => rows.map(({ value }) => value).join(", ")
