/** SPE CA Certificate(s) ▸ Import CA Certificate: one that is stored here with one click, or a file. */
import { type BodyOf, type Certificate, certificates, spe } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { certificatesQuery, isAuthority, speStatusQuery } from "../../../../../api/queries.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { checkedFor } from "../../../../../form/check.ts"
import { fileBody, fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FileField } from "../../../../../form/FileField.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import styles from "../ssl/certificate/Actions.module.css"

export const prefetch = () => [certificatesQuery(), speStatusQuery(), pageTextsQuery("security")]

export default function ImportSpeAuthorityPage() {
  const words = usePageTexts("security").spe.authorities
  const install = useInstall()
  return (
    <ExpertView title={words.title} help={words.help}>
      <FromFile onChosen={install} />
      <Stored onChosen={install} />
    </ExpertView>
  )
}

type Chosen = BodyOf<typeof spe.installAuthority>

function useInstall(): (chosen: Chosen) => Promise<void> {
  const words = usePageTexts("security").spe.authorities
  const client = useQueryClient()
  const navigate = useNavigate()
  return async (chosen) => {
    const { data: status } = await request(spe.installAuthority, { body: chosen })
    client.setQueryData(speStatusQuery().queryKey, status)
    void client.invalidateQueries({ queryKey: [certificates.list.path] })
    notifications.show({ message: words.installed(status.authorities.at(-1)?.name ?? ""), color: "green" })
    await navigate(paths.speAuthorities())
  }
}

function FromFile({ onChosen }: { onChosen(chosen: Chosen): Promise<void> }) {
  const words = usePageTexts("security").spe.authorities
  const form = useActionForm({
    initial: { file: noFile },
    check: ({ file }) => {
      const unread = fileProblem(file)
      return unread ? { file: unread } : checkedFor(spe.installAuthority, { file: fileBody(file) ?? null })
    },
    send: ({ file }) => onChosen({ file: fileBody(file) ?? null }),
  })
  return (
    <ActionSection form={form} title={words.fromFile} button={words.submit}>
      <FileField
        label={words.file}
        hint={words.fileHint}
        field={form.field("file")}
        accept=".crt,.cer,.pem,.der,.p7b"
      />
    </ActionSection>
  )
}

function Stored({ onChosen }: { onChosen(chosen: Chosen): Promise<void> }) {
  const texts = usePageTexts("security")
  const words = texts.spe.authorities
  const failureText = useFailureText()
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const rows = all.items.filter((one) => isAuthority(one) && !one.usedBy.includes("spe-ca"))
  const take = useMutation({ mutationFn: (certificateId: number) => onChosen({ certificateId }) })
  return (
    <Card title={words.stored} lead={rows.length > 0 ? words.storedLead : undefined} flush>
      {rows.length === 0 ? (
        <p className={styles.nothing}>{words.nothingStored}</p>
      ) : (
        <DataTable<Certificate>
          label={words.stored}
          rows={rows}
          keyOf={({ id }) => String(id)}
          columns={[
            { key: "name", title: texts.management.name, cell: ({ name }) => name },
            {
              key: "left",
              title: texts.management.left,
              narrow: true,
              priority: 2,
              cell: (one) => <DaysLeft of={one} />,
            },
            {
              key: "take",
              title: texts.management.action,
              narrow: true,
              align: "end",
              cell: ({ id, name }) => (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={words.takeNamed(name)}
                  loading={take.isPending && take.variables === id}
                  onClick={() => take.mutate(id)}
                >
                  {words.take}
                </Button>
              ),
            },
          ]}
        />
      )}
      {take.isError ? <Problem text={failureText(take.error)} /> : null}
    </Card>
  )
}
