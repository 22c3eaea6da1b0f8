/** A change bites at once: what the configuration, or a new block, no longer allows is not registered any more. Running calls go on. */
import { type Flow, sameFlow } from "@homeport/sip"
import type { Firewall } from "../border/firewall.ts"
import type { SbcConfig } from "../config.ts"
import { endedBindings } from "./ended-bindings.ts"
import type { LocationService } from "./location-service.ts"

export interface RegistrationEnderOptions {
  readonly locations: LocationService
  readonly firewall: Pick<Firewall, "reaches">
  /** The one that runs now. */
  readonly config: () => SbcConfig
  /** Whether a call talks over such a flow. */
  readonly talking: (isSuch: (flow: Flow) => boolean) => boolean
  readonly disconnect: (flow: Flow) => void
}

/** The function made of it: `before` is the configuration that ran until now, undefined at start. */
export function createRegistrationEnder(options: RegistrationEnderOptions): (before: SbcConfig | undefined) => void {
  const { locations, firewall, config, talking, disconnect } = options
  return (before) => {
    const all = locations.all()
    const shutOut = all.filter((binding) => !firewall.reaches(binding))
    for (const binding of new Set([...endedBindings(all, before, config()), ...shutOut])) {
      const contact = locations.of(binding.callNumber).find((candidate) => candidate.binding === binding)
      if (contact === undefined) continue
      const { flow } = contact
      locations.remove(contact)
      // TLS is off: who does not talk has no more business over its connection.
      if (flow?.transport !== "TLS" || config().tls !== undefined) continue
      if (!talking((other) => sameFlow(other, flow))) disconnect(flow)
    }
  }
}
