/**
 * The process. Compiled code is cached in the data folder before anything else is loaded: a second start is then several times
 * quicker. What the operating system asks for (SIGTERM, SIGINT) ends calls first.
 */
import { mkdirSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { EnvironmentError, readEnvironment } from "./environment.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))

// Nothing in the data folder is anybody else's.
process.umask(0o077)

try {
  const environment = readEnvironment(process.env, root)
  makeFolder(environment.dataFolder)
  enableCompileCache(join(environment.dataFolder, "compile-cache"))
  const { start } = await import("./process.ts")
  await start(environment, root)
} catch (error) {
  process.stderr.write(`${await sentenceOf(error)}\n`)
  process.exit(1)
}

/** One sentence for what the person at the terminal can mend; the stack of a mistake of ours. */
async function sentenceOf(error: unknown): Promise<string> {
  if (!(error instanceof Error)) return String(error)
  const { isDiskError, StoreError } = await import("@homeport/store")
  if (error instanceof EnvironmentError || error instanceof StoreError) return error.message
  if (isDiskError(error)) return `Homeport cannot write to its data folder (HOMEPORT_DATA): ${error.message}.`
  return error.stack ?? error.message
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError(`The data folder ${path} (HOMEPORT_DATA) cannot be made: ${reason}.`)
  }
}
