/** Whether the stored name leads here at this moment, and what follows from it in a plain sentence. */
import { type DyndnsStatus, isPublicIpv4, parseIpv4 } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { dyndnsStatusQuery } from "../../../../api/queries.ts"
import { Card, Facts, Notice } from "../../../../table/Card.tsx"
import { type Status, StatusBadge } from "../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./DynDns.module.css"

const STATUS: Record<DyndnsStatus["state"], Exclude<Status, "failed">> = {
  "no-name": "quiet",
  asking: "live",
  // The name service may tell phones at home something else than this machine.
  "not-resolved": "warning",
  "unknown-mapped": "quiet",
  matches: "ok",
  differs: "warning",
}

export function DynDnsStatusCard() {
  const texts = usePageTexts("dynDns")
  const { data } = useSuspenseQuery(dyndnsStatusQuery())
  const { hostName, addresses, mapped, checkedAt } = data
  const status = STATUS[data.state]
  return (
    <Card title={texts.statusTitle} aside={<StatusBadge status={status}>{texts.state[data.state]}</StatusBadge>}>
      <div className={styles.status}>
        {hostName === null ? null : (
          <Facts
            facts={[
              { name: texts.storedName, value: <span className={styles.name}>{hostName}</span> },
              { name: texts.addresses, value: addresses.join(", ") || "–" },
              { name: texts.mapped, value: mapped ?? "–" },
              { name: texts.checked, value: checkedAt ? <Moment at={checkedAt} /> : texts.never },
            ]}
          />
        )}
        <Notice status={status === "quiet" ? "live" : status}>
          {data.state === "differs" && addresses.some(isInside) ? texts.differsInside : texts.consequence[data.state]}
        </Notice>
      </div>
    </Card>
  )
}

/** The DNS of an office often gives its own names inside addresses. */
const isInside = (address: string) => parseIpv4(address) !== undefined && !isPublicIpv4(address)
