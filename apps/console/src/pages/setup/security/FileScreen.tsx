/** "I have a certificate": the file is looked into before anything is changed; without its CA, the CA is asked for as well. */
import { type BodyOf, type InstallationPreview, spe } from "@homeport/contract"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { checkedBy, type Problems, type Schema } from "../../../form/check.ts"
import { fileBody, fileProblem, noFile } from "../../../form/chosen-file.ts"
import { FormSection } from "../../../form/FieldRow.tsx"
import { FileField } from "../../../form/FileField.tsx"
import { PassPhraseField } from "../../../form/PassPhraseField.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { CertificateProblems } from "./CertificateProblems.tsx"
import { type CheckedFile, fileKey, previewQuery } from "./installation.ts"
import { useOnward } from "./use-onward.ts"
import { useTyped } from "./use-typed.ts"
import { before, type Place, pathOf } from "./way.ts"

interface FileScreenProps {
  readonly place: Place
  onChecked(checked: CheckedFile): void
  onTyped(count: number): void
}

// The endpoint has a body: its type alone does not say so.
const SCHEMA = spe.preview.body as Schema
const EMPTY = { file: noFile, passPhrase: "", issuerFile: noFile }
type FileValues = typeof EMPTY

export function FileScreen({ place, onChecked, onTyped }: FileScreenProps) {
  const texts = usePageTexts("wizard").file
  const client = useQueryClient()
  const onward = useOnward()
  const [looked, setLooked] = useState<{ readonly at: FileValues; readonly preview: InstallationPreview }>()
  const form = useActionForm({
    initial: EMPTY,
    check: (values): Problems => ({
      ...checkedBy(SCHEMA, bodyOf(values)),
      ...chosenProblems(values),
    }),
    send: async (values) => {
      // Checked by the contract just before.
      const installation = bodyOf(values) as BodyOf<typeof spe.preview>
      const checked = { number: Date.now(), installation }
      const preview = await client.fetchQuery(previewQuery(fileKey(checked), installation))
      setLooked({ at: values, preview })
      if (preview.issuer === "missing" || preview.problems.length > 0) return
      onChecked(checked)
      onward(pathOf({ ...place, way: "own", step: "install" }))
    },
  })
  useTyped(form, onTyped)
  // What was said of another file is no longer said.
  const preview = looked?.at.file === form.values.file ? looked.preview : undefined
  const issuerWanted = preview?.issuer === "missing" || form.values.issuerFile.name !== ""
  return (
    <WizardScreen
      title={texts.title}
      lead={texts.lead}
      back={before({ ...place, way: "own", step: "file" })}
      cancel={paths.setup()}
      form={form}
      next={{ label: texts.check }}
    >
      <FormSection title={texts.title}>
        <FileField label={texts.file} field={form.field("file")} hint={texts.fileHint} accept=".p12,.pfx" />
        <PassPhraseField label={texts.passPhrase} field={form.field("passPhrase")} />
        {issuerWanted ? (
          <FileField
            label={texts.issuer}
            field={form.field("issuerFile")}
            hint={texts.issuerHint}
            accept=".crt,.cer,.pem,.der"
          />
        ) : null}
      </FormSection>
      {preview?.issuer === "missing" && form.values.issuerFile.name === "" ? (
        <Notice status="warning">{texts.issuerMissing(preview.facts.issuer.text)}</Notice>
      ) : null}
      {preview ? <CertificateProblems problems={preview.problems} /> : null}
    </WizardScreen>
  )
}

const bodyOf = ({ file, passPhrase, issuerFile }: FileValues) => ({
  file: fileBody(file) ?? null,
  passPhrase: passPhrase === "" ? null : passPhrase,
  issuerFile: fileBody(issuerFile) ?? null,
})

/** What the browser found when it read them. */
function chosenProblems({ file, issuerFile }: FileValues): Problems {
  const [wrongFile, wrongIssuer] = [fileProblem(file), fileProblem(issuerFile)]
  return { ...(wrongFile && { file: wrongFile }), ...(wrongIssuer && { issuerFile: wrongIssuer }) }
}
