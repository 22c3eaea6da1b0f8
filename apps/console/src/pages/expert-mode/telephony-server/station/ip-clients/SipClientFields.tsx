/** The fields of a SIP station, for a new one and an existing one alike, in the order of the mirrored console. */
import { digestAlgorithms, natTraversals, sipUserIdOf } from "@homeport/contract"
import { DayField } from "../../../../../form/DayField.tsx"
import { FixedRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { CheckField, ChoiceField, SelectField, TextField } from "../../../../../form/fields.tsx"
import { hasPassed } from "../../../../../form/local-day.ts"
import { PasswordFields } from "../../../../../form/PasswordFields.tsx"
import type { PageForm } from "../../../../../form/use-page-form.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import type { ClientValues } from "./client-values.ts"
import styles from "./SipClientFields.module.css"

export function SipClientFields({ form, passwordSet }: { form: PageForm<ClientValues>; passwordSet: boolean }) {
  const texts = usePageTexts("sipClient")
  const { values } = form
  return (
    <>
      <FormSection title={texts.stationTitle}>
        <FixedRow label={texts.type}>{texts.typeValue}</FixedRow>
        <TextField label={texts.callNumber} field={form.field("callNumber")} width="number" required />
        <TextField label={texts.name} field={form.field("name")} required />
      </FormSection>
      <FormSection title={texts.parameterTitle}>
        <CheckField
          label={texts.authenticationActive}
          field={form.field("authenticationActive")}
          hint={texts.authenticationHint}
        />
        <PasswordFields
          labels={{ password: texts.password, confirm: texts.confirmPassword }}
          password={form.field("password")}
          confirm={form.field("confirmPassword")}
          names={[values.callNumber, values.name, values.sipUserId || sipUserIdOf(values.callNumber)]}
          hint={passwordSet ? texts.passwordHint : texts.passwordNone}
          fill={(password) => form.set({ password, confirmPassword: password })}
          disabled={!values.authenticationActive}
        />
        <TextField
          label={texts.sipUserId}
          field={form.field("sipUserId")}
          placeholder={sipUserIdOf(values.callNumber)}
        />
        <TextField label={texts.realm} field={form.field("realm")} hint={texts.realmHint} />
        <SelectField
          label={texts.digestAlgorithms}
          field={form.field("digestAlgorithms")}
          choices={digestAlgorithms.map((value) => ({ value, label: texts.algorithms[value] }))}
        />
        <CheckField label={texts.fixedIpAddressOn} field={form.field("fixed")} hint={texts.fixedIpHint} />
        <TextField
          label={texts.fixedIpAddress}
          field={form.field("fixedIpAddress")}
          width="address"
          disabled={!values.fixed}
          hint={values.fixed && values.internetRegistration ? texts.fixedIpPublicHint : undefined}
        />
        <TextField label={texts.userAgentPrefix} field={form.field("userAgentPrefix")} hint={texts.userAgentHint} />
        <TextField label={texts.secondarySystemId} field={form.field("secondarySystemId")} />
        <CheckField
          label={texts.internetRegistration}
          field={form.field("internetRegistration")}
          hint={texts.internetLegend}
          mark={
            <span className={styles.mark} aria-hidden="true">
              {texts.internetMark}
            </span>
          }
        />
        <DayField
          label={texts.internetUntil}
          field={form.field("internetRegistrationUntil")}
          disabled={!values.internetRegistration}
          hint={hasPassed(values.internetRegistrationUntil) ? texts.internetOver : texts.internetUntilHint}
        />
        <ChoiceField
          label={texts.natTraversal}
          field={form.field("natTraversal")}
          disabled={!values.internetRegistration}
          choices={natTraversals.map((value) => ({
            value,
            label: texts.traversals[value],
            hint: texts.traversalHints[value],
          }))}
        />
      </FormSection>
    </>
  )
}
