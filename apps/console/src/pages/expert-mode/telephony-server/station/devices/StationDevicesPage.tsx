/** SIP Clients ▸ one station ▸ Phone Parameter Deployment: its devices, and all that is made for each of them. */
import { type Device, devices } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link, useParams, useSearchParams } from "react-router"
import { deviceModelsQuery, devicesQuery, phonesQuery } from "../../../../../api/device-queries.ts"
import { sipClientQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { macText } from "../../../../../devices/device-values.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PhoneIcon, PlusIcon } from "../../../../../frame/icons.tsx"
import { NotFoundPage } from "../../../../../frame/NotFoundPage.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import type { Prefetch } from "../../../../../tree.ts"
import { indexOf } from "../ip-clients/station-index.ts"
import { NewDevice } from "./NewDevice.tsx"
import { StationDevice } from "./StationDevice.tsx"
import styles from "./StationDevicesPage.module.css"

const listQuery = (station: number) => devicesQuery({ station, limit: 100 })

export const prefetch: Prefetch = ({ params }) => {
  const index = indexOf(params.index)
  if (index === undefined) return []
  return [
    sipClientQuery(index),
    listQuery(index),
    deviceModelsQuery(),
    phonesQuery(),
    pageTextsQuery("deployment"),
    pageTextsQuery("sipClient"),
  ]
}

export default function StationDevicesPage() {
  const index = indexOf(useParams().index)
  return index === undefined ? <NotFoundPage /> : <StationDevices index={index} />
}

function StationDevices({ index }: { index: number }) {
  const title = usePageTexts("sipClient").title(index)
  const words = usePageTexts("deployment")
  // A station that is not there is said before anything else.
  const { data: station } = useSuspenseQuery(sipClientQuery(index))
  const { data: list } = useSuspenseQuery(listQuery(index))
  const [search] = useSearchParams()
  const mayAdd = useAllowed(devices.create)
  const wanted = search.get("device")
  const device = list.items.find(({ id }) => String(id) === wanted) ?? list.items[0]
  const adding = mayAdd && (device === undefined || wanted === "new")

  if (adding)
    return (
      <NewDevice key={index} station={station.data} title={title} first={list.items.length === 0}>
        <Choice index={index} all={list.items} open="new" />
      </NewDevice>
    )
  if (device === undefined)
    return (
      <ExpertView title={title} help={words.help.station}>
        <Card title={words.station.title} flush>
          <EmptyState icon={<PhoneIcon size={24} />} title={words.station.empty} text={words.station.emptyText} />
        </Card>
      </ExpertView>
    )
  return (
    // Another device is another form, and its secrets are nobody else's.
    <StationDevice key={device.id} device={device} title={title}>
      <Choice index={index} all={list.items} open={device.id} />
    </StationDevice>
  )
}

interface ChoiceProps {
  readonly index: number
  readonly all: readonly Device[]
  readonly open: number | "new"
}

/** The devices of the station side by side, and one more. */
function Choice({ index, all, open }: ChoiceProps) {
  const words = usePageTexts("deployment").station
  const mayAdd = useAllowed(devices.create)
  if (all.length === 0) return null
  return (
    <nav className={styles.choice} aria-label={words.title}>
      {all.map(({ id, modelName, mac }) => (
        <Link
          key={id}
          to={paths.stationDevices(index, id)}
          className={styles.device}
          aria-current={id === open ? "page" : undefined}
        >
          <PhoneIcon size={16} />
          {modelName}
          {mac === null ? null : <span className={styles.mac}>{macText(mac)}</span>}
        </Link>
      ))}
      {mayAdd && open !== "new" ? (
        <Button
          component={Link}
          to={paths.stationDevices(index, "new")}
          variant="subtle"
          size="compact-sm"
          leftSection={<PlusIcon size={15} />}
        >
          {words.another}
        </Button>
      ) : null}
    </nav>
  )
}
