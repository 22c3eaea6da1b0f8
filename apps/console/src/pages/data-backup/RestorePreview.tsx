/** What a backup would bring, what would end, and the button that does it. */
import { type BackupPreview, backups } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "../../api/client.ts"
import { Problem } from "../../frame/Problem.tsx"
import { useConfirm } from "../../frame/use-confirm.tsx"
import { Card, Notice } from "../../table/Card.tsx"
import { DataTable } from "../../table/DataTable.tsx"
import { useFormat } from "../../text/format.ts"
import { usePageTexts } from "../../text/page-texts.ts"
import { sentenceOf, useFailureText } from "../../text/problem.ts"
import { useTexts } from "../../text/texts.tsx"
import styles from "./data-backup.module.css"
import { changedPages, type RestoreRow, restoreRows, type WantedRestore } from "./restore-rows.ts"

interface RestorePreviewProps {
  readonly wanted: WantedRestore
  readonly preview: BackupPreview
  onRestored(before: string): void
}

export function RestorePreview({ wanted, preview, onRestored }: RestorePreviewProps) {
  const texts = useTexts()
  const { restore: words } = usePageTexts("backup")
  const failureText = useFailureText()
  const format = useFormat()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const restore = useMutation({
    mutationFn: () => request(backups.restore, { body: wanted }),
    onSuccess: ({ data }) => {
      onRestored(data.before)
      // Nobody is signed in any more, and nothing is as it was.
      return client.invalidateQueries()
    },
  })
  const press = async () => {
    const question = { title: words.question, text: words.questionText, confirm: words.yes, final: true }
    if (await ask(question)) restore.mutate()
  }
  const pages = changedPages(preview, texts)
  const { missing, taken, registrations, calls } = preview
  return (
    <Card
      title={words.preview}
      lead={
        <span role="status">
          {words.from(format.full(preview.createdAt), preview.version)} {preview.own ? null : words.other}
        </span>
      }
    >
      <div className={styles.stack}>
        <DataTable<RestoreRow>
          label={words.preview}
          columns={[
            { key: "what", title: words.what, cell: ({ what }) => what },
            { key: "now", title: words.now, narrow: true, cell: ({ now }) => <span className="numeric">{now}</span> },
            {
              key: "backup",
              title: words.inBackup,
              narrow: true,
              cell: ({ backup }) => <span className="numeric">{backup}</span>,
            },
          ]}
          rows={restoreRows(preview, words)}
          keyOf={({ what }) => what}
        />
        {preview.sections.length === 0 ? <p className={styles.text}>{words.same}</p> : null}
        {pages.length > 0 ? (
          <p className={styles.text}>
            {words.sections}: {pages.join(", ")}
          </p>
        ) : null}
        <Notice status="warning">{preview.keepsAdministrators ? words.accountsStay : words.accounts}</Notice>
        {missing.length > 0 ? <Notice status="warning">{words.missing(missing.join(", "))}</Notice> : null}
        {registrations > 0 ? <Notice status="warning">{words.registrations(registrations)}</Notice> : null}
        {calls > 0 ? <Notice status="live">{words.calls(calls)}</Notice> : null}
        {taken.length > 0 ? (
          <Notice status="failed">
            <p className={styles.text}>{words.taken}</p>
            <ul className={styles.list}>
              {taken.map(({ code, ...place }) => (
                <li key={`${place.transport} ${place.address} ${place.port}`}>
                  {sentenceOf(texts, "error", code, place)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {restore.error ? <Problem text={failureText(restore.error)} /> : null}
        {taken.length === 0 ? (
          <div className={styles.buttons}>
            <Button color="red" variant="light" loading={restore.isPending} onClick={press}>
              {words.button}
            </Button>
            <span role="status">{restore.isPending ? words.busy : null}</span>
          </div>
        ) : null}
      </div>
      {dialog}
    </Card>
  )
}
