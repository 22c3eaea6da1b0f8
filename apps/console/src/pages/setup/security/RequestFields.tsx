/** What a new certificate is made of: what matters in sight, all the rest behind "Details", with good values filled in. */
import { keyLengths, signatureAlgorithms } from "@homeport/contract"
import type { ReactNode } from "react"
import type { RequestValues } from "../../../form/certificate-request.ts"
import { DistributionPoints } from "../../../form/DistributionPoints.tsx"
import { FixedRow, FormSection } from "../../../form/FieldRow.tsx"
import { SelectField, TextField } from "../../../form/fields.tsx"
import { MomentField } from "../../../form/MomentField.tsx"
import { daysBetween, momentBody } from "../../../form/typed-moment.ts"
import type { ActionForm } from "../../../form/use-action-form.ts"
import { useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { Details } from "./Details.tsx"

interface RequestFieldsProps {
  readonly form: ActionForm<RequestValues>
  readonly title: string
  /** The fields that matter. */
  readonly children: ReactNode
}

export function RequestFields({ form, title, children }: RequestFieldsProps) {
  const { request, facts } = usePageTexts("security").certificate
  const wrong = DETAILS.some((name) => form.field(name).problem !== undefined)
  return (
    <FormSection title={title}>
      {children}
      <Validity form={form} />
      <Details wrong={wrong} inForm>
        <TextField label={request.name} field={form.field("name")} hint={request.nameHint} required />
        <TextField label={facts.serialNumber} field={form.field("serialNumber")} required />
        <SelectField
          label={facts.signatureAlgorithm}
          field={form.field("signatureAlgorithm")}
          choices={signatureAlgorithms.map((value) => ({ value, label: value }))}
        />
        <SelectField
          label={facts.keyLength}
          field={form.field("keyLength")}
          choices={keyLengths.map((length) => ({ value: String(length), label: request.bits(length) }))}
        />
        <MomentField label={facts.notBefore} field={form.field("notBefore")} />
        <MomentField label={facts.notAfter} field={form.field("notAfter")} />
        <TextField label={facts.country} field={form.field("country")} width="number" maxLength={2} />
        <TextField label={facts.organization} field={form.field("organization")} />
        <TextField label={facts.organizationUnit} field={form.field("organizationUnit")} />
        <DistributionPoints field={form.field("distributionPoints")} />
      </Details>
    </FormSection>
  )
}

/** From when to when, as it is typed behind "Details". */
function Validity({ form }: { form: ActionForm<RequestValues> }) {
  const texts = usePageTexts("wizard")
  const words = usePageTexts("security").certificate.request
  const format = useFormat()
  const { notBefore, notAfter } = form.values
  const days = daysBetween(notBefore, notAfter)
  const [from, until] = [momentBody(notBefore), momentBody(notAfter)]
  return (
    <FixedRow label={texts.validity} hint={days === undefined ? undefined : words.lasts(days)}>
      {days === undefined || !from || !until ? "–" : texts.validFrom(format.gmtDay(from), format.gmtDay(until))}
    </FixedRow>
  )
}

const DETAILS = [
  "name",
  "serialNumber",
  "signatureAlgorithm",
  "keyLength",
  "notBefore",
  "notAfter",
  "country",
  "organization",
  "organizationUnit",
  "distributionPoints",
] as const satisfies readonly (keyof RequestValues)[]
