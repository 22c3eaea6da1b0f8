import { expect, test } from "vitest"
import { canonicalHost, target } from "./address.ts"
import { bindingIndication } from "./keepalive.ts"
import { isMedia, isRtp, payloadType, sequenceNumber, ssrc, timestamp } from "./packet.ts"
import { rtcpPacket, rtpPacket, stunPacket } from "./packets.fixture.ts"
import { isRtcp } from "./rtcp.ts"

test("the fields of an RTP header are read where RFC 3550 §5.1 puts them", () => {
  const bytes = rtpPacket(65_535, 0xfffffff0, { ssrc: 0xdeadbeef, type: 101 })
  bytes[1] = 0x80 | 101
  expect([payloadType(bytes), sequenceNumber(bytes), timestamp(bytes), ssrc(bytes)]).toEqual([
    101, 65_535, 0xfffffff0, 0xdeadbeef,
  ])
})

test("RFC 7983: the first octet tells media from the rest, and the second RTP from RTCP", () => {
  const first = Array.from({ length: 256 }, (_, octet) => octet).filter((octet) => isMedia(Uint8Array.of(octet)))
  expect([first[0], first.at(-1), first.length]).toEqual([128, 191, 64])
  expect([isMedia(new Uint8Array()), isMedia(stunPacket())]).toEqual([false, false])
  expect([isRtp(rtpPacket()), isRtcp(rtpPacket())]).toEqual([true, false])
  expect([isRtp(rtcpPacket()), isRtcp(rtcpPacket())]).toEqual([false, true])
  expect([isRtp(rtpPacket().subarray(0, 11)), isRtcp(rtcpPacket().subarray(0, 7))]).toEqual([false, false])
})

test("a keepalive is a STUN Binding indication, which no other relay takes for media", () => {
  const bytes = bindingIndication(() => 0.999)
  expect(bytes.length).toBe(20)
  expect([...bytes.subarray(0, 8)]).toEqual([0x00, 0x11, 0, 0, 0x21, 0x12, 0xa4, 0x42])
  expect(bytes.subarray(8).every((octet) => octet === 255)).toBe(true)
  expect(isMedia(bytes)).toBe(false)
})

test("addresses are compared as sockets write them", () => {
  expect(canonicalHost("2001:DB8:0::1")).toBe("2001:db8::1")
  expect(canonicalHost("::ffff:192.0.2.1")).toBe("192.0.2.1")
  expect(canonicalHost("192.0.2.1")).toBe("192.0.2.1")
  expect(canonicalHost("phone.example")).toBeUndefined()
})

test.each([
  ["0.0.0.0", 4000],
  ["224.0.0.1", 4000],
  ["255.255.255.255", 4000],
  ["::", 4000],
  ["ff02::1", 4000],
  ["phone.example", 4000],
  ["192.0.2.1", 0],
  ["192.0.2.1", 65_536],
  ["192.0.2.1", 4000.5],
])("%s port %d is nobody to send to", (host, port) => {
  expect(target({ host, port })).toBeUndefined()
})
