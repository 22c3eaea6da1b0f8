/**
 * What the core tells, told on: to the log in words, to open browsers as topics, to the journal as bindings, blocks and ended calls. One row a kind of
 * event; nothing is decided here.
 */
import { isPublicIpv4, type Params } from "@homeport/contract"
import type { Binding, Block, CallView, SbcEvent, StunView } from "@homeport/sbc"
import type { Journal } from "@homeport/store"
import type { TopicStream } from "../http/topic-stream.ts"
import type { CallRecorder } from "./call-recorder.ts"
import type { EventRecorder } from "./event-recorder.ts"

export interface EventBridgeOptions {
  readonly journal: Pick<Journal, "binding" | "block">
  readonly stream: Pick<TopicStream, "publish">
  readonly events: EventRecorder
  readonly calls: CallRecorder
  /** Bindings that the core was started with: their refreshes are no news. */
  readonly known: readonly Binding[]
}

export function createEventBridge({
  journal,
  stream,
  events,
  calls,
  known,
}: EventBridgeOptions): (event: SbcEvent) => void {
  const bound = new Map(known.map((binding) => [keyOf(binding), binding]))

  function bindingChanged({ callNumber, contact, binding }: Extract<SbcEvent, { type: "binding.changed" }>): void {
    journal.binding({ callNumber, contact, data: binding && JSON.stringify(binding) })
    stream.publish("registrations", [callNumber])
    const key = keyOf({ callNumber, contact })
    const before = bound.get(key)
    if (binding) bound.set(key, binding)
    else bound.delete(key)
    if (binding && !before) events.record({ code: "station.registered", params: stationParams(binding), alike: key })
    if (!binding && before) events.record({ code: "station.unregistered", params: stationParams(before), alike: key })
  }

  return (event) => {
    switch (event.type) {
      case "binding.changed":
        return bindingChanged(event)
      case "registration.refused": {
        const { cause, user, source, contact, transport, network, userAgent } = event.refusal
        const params = { user, source: place(source), contact: contact ?? "", transport, network, userAgent }
        // Who guesses names tries a new one each time.
        const alike = cause === "unknown-user" ? source.host : `${user} ${source.host}`
        return events.record({ code: `registration.refused.${cause}`, params, alike })
      }
      case "internet-registration.over":
        return events.record({
          code: "station.internet-registration-over",
          severity: "info",
          params: { callNumber: event.callNumber },
        })
      case "station.reachability": {
        const { callNumber, contact, reachable } = event
        const source = bound.get(keyOf(event))?.source
        stream.publish("registrations", [callNumber])
        return events.record({
          code: reachable ? "station.reachable" : "station.unreachable",
          params: { callNumber, source: source ? place(source) : contact },
          alike: keyOf(event),
        })
      }
      case "call.changed":
        stream.publish("calls", [event.call.id])
        return stream.publish("channels")
      case "call.ended": {
        stream.publish("calls", [event.call.id])
        stream.publish("channels")
        calls.ended(event)
        if (!worthALine.has(event.reason)) return
        const params = callParams(event.call)
        const alike = `${params.from} ${params.to}`
        return events.record({ code: `call.ended.${event.reason}`, params, alike })
      }
      case "call.measured":
        return calls.measured(event)
      case "call.refused": {
        const { from, to, source, status, why } = event
        const params = { from, to, source, status }
        return events.record({ code: `call.refused.${why}`, params, alike: `${from} ${to} ${source}` })
      }
      case "channels.exhausted": {
        const { total, from, to } = event
        stream.publish("channels")
        return events.record({ code: "channels.exhausted", params: { total, from, to }, alike: "" })
      }
      case "media.missing": {
        const { callNumber, source } = event
        const params = { callNumber, source: source ?? "" }
        return events.record({ code: "media.missing", params, alike: callNumber })
      }
      case "stun.changed":
        stream.publish("stun")
        return stunChanged(event.stun, event.previous, events)
      case "stun.late":
        return events.record({ code: "stun.late", alike: "" })
      case "listener.changed": {
        const { name, transport, address, port, state, problem } = event.listener
        stream.publish("listeners")
        if (state === "draining") return
        const params = { name, transport, address, port }
        if (state === "listening") return events.record({ code: "listener.listening", params })
        return events.record({ code: `listener.failed.${listenerProblem(problem)}`, params })
      }
      // Who comes to an outer port is no line of the log: the page shows the last one.
      case "forwarding.changed":
        return stream.publish("forwarding")
      case "handshake.failed": {
        const { source, port, cause, detail } = event
        const params = { source: source.host, port, detail: detail ?? "?" }
        // Who scans ports comes from one address and tries everything.
        return events.record({
          code: `handshake.failed.${cause}`,
          params,
          alike: `${source.host} ${port}`,
        })
      }
      case "source.refused": {
        const { source, name, count } = event
        stream.publish("blocks")
        const where = name === "SIP" || name === "SIP_TLS_SUB" ? "inner" : "outer"
        const params = { source, name, count }
        return events.record({ code: `firewall.refused.${where}`, severity: "warning", params, alike: source })
      }
      case "block.changed": {
        const { network, block } = event
        journal.block({ network, data: block && JSON.stringify(block) })
        stream.publish("blocks")
        return block && blockBegan(block, events)
      }
      case "message.malformed": {
        const { source, network, excerpt, message } = event
        const params = { source, network, excerpt, problem: message }
        return events.record({ code: "message.malformed", params, alike: source })
      }
    }
  }
}

