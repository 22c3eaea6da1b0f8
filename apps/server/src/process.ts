/** Starts the parts with the real core, and stops them when the operating system asks. */
import { join } from "node:path"
import { createSbc } from "@homeport/sbc"
import manifest from "../package.json" with { type: "json" }
import type { Environment } from "./environment.ts"
import { run } from "./run.ts"

export async function start(environment: Environment, root: string): Promise<void> {
  const running = await run({
    environment,
    createSbc,
    version: manifest.version,
    consoleFolder: join(root, "apps/console/dist"),
    variables: process.env,
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    // Whatever hangs: after this long nobody waits any more.
    setTimeout(() => process.exit(1), longestStop).unref()
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.on("SIGTERM", stop)
  process.on("SIGINT", stop)
  process.stdout.write(running.announcement)
}

const longestStop = 4_800
