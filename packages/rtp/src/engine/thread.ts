/** Where a data path runs: in a worker thread, or here. */
import { Worker } from "node:worker_threads"
import type { Clock } from "../clock.ts"
import { createDataPath } from "./data-path.ts"
import type { Command, Report } from "./messages.ts"
import { bindPort } from "./socket.ts"

export interface Thread {
  perform(command: Command): void
  /** Its sockets are closed when this is done. */
  stop(): Promise<void>
}

export interface ThreadEvents {
  report(report: Report): void
  /** Not after `stop`. Nothing is performed any more, and its sockets are closed. */
  died(reason: string): void
}

export type StartThread = (events: ThreadEvents) => Thread

export const startWorker: StartThread = ({ report, died }) => {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { name: "rtp" })
  let reason = ""
  let running = true
  worker.on("message", (message: Report) => running && report(message))
  worker.on("error", (error) => {
    reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  })
  worker.on("exit", (code) => {
    if (running) died(reason || `exit code ${code}`)
    running = false
  })
  return {
    perform: (command) => worker.postMessage(command),
    async stop() {
      running = false
      await worker.terminate()
    },
  }
}

/** On this very thread, for tests: the same code without a port in between. */
export const runHere =
  (clock: Clock, random: () => number): StartThread =>
  ({ report }) => {
    const added = new Set<number>()
    const perform = createDataPath({
      clock,
      random,
      bind: bindPort,
      // Nobody expects an answer before his call has returned.
      report: (message) => queueMicrotask(() => report(message)),
    })
    return {
      perform(command) {
        if (command.type === "add") added.add(command.side)
        if (command.type === "release") added.delete(command.side)
        perform(command)
      },
      async stop() {
        for (const side of added) perform({ type: "release", side })
      },
    }
  }
