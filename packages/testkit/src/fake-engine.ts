/**
 * A media engine on the simulated network, for tests of those who use one: ports are real there (a NAT maps them, STUN
 * passes), what arrives is counted and relayed, and everything it was told can be read.
 *
 *   engine.sides[0]?.remote            what was negotiated for the first side
 *   engine.sides[0]?.report({ … })     figures that a worker would have reported
 *   engine.exhaust()                   no pair of ports is left
 *
 * The source check is only as fine as its users can notice: one IP address, the latest port. The real one is in packages/rtp.
 */
import {
  type Component,
  type Engine,
  membership,
  type PortRange,
  type Relay,
  type RelayObserver,
  type RemoteMedia,
  type Side,
  type SideCounters,
  type SocketAddress,
} from "@homeport/rtp"
import type { Host, UdpSocket } from "./host.ts"

export interface FakeEngine extends Engine {
  /** All that were not released, oldest first. */
  readonly sides: readonly FakeSide[]
  readonly relays: number
  /** No pair is free until `replenish`. */
  exhaust(): void
  replenish(): void
}

export interface FakeSide extends Side {
  /** The latest that `negotiated` was called with. */
  readonly remote: RemoteMedia | undefined
  /** All of them. */
  readonly negotiations: readonly RemoteMedia[]
  readonly delivering: boolean
  readonly joined: FakeSide | undefined
  readonly released: boolean
  /** Sets figures: a test of silence needs no 50 packets a second. */
  report(counters: Partial<SideCounters>): void
  /** As if the first packet had come from there. */
  settles(source: SocketAddress): void
}

