/** The fifteen checks: those that ask for somebody, the worst first; the others folded away. */
import type { ReadinessReport, ReadinessState } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { readinessQuery } from "../api/queries.ts"
import { Card } from "../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../text/page-texts.ts"
import { Findings, unsettled } from "./Findings.tsx"
import styles from "./Readiness.module.css"

/** For `prefetch`. */
export const readinessQueries = () => [readinessQuery(), pageTextsQuery("readiness")] as const

export function Readiness() {
  const words = usePageTexts("readiness")
  const { data: report } = useSuspenseQuery(readinessQuery())
  const { items } = report
  const open = unsettled.flatMap((state) => items.filter((item) => item.state === state))
  const settled = items.filter((item) => !open.includes(item))
  const without = settled.filter(({ state }) => state === "not-applicable").length
  return (
    <Card title={words.title} lead={<span role="status">{verdict(report, words)}</span>} flush>
      {open.length > 0 ? <Findings items={open} /> : null}
      <details className={styles.rest}>
        <summary>{words.rest(settled.length - without, without)}</summary>
        <Findings items={settled} />
      </details>
    </Card>
  )
}

function verdict({ internetStations, items }: ReadinessReport, words: ReturnType<typeof usePageTexts<"readiness">>) {
  const count = (state: ReadinessState) => items.filter((item) => item.state === state).length
  if (internetStations === 0) return words.notInUse
  if (count("failed") > 0) return words.notReady(count("failed"))
  if (count("warning") > 0) return words.warnings(count("warning"))
  return count("not-proven") > 0 ? words.unproven(count("not-proven")) : words.ready
}
