/** The command line's process: launch/homeport.mjs starts it. */
import { fileURLToPath } from "node:url"
import { StoreError } from "@homeport/store"
import { EnvironmentError, readEnvironment } from "../environment.ts"
import { createPasswordHasher } from "../http/password-hash.ts"
import { commandLine } from "./command-line.ts"

// Nothing in the data folder is anybody else's.
process.umask(0o077)

try {
  const root = fileURLToPath(new URL("../../../..", import.meta.url))
  process.exitCode = await commandLine(process.argv.slice(2), {
    dataFolder: readEnvironment(process.env, root).dataFolder,
    hasher: createPasswordHasher(),
    write: (text) => process.stdout.write(text),
    readPassword: firstLineOfInput,
  })
} catch (error) {
  if (!(error instanceof EnvironmentError || error instanceof StoreError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

async function firstLineOfInput(): Promise<string> {
  let text = ""
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk
  return text.split(/\r?\n/)[0] ?? ""
}
