/**
 * Who changed what: the newest entries, each one change as it was made. What an entry says is its writer's (contract's
 * `AdminLogItem`s as JSON); here it is kept, counted, found again and in the end dropped.
 */
import type { DatabaseSync } from "node:sqlite"
import type { AdminLogItem, ChangeCause } from "@homeport/contract"
import { escapeLike, where, wordsOf } from "./sql-filters.ts"

export interface AdminLogFields {
  readonly at: number
  /** An account, an API token, "Homeport" or the command line. */
  readonly by: string
  /** Where the request came from; null: from this machine itself. */
  readonly address: string | null
  /** null: somebody changed it directly. */
  readonly cause: ChangeCause | null
  /** Without secrets, and short: `items` is written as it is. */
  readonly items: readonly AdminLogItem[]
}

export interface AdminLogRow extends AdminLogFields {
  readonly id: number
}

export interface AdminLogQuery {
  readonly limit: number
  /** Only rows with a smaller id. */
  readonly beyond?: number | undefined
  /** Each of its words stands in who, where from, or what. */
  readonly q?: string | undefined
  /** "stations", a section of the settings: `placesOf`. */
  readonly place?: string | undefined
  /** Milliseconds since 1970; the first and the last moment that count. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface AdminLog {
  add(entry: AdminLogFields): void
  list(query: AdminLogQuery): { readonly rows: readonly AdminLogRow[]; readonly total: number }
}

export const mostAdminLogEntries = 10_000

export function createAdminLog(database: DatabaseSync, keep = mostAdminLogEntries): AdminLog {
  const insert = database.prepare(
    "INSERT INTO admin_log (at, by, address, cause, places, items) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
  )
  const drop = database.prepare("DELETE FROM admin_log WHERE id <= ?")
  return {
    add({ at, by, address, cause, items }) {
      const id = Number(insert.get(at, by, address, cause, ` ${placesOf(items).join(" ")} `, JSON.stringify(items))?.id)
      if (id > keep) drop.run(id - keep)
    },
    list({ limit, beyond, q, place, from, to }) {
      const filters: string[] = []
      const values: (string | number)[] = []
      const only = (sql: string, ...wanted: (string | number)[]) => {
        filters.push(sql)
        values.push(...wanted)
      }
      for (const word of wordsOf(q)) {
        const like = `%${escapeLike(word)}%`
        // In the items' own text quotes and backslashes are escaped.
        const inItems = `%${escapeLike(JSON.stringify(word).slice(1, -1))}%`
        only(
          `(by LIKE ? ESCAPE '\\' OR address LIKE ? ESCAPE '\\' OR (items LIKE ? ESCAPE '\\' AND EXISTS (
            SELECT 1 FROM json_tree(items) WHERE atom LIKE ? ESCAPE '\\')))`,
          like,
          like,
          inItems,
          like,
        )
      }
      if (place !== undefined) only("places LIKE ? ESCAPE '\\'", `% ${escapeLike(place)} %`)
      if (from !== undefined) only("at >= ?", from)
      if (to !== undefined) only("at <= ?", to)
      const total = database.prepare(`SELECT count(*) AS n FROM admin_log${where(filters)}`).get(...values)
      if (beyond !== undefined) only("id < ?", beyond)
      const rows = database
        .prepare(`SELECT * FROM admin_log${where(filters)} ORDER BY id DESC LIMIT ?`)
        .all(...values, limit)
      // The columns of a STRICT table: SQLite itself keeps their types; items were written by `add`.
      return { total: Number(total?.n), rows: (rows as unknown as StoredEntry[]).map(entryOf) }
    },
  }
}

/** What the log is filtered by: a section's name, or the kind of what changed. */
export const placesOf = (items: readonly AdminLogItem[]): readonly string[] => [
  ...new Set(items.map(({ subject }) => (subject.kind === "settings" ? subject.section : subject.kind))),
]

type StoredEntry = Omit<AdminLogRow, "items"> & { readonly places: string; readonly items: string }

const entryOf = ({ places: _, ...row }: StoredEntry): AdminLogRow => ({ ...row, items: JSON.parse(row.items) })
