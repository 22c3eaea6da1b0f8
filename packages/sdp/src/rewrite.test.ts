import { expect, test } from "vitest"
import { parseSdp } from "./parse.ts"
import { type Ours, outgoingAnswer, outgoingOffer, withDirection } from "./rewrite.ts"
import { serializeSdp } from "./serialize.ts"
import type { SessionDescription } from "./session-description.ts"

const ours: Ours = {
  origin: { id: "4711", version: "1", address: "192.0.2.1" },
  address: "192.0.2.1",
  rtpPort: 30000,
  rtcp: { host: "192.0.2.1", port: 30001 },
}

/** What a desk phone with ICE, keys, video and a fallback offers. */
const rich = `v=0
o=anna 123 7 IN IP4 10.0.0.7
s=Anna
i=a talk
c=IN IP4 10.0.0.7
b=AS:84
t=0 0
a=group:BUNDLE 0 1
a=ice-options:trickle
a=ice-lite
a=fingerprint:sha-256 AA:BB
a=setup:actpass
a=tool:phone 1.0
a=sendonly
m=audio 4000 RTP/SAVP 0
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x
m=video 5000 RTP/AVP 31
c=IN IP4 10.0.0.8
a=rtpmap:31 H261/90000
m=audio 4002 RTP/AVP 8 0 101
i=the plain one
c=IN IP4 10.0.0.9
b=TIAS:64000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a=mid:1
a=candidate:1 1 UDP 2130706431 10.0.0.9 4002 typ host
a=remote-candidates:1 10.0.0.1 9
a=end-of-candidates
a=ice-ufrag:8hhY
a=ice-pwd:asd88fgpdd777uzjYhagZg
a=rtcp:4009 IN IP4 10.0.0.9
a=rtcp-mux
a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x
a=ptime:20
a=x-unknown:kept
`

test("an offer: the relayed audio alone, what is ours replaced or removed, everything else in order", () => {
  expect(text(outgoingOffer(parse(rich), ours))).toBe(`v=0
o=- 4711 1 IN IP4 192.0.2.1
s=Anna
i=a talk
c=IN IP4 192.0.2.1
b=AS:84
t=0 0
a=tool:phone 1.0
m=audio 30000 RTP/AVP 8 0 101
i=the plain one
b=TIAS:64000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15
a=ptime:20
a=x-unknown:kept
a=sendonly
`)
})

test("a direction of ours stands above the phone's, in the place where that stood", () => {
  const offer = parse(`${plain}a=sendonly\na=ptime:20\n`)
  expect(text(outgoingOffer(offer, { ...ours, direction: "sendrecv" }))).toMatch(/AVP 0\na=sendrecv\na=ptime:20\n$/)
  expect(text(outgoingOffer(parse(plain), { ...ours, direction: "inactive" }))).toMatch(/AVP 0\na=inactive\n$/)
})

test("hold by an unspecified address becomes a direction: our own address is a real one", () => {
  expect(text(outgoingOffer(parse(plain.replace(/10\.0\.0\.7/g, "0.0.0.0")), ours))).toMatch(
    /c=IN IP4 192\.0\.2\.1\n(.*\n)*a=sendonly\n$/,
  )
})

test("RTCP is named where it is not the port after RTP's", () => {
  const lines = `${plain}b=AS:64\na=rtpmap:0 PCMU/8000\n`
  expect(text(outgoingOffer(parse(lines), ours))).not.toContain("a=rtcp")
  expect(text(outgoingOffer(parse(lines), { ...ours, rtcp: { host: "192.0.2.1", port: 45678 } }))).toContain(
    "b=AS:64\na=rtcp:45678\na=rtpmap",
  )
  expect(text(outgoingOffer(parse(lines), { ...ours, rtcp: { host: "203.0.113.5", port: 30001 } }))).toContain(
    "a=rtcp:30001 IN IP4 203.0.113.5\n",
  )
  const { rtcp: _, ...withPort } = ours
  expect(text(outgoingOffer(parse(lines), { ...withPort, rtcpPort: 30003 }))).toContain("a=rtcp:30003\n")
})

