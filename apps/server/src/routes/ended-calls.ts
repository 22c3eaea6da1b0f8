/** Maintenance ▸ Calls: those that have ended, as a list and as a CSV file. */
import { setImmediate } from "node:timers/promises"
import { type CallOutcome, type EndedCall, endedCalls, outcomeOfEnd } from "@homeport/contract"
import type { EndedCallPlace, EndedCallQuery, EndedCallSort, Store } from "@homeport/store"
import type { EndedCallRecord, EndedLegRecord } from "../core/call-recorder.ts"
import { callCsvHead, callCsvLine } from "../csv/export-calls.ts"
import { ApiError } from "../http/errors.ts"
import { FileAnswer } from "../http/file-answer.ts"
import { handle, type Route } from "../http/implement.ts"
import { decodePlace, encodePlace } from "../http/list.ts"
import type { Services } from "../services.ts"
import { moment, momentOrNull } from "./views.ts"

export function endedCallRoutes({ store, now }: Services): readonly Route[] {
  return [
    handle(endedCalls.list, async ({ query }) => {
      // What ended a moment ago may still be on its way to the disk.
      await store.journal.flush()
      const beyond = query.cursor === undefined ? undefined : placeOf(query.cursor)
      const { calls, total } = store.endedCalls.list({ ...wanted(query), limit: query.limit + 1, beyond })
      const shown = calls.slice(0, query.limit)
      const last = shown.at(-1)?.place
      return {
        items: shown.map(({ place, data }) => endedCallView(place.id, data)),
        total,
        next: calls.length > shown.length && last ? encodePlace([last.value, last.id]) : null,
      }
    }),

    handle(endedCalls.download, async ({ query }) => {
      await store.journal.flush()
      const lines = [callCsvHead(query.language)]
      for await (const call of matching(store, wanted(query))) lines.push(callCsvLine(call, query.language))
      const day = new Date(now()).toISOString().slice(0, 10)
      return new FileAnswer(Buffer.from(lines.join("")), `calls-${day}.csv`)
    }),
  ]
}

interface Filters {
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly callNumber?: string | undefined
  readonly outcome?: CallOutcome | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

function wanted({
  q = "",
  sort = "-endedAt",
  callNumber,
  outcome,
  from,
  until,
}: Filters): Omit<EndedCallQuery, "limit"> {
  return {
    callNumber,
    outcome,
    from: from === undefined ? undefined : Date.parse(from),
    until: until === undefined ? undefined : Date.parse(until),
    words: q
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ""),
    // The contract's names, with or without "-" in front.
    sort: sort.replace(/^-/, "") as EndedCallSort,
    descending: sort.startsWith("-"),
  }
}

/** All of them, piece by piece: other work of the process comes in between. */
async function* matching(store: Store, query: Omit<EndedCallQuery, "limit">): AsyncGenerator<EndedCall> {
  let beyond: EndedCallPlace | undefined
  do {
    const { calls } = store.endedCalls.list({ ...query, beyond, limit: piece })
    for (const { place, data } of calls) yield endedCallView(place.id, data)
    beyond = calls.length < piece ? undefined : calls.at(-1)?.place
    await setImmediate()
  } while (beyond)
}

const piece = 500

export function endedCallView(id: number, data: string): EndedCall {
  // Written by `createCallRecorder`.
  const record = JSON.parse(data) as EndedCallRecord
  const { startedAt, answeredAt, endedAt, reason, status, why, caller, callee } = record
  return {
    id,
    startedAt: moment(startedAt),
    answeredAt: momentOrNull(answeredAt),
    endedAt: moment(endedAt),
    duration: answeredAt === undefined ? 0 : endedAt - answeredAt,
    outcome: outcomeOfEnd[reason],
    reason,
    status: status ?? null,
    why: why ?? null,
    caller: legView(caller),
    callee: legView(callee),
  }
}

const legView = ({ media, ...leg }: EndedLegRecord): EndedCall["caller"] => ({ ...leg, media: media ?? null })

function placeOf(cursor: string): EndedCallPlace {
  const [value, id] = decodePlace(cursor)
  if (typeof value === "number" && typeof id === "number") return { value, id }
  throw new ApiError("InvalidInput", { fields: { cursor: { code: "WrongType" } } })
}
