/** The fields of a new certificate: exactly those of the mirrored console, in its order. */
import { keyLengths, signatureAlgorithms } from "@homeport/contract"
import { AlternativeNames } from "../../../../../form/AlternativeNames.tsx"
import type { RequestValues } from "../../../../../form/certificate-request.ts"
import { DistributionPoints } from "../../../../../form/DistributionPoints.tsx"
import { FormSection } from "../../../../../form/FieldRow.tsx"
import { SelectField, TextField } from "../../../../../form/fields.tsx"
import { MomentField } from "../../../../../form/MomentField.tsx"
import { daysBetween } from "../../../../../form/typed-moment.ts"
import type { PageForm } from "../../../../../form/use-page-form.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"

export function GenerationFields({ form }: { form: PageForm<RequestValues> }) {
  const texts = usePageTexts("security")
  const { facts, request: words } = texts.certificate
  const { values } = form
  const days = daysBetween(values.notBefore, values.notAfter)
  const hex = hexOf(values.serialNumber)
  return (
    <>
      <FormSection title={words.general}>
        <TextField label={words.name} field={form.field("name")} hint={words.nameHint} required />
        <TextField
          label={facts.serialNumber}
          field={form.field("serialNumber")}
          hint={hex ? words.serialHint(hex) : undefined}
          required
        />
        <SelectField
          label={facts.signatureAlgorithm}
          field={form.field("signatureAlgorithm")}
          hint={words.sha1Hint}
          choices={[
            { value: "sha1RSA", label: words.notOffered("sha1RSA"), disabled: true },
            ...signatureAlgorithms.map((value) => ({ value, label: value })),
          ]}
        />
        <SelectField
          label={facts.keyLength}
          field={form.field("keyLength")}
          hint={words.keyLengthHint}
          choices={[
            { value: "1536", label: words.notOffered("1536"), disabled: true },
            ...keyLengths.map((length) => ({ value: String(length), label: String(length) })),
          ]}
        />
      </FormSection>
      <FormSection title={words.validityPeriod}>
        <MomentField label={words.start} field={form.field("notBefore")} />
        <MomentField
          label={words.end}
          field={form.field("notAfter")}
          hint={days === undefined ? undefined : words.lasts(days)}
        />
      </FormSection>
      <FormSection title={words.subject}>
        <TextField label={facts.country} field={form.field("country")} width="number" maxLength={2} />
        <TextField label={facts.organization} field={form.field("organization")} />
        <TextField label={facts.organizationUnit} field={form.field("organizationUnit")} />
        <TextField label={facts.commonName} field={form.field("commonName")} required />
      </FormSection>
      <FormSection title={words.alternativeAndCrl}>
        <AlternativeNames field={form.field("subjectAltNames")} />
        <DistributionPoints field={form.field("distributionPoints")} />
      </FormSection>
    </>
  )
}

/** "0A 2F …": as View Certificate shows it. */
function hexOf(decimal: string): string | undefined {
  if (!/^\s*\d{1,60}\s*$/.test(decimal)) return undefined
  const hex = BigInt(decimal.trim()).toString(16)
  return hex.padStart(hex.length + (hex.length % 2), "0").toUpperCase()
}
