/** A phone's pair of media ports: it sends silence when told to, and counts what it hears. RFC 3550. */
import type { Address } from "@homeport/sip"
import type { Host } from "../host.ts"

export interface PhoneMedia {
  readonly heard: { readonly rtp: number; readonly rtcp: number; readonly other: number }
  speak(to: Address, packets: number): void
  report(to: Address): void
  /** A STUN request from the RTP (0) or RTCP (1) port. */
  ask(component: 0 | 1, bytes: Uint8Array, server: Address, answered: (bytes: Uint8Array) => void): void
}

export function openMedia(on: Host, host: string, port: number): PhoneMedia {
  const heard = { rtp: 0, rtcp: 0, other: 0 }
  const asked: (((bytes: Uint8Array) => void) | undefined)[] = []
  let sequence = 0
  const sockets = [0, 1].map((component) =>
    on.udp({ host, port: port + component }, (bytes) => {
      const first = bytes[0] ?? 0
      if (first < 4 && asked[component]) asked[component](bytes)
      else if (first < 128 || first > 191) heard.other++
      else if (component === 0) heard.rtp++
      else heard.rtcp++
    }),
  )
  return {
    heard,
    speak(to, packets) {
      for (let sent = 0; sent < packets; sent++) sockets[0]?.send(rtpPacket(++sequence), to)
    },
    report: (to) => sockets[1]?.send(emptyReceiverReport, to),
    ask(component, bytes, server, answered) {
      asked[component] = answered
      sockets[component]?.send(bytes, server)
    },
  }
}

/** 20 ms of PCMU silence. RFC 3550 §5.1. */
function rtpPacket(sequence: number): Uint8Array {
  const packet = new Uint8Array(172).fill(0xff, 12)
  packet.set([0x80, 0, (sequence >> 8) & 255, sequence & 255])
  new DataView(packet.buffer).setUint32(4, sequence * 160)
  return packet
}

/** RFC 3550 §6.4.2, without report blocks. */
const emptyReceiverReport = Uint8Array.of(0x80, 201, 0, 1, 0, 0, 0, 0)
