/** Station ▸ IP Clients ▸ SIP Clients. */
import { type SipClient, sipClients, sipUserIdOf } from "@homeport/contract"
import { Secret, type Station } from "@homeport/store"
import { ApiError } from "../http/errors.ts"
import { handle, type Route, Versioned } from "../http/implement.ts"
import { list } from "../http/list.ts"
import type { Services } from "../services.ts"
import { checkedStation } from "../settings/station-change.ts"
import { effectsOf } from "./station-effects.ts"
import { registrationView } from "./views.ts"

export const mostStations = 20_000

export function sipClientRoutes({ store, core, settings, now }: Services): readonly Route[] {
  const stationAt = (index: number): Station => {
    const station = store.state().stations.get(index)
    if (!station) throw new ApiError("NotFound")
    return station
  }

  return [
    handle(sipClients.list, ({ query }) => {
      const bindings = Map.groupBy(core.registrations(), (binding) => binding.callNumber)
      const { items, total, next } = list(store.state().stations.values(), query, {
        text: ({ index, callNumber, name, sipUserId }) => `${index} ${callNumber} ${name} ${sipUserId}`,
        id: ({ index }) => index,
        sorts: {
          index: ({ index }) => index,
          callNumber: ({ callNumber }) => callNumber,
          name: ({ name }) => name,
          internetRegistration: ({ internetRegistration }) => (internetRegistration ? 0 : 1),
          registered: ({ callNumber }) => (bindings.has(callNumber) ? 0 : 1),
        },
        defaultSort: "index",
      })
      return {
        items: items.map((station) => ({
          ...sipClientView(station),
          registrations: (bindings.get(station.callNumber) ?? []).map((binding) => registrationView(binding, station)),
        })),
        total,
        next,
      }
    }),

    handle(sipClients.create, async ({ body, by }) => {
      const station = await settings.change(by, (draft) => {
        if (draft.stations.size >= mostStations)
          throw new ApiError("TooManyStations", { params: { maximum: mostStations } })
        const { password, sipUserId, ...fields } = body
        const fresh = {
          ...fields,
          sipUserId: sipUserId ?? sipUserIdOf(fields.callNumber),
          password: password === undefined ? undefined : Secret.of(password),
        }
        return draft.addStation(checkedStation(draft.stations.values(), undefined, fresh, password))
      })
      return new Versioned(sipClientView(station), station)
    }),

    handle(sipClients.changeSeveral, async ({ body, by }) => {
      const stations = await settings.change(by, (draft) =>
        [...new Set(body.indexes)].map((index) => {
          const before = draft.stations.get(index)
          if (!before) throw new ApiError("NotFound")
          // None of these fields is unique: the other stations need not be looked at.
          checkedStation([], before, body.change, undefined, `${index}.`)
          return draft.changeStation(index, body.change)
        }),
      )
      return { items: stations.map(sipClientView) }
    }),

    handle(sipClients.removeSeveral, async ({ body, by }) => {
      await settings.change(by, (draft) => {
        for (const index of new Set(body.indexes)) {
          if (!draft.stations.has(index)) throw new ApiError("NotFound")
          draft.removeStation(index)
        }
      })
      return {}
    }),

    handle(sipClients.read, ({ params }) => {
      const station = stationAt(params.index)
      return new Versioned(sipClientView(station), station)
    }),

    handle(sipClients.change, async ({ params, body, by, expects }) => {
      const station = await settings.change(by, (draft) => {
        const before = stationAt(params.index)
        expects(before)
        const { password, ...fields } = body
        const change = password === undefined ? fields : { ...fields, password: Secret.of(password) }
        checkedStation(draft.stations.values(), before, change, password)
        return draft.changeStation(params.index, change)
      })
      return new Versioned(sipClientView(station), station)
    }),

    handle(sipClients.remove, async ({ params, by, expects }) => {
      await settings.change(by, (draft) => {
        expects(stationAt(params.index))
        draft.removeStation(params.index)
      })
      return {}
    }),

    handle(sipClients.effects, ({ params, body }) =>
      effectsOf(stationAt(params.index), body, core.registrations(), core.calls(), now()),
    ),
  ]
}

/** Everything but the password. */
export function sipClientView(station: Station): SipClient {
  return {
    index: station.index,
    callNumber: station.callNumber,
    name: station.name,
    authenticationActive: station.authenticationActive,
    passwordSet: station.password !== undefined,
    sipUserId: station.sipUserId,
    realm: station.realm,
    digestAlgorithms: station.digestAlgorithms,
    fixedIpAddress: station.fixedIpAddress,
    secondarySystemId: station.secondarySystemId,
    internetRegistration: station.internetRegistration,
    internetRegistrationUntil: station.internetRegistrationUntil,
    userAgentPrefix: station.userAgentPrefix,
    natTraversal: station.natTraversal,
  }
}
