/** The lines of the log. */
import { type LoggedEvent, type Params, roles, type Severity } from "@homeport/contract"
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

/** The log names a page of the settings and a role by its code; people know them by their words. */
function inWords({ code, params }: LoggedEvent, texts: ConsoleTexts): Params {
  if (ABOUT_ROLES.has(code)) return { ...params, ...rolesIn(params, texts) }
  const title = Object.entries(sectionTitles(texts)).find(([section]) => section === params.section)?.[1]
  return title ? { ...params, section: title } : params
}

const ABOUT_ROLES: ReadonlySet<string> = new Set(["account.added", "account.role", "token.made"])

const rolesIn = ({ role, previous }: Params, { frame }: ConsoleTexts): Params =>
  Object.fromEntries(
    Object.entries({ role, previous }).flatMap(([name, value]) => {
      const known = roles.find((each) => each === value)
      return known ? [[name, frame.roles[known]]] : []
    }),
  )

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
          cell: (event) => (
            <div className={styles.sentence}>
              {eventText(event.code, inWords(event, texts))}
              {event.times > 1 ? (
                <span className={styles.times}>{words.times(event.times, format.moment(event.since))}</span>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  )
}
