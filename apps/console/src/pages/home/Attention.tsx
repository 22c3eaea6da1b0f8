/** What needs attention, each in a sentence with the way to the page that mends it. */
import { useSuspenseQueries } from "@tanstack/react-query"
import { Link } from "react-router"
import {
  aboutQuery,
  certificatesQuery,
  channelsQuery,
  dyndnsStatusQuery,
  listenersQuery,
  speStatusQuery,
  stunStatusQuery,
} from "../../api/queries.ts"
import { FailedIcon, OkIcon, WarningIcon } from "../../frame/icons.tsx"
import { useTexts } from "../../text/texts.tsx"
import styles from "./Attention.module.css"
import { warningsOf } from "./warnings.ts"

/** What it looks at: for `prefetch`. */
export const attentionQueries = () =>
  [
    aboutQuery(),
    stunStatusQuery(),
    dyndnsStatusQuery(),
    listenersQuery(),
    channelsQuery(),
    speStatusQuery(),
    certificatesQuery(),
  ] as const

export function Attention() {
  const texts = useTexts()
  const [about, stun, dyndns, listeners, channels, spe, certificates] = useSuspenseQueries({
    queries: attentionQueries(),
  })
  const warnings = warningsOf(
    {
      about: about.data,
      stun: stun.data,
      dyndns: dyndns.data,
      listeners: listeners.data.items,
      channels: channels.data,
      spe: spe.data,
      certificates: certificates.data.items,
    },
    texts,
  )
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
