/** Reads what dumpcap wrote: classic pcap files of Ethernet or of Linux "cooked" captures, IPv4, UDP and TCP. */
import { readFileSync } from "node:fs"

export interface Packet {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly protocol: "udp" | "tcp"
  readonly from: string
  readonly fromPort: number
  readonly to: string
  readonly toPort: number
  readonly ttl: number
  /** Of TCP: the number of its first octet. */
  readonly sequence: number
  readonly payload: Buffer
}

const ETHERNET = 1
const LINUX_COOKED = 113
const LINUX_COOKED_V2 = 276
const IPV4 = 0x0800

export function readPcap(path: string): Packet[] {
  const file = readFileSync(path)
  const packets: Packet[] = []
  if (file.length < 24) return packets
  const nanoseconds = file.readUInt32LE(0) === 0xa1b23c4d
  const linkType = file.readUInt32LE(20)
  let at = 24
  while (at + 16 <= file.length) {
    const captured = file.readUInt32LE(at + 8)
    const fraction = file.readUInt32LE(at + 4) / (nanoseconds ? 1e6 : 1e3)
    const time = file.readUInt32LE(at) * 1_000 + fraction
    const frame = file.subarray(at + 16, at + 16 + captured)
    // The last record may still be in the making.
    if (frame.length < captured) break
    const packet = readFrame(frame, linkType, time)
    if (packet) packets.push(packet)
    at += 16 + captured
  }
  return packets
}

function readFrame(frame: Buffer, linkType: number, at: number): Packet | undefined {
  switch (linkType) {
    case ETHERNET:
      return frame.length > 14 && frame.readUInt16BE(12) === IPV4 ? readIp(frame.subarray(14), at) : undefined
    case LINUX_COOKED:
      return frame.length > 16 && frame.readUInt16BE(14) === IPV4 ? readIp(frame.subarray(16), at) : undefined
    case LINUX_COOKED_V2:
      return frame.length > 20 && frame.readUInt16BE(0) === IPV4 ? readIp(frame.subarray(20), at) : undefined
    default:
      throw new Error(`a capture of link type ${linkType} cannot be read`)
  }
}

function readIp(ip: Buffer, at: number): Packet | undefined {
  if (ip.length < 20) return undefined
  const header = (ip.readUInt8(0) & 0x0f) * 4
  const protocol = ip.readUInt8(9)
  const transport = ip.subarray(header, ip.readUInt16BE(2))
  // Later fragments have no ports; the lab's packets are small enough never to be cut.
  if ((protocol !== 17 && protocol !== 6) || (ip.readUInt16BE(6) & 0x1fff) !== 0 || transport.length < 8)
    return undefined
  const payloadAt = protocol === 17 ? 8 : ((transport[12] ?? 0x50) >> 4) * 4
  return {
    at,
    protocol: protocol === 17 ? "udp" : "tcp",
    from: ip.subarray(12, 16).join("."),
    fromPort: transport.readUInt16BE(0),
    to: ip.subarray(16, 20).join("."),
    toPort: transport.readUInt16BE(2),
    ttl: ip.readUInt8(8),
    sequence: protocol === 6 ? transport.readUInt32BE(4) : 0,
    payload: transport.subarray(payloadAt),
  }
}
