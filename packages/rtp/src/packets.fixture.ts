/** For this package's tests: datagrams as phones send them. */
export const rtpPacket = (sequence = 1, timestamp = sequence * 160, options: { ssrc?: number; type?: number } = {}) => {
  const { ssrc = 0x11223344, type = 8 } = options
  const bytes = new Uint8Array(172).fill(0xd5)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 0x80)
  view.setUint8(1, type)
  view.setUint16(2, sequence & 0xffff)
  view.setUint32(4, timestamp >>> 0)
  view.setUint32(8, ssrc)
  return bytes
}

/** A receiver report without blocks. */
export const rtcpPacket = (): Uint8Array => Uint8Array.of(0x80, 201, 0, 1, 0x11, 0x22, 0x33, 0x44)

/** As linphone sends it: a bare Binding request. */
export const stunPacket = (): Uint8Array => {
  const bytes = new Uint8Array(20).fill(7)
  bytes.set([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42])
  return bytes
}
