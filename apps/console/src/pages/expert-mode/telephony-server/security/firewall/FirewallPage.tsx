/** Application Firewall ▸ Edit Access Rules: which networks may reach what, and who is blocked by himself. */
import { applicationFirewall } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { firewallStatusQuery } from "../../../../../api/firewall-queries.ts"
import { listenersQuery } from "../../../../../api/queries.ts"
import { FieldRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { CheckField, TextField } from "../../../../../form/fields.tsx"
import type { Field } from "../../../../../form/use-page-form.ts"
import { settingsQuery, useSettingsForm } from "../../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import { firewallBody, firewallName, firewallValues, type NetworkRow } from "./firewall-values.ts"
import { inWords, NetworkRows } from "./NetworkRows.tsx"
import { RulesTable } from "./RulesTable.tsx"
import { WhereYouAre } from "./WhereYouAre.tsx"

export const prefetch = () => [
  settingsQuery(applicationFirewall.read),
  firewallStatusQuery(),
  listenersQuery(),
  pageTextsQuery("firewall"),
]

export default function FirewallPage() {
  const { tree } = useTexts()
  const words = usePageTexts("firewall")
  const { data: status } = useSuspenseQuery(firewallStatusQuery())
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const form = useSettingsForm(applicationFirewall, {
    toValues: firewallValues,
    toBody: firewallBody,
    nameOf: firewallName,
  })
  const idle = !form.values.blocking
  return (
    <ExpertPage
      title={tree.applicationFirewall}
      form={form}
      changes={applicationFirewall.replace}
      help={words.rulesHelp}
    >
      <WhereYouAre status={status} />
      <RulesTable form={form} listeners={listeners.items} status={status} />
      <FormSection title={words.blockingTitle} lead={words.blockingLead}>
        <CheckField label={words.blocking} field={form.field("blocking")} hint={words.blockingHint} />
        <TextField
          label={words.failures}
          field={form.field("failures")}
          hint={words.failuresHint}
          width="number"
          disabled={idle}
        />
        <TextField label={words.withinMinutes} field={form.field("withinMinutes")} width="number" disabled={idle} />
        <TextField
          label={words.blockMinutes}
          field={form.field("blockMinutes")}
          hint={words.blockMinutesHint}
          width="number"
          disabled={idle}
        />
        <CheckField
          label={words.blockLocal}
          field={form.field("blockLocal")}
          hint={words.blockLocalHint}
          disabled={idle}
        />
        <AllowList field={form.field("allowList")} />
      </FormSection>
    </ExpertPage>
  )
}

function AllowList({ field }: { field: Field<readonly NetworkRow[]> }) {
  const words = usePageTexts("firewall")
  return (
    <FieldRow label={words.allowList} field={field} hint={words.allowListHint} inWords={inWords(field.stored)} group>
      {(control) => (
        <NetworkRows name={words.allowList} field={field} most={200} describedBy={control["aria-describedby"]} />
      )}
    </FieldRow>
  )
}
