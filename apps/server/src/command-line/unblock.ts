/**
 * `npm run homeport -- unblock ADDRESS | --all`: the way back for whoever is shut out. What is blocked is in the memory of the running
 * server, so it is asked to, through the database, and waited for; without a server it is done at the next start.
 */
import { canonicalNetwork, settingsDefaults } from "@homeport/contract"
import { createStore, lockDataFolder, openDataFolder, StoreError } from "@homeport/store"

export interface UnblockOptions {
  readonly dataFolder: string
  readonly write: (text: string) => void
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** Returns the exit code. `what`: an address, a network, or "--all". */
export async function unblock(what: string, { dataFolder, write, wait }: UnblockOptions): Promise<number> {
  const network = what === "--all" ? undefined : canonicalNetwork(what)
  if (network === undefined && what !== "--all") {
    write(`“${what}” is neither an address nor a network.\n`)
    return 2
  }
  const { databasePath, key } = openDataFolder(dataFolder)
  const store = createStore({ path: databasePath, key, defaults: settingsDefaults })
  try {
    store.unblockRequests.add(network)
    const said = network === undefined ? "All blocks are lifted" : `${network} is not blocked any more`
    if (!isRunning(dataFolder)) {
      write(`No server runs on this data folder. At its next start: ${said}, and the console is open to it.\n`)
      return 0
    }
    for (let waited = 0; waited < patience; waited += step) {
      if (!store.unblockRequests.waits(network)) {
        write(`${said}, and the console's rule lets ${network ?? "everybody"} in.\n`)
        return 0
      }
      await wait(step)
    }
    write("The running server has not done it yet; it will as soon as it can. Its log says what keeps it.\n")
    return 1
  } finally {
    await store.close()
  }
}

function isRunning(dataFolder: string): boolean {
  try {
    lockDataFolder(dataFolder)()
    return false
  } catch (error) {
    if (error instanceof StoreError && error.code === "in-use") return true
    throw error
  }
}

/** Milliseconds: the server looks every 5 s. */
const patience = 15_000
const step = 250
