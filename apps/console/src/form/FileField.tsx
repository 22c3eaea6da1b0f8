/** A row where a file is chosen or dropped. It is read in the browser; what is too large is said before anything is sent. */
import { longestFile } from "@homeport/contract"
import { ActionIcon } from "@mantine/core"
import type { ReactNode } from "react"
import { CloseIcon } from "../frame/icons.tsx"
import { FileIcon } from "../frame/page-icons.tsx"
import { useFormat } from "../text/format.ts"
import { useTexts } from "../text/texts.tsx"
import { type ChosenFile, fileProblem, noFile, octetsIn, readFile, UNREADABLE } from "./chosen-file.ts"
import { FieldRow } from "./FieldRow.tsx"
import styles from "./FileField.module.css"
import type { Field } from "./use-page-form.ts"

interface FileFieldProps {
  readonly label: string
  readonly field: Field<ChosenFile>
  readonly hint?: ReactNode
  /** For the browser's dialog: ".p12,.pfx". */
  readonly accept?: string
  readonly disabled?: boolean
  /** In octets. */
  readonly longest?: number
}

export function FileField({ label, field, hint, accept, disabled = false, longest = longestFile }: FileFieldProps) {
  const texts = useTexts().file
  const format = useFormat()
  const { value } = field
  const own = fileProblem(value)
  const problem = own?.code === UNREADABLE ? { ...own, message: texts.unreadable } : (own ?? field.problem)
  const size = texts.kilobytes(format.decimal(octetsIn(value.base64) / 1024, 1))
  const shown = value.base64 === "" ? value.name : texts.chosen(value.name, size)
  return (
    <FieldRow label={label} field={{ ...field, problem }} hint={hint} inWords={field.stored.name}>
      {({ labelId: _, ...control }) => (
        <div className={styles.zone} data-invalid={control["aria-invalid"]} data-disabled={disabled || undefined}>
          {/* It lies over the whole zone and cannot be seen: clicks and drops anywhere are its own. */}
          <input
            {...control}
            type="file"
            className={styles.input}
            accept={accept}
            disabled={disabled}
            onChange={async (event) => {
              const input = event.currentTarget
              const file = input.files?.item(0)
              if (file) field.set(await readFile(file, longest))
              // The same file, mended, can be chosen again.
              input.value = ""
            }}
          />
          <FileIcon />
          {value.name === "" ? (
            <>
              <span className={styles.choose} aria-hidden="true">
                {texts.choose}
              </span>
              <span className={styles.drop} aria-hidden="true">
                {texts.drop}
              </span>
            </>
          ) : null}
          <span className={styles.name} aria-live="polite">
            {shown}
          </span>
          {value.name === "" ? null : (
            <ActionIcon
              className={styles.clear ?? ""}
              aria-label={texts.clear}
              disabled={disabled}
              onClick={() => field.set(noFile)}
            >
              <CloseIcon />
            </ActionIcon>
          )}
        </div>
      )}
    </FieldRow>
  )
}
