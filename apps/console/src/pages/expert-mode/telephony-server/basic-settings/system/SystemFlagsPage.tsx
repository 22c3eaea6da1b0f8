/** Basic Settings ▸ System ▸ System Flags ▸ Edit System Flags. */
import { effectiveFlags, systemFlagNames, systemFlags } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { listenersQuery, speStatusQuery } from "../../../../../api/queries.ts"
import { FormSection } from "../../../../../form/FieldRow.tsx"
import { CheckField, TextField } from "../../../../../form/fields.tsx"
import { textOrNull } from "../../../../../form/text-values.ts"
import type { Field } from "../../../../../form/use-page-form.ts"
import { settingsQuery, useSettingsForm } from "../../../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { QuietIcon } from "../../../../../frame/icons.tsx"
import { Notice } from "../../../../../table/Card.tsx"
import { TlsState } from "../../../../../table/TlsState.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./SystemFlagsPage.module.css"

export const prefetch = () => [
  pageTextsQuery("systemFlags"),
  settingsQuery(systemFlags.read),
  speStatusQuery(),
  listenersQuery(),
]

export default function SystemFlagsPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("systemFlags")
  const form = useSettingsForm(systemFlags, {
    toValues: (flags) => ({ ...flags, nodeCallNumber: flags.nodeCallNumber ?? "" }),
    toBody: (values) => ({
      ...values,
      nodeCallNumber: values.openNumbering ? textOrNull(values.nodeCallNumber) : null,
    }),
  })
  return (
    <ExpertPage title={tree.systemFlags} form={form} changes={systemFlags.replace} help={texts.help}>
      <FormSection title={texts.mainTitle} lead={<Legend />}>
        {systemFlagNames.map((name) => (
          <FlagField key={name} label={texts.flags[name]} field={form.field(name)} />
        ))}
      </FormSection>
      <FormSection title={texts.openNumberingTitle}>
        <FlagField label={texts.openNumbering} field={form.field("openNumbering")} />
        <TextField
          label={texts.nodeCallNumber}
          field={form.field("nodeCallNumber")}
          width="number"
          disabled={!form.values.openNumbering}
          mark={<NoEffect />}
        />
      </FormSection>
      <FormSection title={texts.transitTitle}>
        <FlagField label={texts.featureTransit} field={form.field("featureTransit")} />
      </FormSection>
    </ExpertPage>
  )
}

function FlagField({ label, field }: { label: string; field: Field<boolean> }) {
  const texts = usePageTexts("systemFlags")
  if (effectiveFlags.has(field.name)) return <CheckField label={label} field={field} hint={<Support field={field} />} />
  return (
    <CheckField
      label={label}
      field={field}
      mark={<NoEffect />}
      hint={<span className="visually-hidden">{texts.noEffect}</span>}
    />
  )
}

/** What SPE support comes to at this moment, and whom it would leave behind to take it away. */
function Support({ field }: { field: Field<boolean> }) {
  const texts = usePageTexts("systemFlags")
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const loses = field.changed && !field.value ? spe.stationsOverTls : 0
  return (
    <div className={styles.live}>
      <TlsState />
      {loses > 0 ? <Notice status="warning">{texts.loses(loses)}</Notice> : null}
    </div>
  )
}

/** Beside the label and not part of its name; whoever hears the page hears it as the box's description. */
function NoEffect() {
  const texts = usePageTexts("systemFlags")
  return (
    <span className={styles.mark} title={texts.noEffect} aria-hidden="true">
      <QuietIcon size={15} />
    </span>
  )
}

function Legend() {
  const texts = usePageTexts("systemFlags")
  return (
    <span className={styles.legend}>
      <QuietIcon size={15} />
      {texts.legend}
    </span>
  )
}
