/** What concerns every page: no connection, or data that could not be refreshed. Says so without hiding the page. */
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useState, useSyncExternalStore } from "react"
import { isSignedOut } from "../api/api-error.ts"
import { useTexts } from "../text/texts.tsx"
import styles from "./Banners.module.css"
import { WarningIcon } from "./icons.tsx"

/** A stream that is opened again at once is no news. */
const PATIENCE = 2_500

export function Banners({ connected }: { connected: boolean | undefined }) {
  const texts = useTexts().frame
  const offline = useLasting(connected === false)
  const stale = useStale()
  return (
    <div aria-live="polite">
      {offline ? (
        <div className={styles.banner} data-kind="offline">
          <WarningIcon />
          <span>
            <strong>{texts.offline.title}.</strong> {texts.offline.text}
          </span>
        </div>
      ) : stale ? (
        <div className={styles.banner}>
          <WarningIcon />
          <span>{texts.failed.stale}</span>
        </div>
      ) : null}
    </div>
  )
}

function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!now) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [now])
  return now && lasting
}

/** Whether something on the page was asked again, in vain. */
function useStale(): boolean {
  const cache = useQueryClient().getQueryCache()
  return useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () =>
      cache
        .getAll()
        .some(
          (query) =>
            query.getObserversCount() > 0 &&
            query.state.status === "error" &&
            query.state.data !== undefined &&
            !isSignedOut(query.state.error),
        ),
  )
}
