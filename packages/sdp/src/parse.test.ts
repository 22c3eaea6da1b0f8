import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parseSdp } from "./parse.ts"
import { codecs, direction, mediaAddress, relayedAudio, rtcpAddress } from "./query.ts"
import { outgoingAnswer, outgoingOffer, withDirection } from "./rewrite.ts"
import { serializeSdp } from "./serialize.ts"

const example = `v=0
o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1
s=Call to John Smith
c=IN IP4 198.51.100.1
t=0 0
m=audio 49170/2 RTP/AVP 0 101
a=rtpmap:101 telephone-event/8000
m=video 51372 RTP/AVP 99
`

test("sections, ports and formats", () => {
  const parsed = parse(crlf(example))
  if (!parsed.ok) throw new Error(parsed.error.message)
  expect(parsed.value.lines.map(({ type }) => type).join("")).toBe("vosct")
  expect(parsed.value.media).toMatchObject([
    { media: "audio", port: 49170, ports: 2, protocol: "RTP/AVP", formats: ["0", "101"] },
    { media: "video", port: 51372, ports: undefined, formats: ["99"] },
  ])
})

test.each([
  ["CRLF", crlf(example)],
  ["LF alone", example],
  ["no line end at the end", crlf(example).slice(0, -2)],
  ["a CR alone at the end", crlf(example).slice(0, -1)],
  ["empty lines at the end", `${crlf(example)}\r\n\n\r\n`],
  ["mixed line ends", example.replace("\n", "\r\n")],
  ["bytes beyond ASCII", crlf(example).replace("John", "J\xc3\xb6hn \xff")],
  ["no s= and no t=", crlf(example).replace(/[st]=.*\r\n/g, "")],
  ["lines nobody knows", crlf(example).replace("t=0 0", "x=y\r\nt=0 0\r\na=\r\nZ=")],
])("%s: written as it came", (_, text) => {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  expect(Buffer.from(serializeSdp(parsed.value)).toString("latin1")).toBe(text)
})

test.each([
  ["nothing", "", "bad-version", 1],
  ["another version", example.replace("v=0", "v=1"), "bad-version", 1],
  ["no v=", example.slice(4), "bad-version", 1],
  ["no o=", example.replace(/o=.*\n/, ""), "bad-origin", 2],
  ["an o= of five parts", example.replace("jdoe ", ""), "bad-origin", 2],
  ["an o= version that is no number", example.replace("3724394405", "1e9"), "bad-origin", 2],
  ["an empty line in the middle", example.replace("t=0", "\nt=0"), "bad-line", 5],
  ["a blank in front", example.replace("s=", " s="), "bad-line", 3],
  ["a CR within a line", example.replace("John", "Jo\rhn"), "bad-line", 3],
  ["a NUL", example.replace("John", "Jo\0hn"), "bad-line", 3],
  ["a port beyond 65535", example.replace("51372", "65536"), "bad-media", 8],
  ["a negative port", example.replace("51372", "-1"), "bad-media", 8],
  ["an m= without formats", example.replace(" 99", ""), "bad-media", 8],
  ["too many lines", example + "a=x\n".repeat(1000), "too-large", 1001],
  ["too many sections", example + "m=audio 1 RTP/AVP 0\n".repeat(40), "too-large", 39],
  ["a line too long", `${example}a=${"x".repeat(9000)}\n`, "bad-line", 9],
])("%s is refused", (_, text, code, line) => {
  const parsed = parse(text)
  expect(parsed.ok ? "accepted" : { code: parsed.error.code, line: parsed.error.line }).toEqual({ code, line })
})

const word = fc.string({ unit: fc.constantFrom(..."abcXYZ019-._:/%\xe4\xff"), minLength: 1, maxLength: 10 })
const value = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "))
const end = fc.constantFrom("\r\n", "\n")
const line = fc
  .tuple(fc.constantFrom(..."sictbakxZ"), value, end)
  .map(([type, text, ending]) => `${type}=${text}${ending}`)
const media = fc
  .tuple(
    word,
    fc.nat(65535),
    word,
    fc.array(word, { minLength: 1, maxLength: 4 }),
    end,
    fc.array(line, { maxLength: 5 }),
  )
  .map(
    ([kind, port, protocol, formats, ending, lines]) =>
      `m=${kind} ${port} ${protocol} ${formats.join(" ")}${ending}${lines.join("")}`,
  )
const description = fc
  .tuple(fc.array(line, { maxLength: 5 }), fc.array(media, { maxLength: 5 }), fc.constantFrom("", "\r\n", "\n\n"))
  .map(([lines, sections, tail]) => `v=0\r\n${lines.join("")}o=- 1 1 IN IP4 h\r\n${sections.join("")}${tail}`)

test("serialize(parse(x)) is x", () => {
  fc.assert(
    fc.property(description, (text) => {
      const parsed = parse(text)
      if (!parsed.ok) throw new Error(`${parsed.error.message} (line ${parsed.error.line})`)
      expect(Buffer.from(serializeSdp(parsed.value)).toString("latin1")).toBe(text)
    }),
    { numRuns: 500 },
  )
})

test("no bytes throw, neither here nor in what is asked and rewritten afterwards", () => {
  const mutated = fc
    .tuple(fc.constantFrom(example, crlf(example)), fc.array(fc.tuple(fc.nat(260), fc.nat(255)), { maxLength: 4 }))
    .map(([text, changes]) => {
      const bytes = Buffer.from(text)
      for (const [at, octet] of changes) if (at < bytes.length) bytes[at] = octet
      return bytes
    })
  const ours = { origin: { id: "1", version: "1", address: "192.0.2.1" }, address: "192.0.2.1", rtpPort: 30000 }
  fc.assert(
    fc.property(
      fc.oneof(
        mutated,
        description.map((text) => Buffer.from(text, "latin1")),
        fc.uint8Array(),
      ),
      (bytes) => {
        const parsed = parseSdp(bytes)
        if (!parsed.ok) return
        const one = parsed.value
        for (const index of [relayedAudio(one) ?? 0, 1, 99]) {
          mediaAddress(one, index)
          rtcpAddress(one, index)
          direction(one, index)
          codecs(one, index)
          serializeSdp(withDirection(one, index, "sendonly"))
        }
        for (const rewritten of [outgoingOffer(one, ours), outgoingAnswer(one, one, ours)])
          expect(parseSdp(serializeSdp(rewritten)).ok).toBe(true)
      },
    ),
    { numRuns: 2000 },
  )
})

function crlf(text: string): string {
  return text.replaceAll("\n", "\r\n")
}

function parse(text: string) {
  return parseSdp(Buffer.from(text, "latin1"))
}