export function fakeEngine(options: { readonly on: Host; readonly range?: PortRange }): FakeEngine {
  const { on } = options
  const { clock } = on.net
  const open: FakeSide[] = []
  const resting: { readonly port: number; readonly until: number }[] = []
  const inUse = new Set<number>()
  let range = options.range ?? { from: 29_100, to: 30_531 }
  let exhausted = false
  let relays = 0
  let lastId = 0

  /** Even ports whose odd neighbour is in the range too. */
  const pairs = () => {
    const first = range.from + (range.from % 2)
    return Array.from({ length: Math.max(0, Math.floor((range.to - first + 1) / 2)) }, (_, index) => first + index * 2)
  }
  const free = () => {
    const asleep = new Set(resting.filter(({ until }) => until > clock.now()).map(({ port }) => port))
    return exhausted ? [] : pairs().filter((port) => !inUse.has(port) && !asleep.has(port))
  }

  const sideAt = (address: string, rtpPort: number, observer: RelayObserver, peers: Peers): RelayingSide => {
    const negotiations: RemoteMedia[] = []
    const sockets = new Map<Component, UdpSocket>()
    const latched = new Map<Component, SocketAddress>()
    let counters = noCounters
    let heardAt: number | undefined
    let delivering = true
    let released = false

    const arrived = (component: Component, bytes: Uint8Array, from: SocketAddress) => {
      const first = bytes[0] ?? 0
      if (first < 128 || first > 191) return observer.nonRtp(side, component, bytes, from)
      const remote = negotiations.at(-1)
      if (!remote || !mayBeFrom(remote, from.host, latched.get(component))) {
        counters = { ...counters, strangers: counters.strangers + 1 }
        return
      }
      heardAt = clock.now()
      const known = latched.get(component)
      latched.set(component, from)
      if (component === "rtcp") counters = { ...counters, rtcpReceived: counters.rtcpReceived + 1 }
      else {
        const { received } = counters
        const more = { packets: received.packets + 1, bytes: received.bytes + bytes.length }
        counters = { ...counters, received: { ...received, ...more } }
        if (known?.port !== from.port) observer.settled(side, from)
      }
      const other = peers.get(side)
      if (other?.delivering) other.relayed(component, bytes)
    }

    const side: RelayingSide = {
      id: ++lastId,
      address,
      rtpPort,
      rtcpPort: rtpPort + 1,
      negotiations,
      get remote() {
        return negotiations.at(-1)
      },
      get delivering() {
        return delivering
      },
      get joined() {
        return peers.get(side)
      },
      get released() {
        return released
      },
      get counters() {
        const silence = heardAt === undefined ? counters.silence : clock.now() - heardAt
        return { ...counters, silence }
      },
      negotiated(remote) {
        negotiations.push(remote)
        // Opens the office router as the real one does, with packets that do not live to see the phone's.
        if (!remote.outward) return
        if (remote.rtp) sockets.get("rtp")?.send(opening, remote.rtp, 2)
        if (remote.rtcp) sockets.get("rtcp")?.send(opening, remote.rtcp, 2)
      },
      deliver(active) {
        delivering = active
      },
      send: (component, bytes, to, ttl) => sockets.get(component)?.send(bytes, to, ttl),
      relayed(component, bytes) {
        const remote = negotiations.at(-1)
        const to = latched.get(component) ?? (remote?.outward ? undefined : remote?.[component])
        if (!to) return
        if (component === "rtp") {
          const { packets, bytes: size } = counters.sent
          counters = { ...counters, sent: { packets: packets + 1, bytes: size + bytes.length } }
        }
        sockets.get(component)?.send(bytes, to)
      },
      report(figures) {
        heardAt = undefined
        counters = { ...counters, ...figures }
      },
      settles: (source) => observer.settled(side, source),
      release(last) {
        if (released) return
        released = true
        const final = side.counters
        if (last) on.net.post(() => last(final))
        for (const socket of sockets.values()) socket.close()
        open.splice(open.indexOf(side), 1)
        const other = peers.get(side)
        peers.delete(side)
        if (other) peers.delete(other)
        inUse.delete(rtpPort)
        resting.push({ port: rtpPort, until: clock.now() + rest })
      },
    }
    for (const component of ["rtp", "rtcp"] as const) {
      const port = component === "rtp" ? rtpPort : rtpPort + 1
      const socket = on.udp({ host: address, port }, (bytes, from) => arrived(component, bytes, from))
      if (socket) sockets.set(component, socket)
    }
    open.push(side)
    return side
  }

  return {
    name: "fake",
    get sides() {
      return open
    },
    get relays() {
      return relays
    },
    get ports() {
      return { free: free().length, total: pairs().length }
    },
    configure(next) {
      range = next
    },
    exhaust() {
      exhausted = true
    },
    replenish() {
      exhausted = false
    },
    relay(observer) {
      const mine = new Set<RelayingSide>()
      const peers: Peers = new Map()
      let ended = false
      relays++
      const relay: Relay = {
        addSide(address, done) {
          on.net.post(() => {
            const [port] = free()
            if (port === undefined || ended || !on.addresses.includes(address)) return done(undefined)
            inUse.add(port)
            const side = sideAt(address, port, observer, peers)
            mine.add(side)
            done(side)
          })
        },
        join(a, b) {
          const [one, other] = [...mine].filter((side) => side.id === a.id || side.id === b.id)
          peers.clear()
          if (!one || !other) throw new Error("only two sides of this relay can be joined")
          peers.set(one, other)
          peers.set(other, one)
        },
        release() {
          if (ended) return
          ended = true
          relays--
          for (const side of mine) side.release()
        },
      }
      return relay
    },
    async stop() {
      for (const side of [...open]) side.release()
    },
  }
}

/** Who was heard first is it, where the address was not known beforehand. */
function mayBeFrom({ source, sourceNetworks }: RemoteMedia, host: string, known: SocketAddress | undefined): boolean {
  if (sourceNetworks === undefined) return host === source
  return known === undefined ? host === source || membership(sourceNetworks)(host) : host === known.host
}

interface RelayingSide extends FakeSide {
  relayed(component: Component, bytes: Uint8Array): void
}
type Peers = Map<FakeSide, RelayingSide>

/** Milliseconds before a released pair is handed out again. */
const rest = 30_000

/** A STUN Binding indication: nobody answers it. */
const opening = Uint8Array.of(0, 0x11, 0, 0, 0x21, 0x12, 0xa4, 0x42, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)

const noCounters: SideCounters = {
  received: { packets: 0, bytes: 0, lost: 0, jitter: 0 },
  sent: { packets: 0, bytes: 0 },
  rtcpReceived: 0,
  strangers: 0,
  silence: undefined,
}
