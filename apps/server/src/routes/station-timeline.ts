/** SIP Clients ▸ a station ▸ Timeline: the event log and the ended calls of its number, merged by time. */
import { stationTimeline, type TimelineEntry } from "@homeport/contract"
import { ApiError } from "../http/errors.ts"
import { handle, type Route } from "../http/implement.ts"
import { decodePlace, encodePlace } from "../http/list.ts"
import type { Services } from "../services.ts"
import { endedCallView } from "./ended-calls.ts"
import { eventView } from "./events.ts"

export function stationTimelineRoutes({ store }: Services): readonly Route[] {
  return [
    handle(stationTimeline.read, async ({ params, query: { limit, cursor } }) => {
      const station = store.state().stations.get(params.index)
      if (!station) throw new ApiError("NotFound")
      // What happened a moment ago may still be on its way to the disk.
      await store.journal.flush()
      const after = cursor === undefined ? undefined : placeOf(cursor)
      const { callNumber } = station
      const events = store.events.ofStation({ callNumber, limit: limit + 1, before: after && beyond(after, "event") })
      const before = after && beyond(after, "call")
      const calls = store.endedCalls.list({
        callNumber,
        limit: limit + 1,
        beyond: before && { value: before.at, id: before.id },
      })

      const merged = [
        ...events.rows.map((row) => ({
          place: { at: row.at, id: row.id, kind: "event" as const },
          entry: (): TimelineEntry => ({ kind: "event", event: eventView(row) }),
        })),
        ...calls.calls.map(({ place: { value: at, id }, data }) => ({
          place: { at, id, kind: "call" as const },
          entry: (): TimelineEntry => ({ kind: "call", call: endedCallView(id, data) }),
        })),
      ].toSorted((one, other) => inOrder(one.place, other.place))
      const shown = merged.slice(0, limit)
      const last = shown.at(-1)?.place
      return {
        items: shown.map(({ entry }) => entry()),
        total: events.total + calls.total,
        next: merged.length > shown.length && last ? encodePlace([last.at, `${last.kind} ${last.id}`]) : null,
      }
    }),
  ]
}

interface Place {
  readonly at: number
  readonly kind: TimelineEntry["kind"]
  readonly id: number
}

/** Newest first; of one moment first the calls, then the events. */
function inOrder(one: Place, other: Place): number {
  if (one.at !== other.at) return other.at - one.at
  if (one.kind !== other.kind) return one.kind === "call" ? -1 : 1
  return other.id - one.id
}

/** Before which place the rows of this kind begin that come after `place`. */
function beyond({ at, kind, id }: Place, wanted: Place["kind"]): { readonly at: number; readonly id: number } {
  if (kind === wanted) return { at, id }
  // After a call of this moment come all its events; after an event none of its calls.
  return { at, id: wanted === "event" ? Number.MAX_SAFE_INTEGER : 0 }
}

function placeOf(cursor: string): Place {
  const [at, what] = decodePlace(cursor)
  const [, kind, id] = /^(event|call) ([0-9]{1,15})$/.exec(String(what)) ?? []
  if (typeof at === "number" && (kind === "event" || kind === "call")) return { at, kind, id: Number(id) }
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}
