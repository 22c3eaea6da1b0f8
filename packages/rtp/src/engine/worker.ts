/** A worker thread: a data path on real sockets, with the main thread at the other end of its port. */
import { parentPort } from "node:worker_threads"
import { realClock } from "../clock.ts"
import { createDataPath } from "./data-path.ts"
import type { Command } from "./messages.ts"
import { bindPort } from "./socket.ts"

const port = parentPort
if (port === null) throw new Error("engine/worker.ts is not a program: createUserspaceEngine starts it as a thread")

const perform = createDataPath({
  clock: realClock,
  random: Math.random,
  bind: bindPort,
  report: (report) => port.postMessage(report),
})
port.on("message", (command: Command) => perform(command))
