/** Calls, channels, the mapped address, the public name and the listeners. */
import { channelConsumers, live } from "@homeport/contract"
import { ApiError } from "../http/errors.ts"
import { handle, type Route } from "../http/implement.ts"
import { list } from "../http/list.ts"
import type { Services } from "../services.ts"
import { callView, dyndnsView, listenerView, moment, stunView } from "./views.ts"

export function liveRoutes({ core, dyndns, dyndnsUpdater }: Services): readonly Route[] {
  return [
    handle(live.calls, ({ query }) => {
      const { items, total, next } = list(core.calls(), query, {
        text: ({ caller, callee }) =>
          [caller, callee].map(({ callNumber, name, address }) => `${callNumber} ${name} ${address}`).join(" "),
        id: ({ id }) => id,
        sorts: {
          startedAt: ({ startedAt }) => startedAt,
          caller: ({ caller }) => caller.callNumber,
          callee: ({ callee }) => callee.callNumber,
          state: ({ state }) => state,
        },
        defaultSort: "startedAt",
      })
      return { items: items.map(callView), total, next }
    }),

    handle(live.channels, () => {
      const { total, used, peakToday, users } = core.channels()
      return {
        total,
        used,
        free: total - used,
        peakToday,
        // Homeport's channels all serve SIP@Home; the guide's other consumers share the pool and have none here.
        usedBy: channelConsumers.map((consumer) => ({ consumer, used: consumer === "sip-at-home" ? used : 0 })),
        users: users.map(({ callId, callNumber, since }) => ({ callId, callNumber, since: moment(since) })),
      }
    }),

    handle(live.stun, () => stunView(core.stun())),

    handle(live.dyndns, () => dyndnsView(dyndns(), dyndnsUpdater.view())),

    handle(live.updateDyndns, () => {
      if (!dyndnsUpdater.updateNow()) throw new ApiError("DyndnsNotUpdatedHere")
      return dyndnsView(dyndns(), dyndnsUpdater.view())
    }),

    handle(live.listeners, () => ({ items: core.listeners().map(listenerView) })),
  ]
}
