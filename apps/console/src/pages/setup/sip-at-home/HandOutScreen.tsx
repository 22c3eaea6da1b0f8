/** Step 4: sheet, link, QR code and file of one device at a time, as on its own page: printing prints that one alone. */
import { useState } from "react"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Notice } from "../../../table/Card.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { DeviceDetails } from "../../expert-mode/telephony-server/station/devices/DeviceDetails.tsx"
import styles from "./sip-at-home.module.css"
import { useDevicesOf } from "./station-devices.ts"
import { after, before, type Place } from "./way.ts"

export function HandOutScreen({ place }: { readonly place: Place }) {
  const words = usePageTexts("sipAtHome").handOut
  const { next } = useTexts().frame.wizard
  const all = useDevicesOf(place.stations)
  const [asked, setAsked] = useState<number>()
  const device = all.find(({ id }) => id === asked) ?? all[0]
  return (
    <WizardScreen
      title={words.title}
      lead={words.lead}
      back={before(place)}
      cancel={paths.setup()}
      next={{ label: next, path: after(place) }}
    >
      {device === undefined ? <Notice status="warning">{words.none}</Notice> : null}
      {all.length > 1 ? (
        <fieldset aria-label={words.choice} className={styles.choice}>
          {all.map(({ id, callNumber, name, modelName }) => (
            <button
              key={id}
              type="button"
              className={styles.device}
              aria-pressed={id === device?.id}
              onClick={() => setAsked(id)}
            >
              {callNumber} {name} · {modelName}
            </button>
          ))}
        </fieldset>
      ) : null}
      {device ? <DeviceDetails key={device.id} device={device} /> : null}
    </WizardScreen>
  )
}
