/** Accepts connections on one local address: what TCP and TLS have in common. */
import { createServer, isIPv6, type Server, type Socket } from "node:net"
import { failure, type Result, success } from "../result.ts"
import { listenError } from "./listen-error.ts"
import type { Address, Endpoint, ListenError } from "./transport.ts"

export interface StreamServer {
  /** What was asked for, with the port that it got. */
  readonly endpoint: Endpoint
  onConnection(accept: (socket: Socket, remote: Address) => void): void
  /** Frees the port at once; done when every accepted connection is gone. */
  shut(): Promise<void>
}

export function openStreamServer({ transport, host, port }: Endpoint): Promise<Result<StreamServer, ListenError>> {
  const server = createServer(socketOptions)
  const endpoint = { transport, host, port }
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(failure(listenError(endpoint, error))))
    server.listen({ host, port, ipv6Only: isIPv6(host), exclusive: true }, () => {
      server.removeAllListeners("error")
      // Accepting one connection failed (no file descriptors left, say): the next may succeed.
      server.on("error", () => {})
      resolve(success({ endpoint: { ...endpoint, port: portOf(server, port) }, ...serving(server) }))
    })
  })
}

function serving(server: Server): Pick<StreamServer, "onConnection" | "shut"> {
  return {
    onConnection(accept) {
      server.on("connection", (socket) => {
        const { remoteAddress: host, remotePort: port } = socket
        // It is gone already: then the system no longer knows who it was.
        if (host === undefined || port === undefined) socket.destroy()
        else accept(socket, { host, port })
      })
    },
    shut: () => new Promise((done) => server.close(() => done())),
  }
}

function portOf(server: Server, asked: number): number {
  const address = server.address()
  return typeof address === "object" && address ? address.port : asked
}

/** A message is written in one piece and wants to leave at once; a peer whose power failed shows only by probing. */
export const socketOptions = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 } as const
