/** IPv4 addresses and networks as this system tells them apart, for forms and server alike. */

/** As an unsigned 32-bit number; undefined unless written as four decimal numbers without leading zeros. */
export function parseIpv4(text: string): number | undefined {
  const parts = text.split(".")
  if (parts.length !== 4) return undefined
  let address = 0
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return undefined
    address = address * 256 + Number(part)
  }
  return address
}

export interface Ipv4Network {
  readonly address: number
  readonly bits: number
}

/** "192.168.1.0/24"; the bits behind the prefix must be zero. */
export function parseIpv4Network(text: string): Ipv4Network | undefined {
  const [host = "", prefix = "", ...more] = text.split("/")
  const address = parseIpv4(host)
  if (address === undefined || more.length > 0 || !/^(0|[1-9][0-9]?)$/.test(prefix)) return undefined
  const bits = Number(prefix)
  if (bits > 32 || address % 2 ** (32 - bits) !== 0) return undefined
  return { address, bits }
}

export function contains(network: Ipv4Network, address: number): boolean {
  const size = 2 ** (32 - network.bits)
  return Math.floor(address / size) === Math.floor(network.address / size)
}

/**
 * Networks that nobody on the internet can reach: this host, private use (RFC 1918), shared space (RFC 6598), loopback,
 * link-local, multicast and above. Documentation ranges are ordinary addresses here: the lab lives in them.
 */
export const unreachableNetworks = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
] as const

const unreachable = unreachableNetworks.flatMap((network) => parseIpv4Network(network) ?? [])

/** Whether the internet can reach it. */
export function isPublicIpv4(text: string): boolean {
  const address = parseIpv4(text)
  return address !== undefined && !unreachable.some((network) => contains(network, address))
}

/** Whether one machine can have it: neither 0.0.0.0/8 nor multicast nor above. */
export function isHostIpv4(text: string): boolean {
  const address = parseIpv4(text)
  return address !== undefined && address >= 0x01000000 && address < 0xe0000000
}

/** A DNS name of letters, digits and hyphens (RFC 1123 §2.1); a name of digits and dots alone is a broken address. */
export function isHostName(text: string): boolean {
  if (text.length > 253 || /^[0-9.]+$/.test(text)) return false
  return text.split(".").every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(label))
}
