/** Whether a host lies in one of several networks in CIDR notation. Made once for an offer/answer, asked for single packets. RFC 4632. */
import { BlockList, isIP } from "node:net"
import { canonicalHost } from "./address.ts"

/** What is no network is left out: a setting cannot make the relay throw. */
export function membership(networks: readonly string[]): (host: string) => boolean {
  const list = new BlockList()
  for (const network of networks) {
    const slash = network.indexOf("/")
    const host = slash < 0 ? network : network.slice(0, slash)
    const family = isIP(host)
    if (family === 0) continue
    const width = family === 4 ? 32 : 128
    const written = slash < 0 ? String(width) : network.slice(slash + 1)
    const prefix = Number(written)
    if (String(prefix) === written && Number.isInteger(prefix) && prefix >= 0 && prefix <= width)
      list.addSubnet(host, prefix, kind(family))
  }
  return (host) => {
    const plain = canonicalHost(host)
    return plain !== undefined && list.check(plain, kind(isIP(plain)))
  }
}

const kind = (family: number) => (family === 4 ? "ipv4" : "ipv6")
