/** Maintenance ▸ Events: the log, newest first, each line a sentence with what to do. */

import { eventFile } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { download } from "../../../api/download.ts"
import { eventsQuery } from "../../../api/page-queries.ts"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { OkIcon } from "../../../frame/icons.tsx"
import { Problem } from "../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../frame/page-icons.tsx"
import { Card } from "../../../table/Card.tsx"
import { NothingMatches } from "../../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useFailureText } from "../../../text/problem.ts"
import { useLanguage } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { useDownload } from "../../setup/security/use-download.ts"
import { EventFilter } from "./EventFilter.tsx"
import { EventTable } from "./EventTable.tsx"
import { eventSearch, isFiltered } from "./event-search.ts"

const LIMIT = 50

const queryFor = (search: URLSearchParams) => {
  const cursor = search.get("cursor")
  return eventsQuery({ limit: LIMIT, ...eventSearch(search), ...(cursor && { cursor }) })
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
  return (
    <ExpertView title={texts.title} help={texts.help} wide>
      {page.total === 0 && !isFiltered(search) ? (
        <Card title={texts.title} flush>
          <EmptyState icon={<OkIcon size={24} />} title={texts.empty} text={texts.emptyText} />
        </Card>
      ) : (
        <Card title={texts.title} aside={<CsvButton search={search} />} flush>
          <EventFilter search={search} change={change} />
          {page.items.length > 0 ? (
            <EventTable rows={page.items} outdated={outdated} />
          ) : (
            <NothingMatches
              title={texts.nothingFound}
              text={texts.nothingFoundText}
              showAll={texts.showAll}
              onShowAll={clear}
            />
          )}
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

function CsvButton({ search }: { search: URLSearchParams }) {
  const texts = usePageTexts("events")
  const { language } = useLanguage()
  const failureText = useFailureText()
  const { start, busy, error } = useDownload()
  return (
    <>
      {error ? <Problem text={failureText(error)} /> : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<DownloadIcon size={15} />}
        loading={busy}
        onClick={() => start(() => download(eventFile.download, { query: { ...eventSearch(search), language } }))}
      >
        {texts.download}
      </Button>
    </>
  )
}
