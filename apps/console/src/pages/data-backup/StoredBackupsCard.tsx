/** The backups that lie on this machine: what the last scheduled one came to, and each to download or remove. */
import { backups, type StoredBackup } from "@homeport/contract"
import { ActionIcon, Button } from "@mantine/core"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { request } from "../../api/client.ts"
import { download } from "../../api/download.ts"
import { shown } from "../../api/queries.ts"
import { EmptyState } from "../../frame/EmptyState.tsx"
import { Problem } from "../../frame/Problem.tsx"
import { DownloadIcon, FileIcon, TrashIcon } from "../../frame/page-icons.tsx"
import { useConfirm } from "../../frame/use-confirm.tsx"
import { Card, Facts, Notice } from "../../table/Card.tsx"
import { type Column, DataTable } from "../../table/DataTable.tsx"
import { Moment } from "../../table/Ticking.tsx"
import { useFormat } from "../../text/format.ts"
import { usePageTexts } from "../../text/page-texts.ts"
import { useFailureText } from "../../text/problem.ts"
import styles from "./data-backup.module.css"

export const storedBackupsQuery = () => shown(backups.list, {}, ["backups", "settings"])

export function StoredBackupsCard({ passPhraseSet }: { passPhraseSet: boolean }) {
  const { schedule: words } = usePageTexts("backup")
  const failureText = useFailureText()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(storedBackupsQuery())
  const { items, folder, last, next } = data
  const make = useMutation({
    mutationFn: () => request(backups.make, {}),
    onSettled: () => client.invalidateQueries({ queryKey: storedBackupsQuery().queryKey }),
  })
  return (
    <Card title={words.stored} lead={words.folder(folder)}>
      <div className={styles.stack}>
        <Facts
          facts={[
            { name: words.last, value: last ? <Moment at={last.at} /> : "–" },
            { name: words.next, value: next ? <Moment at={next} /> : "–" },
          ]}
        />
        {last?.failure ? <Notice status="failed">{words.failures[last.failure]}</Notice> : null}
        {items.length > 0 ? (
          <BackupTable items={items} />
        ) : (
          <EmptyState icon={<FileIcon />} title={words.none} text={passPhraseSet ? null : words.noneText} />
        )}
        {make.error ? <Problem text={failureText(make.error)} /> : null}
        {passPhraseSet ? (
          <div className={styles.buttons}>
            <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
              {words.makeNow}
            </Button>
          </div>
        ) : null}
      </div>
    </Card>
  )
}

function BackupTable({ items }: { items: readonly StoredBackup[] }) {
  const { schedule: words } = usePageTexts("backup")
  const format = useFormat()
  const failureText = useFailureText()
  const client = useQueryClient()
  const { ask, dialog } = useConfirm()
  const get = useMutation({ mutationFn: (name: string) => download(backups.read, { params: { name } }) })
  const remove = useMutation({
    mutationFn: (name: string) => request(backups.remove, { params: { name } }),
    onSettled: () => client.invalidateQueries({ queryKey: storedBackupsQuery().queryKey }),
  })
  const press = async ({ name }: StoredBackup) => {
    const { removeTitle: title, removeText: text, removeYes: confirm } = words
    if (await ask({ title, text, confirm, final: true })) remove.mutate(name)
  }
  const columns: readonly Column<StoredBackup>[] = [
    { key: "at", title: words.when, cell: ({ at }) => <Moment at={at} /> },
    { key: "kind", title: words.kind, cell: ({ kind }) => words.kinds[kind] },
    {
      key: "size",
      title: words.size,
      cell: ({ size }) => <span className="numeric">{format.decimal(size / 1024, 0)} kB</span>,
      priority: 2,
      align: "end",
    },
    { key: "version", title: words.version, cell: ({ version }) => version ?? words.unreadable, priority: 3 },
    {
      key: "actions",
      title: words.actions,
      narrow: true,
      cell: (backup) => (
        <span className={styles.actions}>
          <ActionIcon
            variant="default"
            aria-label={words.download(format.moment(backup.at))}
            onClick={() => get.mutate(backup.name)}
          >
            <DownloadIcon size={16} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={words.remove(format.moment(backup.at))}
            onClick={() => press(backup)}
          >
            <TrashIcon size={16} />
          </ActionIcon>
        </span>
      ),
    },
  ]
  const error = get.error ?? remove.error
  return (
    <>
      <DataTable<StoredBackup> label={words.stored} columns={columns} rows={items} keyOf={({ name }) => name} />
      {error ? <Problem text={failureText(error)} /> : null}
      {dialog}
    </>
  )
}
