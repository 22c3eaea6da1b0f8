/**
 * One-time links for the people who have a device at home: the newest of each device, also when it is over, so that it is still known
 * how it ended. Beside the settings, because opening one is nobody's change of them. Read from memory, written at once: a link that was
 * opened stays opened, whatever happens next.
 */
import type { DatabaseSync } from "node:sqlite"

export interface HomeLinks {
  of(device: number): HomeLinkState | undefined
  /** By the SHA-256 of its token, hex. */
  withToken(tokenHash: string): { readonly device: number; readonly link: HomeLinkState } | undefined
  /** In the place of the one before it. */
  put(device: number, link: HomeLinkState): void
}

export interface HomeLinkState {
  readonly tokenHash: string
  /** Milliseconds since 1970. */
  readonly madeAt: number
  readonly opensUntil: number
  /** By an administrator, before its time was over. */
  readonly closedAt: number | undefined
  /** Once and for all. */
  readonly opened: HomeLinkOpening | undefined
}

export interface HomeLinkOpening {
  readonly at: number
  readonly address: string
  readonly userAgent: string
  /** SHA-256 of the cookie of the one browser that is shown the page, hex. */
  readonly browserHash: string
}

export interface HomeLinksTable extends HomeLinks {
  /** Inside of the transaction that removes the device. */
  deleteRow(device: number): void
  /** After it. */
  forget(device: number): void
  /** Everything in the table may have changed. */
  reload(): void
}

export function createHomeLinks(database: DatabaseSync): HomeLinksTable {
  let links = load(database)
  const byToken = new Map<string, number>()
  index()
  const insert = database.prepare("INSERT OR REPLACE INTO home_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const remove = database.prepare("DELETE FROM home_links WHERE device = ?")

  function index(): void {
    byToken.clear()
    for (const [device, { tokenHash }] of links) byToken.set(tokenHash, device)
  }

  function forget(device: number): void {
    const before = links.get(device)
    if (before) byToken.delete(before.tokenHash)
    links.delete(device)
  }

  return {
    of: (device) => links.get(device),
    withToken(tokenHash) {
      const device = byToken.get(tokenHash)
      const link = device === undefined ? undefined : links.get(device)
      return device !== undefined && link ? { device, link } : undefined
    },
    put(device, link) {
      const { tokenHash, madeAt, opensUntil, closedAt, opened } = link
      insert.run(
        device,
        tokenHash,
        madeAt,
        opensUntil,
        closedAt ?? null,
        opened?.at ?? null,
        opened?.address ?? null,
        opened?.userAgent ?? null,
        opened?.browserHash ?? null,
      )
      forget(device)
      links.set(device, link)
      byToken.set(tokenHash, device)
    },
    deleteRow: (device) => void remove.run(device),
    forget,
    reload() {
      links = load(database)
      index()
    },
  }
}

interface Row {
  device: number
  token_hash: string
  made_at: number
  opens_until: number
  closed_at: number | null
  opened_at: number | null
  address: string | null
  user_agent: string | null
  browser_hash: string | null
}

function load(database: DatabaseSync): Map<number, HomeLinkState> {
  // The columns of a STRICT table: SQLite itself keeps their types.
  const rows = database.prepare("SELECT * FROM home_links").all() as unknown as Row[]
  return new Map(
    rows.map((row) => [
      row.device,
      {
        tokenHash: row.token_hash,
        madeAt: row.made_at,
        opensUntil: row.opens_until,
        closedAt: row.closed_at ?? undefined,
        opened: openingOf(row),
      },
    ]),
  )
}

/** All four columns of it were written together. */
function openingOf({ opened_at, address, user_agent, browser_hash }: Row): HomeLinkOpening | undefined {
  if (opened_at === null) return undefined
  return { at: opened_at, address: address ?? "", userAgent: user_agent ?? "", browserHash: browser_hash ?? "" }
}
