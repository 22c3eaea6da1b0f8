/** The first step: a certificate of this system with one click, or a file with its pass-phrase. */
import { type Certificate, spe } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { certificatesQuery, isAuthority, speStatusQuery } from "../../../../../api/queries.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { checkedFor } from "../../../../../form/check.ts"
import { fileBody, fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FileField } from "../../../../../form/FileField.tsx"
import { PassPhraseField } from "../../../../../form/PassPhraseField.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { Problem } from "../../../../../frame/Problem.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { DaysLeft } from "../../../../../table/DaysLeft.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import styles from "../ssl/certificate/Actions.module.css"
import type { Chosen } from "./ImportSpeCertificatePage.tsx"

interface ChooseProps {
  /** Asked for in the address: taken at once. */
  readonly wanted: number | undefined
  onPreview(chosen: Chosen): Promise<void>
}

export function ChooseSpeCertificate({ wanted, onPreview }: ChooseProps) {
  return (
    <>
      <Stored wanted={wanted} onPreview={onPreview} />
      <FromFile onPreview={onPreview} />
    </>
  )
}

function Stored({ wanted, onPreview }: ChooseProps) {
  const texts = usePageTexts("security")
  const words = texts.spe
  const format = useFormat()
  const failureText = useFailureText()
  const { data: all } = useSuspenseQuery(certificatesQuery())
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const servers = all.items.filter((certificate) => certificate.hasKey && !isAuthority(certificate))
  const take = useMutation({ mutationFn: (certificateId: number) => onPreview({ certificateId }) })

  const asked = useRef<number>(undefined)
  const { mutate } = take
  useEffect(() => {
    if (wanted === undefined || asked.current === wanted) return
    asked.current = wanted
    mutate(wanted)
  }, [wanted, mutate])

  return (
    <Card title={words.stored} lead={servers.length > 0 ? words.storedLead : undefined} flush>
      {servers.length === 0 ? (
        <p className={styles.nothing}>{words.nothingStored}</p>
      ) : (
        <DataTable<Certificate>
          label={words.stored}
          rows={servers}
          keyOf={({ id }) => String(id)}
          columns={[
            { key: "name", title: texts.management.name, cell: ({ name }) => name },
            {
              key: "validUntil",
              title: texts.management.validUntil,
              priority: 2,
              narrow: true,
              cell: ({ facts }) => format.gmtDay(facts.notAfter),
            },
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
              cell: ({ id, name }) =>
                id === status.certificate?.id ? (
                  <StatusBadge status="ok">{words.alreadyInstalled}</StatusBadge>
                ) : (
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

function FromFile({ onPreview }: Pick<ChooseProps, "onPreview">) {
  const words = usePageTexts("security").spe
  const form = useActionForm({
    initial: { file: noFile, passPhrase: "" },
    check: (values) => {
      const unread = fileProblem(values.file)
      return unread ? { file: unread } : checkedFor(spe.preview, body(values))
    },
    send: (values) => onPreview(body(values)),
  })
  return (
    <ActionSection form={form} title={words.fromFile} lead={words.fromFileLead} button={words.preview}>
      <FileField label={words.file} field={form.field("file")} accept=".p12,.pfx,.pem" />
      <PassPhraseField label={words.passPhrase} field={form.field("passPhrase")} hint={words.passPhraseHint} />
    </ActionSection>
  )
}

const body = (values: { readonly file: typeof noFile; readonly passPhrase: string }): Chosen => ({
  file: fileBody(values.file) ?? null,
  passPhrase: values.passPhrase === "" ? null : values.passPhrase,
})
