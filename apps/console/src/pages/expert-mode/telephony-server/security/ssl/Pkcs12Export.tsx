/** Export as PKCS#12: certificate, key and chain under a new pass-phrase, saved under the name that the system gives it. */
import { type Certificate, certificates, pkcs12Encryptions } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useState } from "react"
import { download } from "../../../../../api/download.ts"
import { ActionSection, SectionNotice } from "../../../../../form/ActionSection.tsx"
import { checkedFor } from "../../../../../form/check.ts"
import { SelectField } from "../../../../../form/fields.tsx"
import { confirmed, PassPhraseField } from "../../../../../form/PassPhraseField.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"

interface Pkcs12ExportProps {
  readonly certificate: Certificate
  readonly title: string
  readonly warning?: string | undefined
}

type Encryption = (typeof pkcs12Encryptions)[number]
const EMPTY = { passPhrase: "", confirmPassPhrase: "", encryption: "aes256" as Encryption }

export function Pkcs12Export({ certificate, title, warning }: Pkcs12ExportProps) {
  const texts = usePageTexts("security").stored.export
  const [saved, setSaved] = useState<string>()
  const form = useActionForm({
    initial: EMPTY,
    check: ({ confirmPassPhrase, ...body }) => ({
      ...confirmed(body.passPhrase, confirmPassPhrase),
      ...checkedFor(certificates.pkcs12, body),
    }),
    send: async ({ confirmPassPhrase: _, ...body }) => {
      const file = await download(certificates.pkcs12, { params: { id: certificate.id }, body })
      notifications.show({ message: texts.saved(file), color: "green" })
      form.reset()
      setSaved(file)
    },
  })
  return (
    <ActionSection form={form} title={title} lead={texts.pkcs12Lead} button={texts.save}>
      {warning ? <SectionNotice status="warning">{warning}</SectionNotice> : null}
      <PassPhraseField label={texts.passPhrase} field={form.field("passPhrase")} hint={texts.passPhraseHint} />
      <PassPhraseField label={texts.confirm} field={form.field("confirmPassPhrase")} />
      <SelectField
        label={texts.encryption}
        field={form.field("encryption")}
        choices={pkcs12Encryptions.map((value) => ({ value, label: texts.encryptions[value] }))}
      />
      {saved ? <SectionNotice status="ok">{texts.saved(saved)}</SectionNotice> : null}
    </ActionSection>
  )
}
