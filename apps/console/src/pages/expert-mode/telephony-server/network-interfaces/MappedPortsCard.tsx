/** What the router was asked for, and what it answered: a line a port. */
import type { MappingLine } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { officeRouterQuery } from "../../../../api/page-queries.ts"
import { EmptyState } from "../../../../frame/EmptyState.tsx"
import { QuietIcon } from "../../../../frame/icons.tsx"
import { paths } from "../../../../paths.ts"
import { Card, Facts } from "../../../../table/Card.tsx"
import { DataTable } from "../../../../table/DataTable.tsx"
import { type Status, StatusBadge } from "../../../../table/StatusBadge.tsx"
import { Moment } from "../../../../table/Ticking.tsx"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./MappedPortsCard.module.css"

const STATUS: Record<MappingLine["state"], Status> = { asking: "live", mapped: "ok", failed: "failed" }

export function MappedPortsCard() {
  const { mapping: texts, facts, protocol } = usePageTexts("router")
  const { data: router } = useSuspenseQuery(officeRouterQuery())
  const { mapping } = router
  if (!mapping.on)
    return (
      <Card title={texts.statusTitle} aside={<StatusBadge status="quiet">{texts.off}</StatusBadge>} flush>
        <EmptyState icon={<QuietIcon size={24} />} title={texts.offTitle} text={texts.offText} />
      </Card>
    )
  return (
    <Card title={texts.statusTitle} aside={<StatusBadge status="live">{texts.on}</StatusBadge>} flush>
      <div className={styles.facts}>
        <Facts
          facts={[
            { name: texts.router, value: router.gateway ?? facts.unknown },
            { name: texts.protocol, value: mapping.protocol ? texts.protocols[mapping.protocol] : texts.notSpoken },
            { name: texts.external, value: mapping.externalAddress ?? facts.unknown },
            { name: texts.next, value: mapping.nextAt ? <Moment at={mapping.nextAt} /> : "–" },
          ]}
        />
      </div>
      <DataTable
        label={texts.statusTitle}
        rows={mapping.lines}
        keyOf={(line) => `${line.protocol} ${line.port}`}
        stacked
        columns={[
          { key: "protocol", title: protocol, narrow: true, cell: (line) => line.protocol },
          { key: "port", title: texts.port, narrow: true, cell: ({ port }) => port },
          {
            key: "until",
            title: texts.until,
            narrow: true,
            cell: ({ until }) => (until ? <Moment at={until} /> : "–"),
          },
          { key: "state", title: texts.state, cell: (line) => <State of={line} /> },
        ]}
      />
      <p className={styles.events}>
        {texts.events} <Link to={paths.events()}>{texts.eventsLink}</Link>
      </p>
    </Card>
  )
}

function State({ of: { state, problem } }: { of: MappingLine }) {
  const { mapping: texts } = usePageTexts("router")
  return (
    <>
      <StatusBadge status={STATUS[state]}>{texts.states[state]}</StatusBadge>
      {problem ? <p className={styles.why}>{texts.problems[problem]}</p> : null}
    </>
  )
}
