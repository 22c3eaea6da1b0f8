/**
 * Who asked for settings: the newest fetches, served and refused, and the phones that nobody knows. Anybody on the internet can add
 * to both, so both are short, are read from memory, and are written by the journal.
 */
import type { DatabaseSync } from "node:sqlite"
import type { FetchRefusal } from "@homeport/contract"
import type { Journal } from "./journal.ts"

export interface DeviceLog {
  addFetch(fetch: FetchFields): FetchRow
  /** Newest first. */
  fetches(): readonly FetchRow[]
  /** It asked, perhaps not for the first time. */
  seen(phone: Sighting): void
  unknownDevices(): Iterable<UnknownDeviceState>
  unknownDevice(mac: string): UnknownDeviceState | undefined
  forgetUnknown(mac: string): void
}

export interface DeviceLogTable extends DeviceLog {
  /** Its rows are gone. */
  clear(): void
}

export interface FetchFields {
  readonly at: number
  /** null: no device of ours could be told from it. */
  readonly device: number | null
  readonly address: string
  readonly file: string
  readonly userAgent: string
  readonly mac: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly refused: FetchRefusal | null
  readonly withSecrets: boolean
}

export interface FetchRow extends FetchFields {
  readonly id: number
}

export interface Sighting {
  readonly mac: string
  readonly at: number
  readonly address: string
  readonly file: string
  readonly userAgent: string
}

export interface UnknownDeviceState extends Omit<Sighting, "at"> {
  readonly firstAt: number
  readonly lastAt: number
  readonly times: number
}

export const mostFetches = 1000
export const mostUnknownDevices = 500

/** What is stored of it. */
export interface LoggedDevices {
  /** Oldest first. */
  readonly fetches: readonly FetchRow[]
  readonly unknownDevices: readonly UnknownDeviceState[]
}

export function loadDeviceLog(database: DatabaseSync): LoggedDevices {
  const read = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map(({ data }) => JSON.parse(String(data)) as unknown)
  return {
    // Written below.
    fetches: read("SELECT data FROM device_fetches ORDER BY id") as FetchRow[],
    unknownDevices: read("SELECT data FROM unknown_devices") as UnknownDeviceState[],
  }
}

export function createDeviceLog(
  logged: LoggedDevices,
  journal: Pick<Journal, "fetch" | "unknownDevice">,
): DeviceLogTable {
  const fetches = [...logged.fetches]
  const unknown = new Map(
    logged.unknownDevices.toSorted((one, other) => one.lastAt - other.lastAt).map((phone) => [phone.mac, phone]),
  )
  let lastId = fetches.at(-1)?.id ?? 0

  const forget = (mac: string) => {
    if (unknown.delete(mac)) journal.unknownDevice({ mac, data: undefined })
  }

  return {
    addFetch(fields) {
      const fetch: FetchRow = { ...fields, id: ++lastId }
      fetches.push(fetch)
      if (fetches.length > mostFetches) fetches.shift()
      journal.fetch({ id: fetch.id, data: JSON.stringify(fetch) })
      return fetch
    },
    fetches: () => fetches.toReversed(),
    seen({ at, ...phone }) {
      const before = unknown.get(phone.mac)
      const now: UnknownDeviceState = {
        ...phone,
        firstAt: before?.firstAt ?? at,
        lastAt: at,
        times: (before?.times ?? 0) + 1,
      }
      // Taken out first, so that the map keeps the order of the last sighting.
      unknown.delete(phone.mac)
      unknown.set(phone.mac, now)
      journal.unknownDevice({ mac: phone.mac, data: JSON.stringify(now) })
      const [oldest] = unknown.keys()
      if (unknown.size > mostUnknownDevices && oldest !== undefined) forget(oldest)
    },
    unknownDevices: () => unknown.values(),
    unknownDevice: (mac) => unknown.get(mac),
    forgetUnknown: forget,
    clear() {
      fetches.length = 0
      unknown.clear()
    },
  }
}
