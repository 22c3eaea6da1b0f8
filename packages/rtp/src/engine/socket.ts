/** One UDP port of a side. The only file of this package that touches the network. */
import { createSocket } from "node:dgram"

export interface PortSocket {
  send(bytes: Uint8Array, host: string, port: number, ttl?: number): void
  close(): void
}

export interface PortSocketEvents {
  received(bytes: Uint8Array, host: string, port: number): void
  /** Once: undefined when bound, else the system's error code. */
  bound(problem: string | undefined): void
}

export type BindPort = (address: string, port: number, events: PortSocketEvents) => PortSocket

/**
 * Never connected: a connected socket sees no strangers, cannot move to another source, and throws on a send elsewhere.
 * Never with `reuseAddr`: two sockets could then have one UDP port, and one would get nothing.
 */
export const bindPort: BindPort = (address, port, events) => {
  const ipv6 = address.includes(":")
  const socket = createSocket({
    type: ipv6 ? "udp6" : "udp4",
    ipv6Only: ipv6,
    recvBufferSize: RECEIVE_BUFFER,
    // Hosts are IP literals. Node's own lookup would wait a turn of the event loop and a thread for each packet, and the
    // TTL would be set back before the packet it was set for is sent.
    lookup: (host, _options, done) => done(null, host, ipv6 ? 6 : 4),
  })
  let state: "binding" | "bound" | "closed" = "binding"
  const outcome = (problem: string | undefined): void => {
    if (state !== "binding") return
    state = problem === undefined ? "bound" : "closed"
    if (problem !== undefined) socket.close()
    events.bound(problem)
  }
  // Later errors are those of single packets: they end no call.
  socket.on("error", (error: NodeJS.ErrnoException) => outcome(error.code ?? error.message))
  socket.on("listening", () => outcome(undefined))
  socket.on("message", (bytes, from) => events.received(bytes, from.address, from.port))
  socket.bind({ address, port, exclusive: true })

  return {
    send(bytes, host, remotePort, ttl) {
      if (state !== "bound") return
      if (ttl === undefined) return socket.send(bytes, remotePort, host)
      // A packet that has to wait for the socket would leave with the TTL of those after it: better none.
      if (socket.getSendQueueCount() > 0) return
      socket.setTTL(ttl)
      socket.send(bytes, remotePort, host)
      socket.setTTL(USUAL_TTL)
    },
    close() {
      if (state !== "closed") socket.close()
      state = "closed"
    },
  }
}

const RECEIVE_BUFFER = 1 << 19 // About ten seconds of one stream, should the thread be late.
const USUAL_TTL = 64
