/** A CA ▸ Display CRL: its revocation list, where phones fetch it, and the file. */
import { type Certificate, certificates, type RevocationList } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { download } from "../../../../../../api/download.ts"
import { isOwnAuthority, revocationListQuery } from "../../../../../../api/queries.ts"
import { EmptyState } from "../../../../../../frame/EmptyState.tsx"
import { OkIcon } from "../../../../../../frame/icons.tsx"
import { Problem } from "../../../../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../../../../frame/page-icons.tsx"
import { Card, Facts, Notice } from "../../../../../../table/Card.tsx"
import { DataTable } from "../../../../../../table/DataTable.tsx"
import { useFormat } from "../../../../../../text/format.ts"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../../text/problem.ts"
import styles from "./Actions.module.css"
import { prefetchShown, StoredCertificate, StoredView } from "./StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function DisplayCrlPage() {
  const words = usePageTexts("security").stored.crl
  return (
    <StoredCertificate>
      {(shown) => (
        <StoredView shown={shown}>
          {isOwnAuthority(shown.certificate) ? (
            <Crl authority={shown.certificate} />
          ) : (
            <Notice status="live">{words.notHere}</Notice>
          )}
        </StoredView>
      )}
    </StoredCertificate>
  )
}

function Crl({ authority }: { authority: Certificate }) {
  const words = usePageTexts("security").stored.crl
  const format = useFormat()
  const errorText = useErrorText()
  const { data: list } = useSuspenseQuery(revocationListQuery(authority.id))
  const save = useMutation({
    mutationFn: () => download(certificates.revocationListFile, { params: { id: authority.id } }),
    onSuccess: (file) => notifications.show({ message: file, color: "green" }),
  })
  return (
    <>
      <Card
        title={words.title}
        aside={
          <Button size="xs" leftSection={<DownloadIcon size={15} />} onClick={() => save.mutate()}>
            {words.save}
          </Button>
        }
      >
        <div className={styles.stack}>
          <Facts
            facts={[
              { name: words.number, value: list.number },
              { name: words.thisUpdate, value: format.gmt(list.thisUpdate) },
              { name: words.nextUpdate, value: format.gmt(list.nextUpdate) },
              { name: words.algorithm, value: list.signatureAlgorithm },
              { name: words.url, value: list.url ?? words.notServed },
            ]}
          />
          {save.isError ? <Problem text={errorText(save.error)} /> : null}
        </div>
      </Card>
      <Card title={words.revoked} flush>
        {list.revoked.length > 0 ? (
          <RevokedTable rows={list.revoked} />
        ) : (
          <EmptyState icon={<OkIcon size={24} />} title={words.none} text={words.noneText} />
        )}
      </Card>
    </>
  )
}

function RevokedTable({ rows }: { rows: RevocationList["revoked"] }) {
  const words = usePageTexts("security").stored
  const format = useFormat()
  const reasonText = (reason: string) =>
    Object.entries(words.revoke.reasons).find(([known]) => known === reason)?.[1] ?? reason
  return (
    <DataTable
      label={words.crl.revoked}
      rows={rows}
      keyOf={({ serialNumber }) => serialNumber}
      columns={[
        { key: "name", title: words.crl.name, cell: ({ name }) => name ?? words.crl.removed },
        {
          key: "serialNumber",
          title: words.crl.serialNumber,
          priority: 2,
          cell: ({ serialNumber }) => <code>{BigInt(serialNumber).toString(16).toUpperCase()}</code>,
        },
        { key: "at", title: words.crl.at, cell: ({ revokedAt }) => format.gmt(revokedAt) },
        { key: "reason", title: words.crl.reason, priority: 2, cell: ({ reason }) => reasonText(reason) },
      ]}
    />
  )
}
