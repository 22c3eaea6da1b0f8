/** Data Backup ▸ Scheduled: when a backup is made by itself, and those that are on this machine. */
import { backupSchedules, type DataBackupSettingsView, dataBackup, weekdays } from "@homeport/contract"
import { FormSection } from "../../form/FieldRow.tsx"
import { SelectField, TextField } from "../../form/fields.tsx"
import { PassPhraseField } from "../../form/PassPhraseField.tsx"
import { numberIn } from "../../form/text-values.ts"
import { settingsQuery, useSettingsForm } from "../../form/use-settings-form.ts"
import { ExpertPage } from "../../frame/ExpertPage.tsx"
import { pageTextsQuery, usePageTexts } from "../../text/page-texts.ts"
import { useTexts } from "../../text/texts.tsx"
import { StoredBackupsCard, storedBackupsQuery } from "./StoredBackupsCard.tsx"

export const prefetch = () => [pageTextsQuery("backup"), settingsQuery(dataBackup.read), storedBackupsQuery()]

const toValues = ({ schedule, weekday, hour, keep }: DataBackupSettingsView) => ({
  schedule,
  weekday,
  hour: String(hour),
  keep: String(keep),
  passPhrase: "",
})

/** An empty pass-phrase is left out: the stored one stays. */
const toBody = ({ schedule, weekday, hour, keep, passPhrase }: ReturnType<typeof toValues>) => ({
  schedule,
  weekday,
  hour: Number(hour),
  keep: numberIn(keep),
  ...(passPhrase !== "" && { passPhrase }),
})

export default function ScheduledBackupsPage() {
  const { tree } = useTexts()
  const { schedule: words } = usePageTexts("backup")
  const form = useSettingsForm(dataBackup, { toValues, toBody })
  const { schedule } = form.values
  return (
    <ExpertPage
      title={tree.scheduledBackups}
      form={form}
      changes={dataBackup.replace}
      help={words.help}
      below={<StoredBackupsCard passPhraseSet={form.data.passPhraseSet} />}
    >
      <FormSection title={words.title}>
        <SelectField
          label={words.schedule}
          field={form.field("schedule")}
          choices={backupSchedules.map((value) => ({ value, label: words.schedules[value] }))}
        />
        {schedule === "weekly" ? (
          <SelectField
            label={words.weekday}
            field={form.field("weekday")}
            choices={mondayFirst.map((value) => ({ value, label: words.weekdays[value] }))}
          />
        ) : null}
        {schedule === "off" ? null : (
          <SelectField label={words.hour} field={form.field("hour")} hint={words.hourHint} choices={hours} />
        )}
        <TextField label={words.keep} field={form.field("keep")} hint={words.keepHint} width="number" />
        <PassPhraseField
          label={words.passPhrase}
          field={form.field("passPhrase")}
          hint={form.data.passPhraseSet ? words.passPhraseStored : undefined}
        />
      </FormSection>
    </ExpertPage>
  )
}

const mondayFirst = [...weekdays.slice(1), ...weekdays.slice(0, 1)]
const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}))
