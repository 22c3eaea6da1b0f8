/** The command line's process: launch/homeport.mjs starts it. */
import { setTimeout as delay } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { StoreError } from "@homeport/store"
import manifest from "../../package.json" with { type: "json" }
import { EnvironmentError, readEnvironment } from "../environment.ts"
import { createPasswordHasher } from "../http/password-hash.ts"
import { commandLine } from "./command-line.ts"
import { createTerminal } from "./terminal.ts"

// Nothing in the data folder is anybody else's.
process.umask(0o077)

try {
  const root = fileURLToPath(new URL("../../../..", import.meta.url))
  process.exitCode = await commandLine(process.argv.slice(2), {
    dataFolder: readEnvironment(process.env, root).dataFolder,
    // npm changes to its package before it starts a script.
    workingFolder: process.env.INIT_CWD ?? process.cwd(),
    version: manifest.version,
    hasher: createPasswordHasher(),
    now: Date.now,
    write: (text) => process.stdout.write(text),
    ...createTerminal(process.stdin, process.stdout),
    wait: delay,
  })
} catch (error) {
  if (!(error instanceof EnvironmentError || error instanceof StoreError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
