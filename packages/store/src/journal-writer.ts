/** Writes batches of bindings, blocks, events, ended calls and who asked for settings: in the journal's worker for a file, in place for a database in memory. */
import type { DatabaseSync } from "node:sqlite"
import { mostEndedCalls } from "@homeport/contract"
import { mostFetches } from "./device-log.ts"
import type { EndedCallRow } from "./ended-calls.ts"
import { inTransaction } from "./sqlite.ts"

/** What was put into the journal within one interval. */
export interface Batch {
  readonly bindings: readonly BindingChange[]
  readonly events: readonly EventChange[]
  readonly fetches: readonly FetchChange[]
  readonly unknownDevices: readonly UnknownDeviceChange[]
  readonly endedCalls: readonly EndedCallRow[]
  readonly blocks: readonly BlockChange[]
}

/** Somebody is blocked (RFC 5853 §3.1): an address or a network. */
export interface BlockChange {
  readonly network: string
  /** As JSON; undefined: it is gone. */
  readonly data: string | undefined
}

/** A row of the log of fetches, as JSON. */
export interface FetchChange {
  readonly id: number
  readonly data: string
}

export interface UnknownDeviceChange {
  readonly mac: string
  /** As JSON; undefined: it is forgotten. */
  readonly data: string | undefined
}

export interface BindingChange {
  readonly callNumber: string
  readonly contact: string
  /** The binding as JSON; undefined: it is gone. */
  readonly data: string | undefined
}

export interface EventChange {
  readonly id: number
  readonly at: number
  readonly since: number
  readonly times: number
  readonly severity: string
  readonly code: string
  /** As JSON. */
  readonly params: string
}

export type JournalWriter = (batch: Batch) => void

export function createJournalWriter(database: DatabaseSync, keepEvents: number): JournalWriter {
  const putBinding = database.prepare("INSERT OR REPLACE INTO bindings VALUES (?, ?, ?)")
  const removeBinding = database.prepare("DELETE FROM bindings WHERE call_number = ? AND contact = ?")
  const putEvent = database.prepare("INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)")
  const dropEvents = database.prepare("DELETE FROM events WHERE id <= ?")
  const putFetch = database.prepare("INSERT OR REPLACE INTO device_fetches VALUES (?, ?)")
  const dropFetches = database.prepare("DELETE FROM device_fetches WHERE id <= ?")
  const putUnknown = database.prepare("INSERT OR REPLACE INTO unknown_devices VALUES (?, ?)")
  const removeUnknown = database.prepare("DELETE FROM unknown_devices WHERE mac = ?")
  const putCall = database.prepare("INSERT OR REPLACE INTO ended_calls VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
  const dropCalls = database.prepare("DELETE FROM ended_calls WHERE id <= ?")
  const putBlock = database.prepare("INSERT OR REPLACE INTO blocks VALUES (?, ?)")
  const removeBlock = database.prepare("DELETE FROM blocks WHERE network = ?")
  return ({ bindings, events, fetches, unknownDevices, endedCalls, blocks }) => {
    inTransaction(database, () => {
      for (const { callNumber, contact, data } of bindings) {
        if (data === undefined) removeBinding.run(callNumber, contact)
        else putBinding.run(callNumber, contact, data)
      }
      for (const { id, at, since, times, severity, code, params } of events)
        putEvent.run(id, at, since, times, severity, code, params)
      const newest = events.reduce((id, event) => Math.max(id, event.id), 0)
      if (newest > keepEvents) dropEvents.run(newest - keepEvents)
      for (const { id, data } of fetches) putFetch.run(id, data)
      const newestFetch = fetches.reduce((id, fetch) => Math.max(id, fetch.id), 0)
      if (newestFetch > mostFetches) dropFetches.run(newestFetch - mostFetches)
      for (const { id, endedAt, caller, callee, outcome, duration, loss, jitter, words, data } of endedCalls)
        putCall.run(id, endedAt, caller, callee, outcome, duration, loss, jitter, words, data)
      const newestCall = endedCalls.reduce((id, call) => Math.max(id, call.id), 0)
      if (newestCall > mostEndedCalls) dropCalls.run(newestCall - mostEndedCalls)
      for (const { mac, data } of unknownDevices) {
        if (data === undefined) removeUnknown.run(mac)
        else putUnknown.run(mac, data)
      }
      for (const { network, data } of blocks) {
        if (data === undefined) removeBlock.run(network)
        else putBlock.run(network, data)
      }
    })
  }
}
