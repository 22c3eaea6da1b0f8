import { expect, test } from "vitest"
import { parseSdp } from "./parse.ts"
import { codecs, direction, mediaAddress, relayedAudio, rtcpAddress, sameMedia } from "./query.ts"

const head = "v=0\no=- 1 1 IN IP4 198.51.100.1\ns=-\nc=IN IP4 198.51.100.1\nt=0 0\n"

test.each([
  ["the first of two audio sections", "m=audio 4000 RTP/AVP 0\nm=audio 4002 RTP/AVP 0\n", 0],
  ["behind video", "m=video 5000 RTP/AVP 31\nm=audio 4000 RTP/AVPF 0\n", 1],
  ["behind SRTP and behind a refused one", "m=audio 1 RTP/SAVP 0\nm=audio 0 RTP/AVP 0\nm=audio 4000 RTP/AVP 0\n", 2],
  ["none: only SRTP", "m=audio 4000 RTP/SAVP 0\n", undefined],
  ["none: only a refused one", "m=audio 0 RTP/AVP 0\n", undefined],
  ["none at all", "", undefined],
])("the relayed audio: %s", (_, media, index) => {
  expect(relayedAudio(parse(head + media))).toBe(index)
})

test("the address of the section stands above that of the session", () => {
  expect(mediaAddress(parse(`${head}m=audio 4000 RTP/AVP 0\n`), 0)).toEqual({ host: "198.51.100.1", port: 4000 })
  const own = parse(`${head}m=audio 4000 RTP/AVP 0\nc=IN IP6 2001:db8::1\n`)
  expect(mediaAddress(own, 0)).toEqual({ host: "2001:db8::1", port: 4000 })
  expect(mediaAddress(parse(`${head}m=audio 4000 RTP/AVP 0\nc=IN IP4 233.252.0.1/127\n`), 0)?.host).toBe("233.252.0.1")
  expect(mediaAddress(parse(`${head.replace(/c=.*\n/, "")}m=audio 4000 RTP/AVP 0\n`), 0)).toBeUndefined()
  expect(mediaAddress(own, 1)).toBeUndefined()
})

test.each([
  ["the next port without a=rtcp", "", { host: "198.51.100.1", port: 4001 }],
  ["the port alone", "a=rtcp:53020\n", { host: "198.51.100.1", port: 53020 }],
  ["port and address", "a=rtcp:53020 IN IP4 203.0.113.9\n", { host: "203.0.113.9", port: 53020 }],
  ["the next port where rtcp-mux is offered: we never agree", "a=rtcp-mux\n", { host: "198.51.100.1", port: 4001 }],
  ["the next port behind a broken a=rtcp", "a=rtcp:1e3\n", { host: "198.51.100.1", port: 4001 }],
])("RTCP goes to %s", (_, line, address) => {
  expect(rtcpAddress(parse(`${head}m=audio 4000 RTP/AVP 0\n${line}`), 0)).toEqual(address)
})

test("a refused section has no RTCP", () => {
  expect(rtcpAddress(parse(`${head}m=audio 0 RTP/AVP 0\n`), 0)).toBeUndefined()
})

test.each([
  ["nothing written", "", "", "sendrecv"],
  ["the session's", "a=inactive\n", "", "inactive"],
  ["the section's above the session's", "a=inactive\n", "a=sendonly\n", "sendonly"],
  ["an unspecified address", "", "c=IN IP4 0.0.0.0\n", "sendonly"],
  ["an unspecified address that says sendrecv", "", "c=IN IP4 0.0.0.0\na=sendrecv\n", "sendonly"],
  ["an unspecified address, receiving only", "", "c=IN IP6 ::\na=recvonly\n", "inactive"],
])("the direction: %s", (_, session, media, expected) => {
  expect(direction(parse(`${head}${session}m=audio 4000 RTP/AVP 0\n${media}`), 0)).toBe(expected)
})

test("codecs in order, static ones without rtpmap, unknown ones left out", () => {
  const lines = "a=rtpmap:96 opus/48000/2\na=rtpmap:101 telephone-event/8000\na=rtpmap:0 PCMU/8000\n"
  expect(codecs(parse(`${head}m=audio 4000 RTP/AVP 96 9 0 101 120\n${lines}`), 0)).toEqual([
    { payloadType: 96, name: "opus", clockRate: 48000, channels: 2 },
    { payloadType: 9, name: "G722", clockRate: 8000, channels: 1 },
    { payloadType: 0, name: "PCMU", clockRate: 8000, channels: 1 },
    { payloadType: 101, name: "telephone-event", clockRate: 8000, channels: 1 },
  ])
})

test("a refresh is told from a change by everything but o=", () => {
  const one = parse(`${head}m=audio 4000 RTP/AVP 0\n`)
  expect(sameMedia(one, parse(`${head.replace("- 1 1", "- 1 2")}m=audio 4000 RTP/AVP 0\n`))).toBe(true)
  expect(sameMedia(one, parse(`${head}m=audio 4002 RTP/AVP 0\n`))).toBe(false)
  expect(sameMedia(one, parse(`${head}m=audio 4000 RTP/AVP 0\na=sendonly\n`))).toBe(false)
  expect(sameMedia(one, parse(`${head}m=audio 4000 RTP/AVP 0\nm=video 0 RTP/AVP 31\n`))).toBe(false)
})

function parse(text: string) {
  const parsed = parseSdp(Buffer.from(text))
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}
