/** The fifteen checks: those that ask for somebody each in a sentence with the way to mend it, the others folded away. */
import type { ReadinessItem, ReadinessReport, ReadinessState } from "@homeport/contract"
import { sayReadiness } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { readinessQuery } from "../../api/queries.ts"
import { Card } from "../../table/Card.tsx"
import { type Status, StatusBadge } from "../../table/StatusBadge.tsx"
import { pageTextsQuery, usePageTexts } from "../../text/page-texts.ts"
import { useTexts } from "../../text/texts.tsx"
import { mendingPage } from "./mending-page.ts"
import styles from "./Readiness.module.css"

/** For `prefetch`. */
export const readinessQueries = () => [readinessQuery(), pageTextsQuery("readiness")] as const

export function Readiness() {
  const words = usePageTexts("readiness")
  const { data: report } = useSuspenseQuery(readinessQuery())
  const { items } = report
  const open = ORDER.flatMap((state) => items.filter((item) => item.state === state))
  const closed = items.filter((item) => !open.includes(item))
  const without = closed.filter(({ state }) => state === "not-applicable").length
  return (
    <Card title={words.title} lead={<span role="status">{verdict(report, words)}</span>} flush>
      {open.length > 0 ? <Findings items={open} /> : null}
      <details className={styles.rest}>
        <summary>{words.rest(closed.length - without, without)}</summary>
        <Findings items={closed} />
      </details>
    </Card>
  )
}

function Findings({ items }: { items: readonly ReadinessItem[] }) {
  const texts = useTexts()
  const words = usePageTexts("readiness")
  return (
    <ul className={styles.findings}>
      {items.map((item) => {
        const page = mendingPage(item, texts)
        return (
          <li key={item.check}>
            <span className={styles.check}>{words.checks[item.check]}</span>
            <StatusBadge status={STATUS[item.state]}>{words.states[item.state]}</StatusBadge>
            <span className={styles.sentence}>
              {sayReadiness(words.sentences, texts.sentences, item, item.message)}{" "}
              {ORDER.includes(item.state) ? <Link to={page.path}>{texts.home.mend(page.label)}</Link> : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function verdict({ internetStations, items }: ReadinessReport, words: ReturnType<typeof usePageTexts<"readiness">>) {
  const count = (state: ReadinessState) => items.filter((item) => item.state === state).length
  if (internetStations === 0) return words.notInUse
  if (count("failed") > 0) return words.notReady(count("failed"))
  if (count("warning") > 0) return words.warnings(count("warning"))
  return count("not-proven") > 0 ? words.unproven(count("not-proven")) : words.ready
}

/** The worst first; the others need nobody. */
const ORDER: readonly ReadinessState[] = ["failed", "warning", "not-proven"]

const STATUS: Readonly<Record<ReadinessState, Status>> = {
  passed: "ok",
  warning: "warning",
  failed: "failed",
  "not-proven": "live",
  "not-applicable": "quiet",
}
