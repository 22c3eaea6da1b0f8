/**
 * The header of an RTP packet. RFC 3550 §5.1.
 *
 *    0                   1                   2                   3
 *    0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |V=2|P|X|  CC   |M| payload type|        sequence number        |
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |                           timestamp                           |
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *   |                             SSRC                              |
 *   +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 *
 * Fields are read where they lie: nothing is parsed into an object, fifty times a second and stream.
 */
import { rtcpPacketType } from "./rtcp.ts"

export const RTP_HEADER = 12

/** RFC 7983 §7: by its first octet, 128 to 191, a datagram is RTP or RTCP; 0 to 3 are STUN. */
export const isMedia = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 0xc0) === 0x80

/** Of a datagram that is media. What has an RTCP packet type is not RTP (RFC 5761 §4), and rtcp-mux is never agreed on. */
export const isRtp = (bytes: Uint8Array): boolean => bytes.length >= RTP_HEADER && !rtcpPacketType(bytes[1] ?? 0)

export const payloadType = (bytes: Uint8Array): number => (bytes[1] ?? 0) & 0x7f
export const sequenceNumber = (bytes: Uint8Array): number => ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)
export const timestamp = (bytes: Uint8Array): number => uint32(bytes, 4)
export const ssrc = (bytes: Uint8Array): number => uint32(bytes, 8)

const uint32 = (bytes: Uint8Array, at: number): number =>
  (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
