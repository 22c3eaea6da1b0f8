/**
 * A router between an inner and an outer LAN, with network address translation in the words of RFC 4787.
 *
 *      phone 192.168.2.20:5060 ──▶ ┌───────────┐ ──▶ 203.0.113.7:5060       mapping: which outer port, for whom the same
 *      phone 192.168.2.20:5060 ◀── │  mapping  │ ◀── whoever may answer     filtering: who may answer
 *                                  └───────────┘
 *      homeport :5070          ◀── │  forward  │ ◀── anybody, to :5070      what the administrator opened
 *
 * The office's router is the same thing with forwards.
 */
import type { Address } from "@homeport/sip"
import type { Dropped, Lan, Node, Packet, SimulatedNetwork } from "./network.ts"

/** RFC 4787 §4.1 and §5; "address-and-port-dependent" mapping is what is called a symmetric NAT. */
export type Dependence = "endpoint-independent" | "address-dependent" | "address-and-port-dependent"

export interface RouterOptions {
  readonly name: string
  readonly inner: Lan
  /** Its address on the inner LAN. */
  readonly innerAddress: string
  readonly outer: Lan
  readonly publicAddress: string
  /** Default: endpoint-independent. */
  readonly mapping?: Dependence
  /** Default: address-and-port-dependent, what home routers do. */
  readonly filtering?: Dependence
  /** Takes the inner port as outer port where it is free (default), or the next of its own choice. */
  readonly portPreserving?: boolean
  /** Milliseconds without a packet from inside until a UDP mapping is forgotten. Default: 30 s. */
  readonly bindingTimeout?: number
  readonly forwards?: readonly Forward[]
  /** Replaces the source of what it forwards by its own inner address: then nobody behind it knows who calls. */
  readonly hidesSources?: boolean
  /** What an inside host that sends to the public address gets (RFC 4787 §6): nothing, or delivery with this source. */
  readonly hairpin?: "none" | "inner source" | "outer source" | "router source"
  /** A "SIP helper" that writes into the Contact of what leaves: the mapping (the harmless kind), or something wrong. */
  readonly sipAlg?: "mapped address" | Address
}

export interface Forward {
  readonly protocol: "UDP" | "TCP"
  readonly from: number
  /** Last port of a range; default: only `from`. Ports keep their numbers, counted from `to.port`. */
  readonly until?: number
  readonly to: Address
}

export interface Router extends Node {
  readonly publicAddress: string
  readonly mappings: readonly { readonly inner: Address; readonly outer: Address }[]
  /** The provider gave it another address: all mappings are gone. */
  changeAddress(publicAddress: string): void
  /** Switched off and on: all mappings are gone. */
  restart(): void
}

interface Mapping {
  readonly protocol: "UDP" | "TCP"
  readonly inner: Address
  readonly outerPort: number
  /** The destinations that it is used for; "" for all. */
  readonly scope: string
  /** Made by a packet from outside that a forward let in: for answers to that sender only. */
  readonly forwarded: boolean
  /** Whom it was used toward, and when last: "", hosts, and addresses with port. */
  readonly peers: Map<string, number>
  usedAt: number
}

