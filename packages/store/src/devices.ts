/** Devices of stations as rows. */
import type { DatabaseSync } from "node:sqlite"
import type { StoredDevice } from "./settings-state.ts"

export interface DevicesTable {
  load(): Map<number, StoredDevice>
  /** The highest id that was ever given. */
  lastId(): number
  insert(device: StoredDevice): void
  remove(id: number): void
}

export function createDevicesTable(database: DatabaseSync): DevicesTable {
  const all = database.prepare("SELECT * FROM devices ORDER BY device")
  const insert = database.prepare(
    `INSERT INTO devices VALUES
      ($id, $station, $model, $generation, $mac, $transport, $language, $version, $changedBy, $changedAt)`,
  )
  const remove = database.prepare("DELETE FROM devices WHERE device = ?")
  const last = database.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'devices'")
  return {
    load() {
      // The columns of a STRICT table: SQLite itself keeps their types.
      const rows = all.all() as unknown as DeviceRow[]
      return new Map(rows.map((row) => [row.device, deviceOf(row)]))
    },
    lastId: () => Number(last.get()?.seq ?? 0),
    insert({ id, station, model, generation, mac, transport, language, version, changedBy, changedAt }) {
      insert.run({
        $id: id,
        $station: station,
        $model: model,
        $generation: generation,
        $mac: mac,
        $transport: transport,
        $language: language,
        $version: version,
        $changedBy: changedBy ?? "",
        $changedAt: changedAt ?? 0,
      })
    },
    remove(id) {
      remove.run(id)
    },
  }
}

interface DeviceRow {
  device: number
  station: number
  model: string
  generation: string | null
  mac: string | null
  transport: StoredDevice["transport"]
  language: StoredDevice["language"]
  version: number
  changed_by: string
  changed_at: number
}

const deviceOf = ({ device, changed_by, changed_at, ...row }: DeviceRow): StoredDevice => ({
  ...row,
  id: device,
  changedBy: changed_by,
  changedAt: changed_at,
})
