/** The event log as it is read: filtered, page by page. */
import type { DatabaseSync } from "node:sqlite"
import type { Params, Severity } from "@homeport/contract"
import { escapeLike, where, wordsOf } from "./sql-filters.ts"

export interface EventRow {
  readonly id: number
  readonly at: number
  readonly since: number
  readonly times: number
  readonly severity: Severity
  readonly code: string
  readonly params: Params
}

export interface EventFilter {
  readonly severity?: Severity | undefined
  /** The code or the beginning of one. */
  readonly code?: string | undefined
  /** Only these codes. */
  readonly codes?: readonly string[] | undefined
  /** Each of its words stands in one of the params, or `codesSaying` knows codes whose sentence has it. */
  readonly q?: string | undefined
  readonly codesSaying?: ((word: string) => readonly string[]) | undefined
  /** A call number: the station itself, or one end of a call. */
  readonly station?: string | undefined
  /** Milliseconds since 1970: what happened then or later, or then or before. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface EventQuery extends EventFilter {
  readonly limit: number
  /** Only rows with a smaller id (or a larger one, oldest first). */
  readonly beyond?: number | undefined
  readonly oldestFirst?: boolean | undefined
}

export interface EventLog {
  /** A page of it, and how many rows match over all pages. */
  list(query: EventQuery): { readonly rows: readonly EventRow[]; readonly total: number }
  /** A page without counting: for whoever reads all of them. */
  page(query: EventQuery): readonly EventRow[]
  /** What names this call number, newest first; but for what ended calls tell themselves (`call.ended.…`). */
  ofStation(query: StationEventQuery): { readonly rows: readonly EventRow[]; readonly total: number }
  lastId(): number
}

export interface StationEventQuery {
  readonly callNumber: string
  readonly limit: number
  /** Only rows before this moment, or of it with a smaller id. */
  readonly before?: { readonly at: number; readonly id: number } | undefined
}

export function createEventLog(database: DatabaseSync): EventLog {
  const last = database.prepare("SELECT max(id) AS id FROM events")

  function page({ limit, beyond, oldestFirst, ...filter }: EventQuery): readonly EventRow[] {
    const { filters, values } = conditionsOf(filter)
    if (beyond !== undefined) {
      filters.push(oldestFirst ? "id > ?" : "id < ?")
      values.push(beyond)
    }
    const rows = database
      .prepare(`SELECT * FROM events${where(filters)} ORDER BY id ${oldestFirst ? "ASC" : "DESC"} LIMIT ?`)
      .all(...values, limit)
    // The columns of a STRICT table: SQLite itself keeps their types; params were written by `journal-writer.ts`.
    return (rows as unknown as StoredEvent[]).map(eventOf)
  }

  // Each of these expressions has its index: migrations/008-ended-calls.sql. UNION takes a call to oneself once.
  const named = ["callNumber", "user", "from", "to"].map((name) => `params ->> '${name}' = $callNumber`)
  const told = "code NOT LIKE 'call.ended.%'"
  const countOfStation = database.prepare(
    `SELECT count(*) AS n FROM (${named.map((name) => `SELECT id FROM events WHERE ${name} AND ${told}`).join(" UNION ")})`,
  )
  const newestOf = (name: string) =>
    `SELECT * FROM (SELECT * FROM events WHERE ${name} AND ${told} AND (at, id) < ($at, $id) ORDER BY at DESC, id DESC LIMIT $limit)`
  const pageOfStation = database.prepare(
    `${named.map(newestOf).join(" UNION ")} ORDER BY at DESC, id DESC LIMIT $limit`,
  )
  return {
    lastId: () => Number(last.get()?.id ?? 0),
    page,
    ofStation({ callNumber: $callNumber, limit: $limit, before = theEnd }) {
      const rows = pageOfStation.all({ $callNumber, $limit, $at: before.at, $id: before.id })
      return {
        total: Number(countOfStation.get({ $callNumber })?.n),
        // As below.
        rows: (rows as unknown as StoredEvent[]).map(eventOf),
      }
    },
    list(query) {
      const { filters, values } = conditionsOf(query)
      const total = database.prepare(`SELECT count(*) AS n FROM events${where(filters)}`).get(...values)
      return { total: Number(total?.n), rows: page(query) }
    },
  }
}

function conditionsOf(filter: EventFilter): { readonly filters: string[]; readonly values: (string | number)[] } {
  const { severity, code, codes, q, codesSaying = () => [], station, from, to } = filter
  const filters: string[] = []
  const values: (string | number)[] = []
  const only = (sql: string, ...wanted: (string | number)[]) => {
    filters.push(sql)
    values.push(...wanted)
  }
  if (severity !== undefined) only("severity = ?", severity)
  if (code !== undefined && code !== "") only("(code || '.') LIKE ? ESCAPE '\\'", `${escapeLike(code)}.%`)
  if (codes !== undefined) only(`code IN (${placesFor(codes)})`, ...codes)
  if (from !== undefined) only("at >= ?", from)
  if (to !== undefined) only("since <= ?", to)
  // In the row's text it is looked for first, which is quick; but the names of the params stand there too.
  if (station !== undefined && station !== "")
    only(
      `(params LIKE ? ESCAPE '\\' AND EXISTS (SELECT 1 FROM json_each(params) WHERE key IN (${stationParams}) AND value = ?))`,
      `%${escapeLike(station)}%`,
      station,
    )
  for (const word of wordsOf(q)) {
    const saying = codesSaying(word)
    only(
      `(code IN (${placesFor(saying)}) OR
        (params LIKE ? ESCAPE '\\' AND EXISTS (SELECT 1 FROM json_each(params) WHERE value LIKE ? ESCAPE '\\')))`,
      ...saying,
      `%${escapeLike(JSON.stringify(word).slice(1, -1))}%`,
      `%${escapeLike(word)}%`,
    )
  }
  return { filters, values }
}

/** Where events say which station they are about. */
const stationParams = ["callNumber", "from", "to", "user"].map((name) => `'${name}'`).join(", ")

const placesFor = (wanted: readonly unknown[]): string => wanted.map(() => "?").join(", ")

type StoredEvent = Omit<EventRow, "params"> & { readonly params: string }

const eventOf = (row: StoredEvent): EventRow => ({ ...row, params: JSON.parse(row.params) })

/** Behind every row. */
const theEnd = { at: Number.MAX_SAFE_INTEGER, id: 0 }
