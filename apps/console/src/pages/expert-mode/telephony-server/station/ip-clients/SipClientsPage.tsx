/** Station ▸ IP Clients ▸ SIP Clients: the list, sorted, filtered and paged by the server, with live registrations. */
import { type SipClientRow, sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link, useNavigation } from "react-router"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PlusIcon } from "../../../../../frame/icons.tsx"
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
import { FirstStation } from "./FirstStation.tsx"
import { SelectionBar } from "./SelectionBar.tsx"
import styles from "./SipClientsPage.module.css"
import { stationColumns } from "./station-columns.tsx"

const list = listSearch(["index", "callNumber", "name", "internetRegistration", "registered"], "index")

const queryFor = (search: URLSearchParams) => sipClientsQuery(list.queryIn(search))

export const prefetch: Prefetch = ({ search }) => [
  queryFor(search),
  pageTextsQuery("sipClient"),
  pageTextsQuery("stationHelp"),
]

export default function SipClientsPage() {
  const texts = useTexts()
  const words = texts.sipClients
  const { sipClients: help } = usePageTexts("stationHelp")
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(PAGE_ROWS)
  const mayChange = useAllowed(sipClients.changeSeveral)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const q = search.get("q") ?? ""

  // What is no longer on the page is no longer selected.
  const chosen = page.items.filter(({ index }) => selected.has(String(index)))

  return (
    <ExpertView title={words.title} help={help} wide>
      {page.total === 0 && q === "" ? (
        <Card title={words.title} flush>
          <FirstStation />
        </Card>
      ) : (
        <Card
          title={words.count(page.total)}
          flush
          aside={
            chosen.length > 0 ? (
              <SelectionBar chosen={chosen} onDone={() => setSelected(new Set())} />
            ) : (
              <div className={styles.tools}>
                <FilterBox label={words.filter} value={q} onChange={(value) => change("q", value)} />
                {mayChange ? (
                  <Button component={Link} to={paths.addSipClient()} size="xs" leftSection={<PlusIcon size={15} />}>
                    {words.add}
                  </Button>
                ) : null}
              </div>
            )
          }
        >
          {page.items.length > 0 ? (
            <DataTable<SipClientRow>
              label={words.title}
              columns={stationColumns(texts)}
              rows={page.items}
              keyOf={({ index }) => String(index)}
              sort={list.sortIn(search)}
              onSort={(sort) => change("sort", list.sortText(sort))}
              outdated={outdated}
              selection={
                mayChange
                  ? {
                      keys: new Set(chosen.map(({ index }) => String(index))),
                      change: setSelected,
                      nameOf: (key) => page.items.find(({ index }) => String(index) === key)?.name ?? key,
                    }
                  : undefined
              }
            />
          ) : (
            <NothingFound q={q} filter={words.filter} onClear={() => change("q", "")} />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}
