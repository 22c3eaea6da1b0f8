/** The STUN server's name to addresses. RFC 8489 §8: with a port given, as in our settings, plain A and AAAA records. */
import { lookup } from "node:dns"

/** IP addresses in the order they should be tried; none when the name cannot be resolved. Never calls back synchronously. */
export type ResolveName = (host: string, done: (addresses: readonly string[]) => void) => void

/** Through the system's resolver, so that its hosts file counts. Our SIP and RTP sockets toward the internet are IPv4. */
export const resolveServerName: ResolveName = (host, done) =>
  lookup(host, { all: true, family: 4 }, (error, found) => done(error ? [] : found.map(({ address }) => address)))
