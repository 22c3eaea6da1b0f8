/** Maintenance ▸ Admin Log: who changed what, newest first. */

import { adminLogPlaces } from "@homeport/contract"
import { NativeSelect } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { OkIcon } from "../../../frame/icons.tsx"
import { Card } from "../../../table/Card.tsx"
import { DataTable } from "../../../table/DataTable.tsx"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { NothingMatches } from "../../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import styles from "./AdminLog.module.css"
import { AdminLogItems } from "./AdminLogItems.tsx"
import { byWords } from "./admin-log-words.ts"
import { spanHours } from "./event-search.ts"
import { adminLogQuery } from "./maintenance-queries.ts"

const LIMIT = 50
const SPANS = ["day", "week", "month"] as const

const queryFor = (search: URLSearchParams) => {
  const q = search.get("q")?.slice(0, 100)
  const place = adminLogPlaces.find((known) => known === search.get("place"))
  const span = SPANS.find((known) => known === search.get("span"))
  const cursor = search.get("cursor")
  return adminLogQuery({
    limit: LIMIT,
    ...(q && { q }),
    ...(place && { place }),
    ...(span && { within: spanHours[span] }),
    ...(cursor && { cursor }),
  })
}

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("adminLog")]

export default function AdminLogPage() {
  const words = usePageTexts("adminLog")
  const { search, change, clear } = useSearchChange()
  const paging = usePaging(LIMIT)
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const filtered = ["q", "place", "span"].some((name) => search.has(name))
  return (
    <ExpertView title={words.title} help={words.help} wide>
      {page.total === 0 && !filtered ? (
        <Card title={words.title} flush>
          <EmptyState icon={<OkIcon size={24} />} title={words.nothing} text={words.nothingText} />
        </Card>
      ) : (
        <Card title={words.title} aside={<Filter search={search} change={change} />} flush>
          {page.items.length > 0 ? (
            <DataTable
              label={words.title}
              rows={page.items}
              outdated={outdated}
              stacked
              keyOf={({ id }) => String(id)}
              columns={[
                { key: "at", title: words.time, narrow: true, cell: ({ at }) => <Moment at={at} /> },
                {
                  key: "who",
                  title: words.who,
                  narrow: true,
                  cell: ({ by, address, cause }) => (
                    <div className={styles.who}>
                      <span>{byWords(by, words)}</span>
                      <span className={styles.dimmed}>{address === null ? words.local : words.from(address)}</span>
                      {cause === null ? null : <span className={styles.dimmed}>{words.causes[cause]}</span>}
                    </div>
                  ),
                },
                { key: "what", title: words.what, cell: ({ items }) => <AdminLogItems items={items} /> },
              ]}
            />
          ) : (
            <NothingMatches
              title={words.nothingFound}
              text={words.nothingFoundText}
              showAll={words.clear}
              onShowAll={clear}
            />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

interface FilterProps {
  readonly search: URLSearchParams
  change(name: string, value: string): void
}

function Filter({ search, change }: FilterProps) {
  const words = usePageTexts("adminLog")
  const titles: Readonly<Record<string, string>> = { ...words.sections, ...words.places }
  return (
    <div className={styles.filter}>
      <NativeSelect
        size="xs"
        aria-label={words.place}
        value={search.get("place") ?? ""}
        onChange={(event) => change("place", event.currentTarget.value)}
        data={[
          { value: "", label: words.allPlaces },
          ...adminLogPlaces.map((value) => ({ value, label: titles[value] ?? value })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.span}
        value={search.get("span") ?? ""}
        onChange={(event) => change("span", event.currentTarget.value)}
        data={[{ value: "", label: words.spans.all }, ...SPANS.map((value) => ({ value, label: words.spans[value] }))]}
      />
      <FilterBox label={words.search} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
    </div>
  )
}
