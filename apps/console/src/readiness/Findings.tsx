/** What checks found, a line each: its name, its state, the sentence, and where it is mended if somebody has to. */
import { type ReadinessItem, type ReadinessState, sayReadiness } from "@homeport/contract"
import { Link, useLocation } from "react-router"
import { type Status, StatusBadge } from "../table/StatusBadge.tsx"
import { usePageTexts } from "../text/page-texts.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./Findings.module.css"
import { mendingPage } from "./mending-page.ts"

export function Findings({ items }: { items: readonly ReadinessItem[] }) {
  const texts = useTexts()
  const words = usePageTexts("readiness")
  const { pathname } = useLocation()
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
              {asksForSomebody(item) && page.path !== pathname ? (
                <Link to={page.path}>{texts.home.mend(page.label)}</Link>
              ) : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The worst first; the other states need nobody. */
export const unsettled: readonly ReadinessState[] = ["failed", "warning", "not-proven"]

const asksForSomebody = ({ state }: ReadinessItem): boolean => unsettled.includes(state)

const STATUS: Readonly<Record<ReadinessState, Status>> = {
  passed: "ok",
  warning: "warning",
  failed: "failed",
  "not-proven": "live",
  "not-applicable": "quiet",
}
