/** Addresses from SDP and from sockets, made comparable; and which of them a relay may send to at all. */
import { isIP, SocketAddress as NodeSocketAddress } from "node:net"
import type { SocketAddress } from "./engine/engine.ts"

/** As a socket writes it (RFC 5952, IPv4 unmapped); undefined for what is no IP literal. */
export const canonicalHost = (host: string): string | undefined => {
  const family = isIP(host)
  if (family !== 6) return family === 4 ? host : undefined
  const { address } = new NodeSocketAddress({ address: host, family: "ipv6" })
  return isIP(address.slice(7)) === 4 && address.startsWith("::ffff:") ? address.slice(7) : address
}

/**
 * A remote address that can be one phone's. 0.0.0.0 would reach this very machine, and multicast many others: neither is
 * ever a target, whoever put it into an SDP.
 */
export const target = (address: SocketAddress | undefined): SocketAddress | undefined => {
  if (address === undefined || !Number.isInteger(address.port) || address.port < 1 || address.port > 65_535)
    return undefined
  const host = canonicalHost(address.host)
  if (host === undefined || host === "::" || host.startsWith("ff")) return undefined
  if (host.includes(".") && !host.includes(":")) {
    const first = Number(host.slice(0, host.indexOf(".")))
    if (first === 0 || first >= 224) return undefined
  }
  return { host, port: address.port }
}
