/** What STUN says at this moment, and what follows from it in a plain sentence. */
import type { StunStatus } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { stunStatusQuery } from "../../../../api/queries.ts"
import { Card, Facts, Notice } from "../../../../table/Card.tsx"
import { addressText } from "../../../../table/registration-columns.tsx"
import { type Status, StatusBadge } from "../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../table/Ticking.tsx"
import { useFormat } from "../../../../text/format.ts"
import { usePageTexts } from "../../../../text/page-texts.ts"
import type { PageTexts } from "../../../../text/texts.tsx"
import styles from "./StunStatusCard.module.css"

const STATUS: Record<StunStatus["state"], Status> = {
  mapped: "ok",
  static: "ok",
  asking: "live",
  lost: "failed",
  off: "quiet",
}

export function StunStatusCard() {
  const texts = usePageTexts("stun")
  const format = useFormat()
  const { data: status } = useSuspenseQuery(stunStatusQuery())
  return (
    <Card
      title={texts.statusTitle}
      aside={<StatusBadge status={STATUS[status.state]}>{texts.state[status.state]}</StatusBadge>}
    >
      <div className={styles.status}>
        <Facts
          facts={[
            {
              name: texts.mappedAddress,
              value: <span className={styles.address}>{status.mapped ? addressText(status.mapped) : "–"}</span>,
            },
            { name: texts.localPort, value: status.localPort },
            {
              name: texts.roundTrip,
              value: status.roundTrip === null ? "–" : texts.milliseconds(format.decimal(status.roundTrip, 1)),
            },
            { name: texts.checked, value: status.checkedAt ? <Moment at={status.checkedAt} /> : texts.never },
            { name: texts.changed, value: status.changedAt ? <Moment at={status.changedAt} /> : texts.never },
            { name: texts.behaviour, value: behaviourText(status, texts) },
          ]}
        />
        <Consequence status={status} />
      </div>
    </Card>
  )
}

function Consequence({ status }: { status: StunStatus }) {
  const texts = usePageTexts("stun")
  if (status.problem) {
    const needless = status.problem === "no-server" && status.state === "off"
    return <Notice status={needless ? "live" : "failed"}>{texts.problems[status.problem]}</Notice>
  }
  if (status.state === "off") return <Notice status="live">{texts.offText}</Notice>
  if (status.notPublic) return <Notice status="failed">{texts.notPublic}</Notice>
  if (status.portDiffers && status.mapped)
    return <Notice status="warning">{texts.portDiffers(status.mapped.port, status.localPort)}</Notice>
  if (status.mapped) return <Notice status="ok">{texts.reachable}</Notice>
  return null
}

function behaviourText(status: StunStatus, texts: PageTexts["stun"]): string {
  const { mapping, filtering } = status.behaviour ?? { mapping: null, filtering: null }
  const parts = [
    mapping && `${texts.mapping}: ${texts.behaviours[mapping]}`,
    filtering && `${texts.filtering}: ${texts.behaviours[filtering]}`,
  ].filter(Boolean)
  if (status.mapped === null) return "–"
  return parts.length > 0 ? parts.join("; ") : texts.behaviourUnknown
}
