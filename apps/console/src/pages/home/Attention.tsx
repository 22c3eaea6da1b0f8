/** What needs attention, each in a sentence with the way to the page that mends it. */
import { useSuspenseQueries } from "@tanstack/react-query"
import { Link } from "react-router"
import { certificatesQuery, listenersQuery } from "../../api/queries.ts"
import { FailedIcon, WarningIcon } from "../../frame/icons.tsx"
import { useTexts } from "../../text/texts.tsx"
import styles from "./Attention.module.css"
import { warningsOf } from "./warnings.ts"

/** What it looks at: for `prefetch`. */
export const attentionQueries = () => [listenersQuery(), certificatesQuery()] as const

/** Nothing where there is nothing. */
export function Attention() {
  const texts = useTexts()
  const [listeners, certificates] = useSuspenseQueries({ queries: attentionQueries() })
  const warnings = warningsOf({ listeners: listeners.data.items, certificates: certificates.data.items }, texts)
  if (warnings.length === 0) return null
  return (
    <section className={styles.attention} aria-label={texts.home.attention}>
      <ul className={styles.list}>
        {warnings.map(({ key, severity, text, page }) => (
          <li key={key} data-severity={severity}>
            {severity === "failed" ? <FailedIcon /> : <WarningIcon />}
            <span className={styles.text}>{text}</span>
            <Link to={page.path}>{texts.home.mend(page.label)}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
