/** Phone Parameter Deployment ▸ Phone Requests: phones that called and are no device yet, and what was fetched or refused. */

import { SegmentedControl } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { deviceFetchesQuery, deviceModelsQuery, unknownDevicesQuery } from "../../../../../api/device-queries.ts"
import { useFetchColumns } from "../../../../../devices/fetch-columns.tsx"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { DownloadIcon } from "../../../../../frame/page-icons.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { NothingMatches } from "../../../../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import styles from "./deployment.module.css"
import { UnknownDevices } from "./UnknownDevices.tsx"

const LIMIT = 50
const OUTCOMES = ["all", "served", "refused"] as const

const queryFor = (search: URLSearchParams) => {
  const outcome = OUTCOMES.find((known) => known === search.get("outcome"))
  const q = search.get("q")
  const cursor = search.get("cursor")
  return deviceFetchesQuery({
    limit: LIMIT,
    sort: search.get("sort") === "at" ? "at" : "-at",
    ...(outcome && { outcome }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  })
}

export const prefetch: Prefetch = ({ search }) => [
  queryFor(search),
  unknownDevicesQuery(),
  deviceModelsQuery(),
  pageTextsQuery("deployment"),
]

export default function PhoneRequestsPage() {
  const title = useTexts().tree.phoneParameterDeployment
  const words = usePageTexts("deployment")
  return (
    <ExpertView title={title} help={words.help.requests} wide>
      <UnknownDevices />
      <Fetches />
    </ExpertView>
  )
}

function Fetches() {
  const words = usePageTexts("deployment").requests
  const { search, change, clear } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(LIMIT)
  const columns = useFetchColumns()
  const outcome = search.get("outcome") ?? "all"
  const filtered = outcome !== "all" || search.has("q")
  if (page.total === 0 && !filtered)
    return (
      <Card title={words.title} flush>
        <EmptyState icon={<DownloadIcon size={24} />} title={words.none} text={words.noneText} />
      </Card>
    )
  return (
    <Card
      title={words.title}
      flush
      aside={
        <div className={styles.tools}>
          <SegmentedControl
            size="xs"
            aria-label={words.outcome}
            value={outcome}
            onChange={(value) => change("outcome", value === "all" ? "" : value)}
            data={OUTCOMES.map((value) => ({ value, label: words.outcomes[value] }))}
          />
          <FilterBox label={words.filter} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
        </div>
      }
    >
      {page.items.length > 0 ? (
        <DataTable
          label={words.title}
          columns={columns}
          rows={page.items}
          keyOf={({ id }) => String(id)}
          sort={search.get("sort") === "at" ? "at" : "-at"}
          onSort={(sort) => change("sort", sort === "-at" ? "" : sort)}
          outdated={outdated}
        />
      ) : (
        <NothingMatches
          title={words.nothingFound}
          text={words.nothingFoundText}
          showAll={words.showAll}
          onShowAll={clear}
        />
      )}
      <Paging paging={paging} page={page} />
    </Card>
  )
}
