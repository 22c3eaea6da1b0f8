/** Who is told of a new address when Homeport tells it, and with which login. */
import { dyndnsProvider, dyndnsProviderIds, isPlainHttp } from "@homeport/contract"
import { FormSection } from "../../../../form/FieldRow.tsx"
import { SelectField, TextField } from "../../../../form/fields.tsx"
import { PassPhraseField } from "../../../../form/PassPhraseField.tsx"
import type { PageForm } from "../../../../form/use-page-form.ts"
import { Notice } from "../../../../table/Card.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./DynDns.module.css"
import type { DynDnsValues } from "./dyndns-values.ts"

export function DynDnsAccount({ form, passwordSet }: { form: PageForm<DynDnsValues>; passwordSet: boolean }) {
  const texts = usePageTexts("dynDns")
  const { provider, updateUrl } = form.values
  const known = dyndnsProvider(provider)
  const hints: Partial<Record<string, string>> = texts.loginHints
  return (
    <FormSection title={texts.accountTitle}>
      <SelectField
        label={texts.provider}
        field={form.field("provider")}
        choices={dyndnsProviderIds.map((id) => ({ value: id, label: dyndnsProvider(id)?.label ?? texts.own }))}
        hint={known ? texts.server(known.host) : undefined}
      />
      {known ? null : (
        <TextField
          label={texts.updateUrl}
          field={form.field("updateUrl")}
          maxLength={500}
          placeholder="https://dyndns.example.net/nic/update?hostname=<hostname>&myip=<ip>"
          hint={
            <div className={styles.hint}>
              <div>{texts.updateUrlHint}</div>
              {isPlainHttp(updateUrl) ? <Notice status="warning">{texts.plainHttp}</Notice> : null}
            </div>
          }
        />
      )}
      {known?.protocol === "duckdns" ? null : (
        <TextField label={texts.userName} field={form.field("userName")} maxLength={100} width="address" />
      )}
      <PassPhraseField
        label={texts.password}
        field={form.field("password")}
        hint={
          <>
            {hints[provider] ? <div>{hints[provider]}</div> : null}
            {passwordSet ? texts.passwordStored : null}
          </>
        }
      />
      <TextField
        label={texts.refreshDays}
        field={form.field("refreshDays")}
        hint={texts.refreshDaysHint}
        width="number"
      />
    </FormSection>
  )
}
