/** Station ▸ IP Clients ▸ SIP Clients: the list, sorted, filtered and paged by the server, with live registrations. */
import { type SipClientRow, sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link, useNavigation } from "react-router"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { PhoneIcon, PlusIcon, SearchIcon } from "../../../../../frame/icons.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import { SelectionBar } from "./SelectionBar.tsx"
import styles from "./SipClientsPage.module.css"
import { stationColumns } from "./station-columns.tsx"

const LIMIT = 50
const SORTS = ["index", "callNumber", "name", "internetRegistration", "registered"] as const
type Sort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

const sortIn = (search: URLSearchParams): Sort =>
  SORTS.flatMap((key): Sort[] => [key, `-${key}`]).find((sort) => sort === search.get("sort")) ?? "index"

const queryFor = (search: URLSearchParams) => {
  const q = search.get("q")
  const cursor = search.get("cursor")
  return sipClientsQuery({ limit: LIMIT, sort: sortIn(search), ...(q && { q }), ...(cursor && { cursor }) })
}

export const prefetch: Prefetch = ({ search }) => [queryFor(search)]

export default function SipClientsPage() {
  const texts = useTexts()
  const words = texts.sipClients
  const { search, change } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(LIMIT)
  const mayChange = useAllowed(sipClients.changeSeveral)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const q = search.get("q") ?? ""

  // What is no longer on the page is no longer selected.
  const chosen = page.items.filter(({ index }) => selected.has(String(index)))

  return (
    <ExpertView title={words.title} help={words.help} wide>
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
              sort={sortIn(search)}
              onSort={(sort) => change("sort", sort === "index" ? "" : sort)}
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
            <EmptyState
              icon={<SearchIcon size={24} />}
              title={texts.table.nothingFound(q)}
              text={words.filter}
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
