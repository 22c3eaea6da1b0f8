/**
 * RTCP, as much as a relay must know of it: that it is RTCP. RFC 3550 §6.4; types per RFC 5761 §4. Compound or not
 * (RFC 5506), it passes as it came.
 */

/** Version 2 is already known from the first octet; eight are its shortest header, with the sender's SSRC. */
export const isRtcp = (bytes: Uint8Array): boolean => bytes.length >= 8 && rtcpPacketType(bytes[1] ?? 0)

/** 192 to 223: no RTP packet has these, because payload types 64 to 95 are not used with the marker bit. */
export const rtcpPacketType = (octet: number): boolean => octet >= 192 && octet <= 223
