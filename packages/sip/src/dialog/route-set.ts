/**
 * The route set of a dialog: the proxies that a request must pass, as a list of URIs. RFC 3261 §12.1, §12.2.1.1, §16.12.1.
 *
 *   Record-Route: <p3;lr>,<p2;lr>,<p1;lr>      the caller reads it from behind (p1 is its own first hop),
 *                                              the callee from the front
 */
import { listOf } from "../message/lookup.ts"
import type { Message } from "../message/message.ts"
import { parseNameAddr } from "../message/name-addr.ts"
import { parameter } from "../message/parameters.ts"
import { formatUri, parseUri } from "../message/uri.ts"

/** URIs with all their parameters, first hop first. */
export type RouteSet = readonly string[]

/** The callee takes Record-Route of the request in order, the caller that of the response in reverse (RFC 3261 §12.1.1, §12.1.2). */
export function routeSetOf(message: Message, side: "caller" | "callee"): RouteSet {
  const uris: string[] = []
  for (const value of listOf(message, "Record-Route")) {
    const route = parseNameAddr(value)
    // One that cannot be read cannot be routed by either; without it the next hop is the remote target.
    if (route !== undefined) uris.push(route.uri)
  }
  return side === "caller" ? uris.reverse() : uris
}

/** Request-URI and Route values of a request to `remoteTarget`. RFC 3261 §12.2.1.1. */
export function route(routeSet: RouteSet, remoteTarget: string): { uri: string; routes: readonly string[] } {
  const [first, ...rest] = routeSet
  if (first === undefined) return { uri: remoteTarget, routes: [] }
  const uri = parseUri(first)
  if (uri === undefined || parameter(uri.parameters, "lr") !== undefined) return { uri: remoteTarget, routes: routeSet }
  // A strict router of RFC 2543 is sent to in the Request-URI, and moves the topmost Route into it. What a Request-URI
  // must not have is left out: `method` and header fields (RFC 3261 §19.1.1, table 1).
  const parameters = uri.parameters.filter(({ name }) => name !== "method")
  return { uri: formatUri({ ...uri, parameters, headers: undefined }), routes: [...rest, remoteTarget] }
}
