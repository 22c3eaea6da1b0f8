/** Where events are posted as JSON, and the secret that signs them. */
import { isPlainHttp, severities } from "@homeport/contract"
import { FormSection } from "../../../form/FieldRow.tsx"
import { CheckField, SelectField, TextField } from "../../../form/fields.tsx"
import { PassPhraseField } from "../../../form/PassPhraseField.tsx"
import type { PageForm } from "../../../form/use-page-form.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import type { NotificationsValues } from "./notifications-values.ts"

export function WebhookFields({ form, secretSet }: { form: PageForm<NotificationsValues>; secretSet: boolean }) {
  const texts = usePageTexts("notifications")
  const { label } = usePageTexts("eventSentences")
  const { webhook, webhookUrl, forgetSecret } = form.values
  return (
    <FormSection title={texts.webhookTitle}>
      <CheckField label={texts.webhook} field={form.field("webhook")} />
      {webhook ? (
        <>
          <TextField
            label={texts.webhookUrl}
            field={form.field("webhookUrl")}
            maxLength={500}
            placeholder="https://alarm.example.net/homeport"
            hint={isPlainHttp(webhookUrl) ? <Notice status="warning">{texts.plainHttp}</Notice> : undefined}
          />
          <PassPhraseField
            label={texts.webhookSecret}
            field={form.field("webhookSecret")}
            disabled={forgetSecret}
            hint={secretSet ? texts.secretStored : texts.webhookSecretHint}
          />
          {secretSet ? <CheckField label={texts.removeSecret} field={form.field("forgetSecret")} /> : null}
          <SelectField
            label={texts.webhookSeverity}
            field={form.field("webhookSeverity")}
            choices={severities.toReversed().map((value) => ({ value, label: label[`severity.${value}`] }))}
          />
        </>
      ) : null}
    </FormSection>
  )
}
