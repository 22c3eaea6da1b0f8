/**
 * The slow part of certificates, off the main thread: keys of 4096 bits, signatures, key derivation. Calls go on meanwhile.
 *
 *   asked ──▶ worker: one job after the other ──▶ answered, or refused with the PkiError it threw there
 *
 * The worker starts with the first job. What is quick (reading a certificate, comparing two) is asked of @homeport/pki directly.
 */
import { Worker } from "node:worker_threads"
import { PkiError } from "@homeport/pki"
import type { Job, Jobs, Outcome } from "./pki-worker.ts"

export type Pki = {
  readonly [Name in keyof Jobs]: (...asked: Parameters<Jobs[Name]>) => Promise<Awaited<ReturnType<Jobs[Name]>>>
}

export function createPki(): Pki & { close(): Promise<void> } {
  let worker: Worker | undefined
  let last = 0
  const waiting = new Map<number, { settle(value: unknown): void; refuse(error: Error): void }>()

  function failAll(reason: Error): void {
    worker = undefined
    for (const { refuse } of waiting.values()) refuse(reason)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL("./pki-worker.ts", import.meta.url))
    started.on("message", ({ id, outcome }: { id: number; outcome: Outcome }) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) started.unref()
      if (outcome.ok) asked?.settle(outcome.value)
      else
        asked?.refuse(
          outcome.code === undefined ? new Error(outcome.message) : new PkiError(outcome.code, outcome.params),
        )
    })
    started.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))))
    started.on("exit", () => failAll(new Error("the worker for certificates has ended")))
    return started
  }

  function ask(name: keyof Jobs, args: readonly unknown[]): Promise<unknown> {
    return new Promise((settle, refuse) => {
      worker ??= start()
      worker.ref()
      const id = ++last
      waiting.set(id, { settle, refuse })
      // Checked by the type of the function that is handed out below.
      worker.postMessage({ id, name, args } as Job)
    })
  }

  const job = <Name extends keyof Jobs>(name: Name): Pki[Name] =>
    // The worker answers with what this very function returned there.
    ((...args: readonly unknown[]) => ask(name, args)) as Pki[Name]

  return {
    issue: job("issue"),
    renew: job("renew"),
    createCrl: job("createCrl"),
    exportPkcs12: job("exportPkcs12"),
    readFile: job("readFile"),
    async close() {
      await worker?.terminate()
    },
  }
}
