/** SIP Clients ▸ Try a Registration: asked of the running core, which judges it as it judges real ones. */
import { registrationTrials } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function registrationTrialRoutes({ core, store }: Services): readonly Route[] {
  return [
    handle(registrationTrials.try, ({ query }) => {
      const { address, sourcePort, transport, port, user, userAgent, contact, contactPort = sourcePort } = query
      const written = contact ?? (query.contactPort === undefined ? undefined : address)
      const trial = core.tryRegistration({
        source: { host: address, port: sourcePort },
        transport,
        port,
        user,
        userAgent,
        contact: written === undefined ? undefined : { host: written, port: contactPort },
      })
      const station = [...store.state().stations.values()].find(({ callNumber }) => callNumber === user)
      return {
        outcome: trial.outcome,
        network: trial.outcome === "not-open" ? null : trial.network,
        cause: trial.outcome === "refused" ? trial.cause : null,
        status: trial.outcome === "refused" ? trial.status : null,
        challenged: trial.outcome === "admitted" ? trial.challenged : null,
        replaced: trial.outcome === "admitted" ? trial.replaced : 0,
        station: station ? { index: station.index, callNumber: station.callNumber, name: station.name } : null,
      }
    }),
  ]
}
