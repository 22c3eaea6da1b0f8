/** How STUN writes a transport address, which seven of its attributes share. RFC 8489 §14.1, IPv6 text per RFC 5952. */
import { uint16, writeUint16 } from "../octets.ts"

/** An IP literal, IPv6 without brackets, and a port. */
export interface SocketAddress {
  readonly host: string
  readonly port: number
}

export const readAddress = (value: Uint8Array): SocketAddress | undefined => {
  const family = value[1]
  const port = uint16(value, 2)
  if (family === 1 && value.length === 8) return { host: value.subarray(4).join("."), port }
  if (family === 2 && value.length === 20) return { host: ipv6Text(value.subarray(4)), port }
  return undefined
}

/** Throws for a host that is no IP literal: names never come this far. */
export const writeAddress = ({ host, port }: SocketAddress): Uint8Array => {
  const octets = host.includes(":") ? ipv6Octets(host) : ipv4Octets(host)
  if (octets === undefined) throw new TypeError(`not an IP address: ${host}`)
  const value = new Uint8Array(4 + octets.length)
  value[1] = octets.length === 4 ? 1 : 2
  writeUint16(value, 2, port)
  value.set(octets, 4)
  return value
}

const ipv4Octets = (text: string): number[] | undefined => {
  const octets = text.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256))
  return octets.length === 4 && octets.every((octet) => octet < 256) ? octets : undefined
}

const ipv6Octets = (text: string): number[] | undefined => {
  const halves = text.split("::")
  const groups = halves.map((half) => (half === "" ? [] : half.split(":").flatMap(groupOctets)))
  const [head = [], tail] = groups
  const missing = 16 - head.length - (tail?.length ?? 0)
  const fits = halves.length === 2 ? missing >= 2 : halves.length === 1 && missing === 0
  const octets = [...head, ...(tail === undefined ? [] : [...Array<number>(Math.max(missing, 0)).fill(0), ...tail])]
  return fits && octets.every((octet) => octet < 256) ? octets : undefined
}

/** The last group may be an IPv4 address (RFC 4291 §2.2). */
const groupOctets = (group: string): number[] => {
  if (group.includes(".")) return ipv4Octets(group) ?? [256]
  if (!/^[0-9a-f]{1,4}$/i.test(group)) return [256]
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}

const ipv6Text = (octets: Uint8Array): string => {
  const groups = Array.from({ length: 8 }, (_, index) => uint16(octets, index * 2))
  const { start, length } = longestZeros(groups)
  if (length < 2) return hex(groups)
  return `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`
}

/** RFC 5952 §4.2.3: the longest run of zero groups is shortened, the first of several. */
const longestZeros = (groups: readonly number[]): { start: number; length: number } => {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    let length = 0
    while (groups[start + length] === 0) length++
    if (length > best.length) best = { start, length }
  }
  return best
}

const hex = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(":")
