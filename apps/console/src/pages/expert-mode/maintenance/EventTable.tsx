/** The lines of the log: what happened, and what to do about it, with a link to where. */
import type { LoggedEvent, Severity } from "@homeport/contract"
import { Link } from "react-router"
import { ArrowRightIcon } from "../../../frame/icons.tsx"
import { DataTable } from "../../../table/DataTable.tsx"
import { type Status, StatusBadge } from "../../../table/StatusBadge.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { useEventText } from "../../../text/event-text.ts"
import { useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import styles from "./EventsPage.module.css"
import { eventLink } from "./event-link.ts"

const STATUS: Record<Severity, Status> = { info: "quiet", warning: "warning", error: "failed" }

export function EventTable({ rows, outdated }: { rows: readonly LoggedEvent[]; outdated: boolean }) {
  const words = usePageTexts("events")
  const { label } = usePageTexts("eventSentences")
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
          cell: ({ severity }) => <StatusBadge status={STATUS[severity]}>{label[`severity.${severity}`]}</StatusBadge>,
        },
        { key: "what", title: words.what, cell: (event) => <What event={event} /> },
      ]}
    />
  )
}

function What({ event: { code, params, times, since } }: { event: LoggedEvent }) {
  const { tree } = useTexts()
  const words = usePageTexts("events")
  const eventText = useEventText()
  const format = useFormat()
  const { sentence, advice } = eventText(code, params)
  const link = advice === undefined ? undefined : eventLink(code, params, tree, words.thatStation)
  return (
    <div className={styles.what}>
      <div className={styles.sentence}>
        {sentence}
        {times > 1 ? <span className={styles.times}>{words.times(times, format.moment(since))}</span> : null}
      </div>
      {advice === undefined ? null : (
        <div className={styles.advice}>
          <ArrowRightIcon size={14} />
          <div>
            {advice}
            {link ? (
              <span className={styles.link}>
                {words.open} <Link to={link.path}>{link.title}</Link>
              </span>
            ) : null}
          </div>
        </div>
      )}
    </div>
  )
}
