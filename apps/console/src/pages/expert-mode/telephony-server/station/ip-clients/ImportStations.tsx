/**
 * Stations from a file or from pasted rows: first a preview, then all of it or nothing. What is imported is what was previewed:
 * when stations were changed in between, nothing is, and the preview is made anew.
 */
import { type CsvApplied, longestCsv, stationCsv } from "@homeport/contract"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ApiError } from "../../../../../api/api-error.ts"
import { request } from "../../../../../api/client.ts"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { AreaBox } from "../../../../../form/Box.tsx"
import { checkedFor, type Problems } from "../../../../../form/check.ts"
import { type ChosenFile, fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FieldRow } from "../../../../../form/FieldRow.tsx"
import { FileField } from "../../../../../form/FileField.tsx"
import { ChoiceField } from "../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import type { Field } from "../../../../../form/use-page-form.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import { ImportPreview, type Previewed } from "./ImportPreview.tsx"
import { ImportResult } from "./ImportResult.tsx"
import type { NewPassword } from "./new-passwords.ts"
import styles from "./StationCsvPage.module.css"

type Source = "file" | "rows"

/** A type, not an interface: the form takes records. */
type Chosen = { readonly source: Source; readonly file: ChosenFile; readonly rows: string }

/** Below the form: what would happen, then what did. */
type Shown =
  | { readonly kind: "nothing" }
  | { readonly kind: "preview"; readonly previewed: Previewed }
  | { readonly kind: "result"; readonly applied: CsvApplied }

export function ImportStations({ onPasswords }: { onPasswords(passwords: readonly NewPassword[]): void }) {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  const client = useQueryClient()
  const [shown, setShown] = useState<Shown>({ kind: "nothing" })

  const preview = async (sent: Previewed["sent"], meanwhile: boolean) => {
    const { data } = await request(stationCsv.preview, { body: sent })
    setShown({ kind: "preview", previewed: { sent, preview: data, meanwhile } })
  }

  const form = useActionForm<Chosen>({
    initial: { source: "file", file: noFile, rows: "" },
    check,
    send: (chosen) => preview({ ...contentOf(chosen), language }, false),
  })

  const apply = useMutation({
    mutationFn: async ({ sent, preview: { version } }: Previewed) => {
      try {
        return (await request(stationCsv.apply, { body: { ...sent, version } })).data
      } catch (error) {
        if (!(error instanceof ApiError && error.code === "ChangedMeanwhile")) throw error
        await preview(sent, true)
        return undefined
      }
    },
    onSuccess: (applied) => {
      if (applied === undefined) return undefined
      setShown({ kind: "result", applied })
      form.reset()
      onPasswords(applied.passwords)
      return client.invalidateQueries({ queryKey: [SIP_CLIENTS] })
    },
  })

  /** What was said of other stations is not said of these. */
  const field = <K extends keyof Chosen>(name: K): Field<Chosen[K]> => {
    const plain = form.field(name)
    const set = (value: Chosen[K]) => {
      setShown({ kind: "nothing" })
      apply.reset()
      plain.set(value)
    }
    return { ...plain, set }
  }
  const disabled = apply.isPending

  return (
    <>
      <ActionSection
        form={form}
        title={words.importTitle}
        lead={words.importLead}
        button={words.look}
        disabled={disabled}
      >
        <ChoiceField
          label={words.source}
          field={field("source")}
          disabled={disabled}
          choices={(["file", "rows"] as const).map((value) => ({ value, label: words.sources[value] }))}
        />
        {form.values.source === "file" ? (
          <FileField
            label={words.file}
            hint={words.fileHint}
            accept=".csv,text/csv,text/plain"
            longest={longestCsv}
            disabled={disabled}
            field={field("file")}
          />
        ) : (
          <FieldRow label={words.rows} hint={words.rowsHint} field={field("rows")} inWords="">
            {({ labelId: _, ...control }) => (
              <AreaBox
                control={control}
                rows={6}
                className={styles.rows}
                disabled={disabled}
                value={form.values.rows}
                onChange={field("rows").set}
              />
            )}
          </FieldRow>
        )}
      </ActionSection>
      {shown.kind === "preview" ? (
        <ImportPreview
          previewed={shown.previewed}
          busy={apply.isPending}
          error={apply.error}
          onApply={() => apply.mutate(shown.previewed)}
        />
      ) : null}
      {shown.kind === "result" ? <ImportResult applied={shown.applied} /> : null}
    </>
  )
}

function check(chosen: Chosen): Problems {
  const { source, file, rows } = chosen
  if (source === "rows")
    return rows.trim() === "" ? required("rows") : checkedFor(stationCsv.preview, contentOf(chosen), () => "rows")
  const problem = fileProblem(file)
  if (problem) return { file: problem }
  return file.base64 === "" ? required("file") : {}
}

const required = (source: Source): Problems => ({ [source]: { code: "Required" } })

const contentOf = ({ source, file, rows }: Chosen): Pick<Previewed["sent"], "content" | "encoding"> =>
  source === "file" ? { content: file.base64, encoding: "base64" } : { content: rows, encoding: "text" }

const SIP_CLIENTS = sipClientsQuery({}).queryKey[0]
