/** Maintenance ▸ Events: the log, newest first, each line a sentence. */
import { severities } from "@homeport/contract"
import { Button, SegmentedControl } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { eventsQuery } from "../../../api/queries.ts"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { OkIcon, SearchIcon } from "../../../frame/icons.tsx"
import { Card } from "../../../table/Card.tsx"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import type { Prefetch } from "../../../tree.ts"
import styles from "./EventsPage.module.css"
import { EventTable } from "./EventTable.tsx"

const LIMIT = 50

const queryFor = (search: URLSearchParams) => {
  const severity = severities.find((known) => known === search.get("severity"))
  const q = search.get("q")
  const cursor = search.get("cursor")
  return eventsQuery({ limit: LIMIT, ...(severity && { severity }), ...(q && { q }), ...(cursor && { cursor }) })
}

export const prefetch: Prefetch = ({ search }) => [
  queryFor(search),
  pageTextsQuery("events"),
  pageTextsQuery("eventSentences"),
]

export default function EventsPage() {
  const texts = usePageTexts("events")
  const { search, change, clear } = useSearchChange()
  const paging = usePaging(LIMIT)
  // A changed filter is a navigation: its loader has the rows before this is drawn again.
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const severity = search.get("severity") ?? "all"
  const filtered = severity !== "all" || search.has("q")
  return (
    <ExpertView title={texts.title} help={texts.help} wide>
      {page.total === 0 && !filtered ? (
        <Card title={texts.title} flush>
          <EmptyState icon={<OkIcon size={24} />} title={texts.empty} text={texts.emptyText} />
        </Card>
      ) : (
        <Card
          title={texts.what}
          flush
          aside={
            <div className={styles.tools}>
              <SegmentedControl
                size="xs"
                aria-label={texts.severity}
                value={severity}
                onChange={(value) => change("severity", value === "all" ? "" : value)}
                data={[
                  { value: "all", label: texts.all },
                  ...severities.toReversed().map((value) => ({ value, label: texts.severities[value] })),
                ]}
              />
              <FilterBox label={texts.search} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
            </div>
          }
        >
          {page.items.length > 0 ? (
            <EventTable rows={page.items} outdated={outdated} />
          ) : (
            <EmptyState
              icon={<SearchIcon size={24} />}
              title={texts.nothingFound}
              text={texts.nothingFoundText}
              action={
                <Button variant="default" onClick={clear}>
                  {texts.showAll}
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
