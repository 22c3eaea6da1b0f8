/** What the address of the Events page filters by, as the server is asked for it. Days are the reader's own. */
import { type EventArea, eventAreas, type Severity, severities } from "@homeport/contract"

export const spans = ["hour", "day", "week", "month", "between"] as const
export type Span = (typeof spans)[number]

export interface EventSearch {
  readonly severity?: Severity
  readonly area?: EventArea
  readonly q?: string
  readonly station?: string
  readonly within?: number
  readonly from?: string
  readonly to?: string
}

export const spanHours: Readonly<Record<Exclude<Span, "between">, number>> = {
  hour: 1,
  day: 24,
  week: 7 * 24,
  month: 30 * 24,
}

export const spanIn = (search: URLSearchParams): Span | undefined => spans.find((span) => span === search.get("span"))

/** What nobody knows, in an address that somebody typed, filters nothing. */
export function eventSearch(search: URLSearchParams): EventSearch {
  const severity = severities.find((known) => known === search.get("severity"))
  const area = eventAreas.find((known) => known === search.get("area"))
  const q = search.get("q")
  const station = search.get("station")
  const span = spanIn(search)
  return {
    ...(severity && { severity }),
    ...(area && { area }),
    ...(q && { q: q.slice(0, 100) }),
    ...(station && { station: station.slice(0, 32) }),
    ...(span !== undefined && span !== "between" && { within: spanHours[span] }),
    ...(span === "between" && days(search)),
  }
}

/** From the beginning of a day to the end of one. */
function days(search: URLSearchParams): Pick<EventSearch, "from" | "to"> {
  const from = dayIn(search.get("from"))
  const to = dayIn(search.get("to"))
  return {
    ...(from && { from: from.toISOString() }),
    ...(to && { to: new Date(to.getFullYear(), to.getMonth(), to.getDate(), 23, 59, 59, 999).toISOString() }),
  }
}

function dayIn(text: string | null): Date | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text ?? "") ?? []
  if (day === undefined) return undefined
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  // The 31st of June is no day.
  return date.getDate() === Number(day) ? date : undefined
}

/** Whether the address filters at all. */
export const isFiltered = (search: URLSearchParams): boolean => Object.keys(eventSearch(search)).length > 0
