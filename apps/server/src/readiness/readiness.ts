/** Is SIP@Home ready? The fifteen checks, made anew each time somebody asks. */
import { type ReadinessCheck, type ReadinessReport, readinessChecks, readinessMessage } from "@homeport/contract"
import type { Facts } from "./facts.ts"
import type { Check } from "./finding.ts"
import { authentication, devices, refusals } from "./station-checks.ts"
import { channels, innerPorts, lan1, migratedPorts, oneInterface, tls } from "./system-checks.ts"
import { forwarding, mappedPort, mapping, publicAddress, publicName, stunServer } from "./way-checks.ts"

export function readinessOf(facts: Facts): ReadinessReport {
  return {
    internetStations: facts.internetStations,
    items: readinessChecks.map((check) => {
      const { state, reason, params, station } = checks[check](facts)
      return {
        check,
        state,
        reason,
        params,
        message: readinessMessage({ check, reason, params }),
        station: station ?? null,
      }
    }),
  }
}

const checks: Readonly<Record<ReadinessCheck, Check>> = {
  authentication,
  "inner-ports": innerPorts,
  "migrated-ports": migratedPorts,
  "stun-server": stunServer,
  "mapped-port": mappedPort,
  mapping,
  "public-address": publicAddress,
  "one-interface": oneInterface,
  lan1,
  forwarding,
  "public-name": publicName,
  tls,
  devices,
  refusals,
  channels,
}
