/** What the office router has to forward, and what proves that it does. */
import { type ForwardingLine, forwarding, forwardingTable } from "@homeport/contract"
import type { FilteringTestOutcome } from "@homeport/sbc"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"
import { moment } from "./views.ts"

export function forwardingRoutes({ store, core, publicName }: Services): readonly Route[] {
  const lines = (): ForwardingLine[] => {
    const settings = store.state().sections["port-management"].value
    const [evidence, listeners, name] = [core.forwarding(), core.listeners(), publicName()]
    return forwardingTable(settings).map(({ transport, from, to, last }) => {
      if (last !== undefined) return { transport, from, to, last, open: null, proven: null, url: null }
      const proof = evidence.find((one) => one.transport === transport)
      const listener = listeners.find(
        (one) => one.network === "outer" && one.transport === transport && one.port === to,
      )
      const scheme = transport === "TLS" ? "https" : "http"
      return {
        transport,
        from,
        to,
        last: null,
        open: listener?.state === "listening",
        proven: proof ? { at: moment(proof.at), from: proof.from, how: proof.how } : null,
        url: transport === "UDP" || name === undefined ? null : `${scheme}://${name}:${from}`,
      }
    })
  }

  return [
    handle(forwarding.read, () => ({ items: lines() })),

    handle(forwarding.test, async () => {
      const outcome = await new Promise<FilteringTestOutcome>((done) => core.testForwarding(done))
      return { outcome, items: lines() }
    }),
  ]
}
