/**
 * What proves that the office router forwards to our outer ports: something that came from the internet by itself. The guide §3.1.
 *
 *   UDP        a datagram, where no NAT could have let it in as an answer: we had sent that host nothing for 10 minutes
 *              the STUN server's other address, which was not asked (RFC 5780 §4.4)
 *   TCP, TLS   a connection; more certain, a browser's request over it
 *   all        a phone's registration
 *
 * Not the internet: private and shared addresses, loopback, our own networks, and our own mapped address (a hairpin: who is inside
 * proves nothing about outside). Of several proofs within a minute the strongest stays, so that a flood is one event a minute.
 * What is known is about one local address and port, and one external port; when they change, it is forgotten.
 */
import type { Address, Clock, Flow } from "@homeport/sip"
import type { SbcConfig } from "../config.ts"
import type { Binding, FilteringTestOutcome, ForwardingEvidence, ForwardingProof, SbcEvent } from "../events.ts"
import { isUnreachable } from "./nat-bindings.ts"
import type { FilteringOutcome } from "./stun-monitor.ts"

export interface ForwardingWatch {
  /** A datagram came, and it was no answer to a STUN question of ours. */
  came(flow: Flow): void
  /** A datagram goes out. */
  sent(flow: Flow): void
  accepted(flow: Flow): void
  /** HTTP came; undefined where the port is none of the router's business. */
  browsed(flow: Flow): Visit | undefined
  registered(flow: Flow): void
  /**
   * The STUN server's other address got through. "port-differs": the port that it came to is not the forwarded one; "too-soon":
   * it was sent to minutes ago; "not-supported": it is not on the internet.
   */
  unasked(from: Address, mapped: Address): FilteringTestOutcome
  /** What a filtering test means for the forwarding. */
  tested(outcome: FilteringOutcome): FilteringTestOutcome
  view(): readonly ForwardingEvidence[]
  /** The configuration changed: forgets what was about another address or port. */
  reconfigure(): void
}

/** Somebody opened an outer port in a browser. */
export interface Visit {
  readonly transport: "TCP" | "TLS"
  /** Ours. */
  readonly port: number
  /** From the internet: it counts. */
  readonly outside: boolean
}

export interface ForwardingWatchOptions {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  readonly config: () => SbcConfig
  readonly isLocal: (host: string) => boolean
  /** Our own public address, while it is known. */
  readonly mapped: () => string | undefined
  /** What was known when the process last ran, and who was registered: they may be let in as those whom we talked to. */
  readonly known: readonly ForwardingEvidence[]
  readonly bindings: readonly Binding[]
  readonly onEvent: (event: SbcEvent) => void
}

/** Of one host on the internet, over UDP; monotonic milliseconds. */
interface Acquaintance {
  sentAt: number
  /** When a datagram last came that answered nothing. */
  cameAt: number
}

