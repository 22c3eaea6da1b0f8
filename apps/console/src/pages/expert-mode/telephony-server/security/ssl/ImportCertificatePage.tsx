/** Certificate Management ▸ Import Certificate: a file is stored; nothing is put to use by it. */
import { type Certificate, certificates } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useNavigate } from "react-router"
import { type Answer, request } from "../../../../../api/client.ts"
import { checkedFor, type Problems } from "../../../../../form/check.ts"
import { fileBody, fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FormSection } from "../../../../../form/FieldRow.tsx"
import { FileField } from "../../../../../form/FileField.tsx"
import { TextField } from "../../../../../form/fields.tsx"
import { PassPhraseField } from "../../../../../form/PassPhraseField.tsx"
import { usePageForm } from "../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"

export const prefetch = () => [pageTextsQuery("security")]

/** What an import has brought; nothing before. */
type Imported = readonly Certificate[]
const NOTHING: Answer<Imported> = { data: [], version: undefined, changedBy: undefined, changedAt: undefined }
const EMPTY = { name: "", file: noFile, passPhrase: "" }
type Values = typeof EMPTY

export default function ImportCertificatePage() {
  const texts = usePageTexts("security")
  const words = texts.management
  const client = useQueryClient()
  const navigate = useNavigate()
  const [imported, setImported] = useState<Imported>([])
  const form = usePageForm<Values, Imported>({
    answer: NOTHING,
    queryKey: ["certificate-import"],
    toValues: () => EMPTY,
    check: problemsOf,
    apply: async (values) => {
      const { data } = await request(certificates.import, { body: { ...body(values), file: values.file.base64 } })
      return { ...NOTHING, data: data.items }
    },
    onApplied: setImported,
  })
  const file = form.field("file")

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    const [first, ...chain] = imported
    if (!first) return
    notifications.show({ message: words.imported(first.name, chain.length), color: "green" })
    void client.invalidateQueries({ queryKey: [certificates.list.path] })
    void navigate(paths.certificate(first.id))
  }, [imported, client, navigate, words])

  return (
    <ExpertPage title={words.title} form={form} changes={certificates.import} help={texts.sslHelp.import}>
      <FormSection title={words.importTitle} lead={words.importLead}>
        <FileField
          label={words.file}
          accept={ACCEPT}
          field={{
            ...file,
            // A name to begin with: that of the file.
            set: (chosen) => form.set({ file: chosen, ...(form.values.name === "" && { name: stem(chosen.name) }) }),
          }}
        />
        <PassPhraseField label={words.passPhrase} field={form.field("passPhrase")} hint={words.passPhraseHint} />
        <TextField label={texts.certificate.request.name} field={form.field("name")} required />
      </FormSection>
    </ExpertPage>
  )
}

const ACCEPT = ".pem,.crt,.cer,.der,.p12,.pfx,.p7b,.p7c"

const body = ({ name, passPhrase }: Values) => ({
  name: name.trim(),
  passPhrase: passPhrase === "" ? null : passPhrase,
})

function problemsOf(values: Values): Problems {
  const unread = fileProblem(values.file)
  return {
    ...checkedFor(certificates.import, { ...body(values), file: fileBody(values.file) }),
    ...(unread && { file: unread }),
  }
}

const stem = (name: string) => name.replace(/\.[^.]*$/, "").slice(0, 64)
