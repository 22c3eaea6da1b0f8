/** Maintenance ▸ Notifications: which events are sent by e-mail and to a webhook, and how that goes. */
import { locales, notificationsSettingsPage } from "@homeport/contract"
import { FormSection } from "../../../form/FieldRow.tsx"
import { SelectField } from "../../../form/fields.tsx"
import { settingsQuery, useSettingsForm } from "../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { DeliveryCard } from "./DeliveryCard.tsx"
import { MailFields } from "./MailFields.tsx"
import { notificationsQuery } from "./maintenance-queries.ts"
import { toBody, toValues } from "./notifications-values.ts"
import { WebhookFields } from "./WebhookFields.tsx"

export const prefetch = () => [
  pageTextsQuery("notifications"),
  pageTextsQuery("eventSentences"),
  settingsQuery(notificationsSettingsPage.read),
  notificationsQuery(),
]

export default function NotificationsPage() {
  const texts = usePageTexts("notifications")
  const form = useSettingsForm(notificationsSettingsPage, { toValues, toBody })
  const { mail, webhook, mailPasswordSet, webhookSecretSet } = form.data
  return (
    <ExpertPage
      title={texts.title}
      form={form}
      changes={notificationsSettingsPage.replace}
      help={texts.help}
      below={
        <>
          {mail ? <DeliveryCard way="mail" changes={form.changes} /> : null}
          {webhook ? <DeliveryCard way="webhook" changes={form.changes} /> : null}
        </>
      }
    >
      <MailFields form={form} passwordSet={mailPasswordSet} />
      <WebhookFields form={form} secretSet={webhookSecretSet} />
      <FormSection title={texts.generalTitle}>
        <SelectField
          label={texts.language}
          field={form.field("language")}
          choices={locales.map((value) => ({ value, label: texts.languages[value] }))}
        />
      </FormSection>
    </ExpertPage>
  )
}
