/** Network Interfaces: which is LAN 1 (WAN), which LAN 2, and which carries VoIP. */
import { type AvailableInterface, networkInterfaces } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { availableInterfacesQuery } from "../../../api/page-queries.ts"
import { AreaBox } from "../../../form/Box.tsx"
import { FieldRow, FormSection } from "../../../form/FieldRow.tsx"
import { type Choice, ChoiceField, SelectField } from "../../../form/fields.tsx"
import { linesIn, textOrNull } from "../../../form/text-values.ts"
import type { Field } from "../../../form/use-page-form.ts"
import { settingsQuery, useSettingsForm } from "../../../form/use-settings-form.ts"
import { ExpertPage } from "../../../frame/ExpertPage.tsx"
import { readinessQueries } from "../../../readiness/Readiness.tsx"
import { Card, Notice } from "../../../table/Card.tsx"
import { DataTable } from "../../../table/DataTable.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { type PageTexts, useTexts } from "../../../text/texts.tsx"
import styles from "./NetworkInterfacesPage.module.css"
import { SetUps } from "./network-interfaces/SetUps.tsx"

export const prefetch = () => [
  settingsQuery(networkInterfaces.read),
  availableInterfacesQuery(),
  pageTextsQuery("interfaces"),
  ...readinessQueries(),
]

export default function NetworkInterfacesPage() {
  const { tree } = useTexts()
  const texts = usePageTexts("interfaces")
  const { data: available } = useSuspenseQuery(availableInterfacesQuery())
  const form = useSettingsForm(networkInterfaces, {
    toValues: (settings) => ({
      lan1: settings.lan1 ?? "",
      lan2: settings.lan2 ?? "",
      voip: settings.voip,
      localNetworks: settings.localNetworks.join("\n"),
    }),
    toBody: (values) => ({
      lan1: textOrNull(values.lan1),
      lan2: textOrNull(values.lan2),
      voip: values.voip,
      localNetworks: linesIn(values.localNetworks),
    }),
  })
  const choices = (field: Field<string>) => interfaceChoices(available.items, field, texts)
  return (
    <ExpertPage title={tree.networkInterfaces} form={form} changes={networkInterfaces.replace} help={texts.help}>
      <FormSection title={texts.title} lead={texts.lead}>
        <SelectField
          label={texts.lan1}
          field={form.field("lan1")}
          choices={choices(form.field("lan1"))}
          hint={form.values.lan1 === "" ? undefined : <Notice status="warning">{texts.lan1Warning}</Notice>}
        />
        <SelectField label={texts.lan2} field={form.field("lan2")} choices={choices(form.field("lan2"))} />
        <ChoiceField
          label={texts.voip}
          hint={texts.voipHint}
          field={form.field("voip")}
          choices={[
            { value: "lan1", label: texts.lan1 },
            { value: "lan2", label: texts.lan2 },
          ]}
        />
        <LocalNetworks field={form.field("localNetworks")} />
      </FormSection>
      <Card title={texts.availableTitle} flush>
        <DataTable
          label={texts.availableTitle}
          rows={available.items}
          keyOf={({ name, address }) => `${name} ${address}`}
          columns={[
            { key: "name", title: texts.name, cell: ({ name }) => name },
            { key: "address", title: texts.address, cell: ({ address }) => address },
            { key: "network", title: texts.network, cell: ({ network }) => network },
            { key: "role", title: texts.role, priority: 2, cell: (one) => roleOf(one, texts) },
          ]}
        />
      </Card>
      <SetUps />
    </ExpertPage>
  )
}

function LocalNetworks({ field }: { field: Field<string> }) {
  const texts = usePageTexts("interfaces")
  return (
    <FieldRow
      label={texts.localNetworks}
      field={field}
      hint={texts.localNetworksHint}
      inWords={linesIn(field.stored).join(", ")}
    >
      {({ labelId: _, ...control }) => (
        <AreaBox
          control={control}
          className={styles.networks}
          rows={3}
          placeholder="192.168.7.0/24"
          value={field.value}
          onChange={field.set}
          onBlur={field.left}
        />
      )}
    </FieldRow>
  )
}

/** Interfaces by name (followed), then their addresses; what is stored stays a choice even while it is away. */
function interfaceChoices(
  available: readonly AvailableInterface[],
  field: Field<string>,
  texts: PageTexts["interfaces"],
): Choice<string>[] {
  const byName = new Map(available.toReversed().map(({ name, address }) => [name, address]))
  const known = [
    ...[...byName].reverse().map(([name, address]) => ({ value: name, label: texts.option(name, address) })),
    ...available.map(({ address }) => ({ value: address, label: texts.optionAddress(address) })),
  ]
  const away = field.stored !== "" && !known.some(({ value }) => value === field.stored)
  return [
    { value: "", label: texts.unused },
    ...known,
    ...(away ? [{ value: field.stored, label: texts.gone(field.stored) }] : []),
  ]
}

function roleOf({ defaultRoute, loopback }: AvailableInterface, texts: PageTexts["interfaces"]): string {
  if (loopback) return texts.loopback
  return defaultRoute ? texts.defaultRoute : ""
}
