/**
 * An internet in memory: LANs, what is attached to them, and the packets between.
 *
 *    office LAN ──[router]── internet ──[router]── home LAN        a Lan is one broadcast domain
 *        │                      │                     │
 *      host                    host                  host          a Node has an address on one or more of them
 *
 * A socket's send only queues. `settle()` delivers what is queued, and what that causes, until nothing moves: no real time,
 * no chance, the same order every time. Phones settle after each thing they do, the clock settles the network before it lets time pass. Everything sent is recorded,
 * with what became of it.
 */
import type { Address } from "@homeport/sip"
import type { ManualClock } from "./clock.ts"
import { drawLadder, type LadderOptions } from "./ladder.ts"

export interface SimulatedNetwork {
  readonly clock: ManualClock
  /** Everything that any host sent, oldest first. */
  readonly record: readonly Sent[]
  lan(name: string): Lan
  /** Delivers until nothing moves. Time does not pass. */
  settle(): void
  /** What is done in here happens at the same moment: nothing arrives before all of it is sent. */
  together<T>(run: () => T): T
  /** Runs later, in turn with the packets: for what "calls back asynchronously". */
  post(run: () => void): void
  /** A number that it never gave before: for ids that differ, and are the same in every run. */
  next(): number
  /** The messages recorded so far as a picture: print it when a test fails. */
  ladder(options?: LadderOptions): string
}

export interface Lan {
  readonly name: string
  /** Where packets for addresses elsewhere go. */
  gateway: Node | undefined
  /** Asked for every UDP datagram that is put on this LAN. Set it to lose, repeat or reorder. */
  disturb: (packet: Packet) => Verdict
  /** Nothing gets through while it is true. */
  down: boolean
  attach(address: string, node: Node): void
  detach(address: string): void
  /** A host sends: recorded, then put on the LAN. */
  send(from: string, packet: Omit<Packet, "sent">): void
  /** A router passes on. */
  put(packet: Packet): void
}

/** "later": behind what is on its way already (reordering). `after`: that many milliseconds from now. */
export type Verdict = "deliver" | "lose" | "duplicate" | "later" | { readonly after: number }

export interface Node {
  readonly name: string
  /** Takes a packet from this LAN; says why it is dropped, where it is. */
  take(packet: Packet, lan: Lan): Dropped | undefined
}

export interface Packet {
  readonly protocol: "UDP" | "TCP"
  readonly source: Address
  readonly destination: Address
  /** Hops left: a router that counts it down to 0 drops the packet. */
  readonly ttl: number
  /** TCP only. A stream is not disturbed: TCP would repair it. */
  readonly control: "syn" | "accept" | "data" | "fin" | "reset" | undefined
  readonly bytes: Uint8Array
  /** Its entry in the record; the same for all hops and copies. */
  readonly sent: Sent
}

/** One packet as its sender sent it, and its fate. */
export interface Sent {
  readonly at: number
  readonly from: string
  /** The host that received it, or where it ended; "" while it is queued. */
  to: string
  readonly protocol: "UDP" | "TCP"
  readonly control: Packet["control"]
  readonly source: Address
  readonly destination: Address
  readonly bytes: Uint8Array
  /** The addresses it arrived with, which differ from those above where a NAT stood between. */
  arrived: { readonly source: Address; readonly destination: Address } | undefined
  dropped: Dropped | undefined
  /** How often it arrived. */
  copies: number
}

export type Dropped = "lost" | "no route" | "nobody listens" | "filtered by NAT" | "hop limit" | "no hairpin"

export function simulatedNetwork(clock: ManualClock): SimulatedNetwork {
  const queue: (() => void)[] = []
  const record: Sent[] = []
  let settling = false
  let last = 0

  const settle = () => {
    if (settling) return
    settling = true
    let delivered = 0
    try {
      for (let run = queue.shift(); run; run = queue.shift()) {
        if (++delivered > mostInOneMoment) {
          queue.length = 0
          throw new Error(`the network does not come to rest: a loop?\n${drawLadder(record.slice(-30), clock)}`)
        }
        run()
      }
    } finally {
      settling = false
    }
  }
  clock.whenStill(settle)

  return {
    clock,
    record,
    settle,
    next: () => ++last,
    together(run) {
      const before = settling
      settling = true
      try {
        return run()
      } finally {
        settling = before
        settle()
      }
    },
    post: (run) => void queue.push(run),
    ladder: (options) => drawLadder(record, clock, options),
    lan(name) {
      const nodes = new Map<string, Node>()
      const deliver = (packet: Packet) => {
        const node = nodes.get(packet.destination.host) ?? lan.gateway
        const { sent } = packet
        if (!node) {
          sent.to ||= lan.name
          sent.dropped = "no route"
          return
        }
        sent.to = node.name
        sent.dropped = node.take(packet, lan)
      }
      const lan: Lan = {
        name,
        gateway: undefined,
        down: false,
        disturb: () => "deliver",
        attach(address, node) {
          if (nodes.has(address)) throw new Error(`${address} is in use on ${name} by ${nodes.get(address)?.name}`)
          nodes.set(address, node)
        },
        detach: (address) => void nodes.delete(address),
        send(from, packet) {
          const { protocol, control, source, destination, bytes } = packet
          const sent: Sent = {
            ...{ at: clock.now(), from, to: "", protocol, control, source, destination, bytes },
            ...{ arrived: undefined, dropped: undefined, copies: 0 },
          }
          record.push(sent)
          lan.put({ ...packet, sent })
        },
        put(packet) {
          const verdict = lan.down ? "lose" : packet.protocol === "UDP" ? lan.disturb(packet) : "deliver"
          if (verdict === "lose") {
            packet.sent.to ||= lan.name
            packet.sent.dropped = "lost"
          } else if (typeof verdict === "object") clock.after(verdict.after, () => deliver(packet))
          else if (verdict === "later") queue.push(() => queue.push(() => deliver(packet)))
          else queue.push(() => deliver(packet))
          if (verdict === "duplicate") queue.push(() => deliver(packet))
        },
      }
      return lan
    },
  }
}

/** A call takes a hundred; a loop takes all there are. */
const mostInOneMoment = 20_000
