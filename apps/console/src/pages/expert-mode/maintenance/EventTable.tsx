/** The lines of the log. */
import type { LoggedEvent, Params, Severity } from "@homeport/contract"
import { DataTable } from "../../../table/DataTable.tsx"
import { type Status, StatusBadge } from "../../../table/StatusBadge.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { useEventText } from "../../../text/event-text.ts"
import { useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { sectionTitles } from "../../../text/section-titles.ts"
import { type ConsoleTexts, useTexts } from "../../../text/texts.tsx"
import styles from "./EventsPage.module.css"

const STATUS: Record<Severity, Status> = { info: "quiet", warning: "warning", error: "failed" }

function inWords(params: Params, texts: ConsoleTexts): Params {
  const title = Object.entries(sectionTitles(texts)).find(([code]) => code === params.section)?.[1]
  return title ? { ...params, section: title } : params
}

export function EventTable({ rows, outdated }: { rows: readonly LoggedEvent[]; outdated: boolean }) {
  const texts = useTexts()
  const words = usePageTexts("events")
  const eventText = useEventText()
  const format = useFormat()
  return (
    <DataTable
      label={words.title}
      rows={rows}
      outdated={outdated}
      stacked
      keyOf={({ id }) => String(id)}
      columns={[
        { key: "at", title: words.time, narrow: true, cell: ({ at }) => <Moment at={at} /> },
        {
          key: "severity",
          title: words.severity,
          narrow: true,
          cell: ({ severity }) => <StatusBadge status={STATUS[severity]}>{words.severities[severity]}</StatusBadge>,
        },
        {
          key: "what",
          title: words.what,
          cell: ({ code, params, times, since }) => (
            <div className={styles.sentence}>
              {eventText(code, inWords(params, texts))}
              {times > 1 ? <span className={styles.times}>{words.times(times, format.moment(since))}</span> : null}
            </div>
          ),
        },
      ]}
    />
  )
}
