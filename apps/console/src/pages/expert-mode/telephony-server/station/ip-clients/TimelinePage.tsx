/** SIP Clients ▸ one station ▸ Timeline: what happened to it, newest first, as sentences. */
import type { EndedCall, TimelineEntry } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link, useNavigation, useParams } from "react-router"
import { timelineQuery } from "../../../../../api/call-queries.ts"
import { sipClientQuery } from "../../../../../api/queries.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { ArrowRightIcon, LiveIcon } from "../../../../../frame/icons.tsx"
import { NotFoundPage } from "../../../../../frame/NotFoundPage.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { PAGE_ROWS } from "../../../../../table/list-search.ts"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { type Status, StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../../table/Ticking.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { useEventText } from "../../../../../text/event-text.ts"
import { clockDuration, useFormat } from "../../../../../text/format.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import type { Prefetch } from "../../../../../tree.ts"
import { CallEnd } from "../../../maintenance/EndedCallTable.tsx"
import { indexOf } from "./station-index.ts"
import styles from "./TimelinePage.module.css"

const queryFor = (index: number, search: URLSearchParams) => {
  const cursor = search.get("cursor")
  return timelineQuery(index, { limit: PAGE_ROWS, ...(cursor && { cursor }) })
}

export const prefetch: Prefetch = ({ params, search }) => {
  const index = indexOf(params.index)
  if (index === undefined) return []
  return [
    sipClientQuery(index),
    queryFor(index, search),
    ...(["calls", "events", "eventSentences", "sipClient"] as const).map((texts) => pageTextsQuery(texts)),
  ]
}

export default function TimelinePage() {
  const index = indexOf(useParams().index)
  return index === undefined ? <NotFoundPage /> : <Timeline index={index} />
}

function Timeline({ index }: { index: number }) {
  const words = usePageTexts("calls").timeline
  const title = usePageTexts("sipClient").title(index)
  const { search } = useSearchChange()
  const paging = usePaging(PAGE_ROWS)
  const { data: answer } = useSuspenseQuery(sipClientQuery(index))
  const { data: page } = useSuspenseQuery(queryFor(index, search))
  const { callNumber } = answer.data
  return (
    <ExpertView title={title} help={words.help} wide>
      {page.total === 0 ? (
        <Card title={words.title} flush>
          <EmptyState icon={<LiveIcon size={24} />} title={words.empty} text={words.emptyText} />
        </Card>
      ) : (
        <Card
          title={words.count(page.total)}
          flush
          aside={
            <Link to={paths.calls(callNumber)} className={styles.link}>
              {words.allCalls}
            </Link>
          }
        >
          <Entries entries={page.items} callNumber={callNumber} />
          <Paging paging={paging} page={page} />
        </Card>
      )}
    </ExpertView>
  )
}

function Entries({ entries, callNumber }: { entries: readonly TimelineEntry[]; callNumber: string }) {
  const words = usePageTexts("calls").timeline
  const outdated = useNavigation().state !== "idle"
  return (
    <DataTable
      label={words.title}
      rows={entries}
      outdated={outdated}
      keyOf={(entry) => (entry.kind === "call" ? `call ${entry.call.id}` : `event ${entry.event.id}`)}
      columns={[
        {
          key: "when",
          title: words.when,
          narrow: true,
          cell: (entry) => <Moment at={entry.kind === "call" ? entry.call.endedAt : entry.event.at} />,
        },
        {
          key: "what",
          title: words.what,
          wide: true,
          cell: (entry) =>
            entry.kind === "call" ? <CallLine call={entry.call} of={callNumber} /> : <EventLine entry={entry} />,
        },
      ]}
    />
  )
}

function CallLine({ call, of: callNumber }: { call: EndedCall; of: string }) {
  const words = usePageTexts("calls")
  const { caller, callee, answeredAt, duration } = call
  const outgoing = caller.callNumber === callNumber
  const other = outgoing ? callee : caller
  const who = `${other.callNumber} ${other.name}`
  return (
    <div className={styles.line}>
      <StatusBadge status={CALL[call.outcome]}>{words.timeline.call}</StatusBadge>
      <span className={styles.sentence}>
        <span className={outgoing ? styles.out : styles.in} aria-hidden="true">
          <ArrowRightIcon size={13} />
        </span>
        {outgoing ? words.timeline.outgoing(who) : words.timeline.incoming(who)} · <CallEnd of={call} />
        {answeredAt === null ? null : ` · ${words.timeline.talked(clockDuration(duration))}`}
      </span>
    </div>
  )
}

function EventLine({ entry: { event } }: { entry: Extract<TimelineEntry, { kind: "event" }> }) {
  const words = usePageTexts("events")
  const { label } = usePageTexts("eventSentences")
  const eventText = useEventText()
  const format = useFormat()
  const { severity, code, params, times, since } = event
  return (
    <div className={styles.line}>
      <StatusBadge status={EVENT[severity]}>{label[`severity.${severity}`]}</StatusBadge>
      <span className={styles.sentence}>
        {eventText(code, params).sentence}
        {times > 1 ? <span className={styles.times}> {words.times(times, format.moment(since))}</span> : null}
      </span>
    </div>
  )
}

const CALL: Record<EndedCall["outcome"], Status> = {
  completed: "ok",
  unanswered: "quiet",
  refused: "warning",
  failed: "failed",
}
const EVENT: Record<"info" | "warning" | "error", Status> = { info: "quiet", warning: "warning", error: "failed" }
