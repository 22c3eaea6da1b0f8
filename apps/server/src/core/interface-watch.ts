/**
 * What changes without anybody applying it: an interface that gets another address at run time is followed, its sockets are bound
 * anew, and the log says so; a certificate that expires closes TLS.
 */
import type { AvailableInterface } from "@homeport/contract"
import type { SbcConfig } from "@homeport/sbc"
import type { SettingsState, Store } from "@homeport/store"
import type { SettingsService } from "../settings/settings-service.ts"
import type { EventRecorder } from "./event-recorder.ts"

export interface InterfaceWatchOptions {
  readonly store: Pick<Store, "state">
  readonly settings: Pick<SettingsService, "reapply">
  readonly events: EventRecorder
  readonly interfaces: () => readonly AvailableInterface[]
  readonly toSbcConfig: (state: SettingsState, interfaces: readonly AvailableInterface[]) => SbcConfig
}

/** Returns the look that is to be taken every few seconds. */
export function watchInterfaces(options: InterfaceWatchOptions): () => Promise<void> {
  const { store, settings, events, interfaces, toSbcConfig } = options
  const config = () => toSbcConfig(store.state(), interfaces())
  let seen = { key: keyOf(config()), state: store.state(), outer: config().networks.outer }
  return async () => {
    const now = config()
    const key = keyOf(now)
    if (key === seen.key) return
    const { outer, state } = seen
    const current = store.state()
    // After a change in the console the new addresses run already; otherwise, refused, it is tried again at the next look.
    const chosen = sectionsThatDecide.some((section) => state.sections[section] !== current.sections[section])
    if (!chosen && !(await settings.reapply())) return
    seen = { key, state: current, outer: now.networks.outer }
    if (chosen) return
    const address = now.networks.outer
    if (outer !== address) events.record({ code: "network.changed", params: { previous: outer, address } })
  }
}

const keyOf = ({ networks, tls }: SbcConfig): string => JSON.stringify([networks, tls?.fingerprint])

const sectionsThatDecide = ["network-interfaces", "system-flags", "installed-certificates"] as const
