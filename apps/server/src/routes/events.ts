/** The event log, and the stream of what changed. */
import { type EventCode, events, type LoggedEvent } from "@homeport/contract"
import type { EventRow } from "@homeport/store"
import { openEventStream } from "../http/events.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { idIn } from "./cursor.ts"
import { moment } from "./views.ts"

export function eventRoutes({ store, stream, logins }: Services): readonly Route[] {
  return [
    handle(events.list, async ({ query }) => {
      // What happened a moment ago may still be on its way to the disk.
      await store.journal.flush()
      const { rows, total } = store.events.list({
        limit: query.limit + 1,
        beyond: query.cursor === undefined ? undefined : idIn(query.cursor),
        oldestFirst: query.sort === "at",
        severity: query.severity,
        code: query.code,
        q: query.q,
      })
      const shown = rows.slice(0, query.limit)
      return { items: shown.map(eventView), total, next: rows.length > shown.length ? String(shown.at(-1)?.id) : null }
    }),

    handle(events.stream, ({ request, reply }) => openEventStream(reply, stream, () => logins.lasts(request))),
  ]
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
