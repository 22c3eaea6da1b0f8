/** Phone Parameter Deployment ▸ Display Devices: the devices of all stations, sorted, filtered and paged by the server. */
import { type Device, devices, type OpenedLink, type ProvisionView } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link, useNavigation } from "react-router"
import { devicesQuery } from "../../../../../api/device-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PhoneIcon, PlusIcon } from "../../../../../frame/icons.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { listSearch, PAGE_ROWS } from "../../../../../table/list-search.ts"
import { NothingFound } from "../../../../../table/NothingFound.tsx"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import { DevicesSelection } from "./DevicesSelection.tsx"
import styles from "./deployment.module.css"
import { useDeviceColumns } from "./device-columns.tsx"
import { Links } from "./Links.tsx"
import { Sheets } from "./Sheets.tsx"

const list = listSearch(["callNumber", "name", "model", "lastFetch"], "callNumber")

const queryFor = (search: URLSearchParams) => devicesQuery(list.queryIn(search))

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("deployment")]

/** What was made of the chosen devices. It holds secrets, so it is on this page alone, and gone with it. */
export type Made =
  | {
      readonly kind: "sheets"
      readonly items: readonly { readonly device: Device; readonly provision: ProvisionView }[]
    }
  | { readonly kind: "links"; readonly items: readonly { readonly device: Device; readonly link: OpenedLink }[] }

export default function DevicesPage() {
  const words = usePageTexts("deployment")
  const [made, setMade] = useState<Made>()
  const close = () => setMade(undefined)
  return (
    <ExpertView title={useTexts().tree.phoneParameterDeployment} help={words.help.devices} wide={made === undefined}>
      {made === undefined ? <DeviceList onMade={setMade} /> : null}
      {made?.kind === "sheets" ? <Sheets items={made.items} onClose={close} /> : null}
      {made?.kind === "links" ? <Links items={made.items} onClose={close} /> : null}
    </ExpertView>
  )
}

function DeviceList({ onMade }: { onMade: (made: Made) => void }) {
  const words = usePageTexts("deployment").devices
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(PAGE_ROWS)
  const columns = useDeviceColumns()
  const mayChange = useAllowed(devices.removeSeveral)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const q = search.get("q") ?? ""

  // What is no longer on the page is no longer selected.
  const chosen = page.items.filter(({ id }) => selected.has(String(id)))

  if (page.total === 0 && q === "") return <FirstDevice />
  return (
    <Card
      title={words.count(page.total)}
      flush
      aside={
        chosen.length > 0 ? (
          <DevicesSelection chosen={chosen} onDone={() => setSelected(new Set())} onMade={onMade} />
        ) : (
          <div className={styles.tools}>
            <FilterBox label={words.filter} value={q} onChange={(value) => change("q", value)} />
            <AddLink />
          </div>
        )
      }
    >
      {page.items.length > 0 ? (
        <DataTable<Device>
          label={words.title}
          columns={columns}
          rows={page.items}
          keyOf={({ id }) => String(id)}
          sort={list.sortIn(search)}
          onSort={(sort) => change("sort", list.sortText(sort))}
          outdated={outdated}
          selection={
            mayChange
              ? {
                  keys: new Set(chosen.map(({ id }) => String(id))),
                  change: setSelected,
                  nameOf: (key) => nameOf(page.items.find(({ id }) => String(id) === key)),
                }
              : undefined
          }
        />
      ) : (
        <NothingFound q={q} filter={words.filter} onClear={() => change("q", "")} />
      )}
      <Paging paging={paging} page={page} />
    </Card>
  )
}

const nameOf = (device: Device | undefined) => (device ? `${device.callNumber} ${device.modelName}` : "")

function AddLink() {
  const words = usePageTexts("deployment").devices
  if (!useAllowed(devices.createSeveral)) return null
  return (
    <Button component={Link} to={paths.addDevices()} size="xs" leftSection={<PlusIcon size={15} />}>
      {words.add}
    </Button>
  )
}

function FirstDevice() {
  const words = usePageTexts("deployment").devices
  const allowed = useAllowed(devices.createSeveral)
  return (
    <Card title={words.title} flush>
      <EmptyState
        icon={<PhoneIcon size={24} />}
        title={words.empty}
        text={words.emptyText}
        action={
          allowed ? (
            <Button component={Link} to={paths.addDevices()} leftSection={<PlusIcon size={16} />}>
              {words.add}
            </Button>
          ) : undefined
        }
      />
    </Card>
  )
}
