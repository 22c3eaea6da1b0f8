/**
 * SIP over TLS. RFC 3261 §18, §26.2; RFC 8996, RFC 9325; RFC 5923 §8.
 *
 *   TCP accept: counted ──▶ handshake.ts ──▶ the same Connection as over TCP
 *                              └─ failed: counted no longer, `Receiver.handshakeFailed`
 *
 * Phones connect to us, and everything to them goes back over their connection. We never dial out: a phone at home cannot be
 * connected to, and has no certificate that we could check. When its connection is gone, the flow to it fails at once.
 *
 * A client may refuse our certificate only after the handshake is over for us: its alert, or its leaving without a word, is told
 * as a failed handshake as long as it has said nothing else.
 */
import type { Socket } from "node:net"
import { createServer, type SecureContextOptions, type Server, type TLSSocket } from "node:tls"
import { failure, type Result, success } from "../result.ts"
import { Handshake } from "./handshake.ts"
import { failureOf, type HandshakeFailure, type OpenSslError } from "./handshake-failure.ts"
import { secureOptions } from "./secure-options.ts"
import { StreamListener, type StreamParts } from "./stream-listener.ts"
import { openStreamServer, type StreamServer } from "./stream-server.ts"
import type { Address, Certificate, Endpoint, Flow, ListenError, Listener, Receiver } from "./transport.ts"

export async function listenTls(
  endpoint: Endpoint,
  receiver: Receiver,
  parts: StreamParts,
): Promise<Result<Listener, ListenError>> {
  // First of all: whoever hears that the address is taken may be sure of the certificate.
  const loaded = await load(endpoint, endpoint.certificate)
  if (!loaded.ok) return loaded
  const opened = await openStreamServer(endpoint)
  return opened.ok ? success(new TlsListener(opened.value, receiver, parts, loaded.value)) : opened
}

class TlsListener extends StreamListener {
  /** Listens nowhere: it is given what was accepted and has sent a ClientHello. */
  readonly #tls: Server
  /** Those that go on, by remote address: by that alone does OpenSSL's side tell which it speaks of. */
  readonly #handshakes: Map<string, Going>
  readonly #parts: StreamParts

  constructor(server: StreamServer, receiver: Receiver, parts: StreamParts, options: SecureContextOptions) {
    const handshakes = new Map<string, Going>()
    super(server.endpoint, receiver, {
      ...parts,
      dial: () => undefined,
      shut: () => {
        for (const { handshake, flow } of handshakes.values()) {
          handshake.breakOff()
          this.dismiss(flow)
        }
        handshakes.clear()
        return server.shut()
      },
    })
    this.#handshakes = handshakes
    this.#parts = parts
    this.#tls = createServer(options)
    this.#tls.on("secureConnection", (secured) => this.#secured(secured))
    this.#tls.on("tlsClientError", (error: OpenSslError, socket) =>
      handshakes.get(keyOf(socket))?.handshake.refused(error),
    )
    server.onConnection((socket, remote) => this.#accept(socket, remote))
  }

  async renewal(certificate: Certificate): Promise<Result<() => void, ListenError>> {
    const loaded = await load(this.endpoint, certificate)
    return loaded.ok ? success(() => this.#tls.setSecureContext(loaded.value)) : loaded
  }

  #accept(socket: Socket, remote: Address): void {
    const flow = this.admit(socket, remote)
    if (flow === undefined) return
    const key = keyOf(socket)
    const { clock, limits } = this.#parts
    const handshake = new Handshake(socket, {
      clock,
      patience: limits.handshake,
      // Node's documented way to hand a server a connection.
      negotiate: () => this.#tls.emit("connection", socket),
      failed: (reason) => {
        // A new connection may have that address already.
        if (this.#handshakes.get(key)?.flow === flow) this.#handshakes.delete(key)
        this.dismiss(flow)
        if (reason !== undefined) this.receiver.handshakeFailed?.(flow, reason)
      },
    })
    this.#handshakes.set(key, { handshake, flow })
  }

  #secured(socket: TLSSocket): void {
    const key = keyOf(socket)
    const going = this.#handshakes.get(key)
    // It broke in this very moment, and has no address any more; or it was given up.
    if (going === undefined || !going.handshake.secured()) return void socket.destroy()
    this.#handshakes.delete(key)
    const { flow } = going
    const connection = this.carry(socket, flow)
    let told = false
    const tell = (reason: HandshakeFailure) => {
      if (!told) this.receiver.handshakeFailed?.(flow, reason)
      told = true
    }
    socket.on("error", (error: OpenSslError) => {
      if (!connection.greeted) tell(failureOf(error))
    })
    socket.on("end", () => {
      if (!connection.spoken) tell({ cause: "closed", detail: "right after the handshake" })
    })
  }
}

interface Going {
  readonly handshake: Handshake
  readonly flow: Flow
}

async function load(
  { transport, host, port }: Endpoint,
  certificate: Certificate | undefined,
): Promise<Result<SecureContextOptions, ListenError>> {
  const loaded = certificate ? await secureOptions(certificate) : failure("TLS needs a certificate.")
  return loaded.ok
    ? loaded
    : failure({ code: "certificate", endpoint: { transport, host, port }, message: loaded.error })
}

const keyOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`
