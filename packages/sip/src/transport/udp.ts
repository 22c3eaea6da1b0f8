/**
 * SIP over UDP: one socket for one local address. RFC 3261 §18.
 *
 *   first byte 0–3 and the magic cookie ─▶ STUN (RFC 8489 §5, RFC 7983): it may answer what we asked, whoever may come here
 *   from whom the receiver does not admit ─▶ dropped without a word
 *   nothing but CR, LF and NUL          ─▶ a keepalive: dropped without a word
 *   the rest                            ─▶ a message, or malformed
 *
 * What ICMP and the system say about a datagram concerns that datagram's flow, never the socket.
 */
import { createSocket, type RemoteInfo, type Socket } from "node:dgram"
import { isIPv6 } from "node:net"
import { parseMessage } from "../message/parse.ts"
import { failure, type Result, success } from "../result.ts"
import { flowOf } from "./flow.ts"
import { listenError } from "./listen-error.ts"
import { withReturnPath } from "./return-path.ts"
import type { Address, Endpoint, Flow, ListenError, Listener, Receiver } from "./transport.ts"

export function listenUdp(endpoint: Endpoint, receiver: Receiver): Promise<Result<Listener, ListenError>> {
  const ipv6 = isIPv6(endpoint.host)
  const socket = createSocket({
    type: ipv6 ? "udp6" : "udp4",
    ipv6Only: ipv6,
    // Without it, Node asks the system's resolver about every address that is sent to.
    lookup: (host, _options, done) => done(null, host, ipv6 ? 6 : 4),
  })
  return new Promise((resolve) => {
    socket.once("error", (error) => {
      socket.close()
      resolve(failure(listenError(endpoint, error)))
    })
    socket.bind({ address: endpoint.host, port: endpoint.port, exclusive: true }, () => {
      socket.removeAllListeners("error")
      enlargeBuffer(socket)
      resolve(success(new UdpListener(socket, { ...endpoint, port: socket.address().port }, receiver)))
    })
  })
}

class UdpListener implements Listener {
  readonly endpoint: Endpoint
  readonly #socket: Socket
  readonly #local: Address
  readonly #receiver: Receiver
  #closing: Promise<void> | undefined

  constructor(socket: Socket, endpoint: Endpoint, receiver: Receiver) {
    this.endpoint = endpoint
    this.#socket = socket
    this.#local = { host: endpoint.host, port: endpoint.port }
    this.#receiver = receiver
    socket.on("message", (bytes, from) => this.#received(bytes, from))
    socket.on("error", this.#sent)
  }

  send({ remote }: Flow, bytes: Uint8Array): boolean {
    if (this.#closing) return false
    try {
      this.#socket.send(bytes, remote.port, remote.host, this.#sent)
      return true
    } catch {
      // A port of 0, say: whoever wrote it into a Contact is not reachable.
      return false
    }
  }

  connect(remote: Address): Flow {
    return flowOf("UDP", this.#local, remote)
  }

  disconnect(): void {}

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  #received(bytes: Uint8Array, from: RemoteInfo): void {
    if (this.#closing) return
    const stun = isStun(bytes)
    if (!stun && (this.#receiver.admits?.(from.address, from.port) === false || isKeepalive(bytes))) return
    const flow = flowOf("UDP", this.#local, { host: from.address, port: from.port })
    if (stun) {
      this.#receiver.stun(bytes, flow)
      return
    }
    const parsed = parseMessage(bytes)
    if (!parsed.ok) this.#receiver.malformed(parsed.error, flow)
    else if (parsed.value.kind === "request") this.#receiver.message(withReturnPath(parsed.value, flow), flow)
    else this.#receiver.message(parsed.value, flow)
  }

  /** One for all that is sent: the error itself says where to. */
  readonly #sent = (error: SendError | null): void => {
    if (error?.address === undefined || error.port === undefined || this.#closing) return
    this.#receiver.failed(this.connect({ host: error.address, port: error.port }), error.code ?? error.message)
  }

  async #close(): Promise<void> {
    while (this.#socket.getSendQueueCount() > 0) await new Promise((resolve) => setImmediate(resolve))
    await new Promise<void>((resolve) => this.#socket.close(resolve))
  }
}

/** As the system says it (EMSGSIZE, ENETUNREACH, …), with the address that was sent to. */
interface SendError extends Error {
  readonly code?: string
  readonly address?: string
  readonly port?: number
}

/** A burst of REGISTERs after a power cut has to fit in; the system may allow less (net.core.rmem_max). */
function enlargeBuffer(socket: Socket): void {
  try {
    socket.setRecvBufferSize(4 * 1_048_576)
  } catch {
    // Then it is what it was.
  }
}

function isKeepalive(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 13 && byte !== 10 && byte !== 0) return false
  return true
}

function isStun(bytes: Uint8Array): boolean {
  return (
    bytes.length >= 20 &&
    (bytes[0] ?? 255) <= 3 &&
    bytes[4] === 0x21 &&
    bytes[5] === 0x12 &&
    bytes[6] === 0xa4 &&
    bytes[7] === 0x42
  )
}
