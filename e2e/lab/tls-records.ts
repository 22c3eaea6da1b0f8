/** What somebody who listens on a cable sees of TLS connections: records, and nothing else. RFC 8446 §5.1, RFC 5246 §6.2.1. */
import type { Packet } from "./pcap.ts"

export type TlsRecordType = "change_cipher_spec" | "alert" | "handshake" | "application_data"

const TYPES: ReadonlyMap<number, TlsRecordType> = new Map([
  [20, "change_cipher_spec"],
  [21, "alert"],
  [22, "handshake"],
  [23, "application_data"],
])

export interface TlsRecords {
  /** The types, in order, of each direction of all connections with that server port. */
  readonly toServer: readonly TlsRecordType[]
  readonly toClient: readonly TlsRecordType[]
}

/** Throws where something else than TLS was sent. */
export function tlsRecords(packets: readonly Packet[], serverPort: number): TlsRecords {
  const tcp = packets.filter(({ protocol, payload }) => protocol === "tcp" && payload.length > 0)
  const types = (some: readonly Packet[]) => [...streams(some)].flatMap(recordTypes)
  return {
    toServer: types(tcp.filter(({ toPort }) => toPort === serverPort)),
    toClient: types(tcp.filter(({ fromPort }) => fromPort === serverPort)),
  }
}

/** One for each connection: its octets in order, each once. */
function streams(packets: readonly Packet[]): Iterable<Buffer> {
  const found = new Map<string, Buffer>()
  const next = new Map<string, number>()
  for (const { from, fromPort, to, toPort, sequence, payload } of packets) {
    const key = `${from}:${fromPort} ${to}:${toPort}`
    const already = ((next.get(key) ?? sequence) - sequence) | 0
    if (already < 0) throw new Error(`the capture of ${key} has a gap`)
    // Sent again: nothing of it, or only its end, is new.
    if (already >= payload.length) continue
    found.set(key, Buffer.concat([found.get(key) ?? Buffer.alloc(0), payload.subarray(already)]))
    next.set(key, (sequence + payload.length) >>> 0)
  }
  return found.values()
}

function recordTypes(stream: Buffer): TlsRecordType[] {
  const types: TlsRecordType[] = []
  // The last record may still be on its way.
  for (let at = 0; at + 5 <= stream.length; at += 5 + stream.readUInt16BE(at + 3)) {
    const type = TYPES.get(stream.readUInt8(at))
    if (type === undefined || stream.readUInt8(at + 1) !== 3)
      throw new Error(`no TLS: ${JSON.stringify(stream.toString("latin1", at, at + 60))}`)
    types.push(type)
  }
  return types
}
