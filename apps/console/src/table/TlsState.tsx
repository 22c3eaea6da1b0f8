/** Whether SIP over TLS is open, live; and what keeps it closed, each reason with the way to what mends it. */
import type { TlsReason } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { Link, useLocation } from "react-router"
import { listenersQuery, speStatusQuery } from "../api/queries.ts"
import { sentenceOf } from "../text/problem.ts"
import { useTexts } from "../text/texts.tsx"
import { StatusBadge } from "./StatusBadge.tsx"
import styles from "./TlsState.module.css"
import { mendOf, type TlsListener, tlsState } from "./tls-state.ts"

interface TlsStateProps {
  /** Where the page itself leads to what mends it. */
  readonly withoutLinks?: boolean
}

export function TlsState({ withoutLinks = false }: TlsStateProps) {
  const texts = useTexts()
  const { data: spe } = useSuspenseQuery(speStatusQuery())
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const state = tlsState(spe, listeners.items)
  const words = texts.tls
  switch (state.kind) {
    case "open":
      return (
        <div className={styles.state}>
          <StatusBadge status="ok">{words.open(state.outer, state.inner)}</StatusBadge>
        </div>
      )
    case "opening":
      return (
        <div className={styles.state}>
          <StatusBadge status="live">{words.opening}</StatusBadge>
        </div>
      )
    case "failed":
      return (
        <div className={styles.state}>
          <StatusBadge status="failed">{words.failed}</StatusBadge>
          <ul className={styles.reasons}>
            {state.failed.map((listener) => (
              <li key={`${listener.name} ${listener.address}`} className={styles.failed}>
                <FailedListener listener={listener} />
              </li>
            ))}
          </ul>
        </div>
      )
    case "closed":
      return (
        <div className={styles.state}>
          <StatusBadge status={spe.support ? "warning" : "quiet"}>{words.closed}</StatusBadge>
          <ul className={styles.reasons}>
            {state.reasons.map((reason) => (
              <li key={reason}>
                <Reason reason={reason} linked={!withoutLinks} />
              </li>
            ))}
          </ul>
        </div>
      )
  }
}

function FailedListener({ listener }: { listener: TlsListener }) {
  const texts = useTexts()
  const { name, address, port, problem } = listener
  return <>{texts.tls.failedListener(name, address, port, texts.home.listenerProblem[problem ?? "failed"])}</>
}

/** The page that mends it is linked, unless it is the one that is open. */
function Reason({ reason, linked }: { reason: TlsReason; linked: boolean }) {
  const texts = useTexts()
  const { pathname } = useLocation()
  const mend = mendOf(reason, texts)
  return (
    <>
      {sentenceOf(texts, "tls", reason)}{" "}
      {mend.path === pathname || !linked ? null : <Link to={mend.path}>{texts.home.mend(mend.label)}</Link>}
    </>
  )
}
