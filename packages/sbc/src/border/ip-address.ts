/**
 * IP addresses as numbers, and networks in CIDR notation: to ask whether an address lies in a range. RFC 4632, RFC 4291.
 *
 * An IPv4 address is written as IPv6 sees it (::ffff:a.b.c.d), so that there is one kind of address and one comparison.
 */
export interface IpNetwork {
  readonly address: IpAddress
  /** Leading bits that count, of 128. */
  readonly prefix: number
}

/** Eight groups of 16 bits. */
export type IpAddress = readonly number[]

/** Undefined for a host name, and for anything else that is no address. */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (!text.includes(":")) {
    const ipv4 = parseIpv4(text)
    return ipv4 && [0, 0, 0, 0, 0, 0xffff, ...ipv4]
  }
  const halves = text.split("::")
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map(parseGroups)
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined
  if (tail === undefined) return head.length === 8 ? head : undefined
  const missing = 8 - head.length - tail.length
  return missing < 1 ? undefined : [...head, ...new Array<number>(missing).fill(0), ...tail]
}

/** "192.168.1.0/24"; an address alone is a network of one. Undefined where it is neither. */
export function parseIpNetwork(text: string): IpNetwork | undefined {
  const slash = text.indexOf("/")
  const literal = slash < 0 ? text : text.slice(0, slash)
  const address = parseIpAddress(literal)
  if (address === undefined) return undefined
  const width = literal.includes(":") ? 128 : 32
  const prefix = slash < 0 ? width : digits(text.slice(slash + 1), width)
  return prefix === undefined ? undefined : { address, prefix: prefix + 128 - width }
}

export function inNetwork(address: IpAddress, network: IpNetwork): boolean {
  for (let group = 0, left = network.prefix; left > 0; group++, left -= 16) {
    const ignored = Math.max(0, 16 - left)
    if ((address[group] ?? 0) >> ignored !== (network.address[group] ?? 0) >> ignored) return false
  }
  return true
}

/** The same address, however it is written. False for host names. */
export function sameIpAddress(one: string, other: string): boolean {
  const address = parseIpAddress(one)
  const counterpart = parseIpAddress(other)
  return address !== undefined && counterpart !== undefined && inNetwork(address, { address: counterpart, prefix: 128 })
}

function parseGroups(text: string): number[] | undefined {
  if (text === "") return []
  const groups: number[] = []
  const parts = text.split(":")
  for (const [at, part] of parts.entries()) {
    const ipv4 = at === parts.length - 1 && part.includes(".") ? parseIpv4(part) : undefined
    if (ipv4 !== undefined) groups.push(...ipv4)
    else if (part === "" || part.length > 4 || [...part].some((digit) => !"0123456789abcdefABCDEF".includes(digit)))
      return undefined
    else groups.push(Number.parseInt(part, 16))
  }
  return groups.length > 8 ? undefined : groups
}

function parseIpv4(text: string): [number, number] | undefined {
  const [a, b, c, d, ...rest] = text.split(".").map((part) => digits(part, 255))
  if (a === undefined || b === undefined || c === undefined || d === undefined || rest.length > 0) return undefined
  return [a * 256 + b, c * 256 + d]
}

function digits(text: string, maximum: number): number | undefined {
  if (text.length < 1 || text.length > 3) return undefined
  for (const digit of text) if (digit < "0" || digit > "9") return undefined
  const value = Number(text)
  return value > maximum ? undefined : value
}