export function createForwardingWatch(options: ForwardingWatchOptions): ForwardingWatch {
  const { clock, wallClock, config, isLocal, mapped, onEvent } = options
  const evidence = new Map(options.known.map((one) => [one.transport, one]))
  /** In the order in which they were last sent to. */
  const acquaintances = new Map<string, Acquaintance>()
  let udpLine = keyOf(lineOf("UDP", config()))

  const isOurs = ({ transport, local }: Flow) => {
    const { networks, ports } = config()
    return local.port === (transport === "TLS" ? ports.outerTls : ports.outer) && local.host === networks.outer
  }

  /** What was mapped is the port that the router is to forward: only then does a STUN answer tell about the forwarding. */
  const isForwarded = ({ port }: Address) => port === lineOf("UDP", config()).externalPort

  const isOutside = (host: string) => !isUnreachable(host) && !isLocal(host) && host !== mapped()

  const note = (transport: Flow["transport"], from: string, how: ForwardingProof) => {
    const at = wallClock()
    const before = evidence.get(transport)
    const fresh = before !== undefined && at >= before.at && at - before.at < pause
    if (fresh && strength[how] <= strength[before.how]) return
    const now: ForwardingEvidence = { ...lineOf(transport, config()), at, from, how }
    evidence.set(transport, now)
    onEvent({ type: "forwarding.changed", transport, evidence: now })
  }

  const acquaint = (host: string, known: Acquaintance) => {
    acquaintances.delete(host)
    acquaintances.set(host, known)
    if (acquaintances.size > most) acquaintances.delete(acquaintances.keys().next().value ?? "")
  }

  const sentTo = (host: string) => {
    const known = acquaintances.get(host) ?? { sentAt: 0, cameAt: Number.NEGATIVE_INFINITY }
    known.sentAt = clock.now()
    acquaint(host, known)
  }

  const mayAnswer = (known: Acquaintance | undefined) => known !== undefined && clock.now() - known.sentAt < natMemory

  const forgetOtherLines = () => {
    for (const [transport, known] of evidence) {
      if (keyOf(known) === keyOf(lineOf(transport, config()))) continue
      evidence.delete(transport)
      onEvent({ type: "forwarding.changed", transport, evidence: undefined })
    }
  }

  forgetOtherLines()
  for (const { network, transport, source } of options.bindings)
    if (network === "outer" && transport === "UDP") sentTo(source.host)

  const unasked: ForwardingWatch["unasked"] = (from, mapped) => {
    if (!isForwarded(mapped)) return "port-differs"
    if (mayAnswer(acquaintances.get(from.host))) return "too-soon"
    if (!isOutside(from.host)) return "not-supported"
    note("UDP", from.host, "filtering-test")
    return "proven"
  }

  return {
    unasked,

    tested(outcome) {
      if (outcome.kind === "came") return unasked(outcome.answer.server, outcome.answer.mapped)
      return outcome.kind === "filtered" && !isForwarded(outcome.mapped) ? "port-differs" : outcome.kind
    },

    came(flow) {
      const { host } = flow.remote
      const known = acquaintances.get(host)
      if (flow.transport !== "UDP" || mayAnswer(known) || !isOurs(flow) || !isOutside(host)) return
      const cameAt = clock.now()
      if (known !== undefined) known.cameAt = cameAt
      else acquaint(host, { sentAt: Number.NEGATIVE_INFINITY, cameAt })
      note("UDP", host, "datagram")
    },

    sent(flow) {
      if (flow.transport === "UDP" && isOurs(flow)) sentTo(flow.remote.host)
    },

    accepted(flow) {
      if (isOurs(flow) && isOutside(flow.remote.host)) note(flow.transport, flow.remote.host, "connection")
    },

    browsed(flow) {
      const { transport, local, remote } = flow
      if (transport === "UDP" || !isOurs(flow)) return undefined
      const outside = isOutside(remote.host)
      if (outside) note(transport, remote.host, "http")
      return { transport, port: local.port, outside }
    },

    registered(flow) {
      const { transport, remote } = flow
      if (!isOurs(flow) || !isOutside(remote.host)) return
      // Over UDP only while its first words, which nobody had asked for, are still in the ear.
      const cameAt = transport === "UDP" ? acquaintances.get(remote.host)?.cameAt : undefined
      if (transport === "UDP" && (cameAt === undefined || clock.now() - cameAt > pause)) return
      note(transport, remote.host, "registration")
    },

    view: () => [...evidence.values()],

    reconfigure() {
      forgetOtherLines()
      const now = keyOf(lineOf("UDP", config()))
      if (now === udpLine) return
      // Another port of ours has sent to nobody yet.
      udpLine = now
      acquaintances.clear()
    },
  }
}

type Line = Pick<ForwardingEvidence, "transport" | "local" | "externalPort">

function lineOf(transport: Flow["transport"], { networks, ports, outerUdpAtRouter }: SbcConfig): Line {
  const port = transport === "TLS" ? ports.outerTls : ports.outer
  const externalPort = transport === "UDP" ? (outerUdpAtRouter ?? port) : port
  return { transport, local: { host: networks.outer, port }, externalPort }
}

const keyOf = ({ transport, local, externalPort }: Line) => `${transport} ${local.host} ${local.port} ${externalPort}`

const strength: Readonly<Record<ForwardingProof, number>> = {
  datagram: 0,
  connection: 0,
  "filtering-test": 1,
  http: 2,
  registration: 3,
}

/** Milliseconds in which nothing but a stronger proof is news. */
const pause = 60_000
/** Milliseconds for which a NAT may let in whom we sent something: RFC 4787 §4.3 wants 2 to 5 minutes, some take longer. */
const natMemory = 600_000
/** Hosts whose conversation is remembered; the one that was sent to longest ago is forgotten first. */
const most = 10_000