export function router(net: SimulatedNetwork, options: RouterOptions): Router {
  const { inner, outer, innerAddress, forwards = [], hairpin = "none", bindingTimeout = 30_000 } = options
  const { mapping = "endpoint-independent", filtering = "address-and-port-dependent", portPreserving = true } = options
  let publicAddress = options.publicAddress
  let mappings: Mapping[] = []
  let nextPort = 61_001
  // Who stands behind a port of our inner address, where sources are hidden.
  const hidden = new Map<number, Address>()

  const alive = () => {
    // A connection outlives any test: routers keep them for hours.
    mappings = mappings.filter((one) => one.protocol === "TCP" || net.clock.now() - one.usedAt < bindingTimeout)
    return mappings
  }
  const make = (made: Omit<Mapping, "peers" | "usedAt">): Mapping => {
    const whole = { ...made, peers: new Map<string, number>(), usedAt: 0 }
    mappings.push(whole)
    return whole
  }
  const use = (used: Mapping, remote: Address) => {
    used.usedAt = net.clock.now()
    for (const dependence of dependences) used.peers.set(scopeOf(dependence, remote), used.usedAt)
  }
  /** A filter forgets whom it was opened for after the same time, though others keep the mapping alive. */
  const lets = ({ protocol, peers }: Mapping, scope: string) => {
    const last = peers.get(scope)
    return last !== undefined && (protocol === "TCP" || net.clock.now() - last < bindingTimeout)
  }
  /** A port belongs to whoever is mapped to it, and a forwarded one to its target. A symmetric NAT never gives one twice. */
  const taken = (protocol: string, port: number, by: Address) =>
    alive().some(
      (one) =>
        one.protocol === protocol &&
        one.outerPort === port &&
        (!same(one.inner, by) || (mapping !== "endpoint-independent" && !one.forwarded)),
    ) || forwards.some((one) => one.protocol === protocol && !same(targetOf(one, port) ?? by, by))

  /** The mapping of a packet from inside: the one it answers, one that its scope allows, or a new one (RFC 4787 §4.1). */
  const outward = (packet: Packet): Packet => {
    const { protocol, source, destination } = packet
    const mine = alive().filter((one) => one.protocol === protocol && same(one.inner, source))
    const scope = scopeOf(mapping, destination)
    let used =
      mine.find((one) => one.forwarded && one.scope === scopeOf("address-and-port-dependent", destination)) ??
      mine.find((one) => !one.forwarded && one.scope === scope)
    if (!used) {
      let outerPort = portPreserving ? source.port : nextPort++
      while (taken(protocol, outerPort, source)) outerPort = nextPort++
      used = make({ protocol, inner: source, outerPort, scope, forwarded: false })
    }
    // RFC 4787 §4.3, REQ-6: a packet from inside keeps it alive; one from outside does not.
    use(used, destination)
    const mapped = { host: publicAddress, port: used.outerPort }
    const { sipAlg } = options
    const bytes = sipAlg ? rewriteContact(packet, sipAlg === "mapped address" ? mapped : sipAlg) : packet.bytes
    return { ...packet, source: mapped, bytes }
  }

  /** Whom a packet to the public address is for: the owner of a mapping that lets it in (RFC 4787 §5), or of a forward. */
  const inward = ({ protocol, source, destination }: Packet): Address | undefined => {
    const needed = scopeOf(protocol === "TCP" ? "address-and-port-dependent" : filtering, source)
    const used = alive().find(
      (one) =>
        one.protocol === protocol &&
        one.outerPort === destination.port &&
        lets(one, one.forwarded ? scopeOf("address-and-port-dependent", source) : needed),
    )
    if (used?.forwarded) use(used, source)
    if (used) return used.inner
    for (const forward of forwards) {
      const target = forward.protocol === protocol ? targetOf(forward, destination.port) : undefined
      if (!target) continue
      const scope = scopeOf("address-and-port-dependent", source)
      use(make({ protocol, inner: target, outerPort: destination.port, scope, forwarded: true }), source)
      return target
    }
    return undefined
  }

  /** Puts a port of our own inner address in front of the sender. */
  const hide = (source: Address): Address => {
    for (const [port, behind] of hidden) if (same(behind, source)) return { host: innerAddress, port }
    let port = source.port
    while (hidden.has(port)) port = nextPort++
    hidden.set(port, source)
    return { host: innerAddress, port }
  }

  const fromInside = (packet: Packet): Dropped | undefined => {
    const toUs = packet.destination.host === innerAddress
    const behind = toUs ? hidden.get(packet.destination.port) : undefined
    if (toUs && !behind) return "nobody listens"
    const mapped = outward(behind ? { ...packet, destination: behind } : packet)
    // The mapping is made even where the packet dies here: that is how a short TTL opens a NAT.
    if (packet.ttl <= 0) return "hop limit"
    if (mapped.destination.host !== publicAddress) {
      outer.put(mapped)
      return undefined
    }
    if (hairpin === "none") return "no hairpin"
    const target = inward(mapped)
    if (!target) return "filtered by NAT"
    const shown =
      hairpin === "inner source"
        ? packet.source
        : hairpin === "router source" && !behind
          ? hide(mapped.source)
          : mapped.source
    inner.put({ ...mapped, source: shown, destination: target })
    return undefined
  }

  const fromOutside = (packet: Packet): Dropped | undefined => {
    const target = packet.destination.host === publicAddress ? inward(packet) : undefined
    if (!target) return "filtered by NAT"
    if (packet.ttl <= 0) return "hop limit"
    inner.put({ ...packet, source: options.hidesSources ? hide(packet.source) : packet.source, destination: target })
    return undefined
  }

  const self: Router = {
    name: options.name,
    get publicAddress() {
      return publicAddress
    },
    get mappings() {
      return alive().map((one) => ({ inner: one.inner, outer: { host: publicAddress, port: one.outerPort } }))
    },
    changeAddress(address) {
      outer.detach(publicAddress)
      publicAddress = address
      outer.attach(address, self)
      self.restart()
    },
    restart() {
      mappings = []
      hidden.clear()
    },
    take: (packet, lan) => (lan === inner ? fromInside : fromOutside)({ ...packet, ttl: packet.ttl - 1 }),
  }
  inner.attach(innerAddress, self)
  inner.gateway = self
  outer.attach(publicAddress, self)
  return self
}

const dependences = ["endpoint-independent", "address-dependent", "address-and-port-dependent"] as const

const scopeOf = (dependence: Dependence, { host, port }: Address) =>
  dependence === "endpoint-independent" ? "" : dependence === "address-dependent" ? host : `${host} ${port}`

const targetOf = (forward: Forward, port: number): Address | undefined =>
  port >= forward.from && port <= (forward.until ?? forward.from)
    ? { host: forward.to.host, port: forward.to.port + port - forward.from }
    : undefined

const same = (a: Address, b: Address) => a.host === b.host && a.port === b.port

/** What the "SIP helper" of a home router does to a message on its way out; all else passes unread. */
function rewriteContact({ protocol, bytes, source }: Packet, announced: Address): Uint8Array {
  if (protocol !== "UDP") return bytes
  const text = Buffer.from(bytes).toString("latin1")
  if (!text.includes("SIP/2.0")) return bytes
  const contact = /^(Contact|m)(\s*:.*@)([^;>:\s]+)(:\d+)?/im
  const rewritten = text.replace(contact, (whole, name, before, host) =>
    host === source.host ? `${name}${before}${announced.host}:${announced.port}` : whole,
  )
  return new Uint8Array(Buffer.from(rewritten, "latin1"))
}
