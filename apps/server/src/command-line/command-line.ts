/** `npm run homeport -- …`: what is done beside a running server, or without one. */
import { randomInt } from "node:crypto"
import {
  administratorPasswords,
  byCommandLine,
  generatePassword,
  passwordProblem,
  settingsDefaults,
  translate,
} from "@homeport/contract"
import { createStore, openDataFolder, type ScryptCost } from "@homeport/store"
import type { PasswordHasher } from "../http/password-hash.ts"
import { accountEntry } from "../settings/account-entry.ts"
import { backup } from "./backup.ts"
import { restore } from "./restore.ts"
import { unblock } from "./unblock.ts"

export interface CommandLineOptions {
  readonly dataFolder: string
  /** Where the command was typed: names of files are meant from there. */
  readonly workingFolder: string
  readonly version: string
  readonly hasher: PasswordHasher
  readonly now: () => number
  readonly write: (text: string) => void
  /** The first line of standard input. */
  readonly readPassword: () => Promise<string>
  /** Of a backup, without showing it; a new one is typed twice at a terminal. */
  readonly readPassPhrase: (which: "new" | "known") => Promise<string>
  /** False as well when there is nobody to ask. */
  readonly confirm: (question: string) => Promise<boolean>
  /** Less than usual for tests alone. */
  readonly cost?: ScryptCost
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** Returns the exit code. */
export async function commandLine(words: readonly string[], options: CommandLineOptions): Promise<number> {
  const [command, ...rest] = words
  const [name, ...flags] = rest
  const only = (...known: string[]) => flags.every((flag) => known.includes(flag))
  if (command === "reset-password" && name !== undefined && only("--stdin"))
    return await resetPassword(name, flags.length > 0 ? await options.readPassword() : undefined, options)
  if (command === "backup" && isFile(name) && only()) return await backup(name, options)
  if (command === "restore" && isFile(name) && only("--yes", "--keep-network-interfaces")) {
    const keepNetworkInterfaces = flags.includes("--keep-network-interfaces")
    return await restore(name, { yes: flags.includes("--yes"), keepNetworkInterfaces }, options)
  }
  if (command === "unblock" && name !== undefined && flags.length === 0) return await unblock(name, options)
  options.write(usage)
  return command === undefined || command === "--help" || command === "help" ? 0 : 2
}

const isFile = (word: string | undefined): word is string => word !== undefined && !word.startsWith("--")

const usage = `Homeport, from the command line. But for restore, it works beside a running server.

  npm run homeport -- backup FILE
      Writes everything into FILE: settings, stations, devices, certificates with their keys, accounts.
      It is encrypted with a pass-phrase, which is asked for, or read from standard input.
  npm run homeport -- restore FILE
      Shows what FILE holds and, after a yes, puts it in the place of what is in the data folder. No
      server may run there. What was there before is kept in backups/ in the data folder.
      With --yes after the file it is not asked, with --keep-network-interfaces the choice of network
      interfaces stays as it is on this machine.
  npm run homeport -- reset-password NAME
      Gives the account NAME a new password and shows it, ends all its logins and clears its second
      factor. With --stdin after the name the new password is read from standard input instead.
  npm run homeport -- unblock ADDRESS
  npm run homeport -- unblock --all
      Lifts the blocks that concern ADDRESS, or all of them, and lets ADDRESS, or everybody, reach the
      console again where the Application Firewall keeps them out.
  npm run homeport -- --help
      Shows this.

  HOMEPORT_DATA names the data folder; without it, it is data/ in this repository.
`

async function resetPassword(name: string, typed: string | undefined, options: CommandLineOptions): Promise<number> {
  const { dataFolder, hasher, write } = options
  const password = typed ?? generatePassword(randomInt, [name])
  const weak = passwordProblem(password, [name], administratorPasswords)
  if (weak) {
    write(`The password is too weak: ${translate("en", `field.${weak.code}`, weak.params)}\n`)
    return 1
  }
  const { databasePath, key } = openDataFolder(dataFolder)
  const store = createStore({ path: databasePath, key, defaults: settingsDefaults })
  try {
    const account = store.accounts.read(name)
    if (!account) {
      write(`There is no account “${name}”.\n`)
      return 1
    }
    const hadSecondFactor = store.secondFactors.of(account.id) !== undefined
    store.accounts.resetPassword(account.name, await hasher.hash(password))
    if (hadSecondFactor) write(`The second factor of ${name} is off: it can be turned on again under My Account.\n`)
    const change = { by: byCommandLine, name: account.name, address: null, at: Date.now() }
    store.adminLog.add(accountEntry("password-reset", change))
  } finally {
    await store.close()
  }
  write(typed === undefined ? `The new password of ${name} is: ${password}\n` : `${name} has the new password.\n`)
  return 0
}
