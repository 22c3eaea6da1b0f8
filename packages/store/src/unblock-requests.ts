/**
 * What the command line asks of the server that runs beside it, or of the next one: blocks to lift. The settings and the blocks of a
 * running server are in its memory, so nobody else can change them.
 *
 *   npm run homeport -- unblock … ──▶ a row ──▶ the server looks every few seconds, and at its start ──▶ done, row gone
 */
import type { DatabaseSync } from "node:sqlite"

export interface UnblockRequests {
  /** An address or a network; undefined: all. */
  add(network: string | undefined): void
  /** Whether the server has not done it yet. */
  waits(network: string | undefined): boolean
  waiting(): readonly (string | undefined)[]
  done(network: string | undefined): void
}

export function createUnblockRequests(database: DatabaseSync): UnblockRequests {
  const insert = database.prepare("INSERT OR IGNORE INTO unblock_requests VALUES (?)")
  const find = database.prepare("SELECT 1 FROM unblock_requests WHERE network = ?")
  const all = database.prepare("SELECT network FROM unblock_requests")
  const remove = database.prepare("DELETE FROM unblock_requests WHERE network = ?")
  return {
    add: (network) => void insert.run(network ?? everything),
    waits: (network) => find.get(network ?? everything) !== undefined,
    waiting: () => all.all().map(({ network }) => (network === everything ? undefined : String(network))),
    done: (network) => void remove.run(network ?? everything),
  }
}

const everything = ""
