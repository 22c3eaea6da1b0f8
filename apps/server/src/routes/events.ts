/** The event log, as pages and as a file, and the stream of what changed. */
import {
  type CheckedQuery,
  codesOfAreas,
  type EventCode,
  eventCodesSaying,
  eventFile,
  events,
  type LoggedEvent,
} from "@homeport/contract"
import type { EventFilter, EventRow } from "@homeport/store"
import { exportEvents } from "../csv/export-events.ts"
import { openEventStream } from "../http/events.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route } from "../http/implement.ts"
import { idOfCursor } from "../http/list.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function eventRoutes({ store, stream, logins, now }: Services): readonly Route[] {
  return [
    handle(events.list, async ({ query }) => {
      // What happened a moment ago may still be on its way to the disk.
      await store.journal.flush()
      const { rows, total } = store.events.list({
        ...filterOf(query, now()),
        limit: query.limit + 1,
        beyond: query.cursor === undefined ? undefined : idOfCursor(query.cursor),
        oldestFirst: query.sort === "at",
      })
      const shown = rows.slice(0, query.limit)
      return { items: shown.map(eventView), total, next: rows.length > shown.length ? String(shown.at(-1)?.id) : null }
    }),

    handle(eventFile.download, async ({ query }) => {
      await store.journal.flush()
      const file = await exportEvents(store.events, filterOf(query, now()), query.language)
      return new FileAnswer(file, `events-${moment(now()).slice(0, 10)}.csv`)
    }),

    handle(events.stream, ({ request, reply }) => openEventStream(reply, stream, () => logins.lasts(request))),
  ]
}

type AskedFilter = Omit<CheckedQuery<typeof eventFile.download>, "language">

function filterOf({ severity, area, code, q, station, within, from, to }: AskedFilter, at: number): EventFilter {
  const since = from === undefined ? undefined : Date.parse(from)
  const last = within === undefined ? undefined : at - within * 3_600_000
  return {
    severity,
    code,
    codes: area && codesOfAreas([area]),
    q,
    codesSaying: eventCodesSaying,
    station,
    from: since === undefined || last === undefined ? (since ?? last) : Math.max(since, last),
    to: to === undefined ? undefined : Date.parse(to),
  }
}

export const eventView = ({ id, at, since, times, severity, code, params }: EventRow): LoggedEvent => ({
  id,
  at: moment(at),
  since: moment(since),
  times,
  severity,
  // Written by `EventRecorder`, perhaps of an older version: a console shows a code that it does not know as it is.
  code: code as EventCode,
  params,
})
