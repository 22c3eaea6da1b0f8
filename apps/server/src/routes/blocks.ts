/** Application Firewall beside its settings: who is blocked, where the administrator sits, how much was refused. */
import { blocks as endpoints, isInNetworks, isLoopback, plainAddress } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import { list } from "../http/list.ts"
import type { Services } from "../services.ts"

export function blockRoutes({ blocks, core, gate, localNetworks, phonesPort, now }: Services): readonly Route[] {
  return [
    handle(endpoints.list, ({ query }) =>
      list(blocks.all(), query, {
        text: ({ network, note, by, cause }) => `${network} ${note} ${by} ${cause ?? ""}`,
        id: ({ network, by }) => `${network} ${by}`,
        sorts: {
          network: ({ network }) => network,
          since: ({ since }) => since ?? "",
          // What lasts until it is lifted ends last.
          until: ({ until }) => until ?? "9",
          dropped: ({ dropped }) => dropped,
        },
        defaultSort: "-since",
      }),
    ),
    handle(endpoints.add, ({ body, by, address }) => {
      const { network, minutes, note } = body
      blocks.add({ network, until: minutes === null ? undefined : now() + minutes * 60_000, note }, by, address)
      return {}
    }),
    handle(endpoints.remove, ({ params, by }) => {
      blocks.lift(params.network, by)
      return {}
    }),
    handle(endpoints.removeAll, ({ by }) => {
      blocks.liftAll(by)
      return {}
    }),
    handle(endpoints.status, ({ address }) => {
      const refused = gate.refused()
      return {
        ownAddress: plainAddress(address),
        ownNetwork: localNetworks().find((network) => isInNetworks(plainAddress(address), [network])) ?? null,
        ownIsLoopback: isLoopback(address),
        localNetworks: [...localNetworks()],
        phonesPort: phonesPort ?? null,
        refused: { ...core.firewall().refused, console: refused.console, PHONES_EXT: refused.phones },
      }
    }),
  ]
}
