/** The event log as a CSV file, newest first, each line in the sentences of a language. */
import { setImmediate as nextTurn } from "node:timers/promises"
import {
  byteOrderMark,
  csvLine,
  eventKindOf,
  type Locale,
  spreadsheetSeparators,
  translate,
  translateEvent,
} from "@homeport/contract"
import type { EventFilter, EventLog, EventRow } from "@homeport/store"

/** Calls go on between two batches: a whole log is 100,000 lines. */
export async function exportEvents(log: Pick<EventLog, "page">, filter: EventFilter, locale: Locale): Promise<Buffer> {
  const separator = spreadsheetSeparators[locale]
  const headings = columns.map((column) => translate(locale, `label.heading.${column}`))
  const parts = [Buffer.from(byteOrderMark + csvLine(headings, separator))]
  for (let beyond: number | undefined; ; ) {
    const rows = log.page({ ...filter, limit: batch, beyond })
    parts.push(Buffer.from(rows.map((row) => csvLine(cellsOf(row, locale), separator)).join("")))
    beyond = rows.at(-1)?.id
    if (rows.length < batch) return Buffer.concat(parts)
    await nextTurn()
  }
}

const columns = ["at", "severity", "area", "sentence", "advice", "times", "since", "code"] as const

function cellsOf({ at, since, times, severity, code, params }: EventRow, locale: Locale): string[] {
  const { sentence, advice = "" } = translateEvent(locale, code, params)
  return [
    new Date(at).toISOString(),
    translate(locale, `label.severity.${severity}`),
    translate(locale, `label.area.${eventKindOf(code).area}`),
    sentence,
    advice,
    String(times),
    new Date(since).toISOString(),
    code,
  ]
}

const batch = 500
