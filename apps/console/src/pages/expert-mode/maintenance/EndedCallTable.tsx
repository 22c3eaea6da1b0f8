/** Ended calls, each a line: who with whom, how long, how well it was heard each way, and why it ended. */
import { type EndedCall, type EndedLeg, endInWords, lossOf } from "@homeport/contract"
import type { ReactNode } from "react"
import { Link } from "react-router"
import { ArrowRightIcon } from "../../../frame/icons.tsx"
import { paths } from "../../../paths.ts"
import { DataTable } from "../../../table/DataTable.tsx"
import { type Status, StatusBadge } from "../../../table/StatusBadge.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { clockDuration, useFormat } from "../../../text/format.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import styles from "./CallsPage.module.css"

const STATUS: Record<EndedCall["outcome"], Status> = {
  completed: "ok",
  unanswered: "quiet",
  refused: "warning",
  failed: "failed",
}

interface EndedCallTableProps {
  readonly rows: readonly EndedCall[]
  readonly outdated: boolean
  readonly sort: string
  onSort(sort: string): void
}

export function EndedCallTable({ rows, outdated, sort, onSort }: EndedCallTableProps) {
  const words = usePageTexts("calls")
  return (
    <DataTable
      label={words.endedTitle}
      rows={rows}
      outdated={outdated}
      stacked
      sort={sort}
      onSort={onSort}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          key: "ended",
          title: words.endedAt,
          sort: "endedAt",
          narrow: true,
          cell: ({ endedAt }) => <Moment at={endedAt} />,
        },
        { key: "caller", title: words.caller, sort: "caller", cell: ({ caller }) => <Party leg={caller} /> },
        { key: "callee", title: words.callee, sort: "callee", cell: ({ callee }) => <Party leg={callee} /> },
        {
          key: "duration",
          title: words.duration,
          sort: "duration",
          align: "end",
          narrow: true,
          priority: 2,
          cell: ({ answeredAt, duration }) =>
            answeredAt === null ? words.unmeasured : <span className="numeric">{clockDuration(duration)}</span>,
        },
        {
          key: "loss",
          title: words.loss,
          sort: "loss",
          narrow: true,
          priority: 2,
          cell: (call) => <Ways of={call} show="loss" />,
        },
        {
          key: "jitter",
          title: words.jitter,
          sort: "jitter",
          narrow: true,
          priority: 3,
          cell: (call) => <Ways of={call} show="jitter" />,
        },
        {
          key: "why",
          title: words.why,
          cell: (call) => (
            <div className={styles.why}>
              <StatusBadge status={STATUS[call.outcome]}>{words.outcomes[call.outcome]}</StatusBadge>
              <CallEnd of={call} />
            </div>
          ),
        },
      ]}
    />
  )
}

export function CallEnd({ of: call }: { of: EndedCall }) {
  const { ends } = usePageTexts("calls")
  const text = endInWords(ends, call)
  return <span>{call.status === null ? text : `${text} (${call.status})`}</span>
}

/** Its number leads to all calls of it. */
function Party({ leg }: { leg: EndedLeg }) {
  const words = usePageTexts("calls")
  return (
    <div className={styles.party}>
      <Link to={paths.calls(leg.callNumber)} className={styles.number}>
        {leg.callNumber}
      </Link>{" "}
      {leg.name}
      <div className={styles.where}>
        {leg.address === ""
          ? words.networks[leg.network]
          : `${words.networks[leg.network]} · ${leg.address} · ${leg.transport}`}
      </div>
    </div>
  )
}

/** What arrived from the caller, and from the called phone. */
function Ways({ of: { caller, callee }, show }: { of: EndedCall; show: "loss" | "jitter" }) {
  return (
    <div className={styles.ways}>
      <Way from="caller" leg={caller} show={show} />
      <Way from="callee" leg={callee} show={show} />
    </div>
  )
}

interface WayProps {
  readonly from: "caller" | "callee"
  readonly leg: EndedLeg
  readonly show: "loss" | "jitter"
}

function Way({ from, leg: { media }, show }: WayProps) {
  const words = usePageTexts("calls")
  const format = useFormat()
  const loss = media === null ? undefined : lossOf(media)
  const jitter = media === null || media.packets === 0 ? undefined : media.jitter
  const value = show === "loss" ? loss : jitter
  const shown: ReactNode =
    value === undefined
      ? words.unmeasured
      : show === "loss"
        ? words.percent(format.decimal(value, 1))
        : words.milliseconds(format.decimal(value, 1))
  const much = value !== undefined && value >= MUCH[show]
  return (
    <span className={`${styles.way} ${from === "callee" ? styles.back : ""}`} title={words.direction[from]}>
      <ArrowRightIcon size={13} />
      <span className={much ? styles.much : undefined}>{shown}</span>
      <span className="visually-hidden"> {words.direction[from]}</span>
    </span>
  )
}

/** Per cent from which loss is heard, milliseconds of jitter that phones do not make up for. */
const MUCH = { loss: 1, jitter: 30 } as const