/** A call that ended by hanging up is no event: the log is for what somebody may have to mend. */
const worthALine: ReadonlySet<string> = new Set(["no-media", "media-refused", "failed"])

export function listenerProblem(problem: string | undefined) {
  if (
    problem === "address-in-use" ||
    problem === "address-not-available" ||
    problem === "permission-denied" ||
    problem === "certificate"
  )
    return problem
  return "failed"
}

function stunChanged(stun: StunView, previous: StunView, events: EventRecorder): void {
  const server = stun.server ?? ""
  if (stun.state === "lost" && previous.state !== "lost")
    return events.record({ code: "stun.lost", params: { server } })
  if (stun.problem !== undefined && stun.problem !== "no-server" && stun.problem !== previous.problem)
    return events.record({ code: `stun.${stun.problem}`, params: { server } })
  const { mapped } = stun
  if (stun.state !== "mapped" || !mapped) return
  const moved = previous.mapped?.host !== mapped.host || previous.mapped.port !== mapped.port
  if (!moved && previous.state === "mapped") return
  const former = previous.mapped
  if (former && former.host !== mapped.host) {
    const params = { previous: former.host, address: mapped.host, port: mapped.port }
    events.record({ code: "stun.changed", params })
  } else
    events.record({
      code: "stun.mapped",
      params: { address: mapped.host, port: mapped.port, server },
    })
  if (mapped.port !== stun.localPort)
    events.record({
      code: "stun.port-differs",
      params: { local: stun.localPort, mapped: mapped.port },
    })
  if (!isPublicIpv4(mapped.host)) events.record({ code: "stun.not-public", params: { address: mapped.host } })
}

/** What an administrator does is told by whoever did it for him. */
function blockBegan({ network, by, kind, cause, since, until, failures }: Block, events: EventRecorder): void {
  if (by === "hand" || until === undefined) return
  const params = { source: network, failures, minutes: Math.round((until - since) / 60_000) }
  const code = kind === "throttled" ? "firewall.throttled" : (`firewall.blocked.${cause ?? "wrong-password"}` as const)
  events.record({ code, severity: "warning", params, alike: network })
}

const keyOf = ({ callNumber, contact }: Pick<Binding, "callNumber" | "contact">): string => `${callNumber} ${contact}`

const place = ({ host, port }: Binding["source"]): string => `${host}:${port}`

const stationParams = ({ callNumber, source, transport, network, userAgent }: Binding): Params => ({
  callNumber,
  source: place(source),
  transport,
  network,
  userAgent: userAgent === "" ? "?" : userAgent,
})

const callParams = ({ caller, callee }: CallView): Params => ({ from: caller.callNumber, to: callee.callNumber })
