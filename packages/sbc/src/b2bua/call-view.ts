/** A call as the console shows it. */
import type { CallView, LegView } from "../events.ts"
import type { Call } from "./call.ts"
import type { Party } from "./party.ts"

export function callView(call: Call): CallView {
  const called = calledParty(call)
  return {
    id: call.id,
    state: call.state,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    caller: legView(call.caller),
    callee: called === undefined ? unreached(call) : legView(called),
  }
}

/** Who answered, else the first who still may, else the last who declined. */
export const calledParty = ({ pair, branches }: Pick<Call, "pair" | "branches">): Party | undefined =>
  pair?.egress.party ?? (branches.find((branch) => branch.state !== "over") ?? branches.at(-1))?.party

const legView = ({ station, network, flow, media }: Party): LegView => ({
  callNumber: station.callNumber,
  name: station.name,
  network,
  transport: flow.transport,
  address: flow.remote.host,
  channel: media.hasChannel,
  onHold: media.onHold,
  media: media.view(),
})

/** No phone was rung. */
const unreached = ({ options }: Call): LegView => ({
  callNumber: options.called.callNumber,
  name: options.called.name,
  network: "inner",
  transport: "UDP",
  address: "",
  channel: false,
  onHold: false,
  media: undefined,
})
