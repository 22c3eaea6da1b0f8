/**
 * Does what `npm run homeport -- unblock` asked for: lifts blocks, and opens the console where its rule keeps the address out. Whoever can
 * write into the data folder may do so.
 */
import { isInNetworks } from "@homeport/contract"
import type { Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import type { BlockService } from "./block-service.ts"
import { mayReach } from "./reach.ts"

export interface UnblockRequestsOptions {
  readonly store: Pick<Store, "state" | "unblockRequests">
  readonly settings: Pick<SettingsService, "change">
  readonly blocks: Pick<BlockService, "all" | "lift" | "liftAll">
  readonly localNetworks: () => readonly string[]
  readonly events: EventRecorder
}

/** Returns the look that is to be taken at the start and every few seconds. */
export function createUnblockLook(options: UnblockRequestsOptions): () => Promise<void> {
  const { store, settings, blocks, localNetworks, events } = options

  const openConsole = async (network: string | undefined) => {
    const { console: rule } = store.state().sections["application-firewall"].value
    const [address] = network?.split("/") ?? []
    if (rule.from === "everybody" || (address !== undefined && mayReach(address, rule, localNetworks()))) return
    await settings.change(commandLine, (draft) => {
      const before = draft.settings("application-firewall")
      // Its networks stay where they are, for when it is set again.
      draft.setSettings("application-firewall", { ...before, console: { ...before.console, from: "everybody" } })
    })
    events.record({ code: "firewall.console-opened", severity: "warning" })
  }

  const lift = (network: string | undefined) => {
    if (network === undefined) return blocks.liftAll(commandLine)
    const [address = ""] = network.split("/")
    for (const block of blocks.all())
      if (block.network === network || isInNetworks(address, [block.network])) blocks.lift(block.network, commandLine)
  }

  return async () => {
    for (const network of store.unblockRequests.waiting()) {
      lift(network)
      await openConsole(network)
      // Last: the command line waits for it.
      store.unblockRequests.done(network)
    }
  }
}

/** Who did it, in every language. */
const commandLine = "npm run homeport -- unblock"
