/**
 * What the internet sees of us: asks a STUN server every 15 s, from the outer SIP port's own socket. The guide §2.3; RFC 8489.
 *
 *   off ────────── nobody needs it, or no server is named
 *   static ─────── the address was entered; nobody is asked
 *   asking ─ an answer ─▶ mapped ─ three checks without one ─▶ lost      (what was known is still announced)
 *                          ▲                                    │
 *                          └────────────── an answer ───────────┘
 */
import type { Component, Side, SocketAddress } from "@homeport/rtp"
import type { Cancel, Clock } from "@homeport/sip"
import {
  askOtherAddress,
  discoverBehaviour,
  type ResolveName,
  type StunAnswer,
  type StunClient,
  type StunTiming,
  type UnaskedOutcome,
} from "@homeport/stun"
import type { SbcConfig } from "../config.ts"
import type { NatBehaviour, SbcEvent, StunView } from "../events.ts"
import { parseIpAddress } from "./ip-address.ts"
import type { PortMapping } from "./media-address.ts"

export interface StunMonitor extends PortMapping {
  /** Where outer phones reach this port of ours for SIP: the mapped address with the *local* port (core.md). */
  announced(localPort: number): SocketAddress | undefined
  view(): StunView
  /**
   * Asks the server to answer from its other address (RFC 5780 §4.4), within 7 s. Calls back once, be it that the configuration
   * changes meanwhile ("no-answer"); "no-server": nobody is asked in this configuration.
   */
  testFiltering(done: (outcome: FilteringOutcome) => void): void
  /** Begins, and checks at once. */
  start(): void
  /** The configuration changed: where that concerns us, checks at once. */
  reconfigure(): void
  stop(): void
}

export type FilteringOutcome = UnaskedOutcome | { readonly kind: "no-server" }

export interface StunMonitorOptions {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  /** Is handed what comes in on the outer SIP port and on media ports. */
  readonly client: StunClient
  readonly resolve: ResolveName
  readonly config: () => SbcConfig
  /** From the outer SIP port. */
  readonly send: (bytes: Uint8Array, to: SocketAddress) => void
  /** The server's other address, `from`, got through to us, whom it sees as `mapped`. */
  readonly onUnasked: (from: SocketAddress, mapped: SocketAddress) => void
  readonly onEvent: (event: SbcEvent) => void
}

export function createStunMonitor(options: StunMonitorOptions): StunMonitor {
  const { clock, wallClock, client, resolve, config, send, onUnasked, onEvent } = options
  let plan: Plan = { kind: "off", problem: undefined }
  let fingerprint = ""
  let view: StunView = viewOf(plan, config())
  /** The server's addresses, the one in use first; none while its name is not resolved. */
  let servers: readonly string[] = []
  let failures = 0
  let checksToDiscovery = 0
  let discoveriesToMapping = 0
  /** Every check belongs to a generation; what comes back from an earlier one is void. */
  let generation = 0
  let cancelTimer: Cancel = () => {}
  let cancelQuestion: Cancel = () => {}
  let cancelDiscovery: Cancel = () => {}
  /** Those that go on: each ends by being called. */
  const tests = new Set<() => void>()

  const show = (changes: Partial<StunView>) => {
    const previous = view
    view = { ...view, ...changes }
    if (!sameStory(previous, view)) onEvent({ type: "stun.changed", stun: view, previous })
  }

  const halt = () => {
    generation += 1
    cancelTimer()
    cancelQuestion()
    cancelDiscovery()
    for (const giveUp of tests) giveUp()
  }

  const failed = (problem: "no-answer" | "name-not-resolved") => {
    failures += 1
    // The next check tries the next address, or asks for the name again.
    servers = servers.slice(1)
    const lost = view.state === "mapped" && failures >= failuresAllowed
    show({ state: lost ? "lost" : view.state, problem, roundTrip: undefined, checkedAt: wallClock() })
  }

  const mapped = (address: SocketAddress, roundTrip: number, server: SocketAddress) => {
    failures = 0
    const now = wallClock()
    const moved = !same(view.mapped, address)
    show({
      state: "mapped",
      mapped: address,
      roundTrip,
      problem: undefined,
      checkedAt: now,
      changedAt: moved ? now : view.changedAt,
      behaviour: moved ? undefined : view.behaviour,
    })
    if (moved) checksToDiscovery = 0
    if (checksToDiscovery-- === 0) {
      checksToDiscovery = checksPerDiscovery - 1
      discover(server)
    }
  }

  const discover = (server: SocketAddress) => {
    cancelDiscovery()
    const known = view.behaviour?.mapping
    const mapping = known !== undefined && discoveriesToMapping > 0 ? known : undefined
    discoveriesToMapping = mapping === undefined ? discoveriesPerMapping : discoveriesToMapping - 1
    const question = {
      server,
      send,
      timing: patience,
      ...(mapping && { mapping }),
      onUnasked: ({ server: from, mapped }: StunAnswer) => onUnasked(from, mapped),
    }
    cancelDiscovery = discoverBehaviour(client, question, (behaviour) => {
      if (behaviour.mapping !== undefined || behaviour.filtering !== undefined) show({ behaviour })
    })
  }

  const check = () => {
    if (plan.kind !== "ask") return
    const { host, port } = plan.server
    const current = generation
    cancelTimer = clock.after(interval, check)
    const ask = () => {
      const [address] = servers
      if (address === undefined) return failed("name-not-resolved")
      const server = { host: address, port }
      cancelQuestion = client.ask({ server, send, timing: patience }, (outcome) => {
        if (outcome.ok) mapped(outcome.mapped, outcome.roundTrip, server)
        else failed("no-answer")
      })
    }
    if (servers.length > 0) return ask()
    if (parseIpAddress(host) !== undefined) {
      servers = [host]
      return ask()
    }
    resolve(host, (addresses) => {
      if (current !== generation) return
      // A name that is answered only now, after the next check began, is taken once.
      if (servers.length > 0) return
      servers = addresses
      ask()
    })
  }

  const begin = () => {
    const current = config()
    plan = planOf(current)
    const now = JSON.stringify([plan, current.ports.outer, current.networks.outer])
    if (now === fingerprint) return
    fingerprint = now
    halt()
    servers = []
    failures = 0
    // Another port or interface has another mapping; another server would only see the same one.
    const known = view.localPort === current.ports.outer ? view : undefined
    const fresh = viewOf(plan, current)
    show(plan.kind === "ask" ? { ...fresh, mapped: known?.mapped, changedAt: known?.changedAt } : fresh)
    check()
  }

  const isKnown = () => plan.kind !== "off"

  return {
    start: begin,
    reconfigure: begin,

    stop() {
      halt()
      fingerprint = ""
    },

    view: () => view,

    testFiltering(done) {
      const [host] = servers
      if (plan.kind !== "ask") return done({ kind: "no-server" })
      if (host === undefined) return done({ kind: "no-answer" })
      const end = (outcome: UnaskedOutcome) => {
        tests.delete(giveUp)
        done(outcome)
      }
      const giveUp = () => {
        cancel()
        end({ kind: "no-answer" })
      }
      tests.add(giveUp)
      const cancel = askOtherAddress(client, { server: { host, port: plan.server.port }, send }, end)
    },

    mapped: () => (isKnown() ? view.mapped : undefined),

    announced(localPort) {
      if (plan.kind === "static") {
        // The port entered is the public one of the outer SIP port; any other is forwarded under its own number.
        const entered = localPort === config().ports.outer ? plan.address?.port : undefined
        return plan.address && { host: plan.address.host, port: entered ?? localPort }
      }
      return view.mapped && isKnown() ? { host: view.mapped.host, port: localPort } : undefined
    },

    mapPort(side: Side, component: Component, deadline: number, done: (mapped: SocketAddress | undefined) => void) {
      const [host] = servers
      if (plan.kind !== "ask" || host === undefined) return done(undefined)
      const server = { host, port: plan.server.port }
      const giveUp = clock.after(deadline, () => {
        cancel()
        done(undefined)
      })
      const cancel = client.ask({ server, send: (bytes, to) => side.send(component, bytes, to) }, (outcome) => {
        giveUp()
        done(outcome.ok ? outcome.mapped : undefined)
      })
    },
  }
}

