/** What is asked of ended calls, of a station's timeline and of a registration on trial: apart, so that the first page need not load it. */
import { endedCalls, type QueryOf, registrationTrials, stationTimeline } from "@homeport/contract"
import { shown } from "./queries.ts"

export const endedCallsQuery = (query: QueryOf<typeof endedCalls.list>) =>
  shown(endedCalls.list, { query }, ["ended-calls"])

export const timelineQuery = (index: number, query: QueryOf<typeof stationTimeline.read>) =>
  shown(stationTimeline.read, { params: { index }, query }, ["events", "ended-calls", "sip-clients"])

/** Whatever may decide it makes it old. */
export const registrationTrialQuery = (query: QueryOf<typeof registrationTrials.try>) =>
  shown(registrationTrials.try, { query }, ["settings", "sip-clients", "registrations", "listeners", "stun"])
