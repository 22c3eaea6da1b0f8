/** One device of a station: its fields, and below them what it gets, how it fetches it, and what it fetched. */
import { type Device, devices } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useMutation, usePrefetchQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { deviceQuery, provisionQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { DeviceFields } from "../../../../../devices/DeviceFields.tsx"
import { deviceChangeOf, deviceProblems, deviceValues } from "../../../../../devices/device-values.ts"
import { FixedRow, FormSection } from "../../../../../form/FieldRow.tsx"
import { usePageForm } from "../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { TrashIcon } from "../../../../../frame/page-icons.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useErrorText } from "../../../../../text/problem.ts"
import { DeviceDetails } from "./DeviceDetails.tsx"

interface StationDeviceProps {
  readonly device: Device
  readonly title: string
  /** Above the fields. */
  readonly children: ReactNode
}

export function StationDevice({ device, title, children }: StationDeviceProps) {
  const words = usePageTexts("deployment")
  const client = useQueryClient()
  const query = deviceQuery(device.id)
  // Both at once: what is below the form is not there much later.
  usePrefetchQuery(provisionQuery(device.id))
  const { data: answer } = useSuspenseQuery(query)
  const { ask, dialog } = useConfirm()
  const form = usePageForm({
    answer,
    queryKey: query.queryKey,
    toValues: deviceValues,
    check: deviceProblems,
    apply: (values, { changed, version }) =>
      request(devices.change, {
        params: { id: device.id },
        body: deviceChangeOf(values, changed),
        ifMatch: version,
      }),
    confirm: async (_, changed) => {
      if (!answer.data.link?.open || !(changed.includes("model") || changed.includes("mac"))) return true
      return ask({ title: words.station.closesTitle, text: words.station.closesText, confirm: words.station.change })
    },
    onApplied: () => client.invalidateQueries({ queryKey: [devices.list.path] }),
  })
  return (
    <>
      <ExpertPage
        title={title}
        aside={<Remove device={answer.data} version={answer.version} />}
        form={form}
        changes={devices.change}
        help={words.help.station}
        below={<DeviceDetails device={answer.data} />}
      >
        {children}
        <FormSection title={words.station.deviceTitle}>
          <FixedRow label={words.field.station}>
            {device.callNumber} {device.name}
          </FixedRow>
          <DeviceFields form={form} station={device.station} />
        </FormSection>
      </ExpertPage>
      {dialog}
    </>
  )
}

function Remove({ device, version }: { readonly device: Device; readonly version: string | undefined }) {
  const words = usePageTexts("deployment").station
  const errorText = useErrorText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const allowed = useAllowed(devices.remove)
  const { ask, dialog } = useConfirm()
  const remove = useMutation({
    mutationFn: () => request(devices.remove, { params: { id: device.id }, ifMatch: version }),
    onSuccess: async () => {
      notifications.show({ message: words.removed(device.modelName), color: "green" })
      await client.invalidateQueries({ queryKey: [devices.list.path] })
      await navigate(paths.stationDevices(device.station), { replace: true })
      client.removeQueries({ queryKey: deviceQuery(device.id).queryKey })
    },
    onError: (error) => notifications.show({ message: errorText(error), color: "red" }),
  })
  if (!allowed) return null
  const askAndRemove = async () => {
    const question = { title: words.removeTitle(device.modelName), text: words.removeText, confirm: words.remove }
    if (await ask({ ...question, final: true })) remove.mutate()
  }
  return (
    <>
      <Button
        ml="auto"
        size="compact-sm"
        variant="subtle"
        color="red"
        leftSection={<TrashIcon size={16} />}
        loading={remove.isPending}
        onClick={askAndRemove}
      >
        {words.remove}
      </Button>
      {dialog}
    </>
  )
}
