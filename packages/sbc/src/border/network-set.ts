/**
 * Many IP networks, asked once a datagram whether an address lies in one of them. RFC 4632, RFC 4291.
 *
 * For IPv4, the only thing that SIP listeners of today see, nothing is allocated: the text is read digit by digit, and each network is
 * two numbers. IPv6 takes the general way (ip-address.ts).
 */
import { type IpNetwork, inNetwork, parseIpAddress, parseIpNetwork } from "./ip-address.ts"

export interface NetworkSet {
  /** False for what is no address. */
  has(host: string): boolean
  readonly size: number
}

/** `networks`: in CIDR notation, or addresses alone. What is neither is left out. */
export function createNetworkSet(networks: readonly string[]): NetworkSet {
  const bases: number[] = []
  const masks: number[] = []
  const wide: IpNetwork[] = []
  for (const text of networks) {
    const network = parseIpNetwork(text)
    if (network === undefined) continue
    wide.push(network)
    const bits = network.prefix - 96
    if (text.includes(":") || bits < 0) continue
    const mask = bits === 0 ? 0 : (-1 << (32 - bits)) | 0
    masks.push(mask)
    bases.push((((network.address[6] ?? 0) << 16) | (network.address[7] ?? 0)) & mask)
  }
  return {
    size: wide.length,
    has(host) {
      const ipv4 = readIpv4(host)
      if (ipv4 === NO_IPV4) {
        const address = parseIpAddress(host)
        return address !== undefined && wide.some((network) => inNetwork(address, network))
      }
      // A signed 32-bit number: what `&` makes of it is one, too.
      for (let at = 0; at < bases.length; at++) if ((ipv4 & (masks[at] ?? 0)) === bases[at]) return true
      return false
    },
  }
}

/** Four decimal numbers as a signed 32-bit one; NO_IPV4 where the text is anything else. */
function readIpv4(text: string): number {
  let address = 0
  let part = -1
  let dots = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === DOT) {
      if (part < 0 || dots === 3) return NO_IPV4
      address = (address << 8) | part
      part = -1
      dots++
    } else if (character >= ZERO && character <= NINE) {
      part = (part < 0 ? 0 : part * 10) + character - ZERO
      if (part > 255) return NO_IPV4
    } else return NO_IPV4
  }
  return part < 0 || dots < 3 ? NO_IPV4 : (address << 8) | part
}

const DOT = 46
const ZERO = 48
const NINE = 57
/** Outside of what 32 bits can be. */
const NO_IPV4 = 2 ** 40
