/** The thread behind pki.ts: runs the functions of @homeport/pki by name. */
import { parentPort } from "node:worker_threads"
import { createCrl, exportPkcs12, issue, PkiError, readFile, renew } from "@homeport/pki"

const jobs = { issue, renew, createCrl, exportPkcs12, readFile }
export type Jobs = typeof jobs

export interface Job {
  readonly id: number
  readonly name: keyof Jobs
  readonly args: readonly unknown[]
}

export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly code: PkiError["code"] | undefined
      readonly params?: PkiError["params"]
      readonly message: string
    }

async function run({ name, args }: Job): Promise<Outcome> {
  try {
    // `ask` in pki.ts is typed by these very functions.
    const job = jobs[name] as (...args: readonly unknown[]) => unknown
    return { ok: true, value: await job(...args) }
  } catch (error) {
    if (error instanceof PkiError) return { ok: false, code: error.code, params: error.params, message: error.message }
    // Not its stack or text: a key may stand in what node:crypto quotes.
    return { ok: false, code: undefined, message: `${name} failed` }
  }
}

function serve(port: NonNullable<typeof parentPort>): void {
  // One after the other: two at once would only take twice as long.
  let before: Promise<unknown> = Promise.resolve()
  port.on("message", (job: Job) => {
    before = before.then(async () => port.postMessage({ id: job.id, outcome: await run(job) }))
  })
}

if (parentPort) serve(parentPort)
