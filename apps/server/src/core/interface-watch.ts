/** An interface that gets another address at run time is followed: sockets are bound anew, and the log says so. */
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
  const networks = () => toSbcConfig(store.state(), interfaces()).networks
  let seen = { key: keyOf(networks()), state: store.state(), outer: networks().outer }
  return async () => {
    const now = networks()
    const key = keyOf(now)
    if (key === seen.key) return
    const { outer, state } = seen
    const current = store.state()
    // After a change in the console the new addresses run already; otherwise, refused, it is tried again at the next look.
    const chosen = state.sections["network-interfaces"] !== current.sections["network-interfaces"]
    if (!chosen && !(await settings.reapply())) return
    seen = { key, state: current, outer: now.outer }
    if (chosen) return
    if (outer !== now.outer)
      events.record({ code: "network.changed", severity: "warning", params: { previous: outer, address: now.outer } })
  }
}

const keyOf = (networks: SbcConfig["networks"]): string => JSON.stringify(networks)
