/**
 * A STUN server on a simulated host, with a second address where NAT behaviour is to be discovered. RFC 8489, RFC 5780 §6.
 *
 *   const server = stunServer({ on: host, address: "198.51.100.3" })
 *   server.answering = false        // and the monitor has to notice
 */
import type { Address } from "@homeport/sip"
import {
  answerBinding,
  otherAddress,
  parseStun,
  readChangeRequest,
  responseOrigin,
  serializeStun,
} from "@homeport/stun"
import type { Host, UdpSocket } from "./host.ts"

export interface StunServer {
  readonly address: Address
  /** Requests that reached it. */
  readonly asked: number
  /** False: it hears and says nothing. */
  answering: boolean
  /** Says this instead of the truth, as a server behind a NAT of its own would. */
  claims: Address | undefined
  close(): void
}

export interface StunServerOptions {
  readonly on: Host
  readonly address: string
  /** Default: 3478. */
  readonly port?: number
  /** A second address of the same host and a second port: the server then answers from all four combinations. */
  readonly other?: Address
}

export function stunServer({ on, address, port = 3478, other }: StunServerOptions): StunServer {
  const sockets = new Map<string, UdpSocket>()
  const keyOf = (at: Address) => `${at.host} ${at.port}`
  let asked = 0

  const answer = (bytes: Uint8Array, from: Address, at: Address) => {
    asked++
    const parsed = parseStun(bytes)
    if (!server.answering || !parsed.ok) return
    const change = readChangeRequest(parsed.value.attributes)
    // CHANGE-REQUEST is ours to do: `answerBinding` would refuse what it does not know.
    const attributes = parsed.value.attributes.filter(({ type }) => type !== changeRequestType)
    const plain = answerBinding({ ...parsed.value, attributes }, server.claims ?? from)
    if (!plain) return
    const origin = {
      host: change?.address && other ? (at.host === address ? other.host : address) : at.host,
      port: change?.port && other ? (at.port === port ? other.port : port) : at.port,
    }
    const socket = sockets.get(keyOf(origin))
    if (!other) {
      socket?.send(plain, from)
      return
    }
    const opposite = {
      host: at.host === address ? other.host : address,
      port: at.port === port ? other.port : port,
    }
    const reply = parseStun(plain)
    if (!reply.ok) return
    const said = reply.value.attributes.filter(({ type }) => type !== fingerprintType)
    const whole = { ...reply.value, attributes: [...said, responseOrigin(origin), otherAddress(opposite)] }
    socket?.send(serializeStun(whole), from)
  }

  const server: StunServer = {
    address: { host: address, port },
    get asked() {
      return asked
    },
    answering: true,
    claims: undefined,
    close() {
      for (const socket of sockets.values()) socket.close()
    },
  }
  for (const host of other ? [address, other.host] : [address])
    for (const at of other ? [port, other.port] : [port]) {
      const socket = on.udp({ host, port: at }, (bytes, from) => answer(bytes, from, { host, port: at }))
      if (!socket) throw new Error(`${on.name} cannot serve STUN at ${host}:${at}`)
      sockets.set(keyOf({ host, port: at }), socket)
    }
  return server
}

/** RFC 5780 §7.2, RFC 8489 §14.7. */
const changeRequestType = 0x0003
const fingerprintType = 0x8028
