/** What the office router has to forward, and what proves that it does. */
import { forwarding } from "@homeport/contract"
import type { FilteringTestOutcome } from "@homeport/sbc"
import { forwardingLines } from "../core/forwarding-lines.ts"
import { handle, type Route } from "../http/implement.ts"
import type { Services } from "../services.ts"

export function forwardingRoutes(services: Services): readonly Route[] {
  return [
    handle(forwarding.read, () => ({ items: forwardingLines(services) })),

    handle(forwarding.test, async () => {
      const outcome = await new Promise<FilteringTestOutcome>((done) => services.core.testForwarding(done))
      return { outcome, items: forwardingLines(services) }
    }),
  ]
}
