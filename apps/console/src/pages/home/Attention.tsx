/** What needs attention, each in a sentence with the way to the page that mends it. */
import type { About, Channels, Listener, StunStatus } from "@homeport/contract"
import { Link } from "react-router"
import { FailedIcon, OkIcon, WarningIcon } from "../../frame/icons.tsx"
import { useTexts } from "../../text/texts.tsx"
import styles from "./Attention.module.css"
import { warningsOf } from "./warnings.ts"

interface AttentionProps {
  readonly about: About
  readonly stun: StunStatus
  readonly listeners: readonly Listener[]
  readonly channels: Channels
}

export function Attention(state: AttentionProps) {
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
