/**
 * What changes whenever a device fetches, beside its settings and without a new version of them: its link, and what it got last.
 * Read from memory, written at once: a fetch that was counted stays counted, whatever happens next.
 */
import type { DatabaseSync } from "node:sqlite"
import { inTransaction } from "./sqlite.ts"

export interface DeviceStates {
  linkOf(device: number): DeviceLinkState | undefined
  /** By the SHA-256 of its token, hex. */
  withToken(tokenHash: string): { readonly device: number; readonly link: DeviceLinkState } | undefined
  lastFetchOf(device: number): LastFetchState | undefined
  /** All of them or none; undefined closes a link for ever. */
  putLinks(links: Iterable<readonly [device: number, link: DeviceLinkState | undefined]>): void
  /** What a device got, and what is left of its link. */
  fetched(device: number, link: DeviceLinkState, fetch: LastFetchState): void
}

export interface DeviceLinkState {
  readonly tokenHash: string
  /** Milliseconds since 1970. */
  readonly opensUntil: number
  readonly fetchesLeft: number
  /** By the first fetch that carried secrets. */
  readonly bound: LinkBinding | undefined
  /** Which secrets were delivered through it: a fingerprint, so that others open it for secrets again. */
  readonly deliveredSecret: string | undefined
}

export interface LinkBinding {
  readonly at: number
  /** 12 hex digits; null: such devices show none. */
  readonly mac: string | null
  readonly model: string | null
}

export interface LastFetchState {
  readonly at: number
  readonly address: string
  readonly file: string
  readonly firmware: string | null
  readonly model: string | null
  readonly withSecrets: boolean
  /** Fingerprint of everything that stood in its file, and of the secrets that it has. */
  readonly content: string
}

export interface DeviceStatesTable extends DeviceStates {
  /** Inside of the transaction that removes the devices, or gives them another model or MAC address. */
  deleteRows(device: number, what: "link" | "everything"): void
  /** After it. */
  forget(device: number, what: "link" | "everything"): void
  /** Everything in the tables may have changed. */
  reload(): void
}

export function createDeviceStates(database: DatabaseSync): DeviceStatesTable {
  let links = loadLinks(database)
  let lastFetches = loadLastFetches(database)
  const byToken = new Map<string, number>()
  index()
  const putLink = database.prepare("INSERT OR REPLACE INTO device_links VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
  const deleteLink = database.prepare("DELETE FROM device_links WHERE device = ?")
  const putFetch = database.prepare("INSERT OR REPLACE INTO last_fetches VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
  const deleteFetch = database.prepare("DELETE FROM last_fetches WHERE device = ?")

  function index(): void {
    byToken.clear()
    for (const [device, { tokenHash }] of links) byToken.set(tokenHash, device)
  }

  function write(device: number, link: DeviceLinkState | undefined): void {
    if (!link) return void deleteLink.run(device)
    const { tokenHash, opensUntil, fetchesLeft, bound, deliveredSecret } = link
    putLink.run(
      device,
      tokenHash,
      opensUntil,
      fetchesLeft,
      bound?.at ?? null,
      bound?.mac ?? null,
      bound?.model ?? null,
      deliveredSecret ?? null,
    )
  }

  function keep(device: number, link: DeviceLinkState | undefined): void {
    const before = links.get(device)
    if (before) byToken.delete(before.tokenHash)
    if (link) {
      links.set(device, link)
      byToken.set(link.tokenHash, device)
    } else links.delete(device)
  }

  return {
    linkOf: (device) => links.get(device),
    withToken(tokenHash) {
      const device = byToken.get(tokenHash)
      const link = device === undefined ? undefined : links.get(device)
      return device !== undefined && link ? { device, link } : undefined
    },
    lastFetchOf: (device) => lastFetches.get(device),
    putLinks(entries) {
      const all = [...entries]
      inTransaction(database, () => {
        for (const [device, link] of all) write(device, link)
      })
      for (const [device, link] of all) keep(device, link)
    },
    fetched(device, link, fetch) {
      const { at, address, file, firmware, model, withSecrets, content } = fetch
      inTransaction(database, () => {
        write(device, link)
        putFetch.run(device, at, address, file, firmware, model, withSecrets ? 1 : 0, content)
      })
      keep(device, link)
      lastFetches.set(device, fetch)
    },
    deleteRows(device, what) {
      deleteLink.run(device)
      if (what === "everything") deleteFetch.run(device)
    },
    forget(device, what) {
      keep(device, undefined)
      if (what === "everything") lastFetches.delete(device)
    },
    reload() {
      links = loadLinks(database)
      lastFetches = loadLastFetches(database)
      index()
    },
  }
}

interface LinkRow {
  device: number
  token_hash: string
  opens_until: number
  fetches_left: number
  bound_at: number | null
  bound_mac: string | null
  bound_model: string | null
  delivered_secret: string | null
}

function loadLinks(database: DatabaseSync): Map<number, DeviceLinkState> {
  // The columns of a STRICT table: SQLite itself keeps their types.
  const rows = database.prepare("SELECT * FROM device_links").all() as unknown as LinkRow[]
  return new Map(rows.map((row) => [row.device, linkOf(row)]))
}

const linkOf = (row: LinkRow): DeviceLinkState => ({
  tokenHash: row.token_hash,
  opensUntil: row.opens_until,
  fetchesLeft: row.fetches_left,
  bound: row.bound_at === null ? undefined : { at: row.bound_at, mac: row.bound_mac, model: row.bound_model },
  deliveredSecret: row.delivered_secret ?? undefined,
})

interface LastFetchRow extends Omit<LastFetchState, "withSecrets"> {
  device: number
  with_secrets: number
}

function loadLastFetches(database: DatabaseSync): Map<number, LastFetchState> {
  // As above.
  const rows = database.prepare("SELECT * FROM last_fetches").all() as unknown as LastFetchRow[]
  return new Map(
    rows.map(({ device, with_secrets, at, address, file, firmware, model, content }) => [
      device,
      { at, address, file, firmware, model, withSecrets: with_secrets === 1, content },
    ]),
  )
}