test("a c= line of the section alone becomes the session's; IPv6 is named so", () => {
  const offer = parse("v=0\no=- 1 1 IN IP4 10.0.0.7\ns=-\nt=0 0\nm=audio 4000 RTP/AVP 0\nc=IN IP4 10.0.0.7\n")
  const address = "2001:db8::1"
  expect(
    text(outgoingOffer(offer, { ...ours, origin: { ...ours.origin, address }, address, rtcpPort: 30001 })),
  ).toContain("o=- 4711 1 IN IP6 2001:db8::1\ns=-\nc=IN IP6 2001:db8::1\nt=0 0\nm=audio 30000")
})

test("lines are ended by CRLF, whatever the phone wrote, also where it wrote no end at all", () => {
  const offer = parse(`${plain}a=ptime:20`)
  const bytes = Buffer.from(serializeSdp(outgoingOffer(offer, { ...ours, direction: "sendonly" }))).toString()
  expect(bytes.endsWith("\r\na=ptime:20\r\na=sendonly\r\n")).toBe(true)
  expect(bytes.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
})

const answer = `v=0
o=- 9 9 IN IP4 10.1.0.5
s=-
t=0 0
m=audio 7000 RTP/AVP 8 101
c=IN IP4 10.1.0.5
a=rtpmap:101 telephone-event/8000
`

test("an answer: the relayed audio in its place, every other section refused in its own", () => {
  expect(text(outgoingAnswer(parse(answer), parse(rich), ours))).toBe(`v=0
o=- 4711 1 IN IP4 192.0.2.1
s=-
c=IN IP4 192.0.2.1
t=0 0
m=audio 0 RTP/SAVP 0
m=video 0 RTP/AVP 31
m=audio 30000 RTP/AVP 8 101
a=rtpmap:101 telephone-event/8000
`)
})

test("an answer that refuses the audio refuses all", () => {
  const refusal = parse(answer.replace("audio 7000", "audio 0"))
  const lines = text(outgoingAnswer(refusal, parse(rich), ours)).split("\n")
  expect(lines.filter((line) => line.startsWith("m="))).toEqual([
    "m=audio 0 RTP/SAVP 0",
    "m=video 0 RTP/AVP 31",
    "m=audio 0 RTP/AVP 8 101",
  ])
})

test("an answer without any audio refuses the offer's", () => {
  const none = parse("v=0\no=- 9 9 IN IP4 10.1.0.5\ns=-\nt=0 0\n")
  expect(outgoingAnswer(none, parse(rich), ours).media.map(({ port }) => port)).toEqual([0, 0, 0])
})

test("a later offer keeps the sections of the dialog it goes into, ours in the place of its audio", () => {
  const held = parse(answer.replace("t=0 0", "t=0 0\na=sendonly"))
  const lines = text(outgoingOffer(held, ours, parse(rich))).split("\n")
  expect(lines.filter((line) => line.startsWith("m="))).toEqual([
    "m=audio 0 RTP/SAVP 0",
    "m=video 0 RTP/AVP 31",
    "m=audio 30000 RTP/AVP 8 101",
  ])
  expect(lines.at(-2)).toBe("a=sendonly")
})

test("the answer to such an offer is read at its audio, and goes back as one section", () => {
  const three = parse(
    "v=0\no=- 1 2 IN IP4 10.0.0.7\ns=-\nc=IN IP4 10.0.0.7\nt=0 0\nm=audio 0 RTP/SAVP 0\nm=video 0 RTP/AVP 31\nm=audio 4002 RTP/AVP 8\na=recvonly\n",
  )
  expect(outgoingAnswer(three, parse(answer), ours).media.map(({ lines }) => lines.map(({ value }) => value))).toEqual([
    ["audio 30000 RTP/AVP 8", "recvonly"],
  ])
})

test("a direction put into a section that had none, or several", () => {
  expect(text(withDirection(parse(plain), 0, "inactive"))).toBe(`${plain}a=inactive\n`)
  expect(text(withDirection(parse(`${plain}a=sendrecv\na=x\na=sendonly\n`), 0, "recvonly"))).toBe(
    `${plain}a=recvonly\na=x\n`,
  )
  expect(text(withDirection(parse(plain), 3, "inactive"))).toBe(plain)
})

const plain = "v=0\no=- 1 1 IN IP4 10.0.0.7\ns=-\nc=IN IP4 10.0.0.7\nt=0 0\nm=audio 4000 RTP/AVP 0\n"

function parse(lines: string): SessionDescription {
  const parsed = parseSdp(Buffer.from(lines))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

function text(description: SessionDescription): string {
  return Buffer.from(serializeSdp(description)).toString("latin1").replaceAll("\r\n", "\n")
}
