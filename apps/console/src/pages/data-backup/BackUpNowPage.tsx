/** Data Backup ▸ Back up now: everything as one file, encrypted with a pass-phrase. */
import { backups } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useState } from "react"
import { download } from "../../api/download.ts"
import { ActionSection, SectionNotice } from "../../form/ActionSection.tsx"
import { checkedFor } from "../../form/check.ts"
import { confirmed, PassPhraseField } from "../../form/PassPhraseField.tsx"
import { useActionForm } from "../../form/use-action-form.ts"
import { ExpertView } from "../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../text/page-texts.ts"
import { useTexts } from "../../text/texts.tsx"

export const prefetch = () => [pageTextsQuery("backup")]

export default function BackUpNowPage() {
  const title = useTexts().tree.backupNow
  const { take: words } = usePageTexts("backup")
  const [saved, setSaved] = useState<string>()
  const form = useActionForm({
    initial: { passPhrase: "", confirmPassPhrase: "" },
    check: ({ passPhrase, confirmPassPhrase }) => ({
      ...confirmed(passPhrase, confirmPassPhrase),
      ...checkedFor(backups.download, { passPhrase }),
    }),
    send: async ({ passPhrase }) => {
      const file = await download(backups.download, { body: { passPhrase } })
      notifications.show({ message: words.saved(file), color: "green" })
      form.reset()
      setSaved(file)
    },
  })
  return (
    <ExpertView title={title} help={words.help}>
      <ActionSection form={form} title={words.title} lead={words.lead} button={words.button}>
        <PassPhraseField label={words.passPhrase} field={form.field("passPhrase")} hint={words.passPhraseHint} />
        <PassPhraseField label={words.confirm} field={form.field("confirmPassPhrase")} />
        {saved ? <SectionNotice status="ok">{words.saved(saved)}</SectionNotice> : null}
      </ActionSection>
    </ExpertView>
  )
}
