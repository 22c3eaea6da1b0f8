/**
 * What changes by itself and often: bindings, blocks, events, ended calls, who asked for settings. Collected for 200 ms, then written as one batch by a worker, so
 * the main thread never writes one. SIGKILL may lose the last 200 ms.
 *
 *   binding(…) event(…) ──▶ collected ──200 ms──▶ worker: one transaction ──▶ onWritten
 */
import { Worker } from "node:worker_threads"
import { mostEndedCalls } from "@homeport/contract"
import { mostFetches } from "./device-log.ts"
import type { EndedCallRow } from "./ended-calls.ts"
import type { JournalWorkerData } from "./journal-worker.ts"
import type {
  Batch,
  BindingChange,
  BlockChange,
  EventChange,
  FetchChange,
  JournalWriter,
  UnknownDeviceChange,
} from "./journal-writer.ts"

export interface Journal {
  binding(change: BindingChange): void
  event(change: EventChange): void
  fetch(change: FetchChange): void
  unknownDevice(change: UnknownDeviceChange): void
  /** The same id again puts new figures in its place. */
  endedCall(row: EndedCallRow): void
  block(change: BlockChange): void
  /** Everything that was put in before is written when this resolves. */
  flush(): Promise<void>
  /** Why the last batch could not be written; undefined: it was. */
  problem(): string | undefined
  /** Writes what is left and ends. */
  close(): Promise<void>
}

export interface BatchTarget {
  write(batch: Batch): Promise<string | undefined>
  close(): Promise<void>
}

export function createJournal(target: BatchTarget, interval = 200): Journal {
  // By identity: of a binding that changed twice within an interval only the last state matters.
  let bindings = new Map<string, BindingChange>()
  let events = new Map<number, EventChange>()
  let fetches = new Map<number, FetchChange>()
  let unknownDevices = new Map<string, UnknownDeviceChange>()
  let endedCalls = new Map<number, EndedCallRow>()
  let blocks = new Map<string, BlockChange>()
  let timer: NodeJS.Timeout | undefined
  let written: Promise<void> = Promise.resolve()
  let problem: string | undefined
  let closed = false

  function collect(wait = interval): void {
    timer ??= setTimeout(write, wait)
  }

  /** A full disk may be emptied: what could not be written is tried again, unless something newer has taken its place. */
  function keep(batch: Batch): void {
    for (const change of batch.bindings) if (!bindings.has(keyOf(change))) bindings.set(keyOf(change), change)
    for (const event of batch.events) if (!events.has(event.id) && events.size < mostKept) events.set(event.id, event)
    for (const fetch of batch.fetches) if (fetches.size < mostFetches) fetches.set(fetch.id, fetch)
    for (const phone of batch.unknownDevices) if (!unknownDevices.has(phone.mac)) unknownDevices.set(phone.mac, phone)
    for (const call of batch.endedCalls)
      if (!endedCalls.has(call.id) && endedCalls.size < mostEndedCalls) endedCalls.set(call.id, call)
    for (const block of batch.blocks) if (!blocks.has(block.network)) blocks.set(block.network, block)
    collect(retryAfter)
  }

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    const batch: Batch = {
      bindings: [...bindings.values()],
      events: [...events.values()],
      fetches: [...fetches.values()],
      unknownDevices: [...unknownDevices.values()],
      endedCalls: [...endedCalls.values()],
      blocks: [...blocks.values()],
    }
    if (Object.values(batch).every((changes) => changes.length === 0)) return
    bindings = new Map()
    events = new Map()
    fetches = new Map()
    unknownDevices = new Map()
    endedCalls = new Map()
    blocks = new Map()
    written = target.write(batch).then((outcome) => {
      problem = outcome
      if (problem !== undefined && !closed) keep(batch)
    })
  }

  const flush = (): Promise<void> => {
    write()
    return written
  }

  return {
    binding(change) {
      bindings.set(keyOf(change), change)
      collect()
    },
    event(change) {
      events.set(change.id, change)
      collect()
    },
    fetch(change) {
      fetches.set(change.id, change)
      collect()
    },
    unknownDevice(change) {
      unknownDevices.set(change.mac, change)
      collect()
    },
    endedCall(row) {
      endedCalls.set(row.id, row)
      collect()
    },
    block(change) {
      blocks.set(change.network, change)
      collect()
    },
    flush,
    problem: () => problem,
    async close() {
      closed = true
      await flush()
      await target.close()
    },
  }
}

const keyOf = ({ callNumber, contact }: BindingChange): string => `${callNumber} ${contact}`

const retryAfter = 5_000
const mostKept = 10_000

/** The database file, through a worker with a connection of its own. */
export function fileTarget(data: JournalWorkerData): BatchTarget {
  let started: Worker | undefined
  const waiting: ((problem: string | undefined) => void)[] = []
  const fail = (problem: string) => {
    for (const settle of waiting.splice(0)) settle(problem)
  }

  /** With the first batch: the command line writes none. Idle, it does not keep a process alive that is done otherwise. */
  function start(): Worker {
    const worker = new Worker(new URL("./journal-worker.ts", import.meta.url), { workerData: data })
    worker.on("message", (answer: { problem: string | undefined }) => {
      waiting.shift()?.(answer.problem)
      if (waiting.length === 0) worker.unref()
    })
    worker.on("error", (error) => fail(error instanceof Error ? error.message : String(error)))
    worker.on("exit", () => {
      started = undefined
      fail("the journal's worker has ended")
    })
    return worker
  }

  return {
    write(batch) {
      return new Promise((settle) => {
        started ??= start()
        waiting.push(settle)
        started.ref()
        started.postMessage(batch)
      })
    },
    close() {
      const worker = started
      if (!worker) return Promise.resolve()
      return new Promise((settle) => {
        worker.ref()
        worker.once("exit", () => settle())
        worker.postMessage("close")
      })
    },
  }
}

/** A database in memory has only one connection: written in place. */
export function memoryTarget(write: JournalWriter): BatchTarget {
  return {
    async write(batch) {
      try {
        write(batch)
        return undefined
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    },
    async close() {},
  }
}
