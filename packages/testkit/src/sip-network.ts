/**
 * `Network` of packages/sip on a simulated host: the same doors as over real sockets, the same parser behind them.
 *
 *   datagram ─▶ STUN? ─▶ receiver.stun          stream ─▶ Framing ─▶ parseMessage ─▶ receiver.message | malformed
 *            └▶ only CR, LF, NUL? dropped
 *            └▶ parseMessage ─▶ receiver.message | malformed
 *
 * TLS is a stream like TCP here: nothing is encrypted, no handshake fails, and nobody is dialled by who has a certificate. An HTTP
 * request is told, answered and closed, as over real sockets.
 */
import {
  type Address,
  type Endpoint,
  type Flow,
  Framing,
  failure,
  flowOf,
  HttpDetector,
  type ListenError,
  type Listener,
  type Network,
  parseMessage,
  type Receiver,
  success,
  withReturnPath,
} from "@homeport/sip"
import { isStun } from "@homeport/stun"
import type { Host } from "./host.ts"
import type { Connection, ConnectionUser } from "./tcp.ts"

/**
 * `refuse` makes a `listen` fail as the operating system might, or a certificate as OpenSSL might. `renewed` are the certificates
 * that listeners took in place of their first.
 */
export function sipNetwork(
  on: Host,
  refuse: (endpoint: Endpoint) => ListenError["code"] | undefined = () => undefined,
): Network & { readonly renewed: readonly Endpoint[] } {
  // Numbers connections over all listeners, so that a flow is never mistaken for a later one.
  const numbers = { last: 0 }
  const renewed: Endpoint[] = []
  return {
    renewed,
    async listen(endpoint, receiver) {
      const refused = refuse(endpoint)
      const fail = (code: ListenError["code"]) =>
        failure({ code, endpoint, message: `${code} ${endpoint.transport} ${endpoint.host}:${endpoint.port}` })
      if (refused) return fail(refused)
      if (!on.addresses.includes(endpoint.host)) return fail("address-not-available")
      const listener = openListener(on, endpoint, receiver, numbers)
      if (!listener) return fail("address-in-use")
      if (endpoint.transport !== "TLS") return success(listener)
      return success({
        ...listener,
        async renewal(certificate) {
          const renewal = { ...listener.endpoint, certificate }
          const problem = refuse(renewal)
          return problem
            ? failure({ code: problem, endpoint: listener.endpoint, message: problem })
            : success(() => void renewed.push(renewal))
        },
      })
    },
  }
}

/** Undefined where the address is in use. `numbers` counts connections. */
export function openListener(
  on: Host,
  endpoint: Endpoint,
  receiver: Receiver,
  numbers = { last: 0 },
): Listener | undefined {
  return endpoint.transport === "UDP" ? udp(on, endpoint, receiver) : stream(on, endpoint, receiver, numbers)
}

function udp(on: Host, endpoint: Endpoint, receiver: Receiver): Listener | undefined {
  const socket = on.udp(endpoint, (bytes, from) => {
    const flow = flowOf("UDP", local, from)
    if (isStun(bytes)) receiver.stun(bytes, flow)
    else if (receiver.admits?.(from.host, from.port) === false) return
    else if (!bytes.every((octet) => octet === 0 || octet === 10 || octet === 13)) hand(bytes, flow, receiver)
  })
  if (!socket) return undefined
  const { local } = socket
  return {
    endpoint: { ...endpoint, port: local.port },
    send(flow, bytes) {
      socket.send(bytes, flow.remote)
      return true
    },
    connect: (remote) => flowOf("UDP", local, remote),
    disconnect: () => {},
    async close() {
      socket.close()
    },
  }
}

function stream(on: Host, asked: Endpoint, receiver: Receiver, numbers: { last: number }): Listener | undefined {
  const { transport, host, port, certificate } = asked
  const endpoint: Endpoint = { transport, host, port }
  const open = new Map<number, { readonly flow: Flow; readonly connection: Connection }>()

  /** The receiver hears of every connection's end once, in turn with the packets. */
  const gone = (number: number, reason: string) => {
    const held = open.get(number)
    open.delete(number)
    if (held) on.net.post(() => receiver.failed(held.flow, reason))
    held?.connection.end()
  }
  /** A connection's number is known before the connection is: an outgoing one is made with its user. */
  const userOf = (number: number): ConnectionUser => {
    const framing = new Framing()
    let detector: HttpDetector | undefined = new HttpDetector()
    return {
      received(bytes) {
        const first = detector?.feed(bytes)
        if (first) detector = undefined
        const from = open.get(number)
        if (from && (first === "page" || first === "http")) {
          const answer = receiver.http?.(from.flow)
          if (answer && first === "page") from.connection.send(answer)
          return gone(number, "speaks HTTP")
        }
        for (const frame of framing.feed(bytes)) {
          const held = open.get(number)
          if (!held) return
          if (frame.kind === "message") hand(frame.bytes, held.flow, receiver)
          // RFC 5626 §4.4.1: CRLFCRLF wants a CRLF.
          else if (frame.kind === "ping") held.connection.send(Buffer.from("\r\n"))
          else {
            receiver.malformed(frame.error, held.flow)
            gone(number, frame.error.message)
          }
        }
      },
      ended: (reason) => gone(number, reason),
    }
  }
  const hold = (number: number, connection: Connection): Flow => {
    // Its local address is the listener's, as over real sockets: a port of the system's choice says nothing to anybody.
    const flow = flowOf(transport, { host, port }, connection.remote, number)
    open.set(number, { flow, connection })
    return flow
  }

  const stopListening = on.listenTcp(endpoint, (connection) => {
    if (receiver.admits?.(connection.remote.host, connection.remote.port) === false) {
      connection.end()
      return { received: () => {}, ended: () => {} }
    }
    const number = ++numbers.last
    const flow = hold(number, connection)
    receiver.accepted?.(flow)
    return userOf(number)
  })
  if (!stopListening) return undefined
  return {
    endpoint,
    send: (flow, bytes) => open.get(flow.connection ?? 0)?.connection.send(bytes) ?? false,
    connect(remote) {
      // The youngest connection with that address, whoever opened it (RFC 5923 §8).
      const held = [...open.values()].findLast(({ flow }) => sameAddress(flow.remote, remote))
      if (held) return held.flow
      const number = ++numbers.last
      if (certificate === undefined) return hold(number, on.connectTcp(host, remote, userOf(number)))
      const flow = flowOf(transport, { host, port }, remote, number)
      on.net.post(() => receiver.failed(flow, "no connection is possible"))
      return flow
    },
    disconnect: (flow) => gone(flow.connection ?? 0, "closed by us"),
    acceptNoMore: () => stopListening(),
    holds: (flow) => open.has(flow.connection ?? 0),
    async close() {
      stopListening()
      for (const number of [...open.keys()]) gone(number, "closed by us")
    },
  }
}

function hand(bytes: Uint8Array, flow: Flow, receiver: Receiver): void {
  const parsed = parseMessage(bytes)
  if (!parsed.ok) receiver.malformed(parsed.error, flow)
  else if (parsed.value.kind === "request") receiver.message(withReturnPath(parsed.value, flow), flow)
  else receiver.message(parsed.value, flow)
}

const sameAddress = (one: Address, other: Address) => one.host === other.host && one.port === other.port
