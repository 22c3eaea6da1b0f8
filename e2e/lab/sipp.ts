/** Runs a SIPp scenario on a host of the lab: messages that no decent phone sends, and answers that must be exact. */
import { once } from "node:events"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { end, type Host } from "./host.ts"

export interface SippOptions {
  /** A file of e2e/scenarios, without ".xml". */
  readonly scenario: string
  /** Where requests go: "192.168.1.2:5060". */
  readonly remote: string
  readonly address: string
  readonly port: number
  /** Replaces `{{name}}` in the scenario: SIPp itself has no variables in what it expects to receive. */
  readonly values?: Readonly<Record<string, string | number>>
  readonly transport?: "udp" | "tcp"
  /** Counts every copy of a message, where SIPp would otherwise swallow and answer retransmissions by itself. */
  readonly everyCopy?: boolean
  /** How many times the scenario is played, all at once where it waits; default 1. */
  readonly calls?: number
  /** Given up after so long; default 20. */
  readonly seconds?: number
}

export interface SippRun {
  /** Resolves when the scenario went through; rejects with the messages seen when it did not. */
  readonly done: Promise<void>
  stop(): Promise<void>
}

export function sipp(host: Host, options: SippOptions): SippRun {
  const { scenario, remote, address, port, values = {}, transport = "udp", everyCopy = false } = options
  const { calls = 1, seconds = 20 } = options
  const run = `${scenario}-${process.hrtime.bigint()}`
  const file = join(host.folder, `${run}.xml`)
  const messages = join(host.folder, `${run}.messages`)
  const errors = join(host.folder, `${run}.errors`)
  writeFileSync(file, fillIn(scenario, values))
  const child = host.spawn(
    [
      ...["sipp", remote, "-sf", file, "-i", address, "-p", String(port), "-t", transport === "tcp" ? "t1" : "u1"],
      ...["-m", String(calls), "-l", String(calls), "-r", "20", "-nostdin", "-nd"],
      ...["-timeout", `${seconds}s`, "-timeout_error", "-recv_timeout", `${(seconds - 1) * 1000}`],
      ...["-trace_msg", "-message_file", messages, "-trace_err", "-error_file", errors],
      ...(everyCopy ? ["-nr"] : []),
    ],
    { log: `${run}.log`, env: { TERM: "dumb" } },
  )
  // Its own time limit does not hold while it waits for the answer to a retransmission.
  const limit = setTimeout(() => child.kill("SIGKILL"), (seconds + 2) * 1_000)
  const done = once(child, "exit").then(([code]) => {
    clearTimeout(limit)
    if (code === 0) return
    const read = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8").slice(-6_000) : "")
    throw new Error(`SIPp ${scenario} on ${host.name} ended with ${code}\n${read(errors)}\n${read(messages)}`)
  })
  // A test that fails elsewhere first must not be drowned by this one.
  done.catch(() => {})
  return { done, stop: () => end(child, "SIGKILL") }
}

function fillIn(scenario: string, values: Readonly<Record<string, string | number>>): string {
  const path = fileURLToPath(new URL(`../scenarios/${scenario}.xml`, import.meta.url))
  const text = readFileSync(path, "utf8").replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
    String(values[name] ?? place),
  )
  const left = text.match(/\{\{\w+\}\}/)
  if (left) throw new Error(`${scenario}.xml needs a value for ${left[0]}`)
  return text
}
