/**
 * The application firewall: who may reach which SIP port at all, before anything he sends is read. RFC 5853 §3.1.
 *
 *   datagram · connection ──▶ is the port for him? ──no──▶ dropped, counted, one event a source and minute (refusals.ts)
 *                                   │ yes
 *                             never to be blocked? ──yes─▶ admitted
 *                                   │ no
 *                             blocked? (blocks.ts) ──yes─▶ dropped · throttled: registered phones pass, all else trickles
 *
 * And whose failures count: nobody's in a local network, unless that is asked for, nor our own public address, which is what the
 * router makes of our own phones.
 */
import type { Clock } from "@homeport/sip"
import type { FirewallConfig, SbcConfig } from "../config.ts"
import type { Binding, Block, FailureCause, FirewallView, ListenerView, SbcEvent } from "../events.ts"
import { Blocks } from "./blocks.ts"
import { sameIpAddress } from "./ip-address.ts"
import { createNetworkSet, type NetworkSet } from "./network-set.ts"
import { Refusals } from "./refusals.ts"
import { RegisteredSources } from "./registered-sources.ts"

type PortName = ListenerView["name"]

export interface Firewall {
  /** Of every datagram and connection. `shared`: the port is the inner one, too, and a local source is inside (migrated systems). */
  admits(name: PortName, shared: boolean, host: string, port: number): boolean
  /** Whether a binding's phone could still talk to us. */
  reaches(binding: Pick<Binding, "network" | "transport" | "source">): boolean
  /** Credentials were wrong, or a station was named that does not exist. */
  failed(host: string, cause: FailureCause): void
  /** Every event of the core, for what it says of registrations. */
  heard(event: SbcEvent): void
  configure(config: SbcConfig): void
  block(block: Pick<Block, "network" | "until" | "note">): boolean
  unblock(network: string | undefined): boolean
  view(): FirewallView
  close(): void
}

export interface FirewallOptions {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly wallClock: () => number
  readonly config: SbcConfig
  readonly bindings: readonly Binding[]
  readonly blocks: readonly Block[]
  /** Our own public address, while it is known. */
  readonly mapped: () => string | undefined
  readonly onEvent: (event: SbcEvent) => void
}

export function createFirewall(options: FirewallOptions): Firewall {
  const { clock, wallClock, mapped, onEvent } = options
  const registered = new RegisteredSources(options.bindings)
  const refusals = new Refusals(clock, onEvent)
  const blocks = new Blocks({
    wallClock,
    known: options.blocks,
    onChange: (network, block) => onEvent({ type: "block.changed", network, block }),
  })
  let rules = compile(options.config)
  let cancelSweep = clock.after(hour, sweep)

  function sweep(): void {
    blocks.sweep()
    cancelSweep = clock.after(hour, sweep)
  }

  const mayReach = (name: PortName, host: string): boolean => {
    const reach = rules.reach[name]
    return reach === "everybody" || reach.has(host)
  }

  const isSpared = (host: string): boolean => {
    const own = mapped()
    if (own !== undefined && sameIpAddress(own, host)) return true
    return rules.neverBlocked.has(host) || (rules.blocking?.sparesLocal !== false && rules.local.has(host))
  }

  return {
    admits(name, shared, host, port) {
      const asked = shared && rules.local.has(host) ? innerOf(name) : name
      if (!mayReach(asked, host)) {
        refusals.add(asked, host)
        return false
      }
      const standing = blocks.covering(host)
      if (standing === undefined || rules.neverBlocked.has(host)) return true
      const throttled = standing.block.kind === "throttled"
      if (throttled && (registered.isPhone(host, port) || blocks.trickles(standing))) return true
      standing.dropped++
      return false
    },
    reaches({ network, transport, source }) {
      const name = transport === "TLS" ? tlsNames[network] : names[network]
      if (!mayReach(name, source.host)) return false
      return blocks.covering(source.host)?.block.kind !== "blocked" || rules.neverBlocked.has(source.host)
    },
    failed(host, cause) {
      if (rules.blocking === undefined || isSpared(host)) return
      blocks.failed(host, cause, registered.has(host), rules.blocking)
    },
    heard(event) {
      if (event.type === "binding.changed") registered.changed(event.callNumber, event.contact, event.binding)
    },
    configure(config) {
      rules = compile(config)
    },
    block: (block) => blocks.add(block),
    unblock(network) {
      if (network !== undefined) return blocks.remove(network)
      blocks.removeAll()
      return true
    },
    view: () => ({ refused: refusals.totals(), blocks: blocks.all() }),
    close() {
      refusals.close()
      cancelSweep()
    },
  }
}

interface Rules {
  readonly reach: Readonly<Record<PortName, "everybody" | NetworkSet>>
  readonly local: NetworkSet
  readonly neverBlocked: NetworkSet
  readonly blocking: FirewallConfig["blocking"]
}

function compile({ networks, firewall }: SbcConfig): Rules {
  const local = createNetworkSet(networks.local)
  const of = (reach: FirewallConfig["reach"][PortName]) =>
    reach === "everybody" ? reach : reach === "local" ? local : createNetworkSet(reach)
  const { SIP, SIP_TLS_SUB, SIP_EXT, SIP_TLS_SUB_EXT } = firewall.reach
  return {
    reach: {
      SIP: of(SIP),
      SIP_TLS_SUB: of(SIP_TLS_SUB),
      SIP_EXT: of(SIP_EXT),
      SIP_TLS_SUB_EXT: of(SIP_TLS_SUB_EXT),
    },
    local,
    neverBlocked: createNetworkSet(firewall.neverBlocked),
    blocking: firewall.blocking,
  }
}

const innerOf = (name: PortName): PortName => (name === "SIP_TLS_SUB_EXT" ? "SIP_TLS_SUB" : "SIP")

const names = { inner: "SIP", outer: "SIP_EXT" } as const
const tlsNames = { inner: "SIP_TLS_SUB", outer: "SIP_TLS_SUB_EXT" } as const
const hour = 3_600_000
