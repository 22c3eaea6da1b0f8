/** What needs attention, each in a sentence with the way to the page that mends it. */
import { Link } from "react-router"
import { FailedIcon, OkIcon, WarningIcon } from "../../frame/icons.tsx"
import { useTexts } from "../../text/texts.tsx"
import styles from "./Attention.module.css"
import { type SystemState, warningsOf } from "./warnings.ts"

export function Attention(state: SystemState) {
  const texts = useTexts()
  const warnings = warningsOf(state, texts)
  return (
    <section
      className={styles.attention}
      aria-label={texts.home.attention}
      data-fine={warnings.length === 0 || undefined}
    >
      {warnings.length === 0 ? (
        <p className={styles.fine}>
          <OkIcon />
          {texts.home.fine}
        </p>
      ) : (
        <ul className={styles.list}>
          {warnings.map(({ key, severity, text, page }) => (
            <li key={key} data-severity={severity}>
              {severity === "failed" ? <FailedIcon /> : <WarningIcon />}
              <span className={styles.text}>{text}</span>
              <Link to={page.path}>{texts.home.mend(page.label)}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
