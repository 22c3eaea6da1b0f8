/**
 * What each side sees of us instead of the other side. RFC 5853 §3.1.
 *
 * Toward the office we are the local address the phone talks to. Toward the internet we are the mapped address with the *local*
 * port: only the port that the office router forwards is reachable from any phone, whatever port STUN saw (core.md,
 * Addresses toward the outside).
 *
 * `sips`: what we answer is about a sips URI, so ours are sips URIs too (RFC 3261 §8.1.1.8, §12.1.1); over TLS only.
 */
import { type Address, type Field, type Flow, formatHostPort, viaFor } from "@homeport/sip"
import type { NetworkName } from "../events.ts"

export interface Topology {
  /** The Via of a new request of ours on this flow. */
  via(flow: Flow, network: NetworkName, branch: string): Field
  /** Our Contact URI on this flow; `user` is the call number the other side knows us by. */
  contact(flow: Flow, network: NetworkName, user: string, sips: boolean): string
  /** The URI of From and To that we write on this flow; without a user it is the system itself. */
  identity(flow: Flow, network: NetworkName, user: string | undefined, sips: boolean): string
}

/** `announced`: the address and port that outer phones reach us at for SIP, given our local port; undefined while not known. */
export function createTopology(announced: (localPort: number) => Address | undefined): Topology {
  /** By local port. STUN may be switched off while calls go on: to their phones we stay where we were. */
  const last = new Map<number, Address>()
  const place = (flow: Flow, network: NetworkName): Address => {
    const { local } = flow
    if (network === "inner") return local
    const now = announced(local.port)
    if (now !== undefined) last.set(local.port, now)
    return now ?? last.get(local.port) ?? local
  }
  /** `user@`, behind its scheme. */
  const begin = ({ transport }: Flow, user: string | undefined, sips: boolean) =>
    `${sips && transport === "TLS" ? "sips" : "sip"}:${user === undefined ? "" : `${user}@`}`

  return {
    via: (flow, network, branch) => viaFor(flow, branch, place(flow, network)),
    contact(flow, network, user, sips) {
      const uri = `${begin(flow, user, sips)}${formatHostPort(place(flow, network))}`
      // A sips URI means TLS by itself (RFC 3261 §19.1.1; transport=tls beside it is deprecated).
      return flow.transport === "UDP" || uri.startsWith("sips:")
        ? uri
        : `${uri};transport=${flow.transport.toLowerCase()}`
    },
    identity: (flow, network, user, sips) =>
      `${begin(flow, user, sips)}${formatHostPort({ host: place(flow, network).host, port: undefined })}`,
  }
}
