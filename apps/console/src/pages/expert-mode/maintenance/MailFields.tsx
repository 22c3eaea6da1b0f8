/** Which mail server takes the mails, from whom and to whom they are, and what they are about. */
import { eventAreas, mailSecurities, severities } from "@homeport/contract"
import { Checkbox } from "@mantine/core"
import { AreaBox } from "../../../form/Box.tsx"
import { FieldRow, FormSection } from "../../../form/FieldRow.tsx"
import { CheckField, ChoiceField, SelectField, TextField } from "../../../form/fields.tsx"
import { PassPhraseField } from "../../../form/PassPhraseField.tsx"
import { linesIn } from "../../../form/text-values.ts"
import type { Field, PageForm } from "../../../form/use-page-form.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./Notifications.module.css"
import { type NotificationsValues, withSecurity } from "./notifications-values.ts"

export function MailFields({ form, passwordSet }: { form: PageForm<NotificationsValues>; passwordSet: boolean }) {
  const texts = usePageTexts("notifications")
  const { label } = usePageTexts("eventSentences")
  const security = form.field("mailSecurity")
  return (
    <FormSection title={texts.mailTitle}>
      <CheckField label={texts.mail} field={form.field("mail")} />
      {form.values.mail ? (
        <>
          <TextField
            label={texts.mailServer}
            field={form.field("mailServer")}
            placeholder="mail.example.net"
            width="address"
          />
          <ChoiceField
            label={texts.mailSecurity}
            field={{ ...security, set: (value) => form.set(withSecurity(form.values, value)) }}
            choices={mailSecurities.toReversed().map((value) => ({ value, label: texts.securities[value] }))}
            hint={security.value === "none" ? <Notice status="warning">{texts.noneWarning}</Notice> : undefined}
          />
          <TextField label={texts.mailPort} field={form.field("mailPort")} width="number" />
          <TextField
            label={texts.mailUser}
            field={form.field("mailUser")}
            hint={texts.mailUserHint}
            maxLength={200}
            width="address"
          />
          <PassPhraseField
            label={texts.mailPassword}
            field={form.field("mailPassword")}
            hint={passwordSet ? texts.passwordStored : undefined}
          />
          <TextField
            label={texts.mailFrom}
            field={form.field("mailFrom")}
            placeholder={texts.mailFromExample}
            maxLength={254}
            width="address"
          />
          <Recipients field={form.field("mailTo")} />
          <SelectField
            label={texts.mailSeverity}
            field={form.field("mailSeverity")}
            choices={severities.toReversed().map((value) => ({ value, label: label[`severity.${value}`] }))}
          />
          <Areas field={form.field("mailAreas")} />
        </>
      ) : null}
    </FormSection>
  )
}

function Recipients({ field }: { field: Field<string> }) {
  const texts = usePageTexts("notifications")
  return (
    <FieldRow label={texts.mailTo} field={field} hint={texts.mailToHint} inWords={linesIn(field.stored).join(", ")}>
      {({ labelId: _, ...control }) => (
        <AreaBox
          control={control}
          className={styles.recipients}
          rows={3}
          placeholder={texts.mailToExample}
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}

function Areas({ field }: { field: Field<string> }) {
  const texts = usePageTexts("notifications")
  const { label } = usePageTexts("eventSentences")
  const chosen = new Set(linesIn(field.value))
  const named = (areas: readonly string[]) =>
    eventAreas.filter((area) => areas.includes(area)).map((area) => label[`area.${area}`])
  return (
    <FieldRow label={texts.mailAreas} field={field} inWords={named(linesIn(field.stored)).join(", ")} group>
      {({ labelId, id: _, ...control }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take its name from the row's label
        <div {...control} role="group" aria-labelledby={labelId} className={styles.areas}>
          {eventAreas.map((area) => (
            <Checkbox
              key={area}
              label={label[`area.${area}`]}
              checked={chosen.has(area)}
              onChange={({ currentTarget: { checked } }) =>
                field.set(eventAreas.filter((each) => (each === area ? checked : chosen.has(each))).join(" "))
              }
            />
          ))}
        </div>
      )}
    </FieldRow>
  )
}
