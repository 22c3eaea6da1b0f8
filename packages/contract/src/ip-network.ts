/**
 * IP addresses and networks of both families, for rules about who may come: RFC 4632, RFC 4291, RFC 5952.
 *
 * An IPv4 address is written as IPv6 sees it (::ffff:a.b.c.d): one kind of number, 128 bits, and one comparison.
 */
import { parseIpv4 } from "./addresses.ts"

export interface IpNetwork {
  /** Of its first address. */
  readonly address: bigint
  /** Leading bits that count, of 128. */
  readonly prefix: number
}

/** As a 128-bit number; undefined for whatever is no address. */
export function parseIp(text: string): bigint | undefined {
  const ipv4 = parseIpv4(text)
  if (ipv4 !== undefined) return mappedIpv4 + BigInt(ipv4)
  const shown = canonicalIpv6(text)
  if (shown === undefined) return undefined
  const [head = "", tail] = shown.split("::")
  const [front, back] = [groupsOf(head), groupsOf(tail ?? "")]
  const zeros = new Array<string>(8 - front.length - back.length).fill("0")
  return [...front, ...zeros, ...back].reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}

/** "192.0.2.0/24", "2001:db8::/32"; an address alone is a network of one. "host-bits": there are bits behind the prefix. */
export function parseNetwork(text: string): IpNetwork | "host-bits" | undefined {
  const parts = splitNetwork(text)
  if (parts === undefined) return undefined
  const { address, prefix } = parts
  return (address & hostBits(prefix)) === 0n ? { address, prefix } : "host-bits"
}

/** The network that this address with its prefix lies in: "192.0.2.7/24" is in "192.0.2.0/24". */
export function networkAround(text: string): string | undefined {
  const parts = splitNetwork(text)
  if (parts === undefined) return undefined
  const { address, prefix } = parts
  const first = showIp(address & ~hostBits(prefix))
  return prefix === 128 ? first : `${first}/${text.includes(":") ? prefix : prefix - 96}`
}

/** The same text for the same network, however it is written: an address for a network of one. */
export const canonicalNetwork = networkAround

export function holds(network: IpNetwork, address: bigint): boolean {
  return (network.address ^ address) >> BigInt(128 - network.prefix) === 0n
}

/** Whether an address, as text, lies in one of the networks. False for what is no address. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const number = parseIp(address)
  return (
    number !== undefined &&
    networks.some((text) => {
      const network = parseNetwork(text)
      return typeof network === "object" && holds(network, number)
    })
  )
}

/** This machine itself. */
export const isLoopback = (address: string): boolean => isInNetworks(address, ["127.0.0.0/8", "::1"])

/** An IPv4 address that came over an IPv6 socket ("::ffff:192.0.2.7") as IPv4; any other as it is. */
export function plainAddress(text: string): string {
  const number = text.includes(":") ? parseIp(text) : undefined
  return number !== undefined && number >> 32n === mappedIpv4 >> 32n ? showIp(number) : text
}

function splitNetwork(text: string): { address: bigint; prefix: number } | undefined {
  const [literal = "", bits, ...more] = text.split("/")
  const address = parseIp(literal)
  if (address === undefined || more.length > 0) return undefined
  const width = literal.includes(":") ? 128 : 32
  if (bits === undefined) return { address, prefix: 128 }
  if (!/^(0|[1-9][0-9]{0,2})$/.test(bits) || Number(bits) > width) return undefined
  return { address, prefix: Number(bits) + 128 - width }
}

function showIp(address: bigint): string {
  if (address >> 32n === mappedIpv4 >> 32n)
    return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".")
  const groups = Array.from({ length: 8 }, (_, at) => ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16))
  return canonicalIpv6(groups.join(":")) ?? ""
}

/** RFC 5952, as every URL writes it. No zone: it says nothing to anybody else. */
function canonicalIpv6(text: string): string | undefined {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text) || !text.includes(":") || !URL.canParse(`http://[${text}]/`)) return undefined
  return new URL(`http://[${text}]/`).hostname.slice(1, -1)
}

const groupsOf = (text: string): string[] => (text === "" ? [] : text.split(":"))
const hostBits = (prefix: number): bigint => (1n << BigInt(128 - prefix)) - 1n
/** ::ffff:0:0/96 (RFC 4291 §2.5.5.2). */
const mappedIpv4 = 0xffffn << 32n
