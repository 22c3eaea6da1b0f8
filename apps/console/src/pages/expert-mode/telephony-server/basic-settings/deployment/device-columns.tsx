/** The columns of the list of devices. */
import type { Device } from "@homeport/contract"
import { Link } from "react-router"
import { macText } from "../../../../../devices/device-values.ts"
import shared from "../../../../../devices/devices.module.css"
import { FirmwareBadge } from "../../../../../devices/FirmwareBadge.tsx"
import { LinkState } from "../../../../../devices/LinkState.tsx"
import { paths } from "../../../../../paths.ts"
import type { Column } from "../../../../../table/DataTable.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./deployment.module.css"

export function useDeviceColumns(): readonly Column<Device>[] {
  const { devices: words, transports } = usePageTexts("deployment")
  return [
    {
      key: "callNumber",
      title: words.callNumber,
      sort: "callNumber",
      narrow: true,
      cell: ({ id, station, callNumber, modelName }) => (
        <Link
          to={paths.stationDevices(station, id)}
          className={styles.link}
          aria-label={words.open(`${callNumber} ${modelName}`)}
        >
          {callNumber}
        </Link>
      ),
    },
    { key: "name", title: words.name, sort: "name", priority: 2, cell: ({ name }) => name },
    {
      key: "model",
      title: words.model,
      sort: "model",
      cell: ({ modelName, transport, mac }) => (
        <span className={shared.two}>
          {modelName}
          <span className={shared.second}>
            {transports[transport]}
            {mac === null ? null : " · "}
            {mac === null ? null : <span className={shared.whole}>{macText(mac)}</span>}
          </span>
        </span>
      ),
    },
    { key: "link", title: words.link, priority: 2, wide: true, cell: ({ link }) => <LinkState link={link} /> },
    {
      key: "firmware",
      title: words.firmware,
      priority: 3,
      narrow: true,
      cell: ({ lastFetch, registered }) => (
        <FirmwareBadge
          firmware={registered?.firmware ?? lastFetch?.firmware ?? null}
          verdict={registered?.firmware ? registered.verdict : (lastFetch?.verdict ?? null)}
        />
      ),
    },
    {
      key: "lastFetch",
      title: words.lastFetch,
      sort: "lastFetch",
      priority: 2,
      narrow: true,
      cell: (device) => <LastFetch of={device} />,
    },
  ]
}

function LastFetch({ of: { lastFetch, outdated } }: { of: Device }) {
  const words = usePageTexts("deployment").devices
  if (lastFetch === null) return words.never
  return (
    <span className={shared.two}>
      <Moment at={lastFetch.at} />
      {outdated ? (
        <span title={words.outdatedText}>
          <StatusBadge status="warning">{words.outdated}</StatusBadge>
        </span>
      ) : null}
    </span>
  )
}
