/** The columns of IP Telephones: those of SIP Clients that are about a telephone, with its device between name and state. */
import { devices as contract, type Device, type SipClientRow } from "@homeport/contract"
import { Link } from "react-router"
import { useAllowed } from "../../../api/use-login.ts"
import { macText } from "../../../devices/device-values.ts"
import shared from "../../../devices/devices.module.css"
import { paths } from "../../../paths.ts"
import type { Column } from "../../../table/DataTable.tsx"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { stationColumns } from "../../expert-mode/telephony-server/station/ip-clients/station-columns.tsx"
import styles from "./telephones.module.css"

const BEFORE: ReadonlySet<string> = new Set(["callNumber", "name"])
const AFTER: ReadonlySet<string> = new Set(["registered", "where"])

/** `devices` by the index of their station; undefined: not known yet. */
export function useTelephoneColumns(
  devices: ReadonlyMap<number, readonly Device[]> | undefined,
): readonly Column<SipClientRow>[] {
  const words = usePageTexts("ipTelephones")
  const columns = stationColumns(useTexts())
  return [
    ...columns.filter(({ key }) => BEFORE.has(key)),
    {
      key: "device",
      title: words.device,
      cell: (station) => (devices ? <Devices of={station} all={devices.get(station.index) ?? []} /> : null),
    },
    ...columns.filter(({ key }) => AFTER.has(key)),
  ]
}

function Devices({ of: station, all }: { of: SipClientRow; all: readonly Device[] }) {
  const words = usePageTexts("ipTelephones")
  const mayAdd = useAllowed(contract.create)
  if (all.length === 0 && !mayAdd) return words.none
  if (all.length === 0)
    return (
      <Link
        to={paths.stationDevices(station.index)}
        className={styles.link}
        aria-label={words.chooseFor(`${station.callNumber} ${station.name}`)}
      >
        {words.choose}
      </Link>
    )
  return (
    <span className={shared.two}>
      {all.map(({ id, modelName, mac }) => (
        <span key={id}>
          <Link to={paths.stationDevices(station.index, id)} className={styles.link}>
            {modelName}
          </Link>
          {mac === null ? null : <span className={styles.mac}>{macText(mac)}</span>}
        </span>
      ))}
    </span>
  )
}
