/** What the fifteen checks look at: the running system as it is now, in one value. */
import type { DyndnsStatus, ForwardingLine, SpeStatus, StunStatus } from "@homeport/contract"
import type { Binding, ChannelsView, ListenerView } from "@homeport/sbc"
import type { EventRow, SettingsState } from "@homeport/store"
import { speStatus } from "../certificates/spe-status.ts"
import { forwardingLines } from "../core/forwarding-lines.ts"
import { dyndnsView, stunView } from "../routes/views.ts"
import type { Services } from "../services.ts"

export interface Facts {
  readonly state: SettingsState
  readonly stun: StunStatus
  readonly dyndns: DyndnsStatus
  readonly spe: SpeStatus
  readonly listeners: readonly ListenerView[]
  readonly channels: Pick<ChannelsView, "total" | "peakToday">
  readonly forwarding: readonly ForwardingLine[]
  readonly registrations: readonly Binding[]
  /** Registrations refused within the last day, the newest first. */
  readonly refusals: readonly EventRow[]
  /** What the office router says its own address is. */
  readonly routerAddress: string | null
  /** This machine forwards packets between its networks. */
  readonly forwardsPackets: boolean
  /** Stations that may register over the internet. */
  readonly internetStations: number
}

export function factsOf(services: Services): Facts {
  const { store, core, dyndns, dyndnsUpdater, officeRouter, forwardsPackets, now } = services
  const state = store.state()
  const dayAgo = now() - 24 * 3_600_000
  return {
    state,
    stun: stunView(core.stun()),
    dyndns: dyndnsView(dyndns(), dyndnsUpdater.view()),
    spe: speStatus(services),
    listeners: core.listeners(),
    channels: core.channels(),
    forwarding: forwardingLines(services),
    registrations: core.registrations(),
    refusals: store.events
      .list({ code: "registration.refused", limit: mostRefusals })
      .rows.filter(({ at }) => at >= dayAgo),
    routerAddress: officeRouter.mapping.view().externalAddress,
    forwardsPackets: forwardsPackets(),
    internetStations: [...state.stations.values()].filter(({ internetRegistration }) => internetRegistration).length,
  }
}

/** Alike ones are one row: of more rows than these only strangers are the cause. */
const mostRefusals = 500
