/** Who is registered, where. */
import { registrations } from "@homeport/contract"
import { handle, type Route } from "../http/implement.ts"
import { list } from "../http/list.ts"
import type { Services } from "../services.ts"
import { registrationView } from "./views.ts"

export function registrationRoutes({ core, store }: Services): readonly Route[] {
  return [
    handle(registrations.list, ({ query }) => {
      const stations = new Map([...store.state().stations.values()].map((station) => [station.callNumber, station]))
      const bindings = core.registrations()
      const wanted = query.callNumber
      const some = wanted === undefined ? bindings : bindings.filter((binding) => binding.callNumber === wanted)
      const { items, total, next } = list(some, query, {
        text: ({ callNumber, contact, source, userAgent }) =>
          `${callNumber} ${stations.get(callNumber)?.name} ${contact} ${source.host} ${userAgent}`,
        id: ({ callNumber, contact }) => `${callNumber} ${contact}`,
        sorts: {
          callNumber: ({ callNumber }) => callNumber,
          name: ({ callNumber }) => stations.get(callNumber)?.name ?? "",
          registeredAt: ({ registeredAt }) => registeredAt,
          expiresAt: ({ expiresAt }) => expiresAt,
          source: ({ source }) => source.host,
        },
        defaultSort: "callNumber",
      })
      return { items: items.map((binding) => registrationView(binding, stations.get(binding.callNumber))), total, next }
    }),
  ]
}
