/** SIP over TCP. RFC 3261 §18. */
import { connect, createServer, isIP, isIPv6, type Socket } from "node:net"
import type { Clock } from "../clock.ts"
import { failure, type Result, success } from "../result.ts"
import type { ConnectionCount } from "./connection-count.ts"
import type { Limits } from "./limits.ts"
import { listenError } from "./listen-error.ts"
import { StreamListener } from "./stream-listener.ts"
import type { Address, Endpoint, ListenError, Listener, Receiver } from "./transport.ts"

export function listenTcp(
  endpoint: Endpoint,
  receiver: Receiver,
  parts: { readonly clock: Clock; readonly limits: Limits; readonly count: ConnectionCount },
): Promise<Result<Listener, ListenError>> {
  const server = createServer(socketOptions)
  return new Promise((resolve) => {
    server.once("error", (error) => resolve(failure(listenError(endpoint, error))))
    server.listen(
      { host: endpoint.host, port: endpoint.port, ipv6Only: isIPv6(endpoint.host), exclusive: true },
      () => {
        server.removeAllListeners("error")
        // Accepting one connection failed (no file descriptors left, say): the next may succeed.
        server.on("error", () => {})
        const address = server.address()
        const port = typeof address === "object" && address ? address.port : endpoint.port
        const listener = new StreamListener({ ...endpoint, port }, receiver, {
          ...parts,
          dial: (remote, established) => dial(endpoint.host, remote, established),
          shut: () => new Promise((done) => server.close(() => done())),
        })
        server.on("connection", (socket) => accept(listener, socket))
        resolve(success(listener))
      },
    )
  })
}

function accept(listener: StreamListener, socket: Socket): void {
  const { remoteAddress: host, remotePort: port } = socket
  // It is gone already: then the system no longer knows who it was.
  if (host === undefined || port === undefined) socket.destroy()
  else listener.accept(socket, { host, port })
}

function dial(localAddress: string, { host, port }: Address, established: () => void): Socket | undefined {
  if (isIP(host) === 0 || port < 1 || port > 65_535) return undefined
  return connect({ host, port, localAddress, ...socketOptions }, established)
}

/** A message is written in one piece and wants to leave at once; a peer whose power failed shows only by probing. */
const socketOptions = { noDelay: true, keepAlive: true, keepAliveInitialDelay: 60_000 } as const
