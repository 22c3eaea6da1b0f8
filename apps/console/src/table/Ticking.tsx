/** Durations that move with the clock: the server's, as far as we know it, since a browser's own may be wrong. */
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { aboutQuery } from "../api/queries.ts"
import { clockDuration, useFormat } from "../text/format.ts"
import { useTexts } from "../text/texts.tsx"

/** The server's time now, anew every second. */
function useServerNow(): number {
  const { data, dataUpdatedAt } = useQuery(aboutQuery())
  const ahead = data ? Date.parse(data.now) - dataUpdatedAt : 0
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now + ahead
}

export function Elapsed({ since }: { since: string }) {
  return <span className="numeric">{clockDuration(useServerNow() - Date.parse(since))}</span>
}

export function Countdown({ until }: { until: string }) {
  const texts = useTexts().registration
  const left = Date.parse(until) - useServerNow()
  return <span className="numeric">{left > 0 ? clockDuration(left) : texts.expired}</span>
}

export function Moment({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.full(at)} className="numeric">
      {format.moment(at)}
    </time>
  )
}
