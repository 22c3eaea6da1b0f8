/** The Via that a client transaction is known by. RFC 3261 §8.1.1.7, §18.1.1, RFC 3581 §3. */
import { formatHostPort } from "../message/host-port.ts"
import type { Field } from "../message/message.ts"
import { magicCookie } from "../message/via.ts"
import type { Address, Flow } from "../transport/transport.ts"

/** Nobody can guess it, so nobody who did not see the request can answer it. */
export function newBranch(randomBytes: (size: number) => Uint8Array): string {
  return `${magicCookie}${Buffer.from(randomBytes(branchSize)).toString("hex")}`
}

/**
 * The field to put on top of a request that is sent over `flow`. `advertised` is where the other side reaches us, when that
 * is not the flow's own address (the mapped address, toward the internet).
 */
export function viaFor(flow: Flow, branch: string, advertised: Address = flow.local): Field {
  return { name: "Via", value: `SIP/2.0/${flow.transport} ${formatHostPort(advertised)};branch=${branch};rport` }
}

const branchSize = 16
