/** The event log as it is read: newest first, filtered, page by page. */
import type { DatabaseSync } from "node:sqlite"
import type { Params, Severity } from "@homeport/contract"

export interface EventRow {
  readonly id: number
  readonly at: number
  readonly since: number
  readonly times: number
  readonly severity: Severity
  readonly code: string
  readonly params: Params
}

export interface EventQuery {
  readonly limit: number
  /** Only rows with a smaller id (or a larger one, oldest first). */
  readonly beyond?: number | undefined
  readonly oldestFirst?: boolean | undefined
  readonly severity?: Severity | undefined
  /** The code or the beginning of one. */
  readonly code?: string | undefined
  /** Each of its words stands in one of the params. */
  readonly q?: string | undefined
}

export interface EventLog {
  list(query: EventQuery): { readonly rows: readonly EventRow[]; readonly total: number }
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
    ofStation({ callNumber: $callNumber, limit: $limit, before = theEnd }) {
      const rows = pageOfStation.all({ $callNumber, $limit, $at: before.at, $id: before.id })
      return {
        total: Number(countOfStation.get({ $callNumber })?.n),
        // As below.
        rows: (rows as unknown as StoredEvent[]).map(eventOf),
      }
    },
    list({ limit, beyond, oldestFirst, severity, code, q }) {
      const filters: string[] = []
      const values: (string | number)[] = []
      const only = (sql: string, wanted: string | number | readonly string[] | undefined) => {
        if (wanted === undefined || wanted === "") return
        filters.push(sql)
        values.push(...[wanted].flat())
      }
      only("severity = ?", severity)
      only("(code || '.') LIKE ? ESCAPE '\\'", code && `${escapeLike(code)}.%`)
      // In the row's text a word is looked for first, which is quick; but the names of the params stand there too.
      for (const word of wordsOf(q))
        only(
          "(params LIKE ? ESCAPE '\\' AND EXISTS (SELECT 1 FROM json_each(params) WHERE value LIKE ? ESCAPE '\\'))",
          [JSON.stringify(word).slice(1, -1), word].map((each) => `%${escapeLike(each)}%`),
        )
      const total = database.prepare(`SELECT count(*) AS n FROM events${where(filters)}`).get(...values)
      only(oldestFirst ? "id > ?" : "id < ?", beyond)
      const rows = database
        .prepare(`SELECT * FROM events${where(filters)} ORDER BY id ${oldestFirst ? "ASC" : "DESC"} LIMIT ?`)
        .all(...values, limit)
      // The columns of a STRICT table: SQLite itself keeps their types; params were written by `journal-writer.ts`.
      return { total: Number(total?.n), rows: (rows as unknown as StoredEvent[]).map(eventOf) }
    },
  }
}

type StoredEvent = Omit<EventRow, "params"> & { readonly params: string }

const eventOf = (row: StoredEvent): EventRow => ({ ...row, params: JSON.parse(row.params) })

/** A few of them: each is another look at every row. */
const wordsOf = (q = ""): readonly string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 5)

const where = (filters: readonly string[]): string => (filters.length === 0 ? "" : ` WHERE ${filters.join(" AND ")}`)

export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (special) => `\\${special}`)

/** Behind every row. */
const theEnd = { at: Number.MAX_SAFE_INTEGER, id: 0 }
