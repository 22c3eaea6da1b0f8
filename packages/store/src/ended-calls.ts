/** The calls that have ended, as they are read: filtered, sorted, page by page. The journal writes them. */
import type { DatabaseSync } from "node:sqlite"
import type { CallOutcome } from "@homeport/contract"

/** What is looked for and sorted by; the rest is the server's own, as JSON. */
export interface EndedCallRow {
  /** Grows with every call that ends. */
  readonly id: number
  /** Milliseconds since 1970. */
  readonly endedAt: number
  /** Call numbers: digits. */
  readonly caller: string
  readonly callee: string
  readonly outcome: CallOutcome
  /** Milliseconds from the answer on. */
  readonly duration: number
  /** The worse of both ways, per cent and milliseconds; -1: not measured. */
  readonly loss: number
  readonly jitter: number
  /** What words are looked for in, in lower case. */
  readonly words: string
  readonly data: string
}

export type EndedCallSort = "endedAt" | "duration" | "caller" | "callee" | "loss" | "jitter"

export interface EndedCallQuery {
  readonly limit: number
  readonly sort?: EndedCallSort | undefined
  readonly descending?: boolean | undefined
  /** Only what stands behind this place. */
  readonly beyond?: EndedCallPlace | undefined
  readonly callNumber?: string | undefined
  readonly outcome?: CallOutcome | undefined
  readonly from?: number | undefined
  readonly until?: number | undefined
  /** All of these words, in lower case. */
  readonly words?: readonly string[] | undefined
}

/** Where a call stands in an order. */
export interface EndedCallPlace {
  readonly value: number
  readonly id: number
}

export interface PlacedCall {
  readonly place: EndedCallPlace
  readonly data: string
}

export interface EndedCalls {
  list(query: EndedCallQuery): { readonly calls: readonly PlacedCall[]; readonly total: number }
  lastId(): number
}

export function createEndedCalls(database: DatabaseSync): EndedCalls {
  const last = database.prepare("SELECT max(id) AS id FROM ended_calls")
  return {
    lastId: () => Number(last.get()?.id ?? 0),
    list({ limit, sort = "endedAt", descending = true, beyond, callNumber, outcome, from, until, words = [] }) {
      const filters: string[] = []
      const values: (string | number)[] = []
      const only = (sql: string, ...wanted: readonly (string | number | undefined)[]) => {
        const given = wanted.filter((value) => value !== undefined)
        if (given.length < wanted.length) return
        filters.push(sql)
        values.push(...given)
      }
      only("(caller = ? OR callee = ?)", callNumber, callNumber)
      only("outcome = ?", outcome)
      only("ended_at >= ?", from)
      only("ended_at <= ?", until)
      for (const word of words.slice(0, mostWords)) only("instr(words, ?) > 0", word)
      const total = database.prepare(`SELECT count(*) AS n FROM ended_calls${where(filters)}`).get(...values)

      const column = columns[sort]
      only(`(${column}, id) ${descending ? "<" : ">"} (?, ?)`, beyond?.value, beyond?.id)
      const order = descending ? "DESC" : "ASC"
      const rows = database
        .prepare(
          `SELECT id, ${column} AS value, data FROM ended_calls${where(filters)} ORDER BY ${column} ${order}, id ${order} LIMIT ?`,
        )
        .all(...values, limit)
      return {
        total: Number(total?.n),
        calls: rows.map(({ id, value, data }) => ({
          place: { value: Number(value), id: Number(id) },
          data: String(data),
        })),
      }
    },
  }
}

/** A call number by its value: 9 before 10. */
const columns: Readonly<Record<EndedCallSort, string>> = {
  endedAt: "ended_at",
  duration: "duration",
  caller: "CAST(caller AS INTEGER)",
  callee: "CAST(callee AS INTEGER)",
  loss: "loss",
  jitter: "jitter",
}

const where = (filters: readonly string[]): string => (filters.length === 0 ? "" : ` WHERE ${filters.join(" AND ")}`)

/** Each is another look at every row. */
const mostWords = 5
