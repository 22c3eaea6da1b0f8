/** SIP Clients ▸ Import / Export: stations as a CSV file, which is looked at before anything changes. */
import { type CsvApplied, type CsvPreview, longestCsv, stationCsv } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { download } from "../../../../../api/download.ts"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FileField } from "../../../../../form/FileField.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { useLanguage, useTexts } from "../../../../../text/texts.tsx"
import { useDownload } from "../../../../setup/security/use-download.ts"
import { CsvLines, CsvProblems, NewPasswords } from "./CsvTables.tsx"
import styles from "./StationCsvPage.module.css"

export const prefetch = () => [pageTextsQuery("stationCsv")]

export default function StationCsvPage() {
  const title = useTexts().tree.sipClients
  const words = usePageTexts("stationCsv")
  const [applied, setApplied] = useState<CsvApplied>()
  return (
    <ExpertView title={title} help={words.help}>
      <Export />
      <Import onApplied={setApplied} />
      {applied && applied.passwords.length > 0 ? <NewPasswords passwords={applied.passwords} /> : null}
    </ExpertView>
  )
}

function Export() {
  const words = usePageTexts("stationCsv")
  const { language } = useLanguage()
  const failureText = useFailureText()
  const { start, busy, error } = useDownload()
  const get = (content: "stations" | "template") =>
    start(() => download(stationCsv.download, { query: { content, language } }))
  return (
    <Card title={words.exportTitle} lead={words.exportLead}>
      <div className={styles.buttons}>
        <Button variant="default" loading={busy} onClick={() => get("stations")}>
          {words.exportAll}
        </Button>
        <Button variant="subtle" onClick={() => get("template")}>
          {words.template}
        </Button>
        {error ? <Problem text={failureText(error)} /> : null}
      </div>
    </Card>
  )
}

interface Looked {
  readonly content: string
  readonly preview: CsvPreview
}

function Import({ onApplied }: { onApplied(applied: CsvApplied): void }) {
  const words = usePageTexts("stationCsv")
  const [looked, setLooked] = useState<Looked>()
  const form = useActionForm({
    initial: { file: noFile },
    check: ({ file }) => {
      const problem = fileProblem(file) ?? (file.base64 === "" ? { code: "Required" } : undefined)
      return problem ? { file: problem } : {}
    },
    send: async ({ file }) => {
      const body = { content: file.base64, encoding: "base64" as const }
      const { data } = await request(stationCsv.preview, { body })
      setLooked({ content: file.base64, preview: data })
    },
  })
  const field = form.field("file")
  const done = (applied: CsvApplied) => {
    setLooked(undefined)
    form.reset()
    onApplied(applied)
  }
  return (
    <>
      <ActionSection form={form} title={words.importTitle} lead={words.importLead} button={words.look}>
        <FileField
          label={words.file}
          hint={words.fileHint}
          accept=".csv,text/csv,text/plain"
          longest={longestCsv}
          field={{
            ...field,
            // What was said of another file is not said of this one.
            set: (file) => {
              setLooked(undefined)
              field.set(file)
            },
          }}
        />
      </ActionSection>
      {looked ? <Outcome looked={looked} onApplied={done} /> : null}
    </>
  )
}

function Outcome({
  looked: { content, preview },
  onApplied,
}: {
  looked: Looked
  onApplied(applied: CsvApplied): void
}) {
  const words = usePageTexts("stationCsv")
  const failureText = useFailureText()
  const client = useQueryClient()
  const { added, changed, unchanged, refused, registrations } = preview.counts
  const good = preview.problems.length === 0
  const apply = useMutation({
    mutationFn: () => request(stationCsv.apply, { body: { content, encoding: "base64", version: preview.version } }),
    onSuccess: ({ data }) => {
      notifications.show({ message: words.imported(data.added, data.changed), color: "green" })
      onApplied(data)
      return client.invalidateQueries({ queryKey: [SIP_CLIENTS] })
    },
  })
  return (
    <Card
      title={words.outcomeTitle}
      lead={<span role="status">{words.counts(added, changed, unchanged, refused)}</span>}
    >
      <div className={styles.stack}>
        {good ? null : <Notice status="failed">{words.mend}</Notice>}
        {good ? <CsvLines lines={preview.lines} /> : <CsvProblems problems={preview.problems} />}
        {good && registrations > 0 ? <Notice status="warning">{words.registrations(registrations)}</Notice> : null}
        {apply.error ? <Problem text={failureText(apply.error)} /> : null}
        {good && added + changed > 0 ? (
          <div className={styles.buttons}>
            <Button loading={apply.isPending} onClick={() => apply.mutate()}>
              {words.import(added + changed)}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

const SIP_CLIENTS = sipClientsQuery({}).queryKey[0]
