/** A certificate ▸ Renew as a Copy: the same names, a new serial number and dates, the same key or a new one. */
import { type Certificate, type CertificateProposal, certificates, keyLengths, renewal } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useEffect, useMemo, useState } from "react"
import { useNavigate } from "react-router"
import { type Answer, request } from "../../../../../../api/client.ts"
import { certificateProposalQuery, isAuthority } from "../../../../../../api/queries.ts"
import { checkedBy } from "../../../../../../form/check.ts"
import { FormSection } from "../../../../../../form/FieldRow.tsx"
import { CheckField, ChoiceField, SelectField, TextField } from "../../../../../../form/fields.tsx"
import { MomentField } from "../../../../../../form/MomentField.tsx"
import { textOrNull } from "../../../../../../form/text-values.ts"
import { daysBetween, momentBody, typedMomentOf } from "../../../../../../form/typed-moment.ts"
import { usePageForm } from "../../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../../paths.ts"
import { Notice } from "../../../../../../table/Card.tsx"
import { DaysLeft } from "../../../../../../table/DaysLeft.tsx"
import { usePageTexts } from "../../../../../../text/page-texts.ts"
import { useUses } from "../use-uses.ts"
import { offeredFor, prefetchShown, type Shown, StoredCertificate } from "./StoredCertificate.tsx"

export const prefetch = prefetchShown

export default function RenewCertificatePage() {
  return <StoredCertificate>{(shown) => <Renewal shown={shown} />}</StoredCertificate>
}

interface Renewed {
  readonly proposal: CertificateProposal
  readonly copy?: Certificate
}

function Renewal({ shown }: { shown: Shown }) {
  const { certificate, as, title } = shown
  const texts = usePageTexts("security")
  const { request: labels, facts } = texts.certificate
  const words = texts.stored.renew
  const uses = useUses()
  const client = useQueryClient()
  const navigate = useNavigate()
  const query = proposalFor(certificate)
  const { data: proposal } = useSuspenseQuery(query)
  const [copy, setCopy] = useState<Certificate>()
  const answer = useMemo((): Answer<Renewed> => ({ ...UNVERSIONED, data: { proposal } }), [proposal])
  const form = usePageForm({
    answer,
    queryKey: ["renewal", certificate.id],
    toValues: (renewed: Renewed) => valuesOf(certificate, renewed.proposal),
    check: (values) => checkedBy(renewal, body(values)),
    untouched: true,
    apply: async (values) => {
      const sent = { params: { id: certificate.id }, body: body(values) }
      const { data } = await request(certificates.renew, sent)
      return { ...UNVERSIONED, data: { proposal, copy: data } }
    },
    onApplied: (renewed) => setCopy(renewed.copy),
  })

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    if (!copy) return
    notifications.show({ message: words.renewed(copy.name), color: "green" })
    void client.invalidateQueries({ queryKey: query.queryKey, refetchType: "none" })
    void client.invalidateQueries({ queryKey: [certificates.list.path] })
    void navigate(as === "authorities" ? paths.authority(copy.id) : paths.certificate(copy.id))
  }, [copy, as, client, navigate, query.queryKey, words])

  const { values } = form
  const days = daysBetween(values.notBefore, values.notAfter)
  return (
    <ExpertPage
      title={title}
      aside={<DaysLeft of={certificate} />}
      offered={offeredFor(certificate)}
      form={form}
      changes={certificates.renew}
      help={texts.sslHelp.stored}
      progress={values.key === "new" ? texts.generation.making(Number(values.keyLength)) : undefined}
    >
      <FormSection title={words.title} lead={words.lead}>
        <TextField label={labels.name} field={form.field("name")} hint={words.nameHint} />
        <TextField label={facts.serialNumber} field={form.field("serialNumber")} required />
        <MomentField label={labels.start} field={form.field("notBefore")} />
        <MomentField
          label={labels.end}
          field={form.field("notAfter")}
          hint={days === undefined ? undefined : labels.lasts(days)}
        />
        <ChoiceField
          label={words.key}
          field={form.field("key")}
          choices={(["same", "new"] as const).map((value) => ({
            value,
            label: words.keys[value],
            hint: value === "same" && !certificate.hasKey ? words.sameNeedsKey : words.keyHints[value],
            disabled: value === "same" && !certificate.hasKey,
          }))}
        />
        <SelectField
          label={facts.keyLength}
          field={form.field("keyLength")}
          disabled={values.key === "same"}
          choices={keyLengths.map((length) => ({ value: String(length), label: String(length) }))}
        />
        {certificate.usedBy.length > 0 ? (
          <CheckField
            label={words.replace}
            field={form.field("replace")}
            hint={words.replaceHint(uses(certificate.usedBy))}
          />
        ) : null}
      </FormSection>
      {values.key === "new" && isAuthority(certificate) ? <Notice status="warning">{words.newAuthority}</Notice> : null}
    </ExpertPage>
  )
}

const proposalFor = (certificate: Certificate) => {
  if (isAuthority(certificate)) return certificateProposalQuery("authority")
  return certificate.issuerId === null
    ? certificateProposalQuery("self-signed-server")
    : certificateProposalQuery("server", certificate.issuerId)
}

type Values = ReturnType<typeof valuesOf>

const valuesOf = ({ hasKey, facts, usedBy }: Certificate, proposal: CertificateProposal) => ({
  name: "",
  serialNumber: proposal.serialNumber,
  notBefore: typedMomentOf(proposal.notBefore),
  notAfter: typedMomentOf(proposal.notAfter),
  key: (hasKey ? "same" : "new") as "same" | "new",
  keyLength: String(keyLengths.find((length) => facts.key.type === "RSA" && length === facts.key.bits) ?? 2048),
  // What is only a CA of others stays beside its copy whatever is chosen.
  replace: usedBy.some((use) => use !== "issuer"),
})

const body = (values: Values) => ({
  name: textOrNull(values.name),
  serialNumber: textOrNull(values.serialNumber),
  notBefore: momentBody(values.notBefore) ?? null,
  notAfter: momentBody(values.notAfter) ?? null,
  key: values.key,
  // The list holds the contract's lengths.
  keyLength: Number(values.keyLength) as (typeof keyLengths)[number],
  replace: values.replace,
})

const UNVERSIONED = { version: undefined, changedBy: undefined, changedAt: undefined }
