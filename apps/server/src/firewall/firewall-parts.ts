/** The application firewall outside the core, wired: run.ts and the tests' server make it alike. */
import type { Store } from "@homeport/store"
import type { EventRecorder } from "../core/event-recorder.ts"
import type { LiveCore } from "../core/live-core.ts"
import type { Logins } from "../http/logins.ts"
import type { TopicStream } from "../http/topic-stream.ts"
import type { SettingsService } from "../settings/settings-service.ts"
import { type BlockService, createBlockService } from "./block-service.ts"
import { createGate, type Gate } from "./gate.ts"
import { createUnblockLook } from "./unblock-requests.ts"

export interface FirewallParts {
  readonly blocks: BlockService
  readonly gate: Gate
  readonly localNetworks: () => readonly string[]
  /** Looks what the command line asks for. */
  readonly lookForUnblocking: () => Promise<void>
}

export interface FirewallPartsOptions {
  readonly store: Store
  readonly core: LiveCore
  readonly settings: SettingsService
  readonly logins: Logins
  readonly localNetworks: () => readonly string[]
  readonly events: EventRecorder
  readonly stream: TopicStream
  readonly now: () => number
}

export function createFirewallParts(options: FirewallPartsOptions): FirewallParts {
  const { store, core, settings, logins, localNetworks, events, stream, now } = options
  const rules = () => store.state().sections["application-firewall"].value
  const allowList = () => rules().allowList.map(({ network }) => network)
  const blocks = createBlockService({ core, logins, allowList, events, stream, now })
  return {
    blocks,
    gate: createGate({ rules, localNetworks, blocks, events }),
    localNetworks,
    lookForUnblocking: createUnblockLook({ store, settings, blocks, localNetworks, events }),
  }
}
