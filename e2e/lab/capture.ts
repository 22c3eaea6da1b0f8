/** Listening on a cable: everything that passes one interface of a host, as packets, SIP messages or RTP. */
import { join } from "node:path"
import { end, type Host } from "./host.ts"
import { type Packet, readPcap } from "./pcap.ts"
import { until } from "./until.ts"

export interface Capture {
  /** What has passed so far. It is written a moment after it passed; `stop` loses nothing. */
  packets(): Packet[]
  stop(): Promise<Packet[]>
}

export async function capture(host: Host, onInterface: string): Promise<Capture> {
  const path = join(host.folder, `${onInterface}-${process.hrtime.bigint()}.pcap`)
  // -P: classic pcap. dumpcap says "File: …" when it listens.
  let said = ""
  const child = host.spawn(["dumpcap", "-P", "-q", "-i", onInterface, "-w", path], { log: "dumpcap.log" })
  child.stderr?.on("data", (bytes: Buffer) => {
    said += bytes.toString("utf8")
  })
  await until(
    `dumpcap listens on ${host.name} ${onInterface}`,
    () => said.includes("File:"),
    10_000,
    () => said,
  )
  return {
    packets: () => readPcap(path),
    async stop() {
      await end(child, "SIGINT")
      return readPcap(path)
    },
  }
}

/** A SIP message as it was on the wire. */
export interface WireMessage {
  readonly packet: Packet
  readonly startLine: string
  readonly text: string
  readonly body: string
  header(name: string): string | undefined
}

/** The SIP messages over UDP among these packets, in order. */
export function sipMessages(packets: readonly Packet[]): WireMessage[] {
  return packets.flatMap((packet) => {
    if (packet.protocol !== "udp") return []
    const text = packet.payload.toString("utf8")
    if (!/^(?:SIP\/2\.0 \d{3} |[A-Z]+ (?:sips?|tel):)/.test(text)) return []
    const [head = "", ...rest] = text.split("\r\n\r\n")
    const lines = head.split("\r\n")
    const header = (name: string): string | undefined => {
      const prefix = `${name.toLowerCase()}:`
      return lines
        .find((line) => line.toLowerCase().startsWith(prefix))
        ?.slice(prefix.length)
        .trim()
    }
    return [{ packet, startLine: lines[0] ?? "", text, body: rest.join("\r\n\r\n"), header }]
  })
}

/** RTP by its first two bytes (RFC 7983, RFC 5761): version 2, and no RTCP packet type. */
export function rtpPackets(packets: readonly Packet[]): Packet[] {
  return packets.filter(({ protocol, payload }) => {
    const [first = 0, second = 0] = payload
    return protocol === "udp" && payload.length >= 12 && first >> 6 === 2 && (second < 192 || second > 223)
  })
}
