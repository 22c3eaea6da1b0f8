/** Basic Settings ▸ DynDNS: the public name of the office, and who keeps it true. */
import { dyndns, dyndnsUpdaters } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { dyndnsStatusQuery } from "../../../../api/queries.ts"
import { FixedRow, FormSection } from "../../../../form/FieldRow.tsx"
import { ChoiceField, TextField } from "../../../../form/fields.tsx"
import { textOrNull } from "../../../../form/text-values.ts"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { useTexts } from "../../../../text/texts.tsx"
import { DynDnsStatusCard } from "./DynDnsStatusCard.tsx"

export const prefetch = () => [settingsQuery(dyndns.read), dyndnsStatusQuery()]

export default function DynDnsPage() {
  const { dynDns: texts, tree } = useTexts()
  const { data: status } = useSuspenseQuery(dyndnsStatusQuery())
  const form = useSettingsForm(dyndns, {
    toValues: (settings) => ({ hostName: settings.hostName ?? "", updatedBy: settings.updatedBy }),
    toBody: (values) => ({ hostName: textOrNull(values.hostName), updatedBy: values.updatedBy }),
  })
  const given = form.data.hostName ?? status.mapped
  return (
    <ExpertPage title={tree.dynDns} form={form} changes={dyndns.replace} help={texts.help}>
      <DynDnsStatusCard />
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
      <Notice status="warning">{texts.freeAccounts}</Notice>
    </ExpertPage>
  )
}
