/** Setup ▸ Telephones / Subscribers ▸ IP Telephones: the stations of SIP Clients once more, each with its devices. */
import { type Device, type SipClientRow, sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { Link, useNavigation } from "react-router"
import { devicesQuery } from "../../../api/device-queries.ts"
import { sipClientsQuery } from "../../../api/queries.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { PhoneIcon, PlusIcon, SearchIcon } from "../../../frame/icons.tsx"
import { paths } from "../../../paths.ts"
import { Card } from "../../../table/Card.tsx"
import { DataTable } from "../../../table/DataTable.tsx"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { useTelephoneColumns } from "./telephone-columns.tsx"

const LIMIT = 50
/** More than the telephones and apps of fifty people. */
const MOST_DEVICES = 500
const SORTS = ["callNumber", "name", "registered"] as const
type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const sortIn = (search: URLSearchParams): Sort =>
  SORTS.flatMap((key): Sort[] => [key, `-${key}`]).find((sort) => sort === search.get("sort")) ?? "callNumber"

const queryFor = (search: URLSearchParams) => {
  const q = search.get("q")
  const cursor = search.get("cursor")
  return sipClientsQuery({ limit: LIMIT, sort: sortIn(search), ...(q && { q }), ...(cursor && { cursor }) })
}

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("ipTelephones")]

export default function IpTelephonesPage() {
  const texts = useTexts()
  const { help } = usePageTexts("ipTelephones")
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const devices = useDevicesOf(page.items)
  const columns = useTelephoneColumns(devices)
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(LIMIT)
  const title = texts.tree.ipTelephones
  const q = search.get("q") ?? ""
  return (
    <ExpertView title={title} help={help} wide>
      {page.total === 0 && q === "" ? (
        <Card title={title} flush>
          <FirstStation />
        </Card>
      ) : (
        <Card
          title={texts.sipClients.count(page.total)}
          flush
          aside={<FilterBox label={texts.sipClients.filter} value={q} onChange={(value) => change("q", value)} />}
        >
          {page.items.length > 0 ? (
            <DataTable<SipClientRow>
              label={title}
              columns={columns}
              rows={page.items}
              keyOf={({ index }) => String(index)}
              sort={sortIn(search)}
              onSort={(sort) => change("sort", sort === "callNumber" ? "" : sort)}
              outdated={outdated}
            />
          ) : (
            <EmptyState
              icon={<SearchIcon size={24} />}
              title={texts.table.nothingFound(q)}
              text={texts.sipClients.filter}
              action={
                <Button variant="default" onClick={() => change("q", "")}>
                  {texts.table.clearFilter}
                </Button>
              }
            />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

/** By the index of their station; undefined: not known yet. */
function useDevicesOf(stations: readonly SipClientRow[]): ReadonlyMap<number, readonly Device[]> | undefined {
  const indexes = stations.map(({ index }) => index).join(",")
  const { data } = useQuery({
    ...devicesQuery({ stations: indexes, limit: MOST_DEVICES }),
    enabled: indexes !== "",
    placeholderData: keepPreviousData,
  })
  return data && Map.groupBy(data.items, ({ station }) => station)
}

function FirstStation() {
  const words = useTexts().sipClients
  const allowed = useAllowed(sipClients.create)
  return (
    <EmptyState
      icon={<PhoneIcon size={24} />}
      title={words.empty}
      text={words.emptyText}
      action={
        allowed ? (
          <Button component={Link} to={paths.addSipClient()} leftSection={<PlusIcon size={16} />}>
            {words.add}
          </Button>
        ) : undefined
      }
    />
  )
}
