/**
 * Where requests to a phone go. RFC 3261 §12.2.1.1, RFC 5853 §3.4.
 *
 * From the internet, and over a connection, only the way it came leads back. In the office a phone may send from one port and
 * listen on another, which its Contact names; a Contact at another address than the packet's is behind a NAT after all.
 */
import { type Flow, flowOf, parseUri } from "@homeport/sip"
import type { NetworkName } from "../events.ts"

export function destination(flow: Flow, network: NetworkName, contact: string | undefined): Flow {
  if (network === "outer" || flow.transport !== "UDP" || contact === undefined) return flow
  const uri = parseUri(contact)
  if (uri === undefined || uri.host !== flow.remote.host) return flow
  return flowOf("UDP", flow.local, { host: uri.host, port: uri.port ?? 5060 })
}
