/** The fields of a device: which one it is, and how it shall register; what speaks against it is said as soon as it is chosen. */
import { type DeviceModel, deviceTransports, locales, provisioningSentence } from "@homeport/contract"
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { deviceModelsQuery, previewQuery } from "../api/device-queries.ts"
import { SectionNotice } from "../form/ActionSection.tsx"
import { SelectBox } from "../form/Box.tsx"
import { FieldRow } from "../form/FieldRow.tsx"
import selects from "../form/fields.module.css"
import { SelectField, TextField } from "../form/fields.tsx"
import type { Field } from "../form/use-page-form.ts"
import { usePageTexts } from "../text/page-texts.ts"
import { useLanguage } from "../text/texts.tsx"
import type { DeviceValues } from "./device-values.ts"

/** A page's form or an action's: both have these. */
export interface DeviceForm {
  readonly values: DeviceValues
  field<K extends keyof DeviceValues & string>(name: K): Field<DeviceValues[K]>
  set(values: Partial<DeviceValues>): void
}

interface DeviceFieldsProps {
  readonly form: DeviceForm
  /** Index of its station; without it, several stations get one, and a MAC address is nobody's. */
  readonly station?: number | undefined
  /** The MAC address is known already. */
  readonly withoutMac?: boolean
}

export function DeviceFields({ form, station, withoutMac = station === undefined }: DeviceFieldsProps) {
  const words = usePageTexts("deployment")
  const { data: models } = useSuspenseQuery(deviceModelsQuery())
  const model = models.items.find(({ id }) => id === form.values.model)
  const field = form.field("model")
  const names = modelNames(models.items)
  return (
    <>
      <FieldRow label={words.field.model} field={field} hint={words.hint.model} inWords={names.get(field.stored) ?? ""}>
        {({ labelId: _, ...control }) => (
          <SelectBox
            control={control}
            className={selects.select}
            value={field.value}
            onChange={(id) => {
              const next = models.items.find((one) => one.id === id)
              form.set({ model: id, generation: "", ...(next?.hasMac === false && { mac: "" }) })
            }}
          >
            {field.value === "" ? <option value="">{words.field.choose}</option> : null}
            {byMaker(models.items).map(([maker, ones]) => (
              <optgroup key={maker} label={maker}>
                {ones.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectBox>
        )}
      </FieldRow>
      {model && model.generations.length > 1 ? (
        <SelectField
          label={words.field.generation}
          field={form.field("generation")}
          hint={words.hint.generation}
          choices={[
            { value: "", label: words.field.anyGeneration },
            ...model.generations.toReversed().map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
      {model?.hasMac && !withoutMac ? (
        <TextField
          label={words.field.mac}
          field={form.field("mac")}
          hint={words.hint.mac}
          width="address"
          maxLength={40}
          placeholder={words.field.macExample}
        />
      ) : null}
      <SelectField
        label={words.field.transport}
        field={form.field("transport")}
        hint={words.hint.transport}
        choices={deviceTransports.map((value) => ({ value, label: words.transports[value] }))}
      />
      {station === undefined ? null : <Verdict values={form.values} station={station} />}
      <SelectField
        label={words.field.language}
        field={form.field("language")}
        hint={words.hint.language}
        choices={locales.map((value) => ({ value, label: words.languages[value] }))}
      />
    </>
  )
}

/** Why this device cannot be used at this station, before anything is stored. */
function Verdict({ values, station }: { readonly values: DeviceValues; readonly station: number }) {
  const { language } = useLanguage()
  const { model, generation, transport } = values
  const { data: preview } = useQuery({
    ...previewQuery({ station, model, transport, ...(generation !== "" && { generation }) }),
    enabled: model !== "",
    placeholderData: keepPreviousData,
  })
  return (
    // Announced when it comes: the cursor is still in the field above.
    <div role="status">
      {preview && !preview.ok && model !== "" ? (
        <SectionNotice status="failed">
          {provisioningSentence(language, "refusal", preview.reason, preview.params)}
        </SectionNotice>
      ) : null}
    </div>
  )
}

/** In the order of the catalogue. */
export function byMaker(models: readonly DeviceModel[]): readonly (readonly [string, readonly DeviceModel[]])[] {
  return [...Map.groupBy(models, ({ maker }) => maker)]
}

/** "Yealink SIP-T41P"; a maker of one device is often called like it. */
const modelNames = (models: readonly DeviceModel[]) =>
  new Map(models.map(({ id, maker, name }) => [id, maker === name ? name : `${maker} ${name}`]))
