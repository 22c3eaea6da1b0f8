/** Flows as values. RFC 5626 §1. */
import type { Address, Flow, TransportName } from "./transport.ts"

/** Leave `connection` out for UDP. */
export function flowOf(transport: TransportName, local: Address, remote: Address, connection?: number): Flow {
  const key = `${transport} ${local.host} ${local.port} ${remote.host} ${remote.port}`
  return connection === undefined ? { transport, local, remote, key } : { transport, local, remote, key, connection }
}

/** The same pair of addresses and, where there are connections, the same one. */
export function sameFlow(one: Flow, other: Flow): boolean {
  return one.key === other.key && one.connection === other.connection
}

/** Whether what is sent either arrives or the flow fails: then nothing is sent twice (RFC 3261 §17). */
export function reliable(transport: TransportName): boolean {
  return transport !== "UDP"
}
