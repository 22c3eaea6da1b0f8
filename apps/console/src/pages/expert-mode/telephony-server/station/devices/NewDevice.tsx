/** The form of a station's next device. */
import { type Device, devices, type SipClient } from "@homeport/contract"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"
import { useNavigate } from "react-router"
import { type Answer, request } from "../../../../../api/client.ts"
import { DeviceFields } from "../../../../../devices/DeviceFields.tsx"
import { type DeviceValues, deviceBody, deviceProblems, newDeviceValues } from "../../../../../devices/device-values.ts"
import { FixedRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { usePageForm } from "../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { paths } from "../../../../../paths.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useLanguage } from "../../../../../text/texts.tsx"

interface NewDeviceProps {
  readonly station: SipClient
  readonly title: string
  readonly first: boolean
  /** Above the fields. */
  readonly children: ReactNode
}

const NOTHING: Answer<Device | undefined> = {
  data: undefined,
  version: undefined,
  changedBy: undefined,
  changedAt: undefined,
}

export function NewDevice({ station, title, first, children }: NewDeviceProps) {
  const words = usePageTexts("deployment")
  const { language } = useLanguage()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [added, setAdded] = useState<Device>()
  const form = usePageForm<DeviceValues, Device | undefined>({
    answer: NOTHING,
    queryKey: ["new-device"],
    toValues: () => newDeviceValues(language),
    check: deviceProblems,
    apply: (values) => request(devices.create, { body: { station: station.index, ...deviceBody(values) } }),
    onApplied: setAdded,
  })

  useEffect(() => {
    // After the form is clean again, so that it does not ask before leaving.
    if (!added) return
    notifications.show({ message: words.station.added(added.modelName), color: "green" })
    void client
      .invalidateQueries({ queryKey: [devices.list.path] })
      .then(() => navigate(paths.stationDevices(station.index, added.id), { replace: true }))
  }, [added, client, navigate, station.index, words])

  return (
    <ExpertPage title={title} form={form} changes={devices.create} help={words.help.station}>
      {children}
      <FormSection title={words.station.newTitle} lead={first ? words.station.newLead : undefined}>
        <FixedRow label={words.field.station}>
          {station.callNumber} {station.name}
        </FixedRow>
        <DeviceFields form={form} station={station.index} />
      </FormSection>
    </ExpertPage>
  )
}
