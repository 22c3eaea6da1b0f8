/** Basic Settings ▸ DynDNS: the public name of the office, and who keeps it true. */
import { dyndns, dyndnsUpdaters } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { dyndnsStatusQuery } from "../../../../api/queries.ts"
import { FixedRow, FormSection } from "../../../../form/FieldRow.tsx"
import { ChoiceField, TextField } from "../../../../form/fields.tsx"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { useTexts } from "../../../../text/texts.tsx"
import { DynDnsAccount } from "./DynDnsAccount.tsx"
import { DynDnsStatusCard } from "./DynDnsStatusCard.tsx"
import { DynDnsUpdateCard } from "./DynDnsUpdateCard.tsx"
import { toBody, toValues } from "./dyndns-values.ts"

export const prefetch = () => [pageTextsQuery("dynDns"), settingsQuery(dyndns.read), dyndnsStatusQuery()]

export default function DynDnsPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("dynDns")
  const { data: status } = useSuspenseQuery(dyndnsStatusQuery())
  const form = useSettingsForm(dyndns, { toValues, toBody })
  const given = form.data.hostName ?? status.mapped
  return (
    <ExpertPage title={tree.dynDns} form={form} changes={dyndns.replace} help={texts.help}>
      <DynDnsStatusCard />
      {status.update ? <DynDnsUpdateCard update={status.update} /> : null}
      <FormSection title={texts.title}>
        <TextField
          label={texts.hostName}
          field={form.field("hostName")}
          hint={texts.hostNameHint}
          placeholder="office.example.net"
        />
        <ChoiceField
          label={texts.updatedBy}
          field={form.field("updatedBy")}
          choices={dyndnsUpdaters.map((updater) => ({
            value: updater,
            label: texts.updaters[updater],
            hint: texts.updaterHints[updater],
          }))}
        />
        <FixedRow label={texts.given}>{given ?? texts.givenUnknown}</FixedRow>
      </FormSection>
      {form.values.updatedBy === "homeport" ? <DynDnsAccount form={form} passwordSet={form.data.passwordSet} /> : null}
      <Notice status="warning">{texts.freeAccounts}</Notice>
    </ExpertPage>
  )
}
