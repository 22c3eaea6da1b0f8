/** Maintenance ▸ Calls: those that run, and below them those that have ended: searched, filtered, sorted, as a file. */

import { callOutcomes, type EndedCall, endedCalls } from "@homeport/contract"
import { Button, NativeSelect, TextInput } from "@mantine/core"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useId } from "react"
import { useNavigation } from "react-router"
import { endedCallsQuery } from "../../../api/call-queries.ts"
import { download } from "../../../api/download.ts"
import { callsQuery } from "../../../api/queries.ts"
import { endOfDay, startOfDay } from "../../../form/local-day.ts"
import { EmptyState } from "../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { PhoneIcon } from "../../../frame/icons.tsx"
import { Problem } from "../../../frame/Problem.tsx"
import { DownloadIcon } from "../../../frame/page-icons.tsx"
import { CallList } from "../../../table/CallList.tsx"
import { Card } from "../../../table/Card.tsx"
import { FilterBox } from "../../../table/FilterBox.tsx"
import { listSearch, PAGE_ROWS } from "../../../table/list-search.ts"
import { NothingMatches } from "../../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../../table/Paging.tsx"
import { useSearchChange } from "../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useFailureText } from "../../../text/problem.ts"
import { useLanguage } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { useDownload } from "../../setup/security/use-download.ts"
import styles from "./CallsPage.module.css"
import { EndedCallTable } from "./EndedCallTable.tsx"

const list = listSearch(["endedAt", "duration", "caller", "callee", "loss", "jitter"], "-endedAt")

/** What the address filters by. What cannot be understood there filters nothing. */
function filtersIn(search: URLSearchParams) {
  const outcome = callOutcomes.find((known) => known === search.get("outcome"))
  const callNumber = search.get("callNumber")?.slice(0, 8)
  const from = startOfDay(search.get("from") ?? "")
  const until = endOfDay(search.get("until") ?? "")
  return {
    ...(callNumber && { callNumber }),
    ...(outcome && { outcome }),
    ...(from && { from }),
    ...(until && { until }),
  }
}

const queryFor = (search: URLSearchParams) => endedCallsQuery({ ...list.queryIn(search), ...filtersIn(search) })

export const prefetch: Prefetch = ({ search }) => [callsQuery(), queryFor(search), pageTextsQuery("calls")]

export default function CallsPage() {
  const words = usePageTexts("calls")
  const { data: running } = useSuspenseQuery(callsQuery())
  return (
    <ExpertView title={words.title} help={words.help} wide>
      <Card title={words.now} flush>
        {running.items.length > 0 ? (
          <CallList calls={running.items} />
        ) : (
          <EmptyState icon={<PhoneIcon size={24} />} title={words.none} text={words.noneText} />
        )}
      </Card>
      <EndedCalls />
    </ExpertView>
  )
}

function EndedCalls() {
  const words = usePageTexts("calls")
  const { search, change, clear } = useSearchChange()
  const paging = usePaging(PAGE_ROWS)
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const filtered = search.has("q") || Object.keys(filtersIn(search)).length > 0
  if (page.total === 0 && !filtered)
    return (
      <Card title={words.endedTitle} flush>
        <EmptyState icon={<PhoneIcon size={24} />} title={words.empty} text={words.emptyText} />
      </Card>
    )
  return (
    <Card title={words.ended(page.total)} flush aside={<Download search={search} />}>
      <Filters search={search} change={change} />
      {page.items.length > 0 ? (
        <EndedCallTable
          rows={page.items}
          outdated={outdated}
          sort={list.sortIn(search)}
          onSort={(sort) => change("sort", list.sortText(sort))}
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

interface FiltersProps {
  readonly search: URLSearchParams
  change(name: string, value: string): void
}

function Filters({ search, change }: FiltersProps) {
  const words = usePageTexts("calls")
  return (
    <div className={styles.filters}>
      <FilterBox label={words.search} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
      <FilterBox
        label={words.callNumber}
        value={search.get("callNumber") ?? ""}
        onChange={(value) => change("callNumber", value.trim())}
      />
      <NativeSelect
        size="xs"
        aria-label={words.outcome}
        value={search.get("outcome") ?? ""}
        onChange={(event) => change("outcome", event.currentTarget.value)}
        data={[
          { value: "", label: words.allOutcomes },
          ...callOutcomes.map((value: EndedCall["outcome"]) => ({ value, label: words.outcomes[value] })),
        ]}
      />
      {(["from", "until"] as const).map((name) => (
        <Day key={name} label={words[name]} value={search.get(name) ?? ""} onChange={(value) => change(name, value)} />
      ))}
    </div>
  )
}

function Day({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        size="xs"
        type="date"
        max="9999-12-31"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** All calls that match, not only those of this page. */
function Download({ search }: { search: URLSearchParams }) {
  const words = usePageTexts("calls")
  const { language } = useLanguage()
  const failureText = useFailureText()
  const { start, busy, error } = useDownload()
  const { q, sort } = list.queryIn(search)
  const query = { ...(q && { q }), sort, ...filtersIn(search), language }
  return (
    <div className={styles.download}>
      {error ? <Problem text={failureText(error)} /> : null}
      <Button
        size="xs"
        variant="default"
        leftSection={<DownloadIcon size={15} />}
        loading={busy}
        onClick={() => start(() => download(endedCalls.download, { query }))}
      >
        {words.download}
      </Button>
    </div>
  )
}
