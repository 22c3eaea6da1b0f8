/** A change bites at once: what the configuration, or a new block, no longer allows is not registered any more. Running calls go on. */
import { type Flow, sameFlow } from "@homeport/sip"
import { internetRegistrationOver } from "../border/admission.ts"
import type { Firewall } from "../border/firewall.ts"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { SbcEvent } from "../events.ts"
import { endedBindings } from "./ended-bindings.ts"
import type { LocationService } from "./location-service.ts"
import type { StationDirectory } from "./station-directory.ts"

export interface RegistrationEnderOptions {
  readonly locations: LocationService
  readonly firewall: Pick<Firewall, "reaches">
  /** Of the configuration that runs now. */
  readonly directory: () => StationDirectory
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  readonly onEvent: (event: SbcEvent) => void
  /** Whether a call talks over such a flow. */
  readonly talking: (isSuch: (flow: Flow) => boolean) => boolean
  readonly disconnect: (flow: Flow) => void
}

/** `before` is the configuration that ran until now, undefined at start; `over`: stations whose time on the internet ended just now. */
export type EndRegistrations = (before: SbcConfig | undefined, over?: readonly StationConfig[]) => void

export function createRegistrationEnder(options: RegistrationEnderOptions): EndRegistrations {
  const { locations, firewall, directory, wallClock, onEvent, talking, disconnect } = options
  return (before, over = []) => {
    const all = locations.all()
    const now = wallClock()
    const { config, station: stationOf } = directory()
    const told = new Set(over)
    const shutOut = all.filter((binding) => !firewall.reaches(binding))
    for (const binding of new Set([...endedBindings(all, before, config, now), ...shutOut])) {
      const contact = locations.of(binding.callNumber).find((candidate) => candidate.binding === binding)
      if (contact === undefined) continue
      const station = stationOf(binding.callNumber)
      if (station && binding.network === "outer" && internetRegistrationOver(station, now)) told.add(station)
      const { flow } = contact
      locations.remove(contact)
      // TLS is off: who does not talk has no more business over its connection.
      if (flow?.transport !== "TLS" || config.tls !== undefined) continue
      if (!talking((other) => sameFlow(other, flow))) disconnect(flow)
    }
    for (const { callNumber, internetRegistrationUntil: until } of told)
      if (until !== undefined) onEvent({ type: "internet-registration.over", callNumber, until })
  }
}
