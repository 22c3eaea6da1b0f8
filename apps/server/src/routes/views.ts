/** What the core knows, in the contract's shapes: times as text, absence as null. */
import {
  type Call,
  type DyndnsStatus,
  type DyndnsUpdate,
  isPublicIpv4,
  type Leg,
  type Listener,
  type Registration,
  type RouterMapping,
  type StunStatus,
} from "@homeport/contract"
import type { Binding, CallView, LegView, ListenerView, StunView } from "@homeport/sbc"
import type { Station } from "@homeport/store"
import type { DyndnsView } from "../core/dyndns-monitor.ts"
import { listenerProblem } from "../core/event-bridge.ts"
import type { MappingView } from "../router/automatic-mapping.ts"

export const moment = (milliseconds: number): string => new Date(milliseconds).toISOString()

export const momentOrNull = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : moment(milliseconds)

export function registrationView(binding: Binding, station: Station | undefined): Registration {
  const { callNumber, contact, network, hairpin, transport, source, userAgent, state } = binding
  return {
    id: `${callNumber} ${contact}`,
    index: station?.index ?? null,
    callNumber,
    name: station?.name ?? "",
    contact,
    network,
    hairpin,
    transport,
    source: { host: source.host, port: source.port },
    userAgent,
    registeredAt: moment(binding.registeredAt),
    expiresAt: moment(binding.expiresAt),
    state,
  }
}

export function callView(call: CallView): Call {
  return {
    id: call.id,
    state: call.state,
    startedAt: moment(call.startedAt),
    answeredAt: momentOrNull(call.answeredAt),
    caller: legView(call.caller),
    callee: legView(call.callee),
  }
}

function legView({ callNumber, name, network, transport, address, channel, onHold, media }: LegView): Leg {
  return {
    callNumber,
    name,
    network,
    transport,
    address,
    channel,
    onHold,
    media: media
      ? {
          received: { ...media.received },
          sent: { ...media.sent },
          strangers: media.strangers,
          silence: media.silence ?? null,
        }
      : null,
  }
}

export function stunView(stun: StunView): StunStatus {
  const { mapped, behaviour } = stun
  return {
    state: stun.state,
    server: stun.server ?? null,
    mapped: mapped ? { host: mapped.host, port: mapped.port } : null,
    localPort: stun.localPort,
    portDiffers: mapped !== undefined && mapped.port !== stun.localPort,
    notPublic: mapped !== undefined && !isPublicIpv4(mapped.host),
    roundTrip: stun.roundTrip ?? null,
    checkedAt: momentOrNull(stun.checkedAt),
    changedAt: momentOrNull(stun.changedAt),
    problem: stun.problem ?? null,
    behaviour: behaviour ? { mapping: behaviour.mapping ?? null, filtering: behaviour.filtering ?? null } : null,
  }
}

export function dyndnsView({ checkedAt, ...view }: DyndnsView, update: DyndnsUpdate | undefined): DyndnsStatus {
  return { ...view, checkedAt: momentOrNull(checkedAt), update: update ?? null }
}

export function mappingView({ lines, nextAt, ...view }: MappingView): RouterMapping {
  return {
    ...view,
    lines: lines.map(({ problem, until, ...line }) => ({
      ...line,
      problem: problem ?? null,
      until: momentOrNull(until),
    })),
    nextAt: momentOrNull(nextAt),
  }
}

export function listenerView({ name, network, transport, address, port, state, problem }: ListenerView): Listener {
  const why = state === "failed" ? listenerProblem(problem) : null
  return { name, network, transport, address, port, state, problem: why }
}
