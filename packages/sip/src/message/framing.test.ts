import * as fc from "fast-check"
import { expect, test } from "vitest"
import { badRequest } from "./build.ts"
import { type Frame, Framing } from "./framing.ts"

const message = (body: string, name = "Content-Length") =>
  `OPTIONS sip:a@b SIP/2.0\r\nVia: SIP/2.0/TCP 192.0.2.1;branch=z9hG4bK1\r\n${name}: ${body.length}\r\n\r\n${body}`

const feed = (framing: Framing, text: string) => framing.feed(Buffer.from(text, "latin1"))
const shown = (frames: readonly Frame[]) =>
  frames.map((frame) => (frame.kind === "message" ? Buffer.from(frame.bytes).toString("latin1") : frame.kind))

test("messages are cut where Content-Length says, whatever the body holds", () => {
  const text = message("\r\n\r\nOPTIONS") + message("", "l") + message("abc", "content-length ")
  expect(shown(feed(new Framing(), text))).toEqual([
    message("\r\n\r\nOPTIONS"),
    message("", "l"),
    message("abc", "content-length "),
  ])
})

test("CRLFCRLF between messages is a ping; a single CRLF is nothing", () => {
  const framing = new Framing()
  expect(shown(feed(framing, "\r\n\r\n"))).toEqual(["ping"])
  expect(shown(feed(framing, "\r\n"))).toEqual([])
  expect(shown(feed(framing, message("a")))).toEqual([message("a")])
  expect(shown(feed(framing, `\r\n${message("b")}\r\n\r\n\r\n\r\n`))).toEqual([message("b"), "ping", "ping"])
  expect(framing.unfinished).toBe(false)
})

test("however a stream is split, the same frames come out", () => {
  const parts = [message("body one"), "\r\n\r\n", message(""), message("x".repeat(300)), "\r\n", message("\r\n")]
  const stream = Buffer.from(parts.join(""), "latin1")
  const whole = shown(new Framing().feed(stream))
  expect(whole).toHaveLength(5)
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 40 }), (cuts) => {
      const framing = new Framing()
      const edges = [0, ...cuts.toSorted((a, b) => a - b), stream.length]
      const frames = edges.flatMap((edge, at) => shown(framing.feed(stream.subarray(edges[at - 1] ?? 0, edge))))
      expect(frames).toEqual(whole)
    }),
  )
})

test("frames handed out stay as they were when more arrives", () => {
  const framing = new Framing()
  const frames: Frame[] = []
  for (const octet of Buffer.from(message("first") + message("second"))) frames.push(...framing.feed(Buffer.of(octet)))
  expect(shown(frames)).toEqual([message("first"), message("second")])
})

test("byte by byte costs no more than a constant for each byte", () => {
  const framing = new Framing()
  const stream = Buffer.from(
    `${message("x".repeat(30_000)).replace("Via:", `${`X: ${"y".repeat(6000)}\r\n`.repeat(5)}Via:`)}`,
  )
  const began = performance.now()
  let count = 0
  for (let round = 0; round < 10; round++)
    for (let at = 0; at < stream.length; at++) count += framing.feed(stream.subarray(at, at + 1)).length
  expect(count).toBe(10)
  // 600,000 feeds take a tenth of this; copying what is there at each takes several times it.
  expect(performance.now() - began).toBeLessThan(1500)
})

test.each([
  ["no Content-Length", message("").replace("Content-Length: 0\r\n", ""), "missing-field", 400],
  ["a negative one", message("").replace("Length: 0", "Length: -1"), "bad-field", 400],
  ["two", message("").replace("Content", "l: 0\r\nContent"), "repeated-field", 400],
  ["a broken line", message("").replace("Content", "nonsense\r\nContent"), "bad-header-line", 400],
  ["a body too large", message("").replace("Length: 0", "Length: 40000"), "message-too-large", 513],
])("%s ends the framing, with an answer where one can be given", (_, text, code, status) => {
  const framing = new Framing()
  const [frame, ...rest] = feed(framing, text)
  if (frame?.kind !== "error") throw new Error("no error")
  expect(rest).toEqual([])
  expect(frame.error.code).toBe(code)
  expect(badRequest(frame.error)?.status).toBe(status)
  expect(feed(framing, message("after"))).toEqual([])
})

test("a head that does not end is refused at its limit, not stored", () => {
  const framing = new Framing({ head: 1000 })
  expect(feed(framing, `OPTIONS sip:a@b SIP/2.0\r\n${"x".repeat(900)}`)).toEqual([])
  expect(feed(framing, "x".repeat(200))).toMatchObject([{ kind: "error", error: { code: "head-too-large" } }])
  expect(framing.unfinished).toBe(false)
})

test("a message that has begun is unfinished until its last byte", () => {
  const framing = new Framing()
  feed(framing, message("abc").slice(0, -1))
  expect(framing.unfinished).toBe(true)
  expect(shown(feed(framing, "c"))).toEqual([message("abc")])
  expect(framing.unfinished).toBe(false)
})
