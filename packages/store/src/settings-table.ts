/** The pages of settings as rows: only what differs from the defaults, so that new defaults reach old installations. */
import type { DatabaseSync } from "node:sqlite"
import { type AllSettings, type Section, sections, settingsSchemas } from "@homeport/contract"
import type { SettingsState, Versioned } from "./settings-state.ts"
import { StoreError } from "./store-error.ts"

export interface SettingsTable {
  load(): SettingsState["sections"]
  put<S extends Section>(section: S, page: Versioned<AllSettings[S]>): void
}

export function createSettingsTable(database: DatabaseSync, defaults: AllSettings): SettingsTable {
  const one = database.prepare("SELECT * FROM settings WHERE section = ?")
  const put = database.prepare("INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?, ?)")

  function read<S extends Section>(section: S): Versioned<AllSettings[S]> {
    // The columns of a STRICT table: SQLite itself keeps their types.
    const row = one.get(section) as SettingsRow | undefined
    if (!row) return { value: defaults[section], version: 0, changedBy: undefined, changedAt: undefined }
    const stored = settingsSchemas[section].safeParse({ ...defaults[section], ...parse(row.differences) })
    if (!stored.success)
      throw new StoreError("damaged", `The stored settings “${section}” cannot be understood: restore a backup.`)
    return { value: stored.data, version: row.version, changedBy: row.changed_by, changedAt: row.changed_at }
  }

  return {
    load() {
      // One entry a section: fromEntries forgets the names.
      return Object.fromEntries(sections.map((section) => [section, read(section)])) as SettingsState["sections"]
    },
    put(section, { value, version, changedBy, changedAt }) {
      put.run(section, JSON.stringify(differences(value, defaults[section])), version, changedBy ?? "", changedAt ?? 0)
    },
  }
}

interface SettingsRow {
  differences: string
  version: number
  changed_by: string
  changed_at: number
}

function parse(differences: string): object {
  try {
    const value: unknown = JSON.parse(differences)
    return typeof value === "object" && value !== null ? value : {}
  } catch {
    throw new StoreError("damaged", "A row of the stored settings is damaged: restore a backup.")
  }
}

function differences(value: object, standard: object): object {
  const standards = new Map(Object.entries(standard).map(([name, each]) => [name, JSON.stringify(each)]))
  return Object.fromEntries(
    Object.entries(value).filter(([name, each]) => standards.get(name) !== JSON.stringify(each)),
  )
}
