/** The second step: what would be installed, everything that speaks against it, who would lose trust; then Install. */
import { type InstallationPreview, type SpeStatus, spe } from "@homeport/contract"
import { Button, Checkbox } from "@mantine/core"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { request } from "../../../../../api/client.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { fileBody, fileProblem, noFile } from "../../../../../form/chosen-file.ts"
import { FileField } from "../../../../../form/FileField.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { Problem } from "../../../../../frame/Problem.tsx"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { CertificateFacts, CertificateSummary } from "../../../../../table/CertificateFacts.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText, useProblemText } from "../../../../../text/problem.ts"
import styles from "../ssl/certificate/Actions.module.css"
import type { Chosen } from "./ImportSpeCertificatePage.tsx"

interface SpePreviewProps {
  readonly chosen: Chosen
  readonly preview: InstallationPreview
  onPreview(chosen: Chosen): Promise<void>
  onBack(): void
  onInstalled(status: SpeStatus): void
}

export function SpePreview({ chosen, preview, onPreview, onBack, onInstalled }: SpePreviewProps) {
  const words = usePageTexts("security").spe
  const failureText = useFailureText()
  const [accepted, setAccepted] = useState(false)
  const install = useMutation({
    mutationFn: () => request(spe.install, { body: { ...chosen, acceptTrustLoss: accepted } }),
    onSuccess: ({ data }) => onInstalled(data),
  })
  const loses = preview.losesTrust.length > 0
  const refused = preview.problems.length > 0 || preview.issuer === "missing"
  return (
    <div className={styles.stack}>
      <Card title={words.previewTitle} lead={words.previewLead}>
        <div className={styles.stack}>
          <Verdict preview={preview} />
          <CertificateSummary facts={preview.facts} />
          {loses ? <TrustLoss stations={preview.losesTrust} /> : null}
          {loses && !refused ? (
            <Checkbox
              label={words.accept}
              checked={accepted}
              onChange={(event) => setAccepted(event.currentTarget.checked)}
            />
          ) : null}
          {install.isError ? <Problem text={failureText(install.error)} /> : null}
          <div className={styles.actions}>
            {refused ? null : (
              <Button loading={install.isPending} disabled={loses && !accepted} onClick={() => install.mutate()}>
                {words.install}
              </Button>
            )}
            <Button variant="default" disabled={install.isPending} onClick={onBack}>
              {words.back}
            </Button>
          </div>
        </div>
      </Card>
      {preview.issuer === "missing" ? (
        <MissingIssuer issuer={preview.facts.issuer.text} chosen={chosen} onPreview={onPreview} />
      ) : null}
      {preview.chain.map((facts, at) => (
        <Card key={facts.fingerprint} title={words.chain(at + 1)}>
          <CertificateSummary facts={facts} />
        </Card>
      ))}
      <details className={styles.details}>
        <summary>{words.everything}</summary>
        <CertificateFacts facts={preview.facts} />
      </details>
    </div>
  )
}

function TrustLoss({ stations }: { stations: InstallationPreview["losesTrust"] }) {
  const words = usePageTexts("security").spe
  return (
    <Notice status="warning">
      {words.losesTrust(stations.length)}
      <ul className={styles.list}>
        {stations.map(({ callNumber, name }) => (
          <li key={callNumber}>
            {callNumber} {name}
          </li>
        ))}
      </ul>
      {words.losesTrustHint}
    </Notice>
  )
}

/** Each problem in its own words; otherwise what is to be known of it. */
function Verdict({ preview: { problems, issuer, publicName, namesPublicName } }: { preview: InstallationPreview }) {
  const words = usePageTexts("security").spe
  const problemText = useProblemText()
  return (
    <>
      {problems.length > 0 ? (
        <Notice status="failed">
          {words.problems}
          <ul className={styles.list}>
            {problems.map((problem, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the certificate and its CA may have the same one
              <li key={at}>{problemText(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Notice status={issuer === "missing" ? "failed" : problems.length === 0 ? "ok" : "live"}>
        {issuer !== "missing" && problems.length === 0 ? `${words.fits} ` : ""}
        {words.issuer[issuer]}
      </Notice>
      {publicName === null || namesPublicName === null ? null : (
        <Notice status={namesPublicName ? "ok" : "warning"}>
          {namesPublicName ? words.namesPublicName(publicName) : words.misnames(publicName)}
        </Notice>
      )}
    </>
  )
}

/** The same form asks for the CA. */
function MissingIssuer(props: { issuer: string; chosen: Chosen; onPreview(chosen: Chosen): Promise<void> }) {
  const { issuer, chosen, onPreview } = props
  const words = usePageTexts("security").spe
  const form = useActionForm({
    initial: { issuerFile: noFile },
    check: ({ issuerFile }) => {
      const problem = fileProblem(issuerFile) ?? (issuerFile.name === "" ? { code: "Required" } : undefined)
      return problem ? { issuerFile: problem } : {}
    },
    send: ({ issuerFile }) => onPreview({ ...chosen, issuerFile: fileBody(issuerFile) ?? null }),
  })
  return (
    <ActionSection form={form} title={words.issuerFile} button={words.previewAgain}>
      <FileField
        label={words.issuerFile}
        hint={words.issuerFileHint(issuer)}
        field={form.field("issuerFile")}
        accept=".crt,.cer,.pem,.der,.p7b"
      />
    </ActionSection>
  )
}
