/** SIP over TCP is a stream: messages arrive in pieces, or several at once, and some never end. RFC 3261 §18.3, RFC 5626 §3.5.1. */
import type { Socket } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, expect, test } from "vitest"
import { until } from "../lab/until.ts"
import { openStage, type Stage } from "./stage.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test("a message that arrives byte by byte is one message", async () => {
  const line = await dial()
  for (const byte of options(1)) {
    line.socket.write(Uint8Array.of(byte))
    await pause(1)
  }
  await until("the answer", () => line.answers().length === 1, 5_000)
  expect(line.answers()).toEqual(["1 OPTIONS"])
})

test("three messages in one segment, one of them with a body, are three messages", async () => {
  const line = await dial()
  line.socket.write(Buffer.concat([options(1), options(2, "a body with\r\n\r\nan empty line"), options(3)]))
  await until("three answers", () => line.answers().length === 3, 5_000)
  expect(line.answers().toSorted()).toEqual(["1 OPTIONS", "2 OPTIONS", "3 OPTIONS"])
})

test("a body that comes later than its head is waited for", async () => {
  const line = await dial()
  const message = options(1, "0123456789")
  line.socket.write(message.subarray(0, message.length - 4))
  await pause(300)
  expect(line.answers()).toEqual([])
  line.socket.write(message.subarray(message.length - 4))
  await until("the answer", () => line.answers().length === 1, 5_000)
})

test("a double CRLF is answered with a CRLF, also between messages", async () => {
  const line = await dial()
  line.socket.write("\r\n\r\n")
  await until("the CRLF", () => line.received() === "\r\n", 5_000)
  line.socket.write(Buffer.concat([options(1), Buffer.from("\r\n\r\n"), options(2)]))
  await until("two answers", () => line.answers().length === 2, 5_000)
})

const broken: readonly (readonly [string, string])[] = [
  ["a head that never ends", `OPTIONS sip:100@office SIP/2.0\r\n${"X-Long: 0123456789\r\n".repeat(20_000)}`],
  ["a line that never ends", `OPTIONS sip:100@office SIP/2.0\r\nX-Long: ${"0123456789".repeat(40_000)}`],
  ["a body of four gigabytes", options(1).toString().replace("Content-Length: 0", "Content-Length: 4294967295")],
  ["a negative length", options(1).toString().replace("Content-Length: 0", "Content-Length: -1")],
  ["a length that is no number", options(1).toString().replace("Content-Length: 0", "Content-Length: 1e3")],
  ["another protocol", "GET / HTTP/1.1\r\nHost: office\r\n\r\n"],
  ["noise", `${Buffer.from(Array.from({ length: 4_096 }, (_, n) => (n * 167 + 13) % 256)).toString("latin1")}\r\n\r\n`],
]

test.each(broken)("%s is refused or hung up on, and nobody else notices", async (_, bytes) => {
  const other = await dial()
  const line = await dial()
  line.socket.write(bytes)
  await until("it is refused", () => line.closed() || /SIP\/2\.0 [45]\d\d/.test(line.received()), 10_000)
  other.socket.write(options(1))
  await until("the other line is served", () => other.answers().length === 1, 5_000)
})

interface Line {
  readonly socket: Socket
  received(): string
  /** The CSeq of each response so far. */
  answers(): string[]
  closed(): boolean
}

async function dial(): Promise<Line> {
  const doorway = await stage.lab.officePhone.doorway()
  const socket = await doorway.connect(stage.lab.addresses.inner, 5060)
  let received = ""
  let closed = false
  socket.on("data", (bytes: Buffer) => {
    received += bytes.toString("latin1")
  })
  socket.on("close", () => {
    closed = true
  })
  // The server may well hang up while we still write.
  socket.on("error", () => {})
  return {
    socket,
    received: () => received,
    closed: () => closed,
    answers: () =>
      received
        .split(/(?=SIP\/2\.0 )/)
        .filter((part) => part.startsWith("SIP/2.0 "))
        .flatMap((part) => part.match(/^CSeq: *(.*?)\r/im)?.[1] ?? []),
  }
}

function options(cseq: number, body = ""): Buffer {
  return Buffer.from(
    [
      "OPTIONS sip:100@office SIP/2.0",
      `Via: SIP/2.0/TCP 192.168.1.10:5099;branch=z9hG4bK-framing-${cseq}-${process.hrtime.bigint()}`,
      "Max-Forwards: 70",
      "From: <sip:100@office>;tag=framing",
      "To: <sip:100@office>",
      `Call-ID: framing-${cseq}-${process.hrtime.bigint()}`,
      `CSeq: ${cseq} OPTIONS`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      "",
      body,
    ].join("\r\n"),
  )
}
