/** Maintenance ▸ Admin Log. */
import { type AdminLogEntry, adminLog } from "@homeport/contract"
import type { AdminLogRow } from "@homeport/store"
import { handle, type Route } from "../http/implement.ts"
import { idOfCursor } from "../http/list.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function adminLogRoutes({ store, now }: Services): readonly Route[] {
  return [
    handle(adminLog.list, ({ query }) => {
      const { rows, total } = store.adminLog.list({
        limit: query.limit + 1,
        beyond: query.cursor === undefined ? undefined : idOfCursor(query.cursor),
        q: query.q,
        place: query.place,
        from: query.within === undefined ? undefined : now() - query.within * 3_600_000,
      })
      const shown = rows.slice(0, query.limit)
      return { items: shown.map(entryView), total, next: rows.length > shown.length ? String(shown.at(-1)?.id) : null }
    }),
  ]
}

const entryView = ({ id, at, by, address, cause, items }: AdminLogRow): AdminLogEntry => ({
  id,
  at: moment(at),
  by,
  address,
  cause,
  items: [...items],
})
