/**
 * Phone Parameter Deployment ▸ Add Devices: several stations get a device of one model. Each is looked at first; only those that would
 * get their settings are given one, and the others are named with their reason.
 */
import { devices, mostDevicesAtOnce, type SipClientRow } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { deviceModelsQuery } from "../../../../../api/device-queries.ts"
import { DeviceFields } from "../../../../../devices/DeviceFields.tsx"
import { deviceBody, deviceProblems, newDeviceValues } from "../../../../../devices/device-values.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage, useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import { ChooseStations, stationsQuery } from "./ChooseStations.tsx"
import { checkEach, type Refusal } from "./check-each.ts"
import styles from "./deployment.module.css"
import { RefusedStations } from "./RefusedStations.tsx"

export const prefetch: Prefetch = () => [stationsQuery(""), deviceModelsQuery(), pageTextsQuery("deployment")]

export default function AddDevicesPage() {
  const title = useTexts().tree.phoneParameterDeployment
  const words = usePageTexts("deployment")
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<number, SipClientRow>>(new Map())
  const [checked, setChecked] = useState(0)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const tooMany = chosen.size > mostDevicesAtOnce

  const choose = (stations: ReadonlyMap<number, SipClientRow>) => {
    setChosen(stations)
    setRefused([])
  }
  const form = useActionForm({
    initial: newDeviceValues(language),
    check: deviceProblems,
    send: async (values) => {
      const { mac: _, ...body } = deviceBody(values)
      const stations = [...chosen.values()]
      setChecked(0)
      setRefused([])
      const refusals = await checkEach(stations, body, setChecked)
      // Who decides is the person: nothing is added until nobody in the list is refused.
      if (refusals.length > 0) return setRefused(refusals)
      const { data } = await request(devices.createSeveral, {
        body: { ...body, stations: stations.map(({ index }) => index) },
      })
      await client.invalidateQueries({ queryKey: [devices.list.path] })
      notifications.show({ message: words.several.added(data.items.length), color: "green" })
      await navigate(paths.phoneParameterDeployment())
    },
  })
  const leaveOut = () => {
    const without = new Map(chosen)
    for (const { station } of refused) without.delete(station.index)
    choose(without)
  }

  return (
    <ExpertView title={title} help={words.help.several}>
      <ChooseStations chosen={chosen} onChange={choose} />
      <ActionSection
        form={form}
        title={words.several.deviceTitle}
        lead={words.several.lead}
        button={words.several.add(chosen.size)}
        disabled={chosen.size === 0 || tooMany}
        aside={
          <span role="status">
            {form.busy ? words.several.checking(checked, chosen.size) : null}
            {tooMany ? words.several.tooMany(mostDevicesAtOnce) : null}
          </span>
        }
      >
        <DeviceFields form={form} />
      </ActionSection>
      {form.busy ? (
        <progress
          className={styles.progress}
          max={chosen.size}
          value={checked}
          aria-label={words.several.checking(checked, chosen.size)}
        />
      ) : null}
      {refused.length > 0 ? (
        <RefusedStations refused={refused} of={chosen.size}>
          {refused.length < chosen.size ? (
            <Button variant="default" onClick={leaveOut}>
              {words.several.leaveOut(refused.length)}
            </Button>
          ) : null}
        </RefusedStations>
      ) : null}
    </ExpertView>
  )
}
