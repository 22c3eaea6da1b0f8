/** Gives a phone that called to a station: which one, and which device it is, where it did not say so itself. */
import { devices, type UnknownDevice } from "@homeport/contract"
import { Button } from "@mantine/core"
import { notifications } from "@mantine/notifications"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate } from "react-router"
import { request } from "../../../../../api/client.ts"
import { DeviceFields } from "../../../../../devices/DeviceFields.tsx"
import { deviceBody, deviceProblems, macText, newDeviceValues } from "../../../../../devices/device-values.ts"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { Dialog } from "../../../../../frame/Dialog.tsx"
import { Problem } from "../../../../../frame/Problem.tsx"
import { paths } from "../../../../../paths.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useFailureText } from "../../../../../text/problem.ts"
import { useLanguage } from "../../../../../text/texts.tsx"
import styles from "./deployment.module.css"
import { StationPicker } from "./StationPicker.tsx"

export function BindUnknown({ phone, onClose }: { phone: UnknownDevice; onClose: () => void }) {
  const words = usePageTexts("deployment").unknown
  const { language, texts } = useLanguage()
  const failureText = useFailureText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [station, setStation] = useState<number>()
  const form = useActionForm({
    initial: { ...newDeviceValues(language), model: phone.model ?? "" },
    check: deviceProblems,
    send: async (values) => {
      if (station === undefined) return
      const { mac: _, ...body } = deviceBody(values)
      const { data } = await request(devices.bindUnknown, { params: { mac: phone.mac }, body: { ...body, station } })
      await client.invalidateQueries({ queryKey: [devices.list.path] })
      notifications.show({ message: words.bound(data.modelName, `${data.callNumber} ${data.name}`), color: "green" })
      onClose()
      await navigate(paths.stationDevices(data.station, data.id))
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.bindTitle(phone.shownModel ?? phone.userAgent, macText(phone.mac))}
      buttons={
        <>
          <Button variant="default" onClick={onClose}>
            {texts.form.cancel}
          </Button>
          <Button loading={form.busy} disabled={station === undefined} onClick={() => void form.submit()}>
            {words.bind}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <StationPicker station={station} onChange={setStation} />
        <DeviceFields form={form} station={station} withoutMac />
        {form.error === undefined ? null : <Problem text={failureText(form.error)} />}
      </div>
    </Dialog>
  )
}
