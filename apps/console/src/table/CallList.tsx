/** The calls of this moment: who with whom, since when, and whether packets flow in each direction. */
import type { Call, Leg } from "@homeport/contract"
import { ArrowRightIcon, PauseIcon } from "../frame/icons.tsx"
import { useFormat } from "../text/format.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./CallList.module.css"
import { DataTable } from "./DataTable.tsx"
import { type Status, StatusBadge } from "./StatusBadge.tsx"
import { Elapsed } from "./Ticking.tsx"

const STATUS: Record<Call["state"], Status> = { calling: "live", ringing: "live", answered: "ok", ended: "quiet" }

export function CallList({ calls }: { calls: readonly Call[] }) {
  const texts = useTexts()
  const words = texts.home.call
  return (
    <DataTable
      label={texts.home.callsTitle}
      rows={calls}
      keyOf={({ id }) => id}
      columns={[
        { key: "from", title: words.from, cell: ({ caller }) => <Party leg={caller} /> },
        {
          key: "to",
          title: words.to,
          cell: ({ callee }) => (
            <span className={styles.to}>
              <ArrowRightIcon size={15} />
              <Party leg={callee} />
            </span>
          ),
        },
        {
          key: "state",
          title: words.state,
          cell: ({ state, caller, callee }) => (
            <span className={styles.states}>
              <StatusBadge status={STATUS[state]}>{words.states[state]}</StatusBadge>
              {caller.onHold || callee.onHold ? (
                <span className={styles.hold}>
                  <PauseIcon size={14} />
                  {words.onHold}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: "duration",
          title: words.duration,
          align: "end",
          cell: ({ answeredAt, startedAt }) => <Elapsed since={answeredAt ?? startedAt} />,
        },
        {
          key: "packets",
          title: words.packets,
          priority: 2,
          cell: ({ caller, callee }) => (
            <div className={styles.media}>
              <Packets leg={caller} />
              <Packets leg={callee} />
            </div>
          ),
        },
      ]}
    />
  )
}

function Party({ leg }: { leg: Leg }) {
  const texts = useTexts()
  return (
    <div className={styles.party}>
      <div>
        <strong>{leg.callNumber}</strong> {leg.name}
      </div>
      <div className={styles.where}>
        {texts.registration.network[leg.network]} · {leg.address} · {leg.transport}
      </div>
    </div>
  )
}

/** What one phone sends us and gets from us. */
function Packets({ leg }: { leg: Leg }) {
  const words = useTexts().home.call
  const format = useFormat()
  const { media } = leg
  return (
    <div className={styles.packets}>
      <span className={styles.who}>{leg.callNumber}</span>
      {media ? (
        <>
          <span title={words.received}>
            ↑ {format.number(media.received.packets)}
            <span className="visually-hidden"> {words.received}</span>
          </span>
          <span title={words.sent}>
            ↓ {format.number(media.sent.packets)}
            <span className="visually-hidden"> {words.sent}</span>
          </span>
          {media.received.lost > 0 ? <span className={styles.lost}>{words.lost(media.received.lost)}</span> : null}
          {media.silence !== null && media.silence > 5000 ? (
            <span className={styles.lost}>{words.silent(Math.floor(media.silence / 1000))}</span>
          ) : null}
        </>
      ) : (
        <span>{words.noMedia}</span>
      )}
      {leg.channel ? <span className={styles.channel}>{words.channel}</span> : null}
    </div>
  )
}
