/**
 * What we send where there is no media to send: to open a NAT, and to keep it open. RFC 6263.
 *
 * It recommends RTCP on the RTP port (§4.3, §5), which needs rtcp-mux, and that we never offer. Of the others it is a STUN
 * Binding indication (§4.4): every RTP stack drops it by its version bits, nobody answers it (RFC 8489 §6.3.2), it touches
 * no sequence number of a stream that is not ours, it is heard by no one as sound, and unlike an empty datagram (§4.1) no
 * firewall takes it for a fault. Another Homeport tells it from media by its first octet.
 */
export const KEEPALIVE_INTERVAL = 15_000 // RFC 6263 §7: Tr

/**
 *   00 11 00 00   Binding indication, no attributes (RFC 8489 §5)
 *   21 12 a4 42   magic cookie
 *   …             transaction id of 96 random bits
 */
export const bindingIndication = (random: () => number): Uint8Array => {
  const bytes = Uint8Array.of(0x00, 0x11, 0x00, 0x00, 0x21, 0x12, 0xa4, 0x42, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  for (let at = 8; at < 20; at++) bytes[at] = Math.floor(random() * 256)
  return bytes
}
