/** Setup ▸ Telephones / Subscribers ▸ IP Telephones: the stations of SIP Clients once more, each with its devices. */
import type { Device, SipClientRow } from "@homeport/contract"
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { devicesOfStationsQuery } from "../../../api/device-queries.ts"
import { sipClientsQuery } from "../../../api/queries.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { Card } from "../../../table/Card.tsx"
import { DataTable } from "../../../table/DataTable.tsx"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { listSearch, PAGE_ROWS } from "../../../table/list-search.ts"
import { NothingFound } from "../../../table/NothingFound.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { FirstStation } from "../../expert-mode/telephony-server/station/ip-clients/FirstStation.tsx"
import { useTelephoneColumns } from "./telephone-columns.tsx"

const list = listSearch(["callNumber", "name", "registered"], "callNumber")

const queryFor = (search: URLSearchParams) => sipClientsQuery(list.queryIn(search))

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("ipTelephones")]

export default function IpTelephonesPage() {
  const texts = useTexts()
  const { help } = usePageTexts("ipTelephones")
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const devices = useDevicesOf(page.items)
  const columns = useTelephoneColumns(devices)
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(PAGE_ROWS)
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
              sort={list.sortIn(search)}
              onSort={(sort) => change("sort", list.sortText(sort))}
              outdated={outdated}
            />
          ) : (
            <NothingFound q={q} filter={texts.sipClients.filter} onClear={() => change("q", "")} />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

/** By the index of their station; undefined: not known yet. */
function useDevicesOf(stations: readonly SipClientRow[]): ReadonlyMap<number, readonly Device[]> | undefined {
  const { data } = useQuery({
    ...devicesOfStationsQuery(stations.map(({ index }) => index)),
    enabled: stations.length > 0,
    placeholderData: keepPreviousData,
  })
  return data && Map.groupBy(data.items, ({ station }) => station)
}
