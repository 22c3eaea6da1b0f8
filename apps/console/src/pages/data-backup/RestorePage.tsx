/** Data Backup ▸ Restore: a file is looked at, then takes the place of everything. */
import { type BackupPreview, backups, largestBackup, sayBackupProblem } from "@homeport/contract"
import { Anchor } from "@mantine/core"
import { useState } from "react"
import { Link } from "react-router"
import { request } from "../../api/client.ts"
import { ActionSection } from "../../form/ActionSection.tsx"
import { fileProblem, noFile } from "../../form/chosen-file.ts"
import { FileField } from "../../form/FileField.tsx"
import { CheckField } from "../../form/fields.tsx"
import { PassPhraseField } from "../../form/PassPhraseField.tsx"
import { useActionForm } from "../../form/use-action-form.ts"
import type { Field } from "../../form/use-page-form.ts"
import { ExpertView } from "../../frame/ExpertPage.tsx"
import { paths } from "../../paths.ts"
import { Card, Notice } from "../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../text/page-texts.ts"
import { useTexts } from "../../text/texts.tsx"
import styles from "./data-backup.module.css"
import { RestorePreview } from "./RestorePreview.tsx"
import type { WantedRestore } from "./restore-rows.ts"

export const prefetch = () => [pageTextsQuery("backup")]

export default function RestorePage() {
  const title = useTexts().tree.restoreBackup
  const { restore: words } = usePageTexts("backup")
  const [before, setBefore] = useState<string>()
  return (
    <ExpertView title={title} help={words.help}>
      {before === undefined ? <Restore onRestored={setBefore} /> : <Restored before={before} />}
    </ExpertView>
  )
}

interface Looked {
  readonly wanted: WantedRestore
  readonly preview: BackupPreview
}

function Restore({ onRestored }: { onRestored(before: string): void }) {
  const { restore: words } = usePageTexts("backup")
  const [looked, setLooked] = useState<Looked>()
  const said = useBackupProblems()
  const form = useActionForm({
    initial: { file: noFile, passPhrase: "", keepNetworkInterfaces: false },
    check: ({ file, passPhrase }) => {
      const wrong = fileProblem(file) ?? (file.base64 === "" ? { code: "Required" } : undefined)
      return { ...(wrong && { file: wrong }), ...(passPhrase === "" && { passPhrase: { code: "Required" } }) }
    },
    send: async ({ file, passPhrase, keepNetworkInterfaces }) => {
      const wanted = { file: file.base64, passPhrase, keepNetworkInterfaces }
      const { data } = await request(backups.preview, { body: wanted })
      setLooked({ wanted, preview: data })
    },
  })
  /** What was said of another file, or of another wish, is not said of this one. */
  const anew = <T,>(field: Field<T>): Field<T> => ({
    ...said(field),
    set: (value) => {
      setLooked(undefined)
      field.set(value)
    },
  })
  return (
    <>
      <ActionSection form={form} title={words.title} lead={words.lead} button={words.look}>
        <FileField label={words.file} accept=".homeport" longest={largestBackup} field={anew(form.field("file"))} />
        <PassPhraseField label={words.passPhrase} field={anew(form.field("passPhrase"))} />
        <CheckField label={words.keep} field={anew(form.field("keepNetworkInterfaces"))} hint={words.keepHint} />
      </ActionSection>
      {looked ? <RestorePreview {...looked} onRestored={onRestored} /> : null}
    </>
  )
}

/** Their sentences are the page's, not the catalogue's. */
function useBackupProblems(): <T>(field: Field<T>) => Field<T> {
  const { problems } = usePageTexts("backup")
  return (field) => {
    const { problem } = field
    const message = problem && sayBackupProblem(problems, problem.code, problem.params)
    return message === undefined ? field : { ...field, problem: { ...problem, code: problem?.code ?? "", message } }
  }
}

function Restored({ before }: { before: string }) {
  const { restore: words } = usePageTexts("backup")
  return (
    <Card title={words.done}>
      <div className={styles.stack}>
        <Notice status="ok">
          <p role="status" className={styles.text}>
            {words.before(before)}
          </p>
          <Anchor component={Link} to={paths.scheduledBackups()}>
            {words.toStored}
          </Anchor>
        </Notice>
        <Notice status="live">{words.signIn}</Notice>
      </div>
    </Card>
  )
}
