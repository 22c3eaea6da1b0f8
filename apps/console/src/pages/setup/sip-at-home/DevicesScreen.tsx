/** Step 3: the device of each station; what speaks against one is said as soon as it is chosen. */
import { type Device, devices, type SipClient } from "@homeport/contract"
import { useQueryClient } from "@tanstack/react-query"
import { Link } from "react-router"
import { request } from "../../../api/client.ts"
import { DeviceFields } from "../../../devices/DeviceFields.tsx"
import { deviceBody, deviceProblems, macText, newDeviceValues } from "../../../devices/device-values.ts"
import { ActionSection } from "../../../form/ActionSection.tsx"
import { useActionForm } from "../../../form/use-action-form.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Card } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useLanguage, useTexts } from "../../../text/texts.tsx"
import { useTyped } from "../security/use-typed.ts"
import styles from "./sip-at-home.module.css"
import { useDevicesOf } from "./station-devices.ts"
import { after, before, type Place } from "./way.ts"

interface DevicesScreenProps {
  readonly place: Place
  readonly stations: readonly SipClient[]
  typedIn(key: string): (count: number) => void
}

export function DevicesScreen({ place, stations, typedIn }: DevicesScreenProps) {
  const words = usePageTexts("sipAtHome").devices
  const { next } = useTexts().frame.wizard
  const all = useDevicesOf(place.stations)
  return (
    <WizardScreen
      title={words.title}
      lead={words.lead}
      back={before(place)}
      cancel={paths.setup()}
      next={{ label: next, path: after(place) }}
    >
      {stations.map((station) => {
        const own = all.filter((device) => device.station === station.index)
        return own.length > 0 ? (
          <StationDevices key={station.index} station={station} own={own} />
        ) : (
          <NewDevice key={station.index} station={station} onTyped={typedIn(`device ${station.index}`)} />
        )
      })}
    </WizardScreen>
  )
}

const named = ({ callNumber, name }: SipClient) => `${callNumber} ${name}`

function StationDevices({ station, own }: { readonly station: SipClient; readonly own: readonly Device[] }) {
  const words = usePageTexts("sipAtHome").devices
  const { transports } = usePageTexts("deployment")
  return (
    <Card title={words.of(named(station))}>
      <ul className={styles.devices}>
        {own.map(({ id, modelName, mac, transport }) => (
          <li key={id}>
            <span>
              {[modelName, transports[transport], mac === null ? undefined : words.mac(macText(mac))]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <Link
              to={paths.stationDevices(station.index, id)}
              className={styles.link}
              aria-label={`${words.change}: ${modelName}, ${named(station)}`}
            >
              {words.change}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function NewDevice({ station, onTyped }: { readonly station: SipClient; onTyped(count: number): void }) {
  const words = usePageTexts("sipAtHome").devices
  const { language } = useLanguage()
  const client = useQueryClient()
  const form = useActionForm({
    initial: newDeviceValues(language),
    check: deviceProblems,
    send: async (values) => {
      await request(devices.create, { body: { station: station.index, ...deviceBody(values) } })
      // Stored: nothing is lost by leaving.
      onTyped(0)
      await client.invalidateQueries({ queryKey: [devices.list.path] })
    },
  })
  useTyped(form, onTyped)
  return (
    <ActionSection form={form} title={words.of(named(station))} button={words.add(named(station))}>
      <DeviceFields form={form} station={station.index} />
    </ActionSection>
  )
}
