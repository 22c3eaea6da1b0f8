/**
 * A computer on a simulated LAN: UDP sockets and TCP connections, bound to one of its addresses.
 *
 *   const homeport = host(net, "homeport")
 *   homeport.attach(office, "192.168.1.10")
 *   const socket = homeport.udp({ host: "192.168.1.10", port: 5070 }, (bytes, from) => …)
 */
import type { Address } from "@homeport/sip"
import type { Dropped, Lan, Node, Packet, SimulatedNetwork } from "./network.ts"
import { type Connection, type ConnectionUser, type TcpStack, tcpStack } from "./tcp.ts"

export interface Host extends Node {
  readonly net: SimulatedNetwork
  readonly addresses: readonly string[]
  attach(lan: Lan, address: string): void
  /** Takes the address away, with what is bound to it. */
  detach(address: string): void
  /** Port 0 takes a free one. Undefined when the address is not this host's or the port is in use. */
  udp(local: Address, receive: (bytes: Uint8Array, from: Address) => void): UdpSocket | undefined
  /** False when the address is not this host's or the port is in use. */
  listenTcp(local: Address, accept: (connection: Connection) => ConnectionUser): (() => void) | undefined
  connectTcp(localHost: string, remote: Address, user: ConnectionUser): Connection
  /** Everything open is gone without a word, as when the power fails. */
  crash(): void
}

export interface UdpSocket {
  readonly local: Address
  send(bytes: Uint8Array, to: Address, ttl?: number): void
  close(): void
}

export function host(net: SimulatedNetwork, name: string): Host {
  const lans = new Map<string, Lan>()
  const sockets = new Map<string, (bytes: Uint8Array, from: Address) => void>()
  let ephemeral = 49_152

  const freePort = (used: (port: number) => boolean) => {
    while (used(ephemeral)) ephemeral++
    return ephemeral++
  }
  const send = (packet: Omit<Packet, "sent">) => {
    if (!lans.has(packet.source.host)) return
    // Its own addresses are reached without a LAN; all others through the one that the source address belongs to.
    const lan = lans.get(packet.destination.host) ?? lans.get(packet.source.host)
    lan?.send(name, packet)
  }
  const tcp: TcpStack = tcpStack({ clock: net.clock, send, freePort })

  return {
    net,
    name,
    get addresses() {
      return [...lans.keys()]
    },
    attach(lan, address) {
      lan.attach(address, this)
      lans.set(address, lan)
    },
    detach(address) {
      lans.get(address)?.detach(address)
      lans.delete(address)
      for (const key of sockets.keys()) if (key.startsWith(`${address} `)) sockets.delete(key)
      tcp.dropAll(address)
    },
    udp(local, receive) {
      if (!lans.has(local.host)) return undefined
      const port = local.port || freePort((candidate) => sockets.has(`${local.host} ${candidate}`))
      const key = `${local.host} ${port}`
      if (sockets.has(key)) return undefined
      sockets.set(key, receive)
      const bound = { host: local.host, port }
      return {
        local: bound,
        send(bytes, destination, ttl = ordinaryTtl) {
          if (sockets.get(key) !== receive) return
          // A copy: what the sender does with its buffer afterwards must not change what arrives.
          send({ protocol: "UDP", control: undefined, source: bound, destination, ttl, bytes: bytes.slice() })
        },
        close: () => {
          if (sockets.get(key) === receive) sockets.delete(key)
        },
      }
    },
    listenTcp: (local, accept) => (lans.has(local.host) ? tcp.listen(local, accept) : undefined),
    connectTcp: (localHost, remote, user) => tcp.connect(localHost, remote, user),
    crash() {
      sockets.clear()
      tcp.dropAll()
    },
    take(packet): Dropped | undefined {
      if (packet.protocol === "TCP") {
        packet.sent.arrived = packet
        packet.sent.copies++
        return tcp.take(packet)
      }
      const receive = sockets.get(`${packet.destination.host} ${packet.destination.port}`)
      if (!receive) return "nobody listens"
      packet.sent.arrived = packet
      packet.sent.copies++
      receive(packet.bytes.slice(), packet.source)
      return undefined
    },
  }
}

export const ordinaryTtl = 64