/** What the configuration wants. console.md, STUN. */
type Plan =
  | { readonly kind: "off"; readonly problem: "no-server" | undefined }
  | {
      readonly kind: "static"
      readonly address: { readonly host: string; readonly port: number | undefined } | undefined
    }
  | { readonly kind: "ask"; readonly server: SocketAddress }

function planOf({ stun, stations }: SbcConfig): Plan {
  const { mode, server, staticAddress, staticPort } = stun
  if (mode === "static")
    return {
      kind: "static",
      address: staticAddress === undefined ? undefined : { host: staticAddress, port: staticPort },
    }
  const needed = mode !== "automatic" || stations.some(({ internetRegistration }) => internetRegistration)
  if (!needed) return { kind: "off", problem: undefined }
  return server === undefined ? { kind: "off", problem: "no-server" } : { kind: "ask", server }
}

function viewOf(plan: Plan, { ports, stun }: SbcConfig): StunView {
  const { server } = stun
  const entered = plan.kind === "static" ? plan.address : undefined
  return {
    state: plan.kind === "ask" ? "asking" : plan.kind,
    server: server && `${server.host}:${server.port}`,
    mapped: entered && { host: entered.host, port: entered.port ?? ports.outer },
    localPort: ports.outer,
    roundTrip: undefined,
    checkedAt: undefined,
    changedAt: undefined,
    problem: plan.kind === "off" ? plan.problem : undefined,
    behaviour: undefined,
  }
}

/** Whether nothing changed but the time it took and the time it was: that is news for nobody. */
function sameStory(one: StunView, other: StunView): boolean {
  return (
    one.state === other.state &&
    one.server === other.server &&
    same(one.mapped, other.mapped) &&
    one.localPort === other.localPort &&
    one.problem === other.problem &&
    sameBehaviour(one.behaviour, other.behaviour)
  )
}

function same(one: SocketAddress | undefined, other: SocketAddress | undefined): boolean {
  return one?.host === other?.host && one?.port === other?.port
}

function sameBehaviour(one: NatBehaviour | undefined, other: NatBehaviour | undefined): boolean {
  return one?.mapping === other?.mapping && one?.filtering === other?.filtering
}

const interval = 15_000
const failuresAllowed = 3
/** The NAT is looked at again every 5 minutes: somebody may have set up the forwarding meanwhile. */
const checksPerDiscovery = 20
/** And its mapping once an hour: to tell that, the other address must be sent to, and then what comes from there proves little. */
const discoveriesPerMapping = 11
/** Sent at 0, 0.5, 1.5, 3.5 and 7.5 s, given up after 12.5 s: before the next check begins. */
const patience: StunTiming = { rto: 500, rc: 5, rm: 10 }
