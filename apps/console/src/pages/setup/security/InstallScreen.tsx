/** Step 4: what the installation brings, and whom it would leave behind; then it is done. */
import { certificates, type InstallationPreview, spe } from "@homeport/contract"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { ApiError } from "../../../api/api-error.ts"
import { request } from "../../../api/client.ts"
import { speStatusQuery } from "../../../api/queries.ts"
import type { Problems } from "../../../form/check.ts"
import { FormSection } from "../../../form/FieldRow.tsx"
import { CheckField } from "../../../form/fields.tsx"
import { type ActionForm, useActionForm } from "../../../form/use-action-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { CertificateCard } from "./CertificateCard.tsx"
import { CertificateProblems } from "./CertificateProblems.tsx"
import { type Installation, previewQuery } from "./installation.ts"
import styles from "./screens.module.css"
import { useOnward } from "./use-onward.ts"
import { before, type Place, pathOf } from "./way.ts"

interface InstallScreenProps {
  readonly place: Place
  /** Names the preview in the cache. */
  readonly previewKey: string
  readonly installation: Installation
  onInstalled(): void
}

export function InstallScreen({ place, previewKey, installation, onInstalled }: InstallScreenProps) {
  const texts = usePageTexts("wizard").install
  const words = useTexts().frame.wizard
  const client = useQueryClient()
  const onward = useOnward()
  const query = previewQuery(previewKey, installation)
  const { data: status } = useSuspenseQuery(speStatusQuery())
  const { data: preview } = useSuspenseQuery(query)
  const there = status.certificate?.facts.fingerprint === preview.facts.fingerprint
  const loses = there ? [] : preview.losesTrust
  const support = pathOf({ ...place, step: "support" })

  const form = useActionForm({
    initial: { accept: false },
    check: ({ accept }): Problems =>
      loses.length > 0 && !accept ? { accept: { code: "AcceptTrustLoss", message: texts.acceptNeeded } } : {},
    send: async ({ accept }) => {
      try {
        const { data } = await request(spe.install, { body: { ...installation, acceptTrustLoss: accept } })
        onInstalled()
        client.setQueryData(speStatusQuery().queryKey, data)
        await client.invalidateQueries({ queryKey: [certificates.list.path] })
        onward(support)
      } catch (error) {
        // Somebody has registered meanwhile: now the list names them.
        if (error instanceof ApiError && error.code === "TrustLoss")
          client.setQueryData(query.queryKey, (await request(spe.preview, { body: installation })).data)
        throw error
      }
    },
  })

  if (there)
    return (
      <WizardScreen
        title={texts.doneTitle}
        lead={texts.doneLead}
        back={before({ ...place, step: "install" })}
        cancel={paths.setup()}
        next={{ label: words.next, path: support }}
      >
        <Brings preview={preview} />
      </WizardScreen>
    )
  return (
    <WizardScreen
      title={texts.title}
      lead={texts.lead}
      back={before({ ...place, step: "install" })}
      cancel={paths.setup()}
      {...(preview.problems.length === 0 && { form, next: { label: texts.install } })}
    >
      <CertificateProblems problems={preview.problems} />
      {loses.length > 0 ? <LosesTrust stations={loses} form={form} /> : null}
      <Brings preview={preview} />
    </WizardScreen>
  )
}

/** The certificate and the CA that comes with it. */
function Brings({ preview }: { preview: InstallationPreview }) {
  const texts = usePageTexts("wizard").install
  const { facts, chain, issuer, publicName, namesPublicName } = preview
  return (
    <>
      {namesPublicName === false && publicName !== null ? (
        <Notice status="warning">{texts.wrongName(publicName)}</Notice>
      ) : null}
      <CertificateCard title={texts.certificate} facts={facts} />
      {chain.map((authority) => (
        <CertificateCard
          key={authority.fingerprint}
          title={texts.authority}
          aside={<span className={styles.hint}>{texts.issuer[issuer]}</span>}
          facts={authority}
        />
      ))}
    </>
  )
}

interface LosesTrustProps {
  readonly stations: InstallationPreview["losesTrust"]
  readonly form: ActionForm<{ accept: boolean }>
}

function LosesTrust({ stations, form }: LosesTrustProps) {
  const texts = usePageTexts("wizard").install
  return (
    <FormSection title={texts.losesTitle(stations.length)} lead={texts.losesText}>
      <ul className={styles.stations}>
        {stations.map(({ callNumber, name }) => (
          <li key={callNumber}>
            <strong>{callNumber}</strong> {name}
          </li>
        ))}
      </ul>
      <CheckField label={texts.accept} field={form.field("accept")} />
    </FormSection>
  )
}
