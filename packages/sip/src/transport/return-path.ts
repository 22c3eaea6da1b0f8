/**
 * Where a request came from, written into it, and where its responses go. RFC 3261 §18.2, RFC 3581 §4.
 *
 *   Via: SIP/2.0/UDP 192.168.1.20:5060;rport;branch=…                  what the phone wrote
 *   Via: SIP/2.0/UDP 192.168.1.20:5060;branch=…;rport=40012;received=198.51.100.20     what the layers above see
 */

import { replaceTopVia } from "../message/alter.ts"
import type { Request } from "../message/message.ts"
import { parameter, withParameter } from "../message/parameters.ts"
import { flowOf } from "./flow.ts"
import type { Flow } from "./transport.ts"

/**
 * `received` where the sender's own idea of its address is another, or it asked with `rport`; `rport` where it asked. What it
 * filled in itself is overwritten: only we know.
 */
export function withReturnPath(request: Request, flow: Flow): Request {
  const { via } = request
  const asked = parameter(via.parameters, "rport") !== undefined
  const { host, port } = flow.remote
  if (!asked && via.host === host && parameter(via.parameters, "received") === undefined) return request
  let parameters = via.parameters
  if (asked) parameters = withParameter(parameters, "rport", String(port))
  return replaceTopVia(request, { ...via, parameters: withParameter(parameters, "received", host) })
}

/**
 * Back to where the request came from: over its connection (§18.2.2), or to the source address and port.
 *
 * RFC 3261 would send to the port of sent-by when the client did not ask with `rport`. Behind a NAT nobody listens there, so
 * that is done only for a private address that arrived as it was written, which no NAT has touched: some desk phones send from
 * one port and listen on another. `maddr` is not followed: it would let anybody point our responses at anybody.
 */
export function answerFlow(request: Request, flow: Flow): Flow {
  const { host, port = 5060, parameters } = request.via
  if (flow.transport !== "UDP" || host !== flow.remote.host || port === flow.remote.port) return flow
  if (parameter(parameters, "rport") !== undefined || !isPrivate(host)) return flow
  return flowOf("UDP", flow.local, { host, port })
}

/** RFC 1918, RFC 4193, loopback and link-local addresses, as text. */
function isPrivate(host: string): boolean {
  if (host.includes(":"))
    return host === "::1" || host.startsWith("fc") || host.startsWith("fd") || host.startsWith("fe80:")
  const [first, second] = host.split(".", 2).map(Number)
  if (first === 10 || first === 127) return true
  if (first === 172) return second !== undefined && second >= 16 && second <= 31
  return (first === 192 && second === 168) || (first === 169 && second === 254)
}
