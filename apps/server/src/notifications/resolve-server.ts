/**
 * Where a mail server or webhook really is: the address that its name leads to now, and that the connection then goes to. Looked at
 * before, because a name may lead anywhere: to what belongs to this machine's cable only, nothing is sent (`isLinkLocal`).
 */
import { lookup } from "node:dns/promises"
import { isIP } from "node:net"
import { isLinkLocal } from "@homeport/contract"
import { type Delivered, undelivered } from "./delivery.ts"

export type ResolveServer = (host: string) => Promise<ServerAddress | Delivered>

export interface ServerAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a name; rejects when there is none. */
export type LookUpName = (host: string) => Promise<readonly { readonly address: string }[]>

export function createResolveServer(
  lookUp: LookUpName = (host) => lookup(host, { all: true, order: "ipv4first" }),
  longest = 10_000,
): ResolveServer {
  return async (host) => {
    const bare = host.replace(/^\[(.*)\]$/, "$1")
    const found = isIP(bare) ? [{ address: bare }] : await inTime(lookUp(bare), longest)
    const [first] = found
    if (first === undefined) return undelivered("name-not-resolved", bare)
    const forbidden = found.find(({ address }) => isLinkLocal(address))
    if (forbidden) return undelivered("address-forbidden", forbidden.address)
    return { address: first.address, family: isIP(first.address) === 6 ? 6 : 4 }
  }
}

/** Nothing, when it fails or takes too long: the system's resolver may wait for half a minute. */
function inTime<T>(work: Promise<readonly T[]>, longest: number): Promise<readonly T[]> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => resolve([]), longest)
    work.then(resolve, () => resolve([])).finally(() => clearTimeout(limit))
  })
}
