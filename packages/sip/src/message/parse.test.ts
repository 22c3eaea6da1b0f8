import { expect, test } from "vitest"
import { all, first, listOf } from "./lookup.ts"
import type { Message } from "./message.ts"
import { type ParseError, parseMessage } from "./parse.ts"
import { serialize } from "./serialize.ts"

const invite = `INVITE sip:101@192.0.2.10 SIP/2.0
Via: SIP/2.0/UDP 198.51.100.7:5061;branch=z9hG4bKa;rport, SIP/2.0/TCP proxy.example.com;branch=z9hG4bKb
v: SIP/2.0/UDP [2001:db8::1]
f: "Anna \\"A\\"" <sip:100@192.0.2.10>;tag=1
TO : <sip:101@192.0.2.10>
i: abc@198.51.100.7
CSeq: 4711 INVITE
Subject: a
 folded
\tsubject
l: 4

body`

test("a request's parts, in long and compact forms, folded, in any case", () => {
  const message = accepted(invite)
  expect(message).toMatchObject({
    kind: "request",
    method: "INVITE",
    uri: "sip:101@192.0.2.10",
    via: { transport: "UDP", host: "198.51.100.7", port: 5061, branch: "z9hG4bKa" },
    from: { displayName: 'Anna "A"', uri: "sip:100@192.0.2.10", tag: "1" },
    to: { displayName: "", tag: undefined },
    callId: "abc@198.51.100.7",
    cseq: { sequence: 4711, method: "INVITE" },
  })
  expect(Buffer.from(message.body).toString()).toBe("body")
  expect(first(message, "s")).toBe("a folded subject")
  expect(listOf(message, "VIA")).toHaveLength(3)
  expect(all(message, "Via")).toHaveLength(2)
  expect(message.fields.map(({ name }) => name)).toEqual([
    "Via",
    "Via",
    "From",
    "To",
    "Call-ID",
    "CSeq",
    "Subject",
    "Content-Length",
  ])
})

test("only lines that we would write otherwise are kept as they came", () => {
  const kept = accepted(invite).fields.filter(({ source }) => source !== undefined)
  expect(kept.map(({ name }) => name)).toEqual(["Via", "From", "To", "Call-ID", "Subject", "Content-Length"])
})

test("a response's status and reason", () => {
  const message = accepted(invite.replace(/^INVITE.*/, "SIP/2.0 486 Busy  Here"))
  expect(message).toMatchObject({ kind: "response", status: 486, reason: "Busy  Here" })
})

test("empty lines in front of a message are skipped, and counted in the offset of an error", () => {
  expect(accepted(`\n\n${invite}`).kind).toBe("request")
  expect(refused(`\n\n${invite.replace("SIP/2.0", "SIP/2")}`)).toMatchObject({ code: "bad-start-line", offset: 30 })
})

test("without Content-Length the body is the rest of the datagram, and it is written so again", () => {
  const text = invite.replace("l: 4\n", "")
  const message = accepted(text)
  expect(Buffer.from(message.body).toString()).toBe("body")
  expect(message.unmeasured).toBe(true)
  expect(Buffer.from(serialize(message)).toString("latin1")).toBe(crlf(text))
})

test("an error shows the place", () => {
  const error = refused(invite.replace("4711 INVITE", "0x10 INVITE"))
  expect(error).toMatchObject({ code: "bad-field", message: "Malformed CSeq Header Field" })
  const [text = "", caret = ""] = error.excerpt.split("\n")
  expect(text.slice(caret.indexOf("^"))).toMatch(/^CSeq: 0x10/)
  expect(crlf(invite).slice(error.offset)).toMatch(/^CSeq/)
  expect(error.request?.method).toBe("INVITE")
})

test.each([
  ["two From fields", "CSeq:", "From: <sip:a@b>\nCSeq:", "repeated-field"],
  ["a missing Call-ID", "i: abc@198.51.100.7\n", "", "missing-field"],
  ["a CSeq of 2^31", "4711", "2147483648", "bad-field"],
  ["a CSeq with a sign", "4711", "-1", "bad-field"],
  ["a CSeq for another method", "4711 INVITE", "4711 BYE", "method-mismatch"],
  ["a line without a colon", "CSeq: 4711 INVITE", "CSeq: 4711 INVITE\nnonsense", "bad-header-line"],
  ["a name that is no token", "Subject:", "Sub ject:", "bad-header-line"],
  ["a field without a name", "Subject:", ":", "bad-header-line"],
  ["a bare LF", "folded", "fol\rded", "bad-line-end"],
  ["a Content-Length with a fraction", "l: 4", "l: 4.0", "bad-field"],
  ["a Content-Length beyond the body", "l: 4", "l: 5", "body-too-short"],
  ["a Content-Length beyond every number", "l: 4", "l: 99999999999999999999", "bad-field"],
  ["a Request-URI without scheme", "INVITE sip:101@192.0.2.10", "INVITE 101", "bad-request-uri"],
  ["HTTP", "SIP/2.0\n", "HTTP/1.1\n", "bad-start-line"],
  ["a later version", "SIP/2.0\n", "SIP/3.0\n", "version-not-supported"],
  ["a status of 99", "INVITE sip:101@192.0.2.10 SIP/2.0", "SIP/2.0 099 Low", "bad-status"],
  ["a status of four digits", "INVITE sip:101@192.0.2.10 SIP/2.0", "SIP/2.0 2000 High", "bad-status"],
  ["a Via that never closes its quote", "rport", 'x="', "bad-field"],
])("%s is refused", (_, from, to, code) => {
  expect(refused(invite.replace(from, to)).code).toBe(code)
})

test("sizes and counts are bounded", () => {
  const many = `${"X: y\n".repeat(200)}CSeq:`
  expect(refused(invite.replace("CSeq:", many)).code).toBe("too-many-fields")
  expect(refused(invite.replace("folded", "f".repeat(9000))).code).toBe("line-too-long")
  expect(refused(`${invite}${"x".repeat(65_536)}`).code).toBe("message-too-large")
})

test("datagrams of nothing but line ends are empty", () => {
  expect(refused("\n\n")).toMatchObject({ code: "empty" })
  expect(refused("")).toMatchObject({ code: "empty" })
})

test("a Content-Length that no longer fits the body is put right", () => {
  const message = { ...accepted(invite), body: Buffer.from("longer body") }
  expect(Buffer.from(serialize(message)).toString()).toContain("Content-Length: 11\r\n")
})

/** The texts above are written with LF, and go over the wire with CRLF; "\r" stands for a bare LF. */
const crlf = (text: string) => text.replaceAll("\n", "\r\n").replace(/\r(?!\n)/g, "\n")

function accepted(text: string): Message {
  const parsed = parseMessage(Buffer.from(crlf(text), "latin1"))
  if (!parsed.ok) throw new Error(`${parsed.error.message}\n${parsed.error.excerpt}`)
  return parsed.value
}

function refused(text: string): ParseError {
  const parsed = parseMessage(Buffer.from(crlf(text), "latin1"))
  if (parsed.ok) throw new Error("it was accepted")
  return parsed.error
}
