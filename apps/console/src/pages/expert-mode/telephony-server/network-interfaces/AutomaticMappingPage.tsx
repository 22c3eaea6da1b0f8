/** Network Interfaces ▸ Office router ▸ Automatic Mapping: whether this system asks the router to open its ports, and what came of it. */
import { officeRouterSettingsPage } from "@homeport/contract"
import { officeRouterQuery } from "../../../../api/page-queries.ts"
import { FormSection } from "../../../../form/FieldRow.tsx"
import { CheckField } from "../../../../form/fields.tsx"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { MappedPortsCard } from "./MappedPortsCard.tsx"

export const prefetch = () => [
  pageTextsQuery("router"),
  settingsQuery(officeRouterSettingsPage.read),
  officeRouterQuery(),
]

export default function AutomaticMappingPage() {
  const { mapping: texts } = usePageTexts("router")
  const form = useSettingsForm(officeRouterSettingsPage, {
    toValues: ({ automaticMapping }) => ({ automaticMapping }),
    toBody: (values) => values,
  })
  return (
    <ExpertPage title={texts.title} form={form} changes={officeRouterSettingsPage.replace} help={texts.help}>
      <MappedPortsCard />
      <FormSection title={texts.settingsTitle} lead={texts.settingsLead}>
        <CheckField
          label={texts.automatic}
          field={form.field("automaticMapping")}
          hint={<Notice status="warning">{texts.consent}</Notice>}
        />
      </FormSection>
    </ExpertPage>
  )
}
