/** SIP over TCP. RFC 3261 §18. */
import { connect, isIP, type Socket } from "node:net"
import { type Result, success } from "../result.ts"
import { StreamListener, type StreamParts } from "./stream-listener.ts"
import { openStreamServer, socketOptions } from "./stream-server.ts"
import type { Address, Endpoint, ListenError, Listener, Receiver } from "./transport.ts"

export async function listenTcp(
  endpoint: Endpoint,
  receiver: Receiver,
  parts: StreamParts,
): Promise<Result<Listener, ListenError>> {
  const opened = await openStreamServer(endpoint)
  if (!opened.ok) return opened
  const server = opened.value
  const listener = new StreamListener(server.endpoint, receiver, {
    ...parts,
    dial: (remote, established) => dial(endpoint.host, remote, established),
    shut: () => server.shut(),
  })
  server.onConnection((socket, remote) => {
    const flow = listener.admit(socket, remote)
    if (flow !== undefined) listener.carry(socket, flow)
  })
  return success(listener)
}

function dial(localAddress: string, { host, port }: Address, established: () => void): Socket | undefined {
  if (isIP(host) === 0 || port < 1 || port > 65_535) return undefined
  return connect({ host, port, localAddress, ...socketOptions }, established)
}
