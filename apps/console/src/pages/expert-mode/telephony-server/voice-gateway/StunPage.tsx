/** Voice Gateway ▸ ITSP ▸ Edit STUN Configuration. */
import { stun, stunModes } from "@homeport/contract"
import { stunStatusQuery } from "../../../../api/queries.ts"
import { FormSection } from "../../../../form/FieldRow.tsx"
import { ChoiceField, TextField } from "../../../../form/fields.tsx"
import { numberIn, numberOrNull, shownNumber, textOrNull } from "../../../../form/text-values.ts"
import { settingsQuery, useSettingsForm } from "../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../frame/ExpertPage.tsx"
import { Notice } from "../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../text/page-texts.ts"
import { StunStatusCard } from "./StunStatusCard.tsx"

export const prefetch = () => [settingsQuery(stun.read), stunStatusQuery(), pageTextsQuery("stun")]

export default function StunPage() {
  const texts = usePageTexts("stun")
  const form = useSettingsForm(stun, {
    toValues: (settings) => ({
      mode: settings.mode,
      server: settings.server ?? "",
      port: String(settings.port),
      phonesServer: settings.phonesServer ?? "",
      phonesPort: String(settings.phonesPort),
      staticIpAddress: settings.staticIpAddress ?? "",
      staticPort: shownNumber(settings.staticPort),
    }),
    toBody: (values) => ({
      mode: values.mode,
      server: textOrNull(values.server),
      port: numberIn(values.port),
      phonesServer: textOrNull(values.phonesServer),
      phonesPort: numberIn(values.phonesPort),
      staticIpAddress: textOrNull(values.staticIpAddress),
      staticPort: numberOrNull(values.staticPort),
    }),
  })
  const fixed = form.values.mode === "static"
  return (
    <ExpertPage title={texts.title} form={form} changes={stun.replace} help={texts.help}>
      <StunStatusCard />
      <FormSection title={texts.settingsTitle} lead={texts.lead}>
        <ChoiceField
          label={texts.mode}
          field={form.field("mode")}
          choices={stunModes.map((mode) => ({ value: mode, label: texts.modes[mode], hint: texts.modeHints[mode] }))}
        />
        <TextField
          label={texts.server}
          field={form.field("server")}
          hint={texts.serverHint}
          width="address"
          disabled={fixed}
        />
        <TextField label={texts.port} field={form.field("port")} width="number" disabled={fixed} />
        <TextField
          label={texts.staticIpAddress}
          field={form.field("staticIpAddress")}
          width="address"
          disabled={!fixed}
          hint={fixed ? <Notice status="warning">{texts.staticWarning}</Notice> : undefined}
        />
        <TextField label={texts.staticPort} field={form.field("staticPort")} width="number" disabled={!fixed} />
        <TextField
          label={texts.phonesServer}
          field={form.field("phonesServer")}
          hint={texts.phonesServerHint}
          width="address"
        />
        <TextField label={texts.phonesPort} field={form.field("phonesPort")} width="number" />
      </FormSection>
    </ExpertPage>
  )
}
