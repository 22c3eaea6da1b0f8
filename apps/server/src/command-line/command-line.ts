/** `npm run homeport -- …`: what is done beside a running server, or without one. */
import { randomInt } from "node:crypto"
import {
  administratorPasswords,
  generatePassword,
  passwordProblem,
  settingsDefaults,
  translate,
} from "@homeport/contract"
import { createStore, openDataFolder } from "@homeport/store"
import type { PasswordHasher } from "../http/password-hash.ts"

export interface CommandLineOptions {
  readonly dataFolder: string
  readonly hasher: PasswordHasher
  readonly write: (text: string) => void
  /** The first line of standard input. */
  readonly readPassword: () => Promise<string>
}

/** Returns the exit code. */
export async function commandLine(words: readonly string[], options: CommandLineOptions): Promise<number> {
  const [command, ...rest] = words
  const [name, ...flags] = rest
  if (command === "reset-password" && name !== undefined && flags.every((flag) => flag === "--stdin"))
    return await resetPassword(name, flags.length > 0 ? await options.readPassword() : undefined, options)
  options.write(usage)
  return command === undefined || command === "--help" || command === "help" ? 0 : 2
}

const usage = `Homeport, from the command line. It works beside a running server.

  npm run homeport -- reset-password NAME
      Gives the account NAME a new password and shows it, ends all its logins and clears its second
      factor. With --stdin after the name the new password is read from standard input instead.
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
  } finally {
    await store.close()
  }
  write(typed === undefined ? `The new password of ${name} is: ${password}\n` : `${name} has the new password.\n`)
  return 0
}
