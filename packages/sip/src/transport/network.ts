/** The real network: UDP, TCP and TLS on this machine's addresses. RFC 3261 §18. */
import { isIP } from "node:net"
import type { Clock } from "../clock.ts"
import { failure } from "../result.ts"
import { ConnectionCount } from "./connection-count.ts"
import { defaultLimits, type Limits } from "./limits.ts"
import { listenTcp } from "./tcp.ts"
import { listenTls } from "./tls.ts"
import type { Endpoint, ListenError, Network } from "./transport.ts"
import { listenUdp } from "./udp.ts"

export function createNodeNetwork(options: { readonly clock: Clock; readonly limits?: Partial<Limits> }): Network {
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const parts = { clock: options.clock, limits, count: new ConnectionCount(limits) }
  return {
    async listen(endpoint, receiver) {
      const impossible = refusal(endpoint)
      if (impossible) return failure(impossible)
      switch (endpoint.transport) {
        case "UDP":
          return listenUdp(endpoint, receiver)
        case "TCP":
          return listenTcp(endpoint, receiver, parts)
        case "TLS":
          return listenTls(endpoint, receiver, parts)
      }
    },
  }
}

/** A wildcard socket does not tell which address a datagram was sent to: answers would leave from another one. */
function refusal(endpoint: Endpoint): ListenError | undefined {
  const { host, port } = endpoint
  const refuse = (message: string): ListenError => ({ code: "failed", endpoint, message })
  if (isIP(host) === 0) return refuse(`"${host}" is not an IP address.`)
  if (/^[0:.]+$/.test(host)) return refuse("A wildcard address is not listened on: name the local address.")
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return refuse(`${port} is not a port.`)
  return undefined
}
