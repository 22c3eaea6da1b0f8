/** `backup FILE`: everything as one file, beside a running server or without one. */
import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { backups, fieldProblems, translate } from "@homeport/contract"
import { makeBackupOfFile, openDataFolder, Secret } from "@homeport/store"
import { writeWhole } from "../backups/backup-folder.ts"
import { reasonOf } from "../backups/backup-problems.ts"
import type { CommandLineOptions } from "./command-line.ts"
import { databaseIn } from "./database-in.ts"

/** Returns the exit code. */
export async function backup(file: string, options: CommandLineOptions): Promise<number> {
  const { dataFolder, write, version, now, cost } = options
  const path = resolve(options.workingFolder, file)
  if (!databaseIn(dataFolder)) {
    write(`There is nothing to back up: no Homeport has run on the data folder ${dataFolder}.\n`)
    return 1
  }
  if (existsSync(path)) {
    write(`${path} exists already: name another file, or remove it first.\n`)
    return 1
  }
  const passPhrase = await options.readPassPhrase("new")
  const weak = weakness(passPhrase)
  if (weak !== undefined) {
    write(`${weak}\n`)
    return 1
  }
  const { databasePath, key } = openDataFolder(dataFolder)
  try {
    const request = { passPhrase: Secret.of(passPhrase), version, createdAt: now(), cost }
    const bytes = await makeBackupOfFile(databasePath, key, request)
    await writeWhole(path, bytes)
    write(`The backup is ${path} (${Math.ceil(bytes.length / 1024)} kB). Without the pass-phrase nobody can open it.\n`)
    return 0
  } catch (error) {
    write(`The backup could not be made: ${reasonOf(error)}.\n`)
    return 1
  }
}

function weakness(passPhrase: string): string | undefined {
  const asked = { passPhrase }
  const checked = backups.download.body?.safeParse(asked)
  if (checked?.error === undefined) return undefined
  const problem = fieldProblems(checked.error, asked).passPhrase
  return problem && `The pass-phrase cannot be used: ${translate("en", `field.${problem.code}`, problem.params)}`
}
