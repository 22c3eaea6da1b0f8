import { expect, test } from "vitest"
import { appendField, prependField, removeField, replaceField, replaceTopVia, withBody } from "./alter.ts"
import { ackFor, badRequest, cancelFor, request, response } from "./build.ts"
import { all, first } from "./lookup.ts"
import type { Message } from "./message.ts"
import { parseMessage } from "./parse.ts"
import { serialize } from "./serialize.ts"
import { parseVia } from "./via.ts"

const invite = request({
  method: "INVITE",
  uri: "sip:101@192.0.2.10",
  fields: [
    { name: "v", value: "SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop, SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKlower" },
    { name: "Route", value: "<sip:192.0.2.9;lr>" },
    { name: "Max-Forwards", value: "12" },
    { name: "From", value: "<sip:100@192.0.2.10>;tag=a" },
    { name: "To", value: "sip:101@192.0.2.10" },
    { name: "Call-ID", value: "c1" },
    { name: "CSeq", value: "7 INVITE" },
    { name: "Timestamp", value: "54" },
    { name: "Contact", value: "<sip:100@192.0.2.7>" },
  ],
  body: Buffer.from("v=0"),
})

const written = (message: Message) => Buffer.from(serialize(message)).toString("latin1").split("\r\n")

test("a request is written with its names in long form and its length", () => {
  const lines = written(invite)
  expect(lines[0]).toBe("INVITE sip:101@192.0.2.10 SIP/2.0")
  expect(lines[1]).toMatch(/^Via: /)
  expect(lines.slice(-3)).toEqual(["Content-Length: 3", "", "v=0"])
})

test("a request of ours without a mandatory field is our bug", () => {
  const fields = invite.fields.filter(({ name }) => name !== "To")
  expect(() => request({ method: "INVITE", uri: "sip:a@b", fields })).toThrow("Missing To Header Field")
})

test("a response takes Via, From, To, Call-ID and CSeq over, and gets its To tag", () => {
  const ringing = response(invite, 180, { toTag: "b", fields: [{ name: "m", value: "<sip:101@192.0.2.11>" }] })
  expect(written(ringing)).toEqual([
    "SIP/2.0 180 Ringing",
    "Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop, SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKlower",
    "From: <sip:100@192.0.2.10>;tag=a",
    "To: sip:101@192.0.2.10;tag=b",
    "Call-ID: c1",
    "CSeq: 7 INVITE",
    "Contact: <sip:101@192.0.2.11>",
    "Content-Length: 0",
    "",
    "",
  ])
  expect(ringing.to.tag).toBe("b")
  const parsed = parseMessage(serialize(ringing))
  expect(parsed.ok && parsed.value.to.tag).toBe("b")
})

test("a 100 carries the Timestamp back; a To tag that is there stays", () => {
  expect(first(response(invite, 100), "Timestamp")).toBe("54")
  const within = replaceField(invite, "To", "<sip:101@192.0.2.10>;tag=z")
  expect(response(within, 481, { toTag: "b" }).to.tag).toBe("z")
})

test("Vias go back byte for byte", () => {
  const text = `OPTIONS sip:a@b SIP/2.0\r\nv:SIP/2.0/UDP  192.0.2.7\r\n ;branch=z9hG4bKx\r\nf:<sip:a@b>;tag=1\r\nt:<sip:a@b>\r\ni:1\r\nCSeq: 1 OPTIONS\r\n\r\n`
  const parsed = parseMessage(Buffer.from(text))
  if (!parsed.ok || parsed.value.kind !== "request") throw new Error("not parsed")
  expect(Buffer.from(serialize(response(parsed.value, 200))).toString()).toContain(
    "\r\nv:SIP/2.0/UDP  192.0.2.7\r\n ;branch=z9hG4bKx\r\n",
  )
})

test("the ACK to a failure: topmost Via, To of the response, Route and number of the INVITE (RFC 3261 §17.1.1.3)", () => {
  const ack = ackFor(invite, response(invite, 486, { toTag: "b" }))
  expect(written(ack)).toEqual([
    "ACK sip:101@192.0.2.10 SIP/2.0",
    "Via: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop",
    "Route: <sip:192.0.2.9;lr>",
    "Max-Forwards: 70",
    "From: <sip:100@192.0.2.10>;tag=a",
    "To: sip:101@192.0.2.10;tag=b",
    "Call-ID: c1",
    "CSeq: 7 ACK",
    "Content-Length: 0",
    "",
    "",
  ])
})

test("of Vias on several lines, too, the topmost alone goes into ACK and CANCEL", () => {
  const two = prependField(invite, "Via", "SIP/2.0/UDP 192.0.2.6;branch=z9hG4bKnew")
  expect(all(cancelFor(two), "Via")).toEqual(["SIP/2.0/UDP 192.0.2.6;branch=z9hG4bKnew"])
  expect(all(ackFor(two, response(two, 404)), "Via")).toEqual(["SIP/2.0/UDP 192.0.2.6;branch=z9hG4bKnew"])
})

test("the CANCEL: the INVITE's own To and topmost Via (RFC 3261 §9.1), and a reason", () => {
  const cancel = cancelFor(invite, 'SIP;cause=200;text="Call completed elsewhere"')
  expect(cancel.via.branch).toBe("z9hG4bKtop")
  expect(all(cancel, "Via")).toEqual(["SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop"])
  expect(first(cancel, "To")).toBe("sip:101@192.0.2.10")
  expect(cancel.cseq).toEqual({ sequence: 7, method: "CANCEL" })
  expect(first(cancel, "Route")).toBe("<sip:192.0.2.9;lr>")
  expect(first(cancel, "Reason")).toMatch(/^SIP;cause=200/)
})

test("what could not be read is answered with what is wrong in the reason phrase", () => {
  const answer = refusal(
    "INVITE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKx\r\nFrom: sip:a@b\r\nTo: sip:a@b\r\nCSeq: 1 INVITE\r\n\r\n",
  )
  expect(answer).toMatchObject({ status: 400, reason: "Missing Call-ID Header Field", via: { host: "192.0.2.7" } })
})

test("an ACK, a response and a request without a readable Via are answered with silence", () => {
  expect(refusal("ACK sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.7\r\n\r\n")).toBeUndefined()
  expect(refusal("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.0.2.7\r\n\r\n")).toBeUndefined()
  expect(refusal("INVITE sip:a@b SIP/2.0\r\nVia: nonsense\r\n\r\n")).toBeUndefined()
  expect(refusal("INVITE sip:a@b SIP/2.0\r\n\r\n")).toBeUndefined()
})

test("a replaced field stands in its place, alone, and is decoded anew", () => {
  const doubled = appendField(appendField(invite, "Supported", "100rel"), "k", "timer")
  const replaced = replaceField(doubled, "Supported", "gruu")
  expect(all(replaced, "Supported")).toEqual(["gruu"])
  expect(replaceField(invite, "from", "<sip:x@y>;tag=q").from.tag).toBe("q")
  expect(replaceField(invite, "Subject", "new").fields.at(-1)).toEqual({ name: "Subject", value: "new" })
  expect(invite.from.tag).toBe("a")
})

test("a prepended Via is the topmost; removed fields are gone in every spelling", () => {
  const forwarded = prependField(invite, "Via", "SIP/2.0/TCP 192.0.2.1;branch=z9hG4bKnew")
  expect(forwarded.via.branch).toBe("z9hG4bKnew")
  expect(all(forwarded, "Via")).toHaveLength(2)
  expect(first(removeField(appendField(invite, "x-Foo", "1"), "X-foo", "M"), "Contact")).toBeUndefined()
})

test("received and rport go into the topmost Via alone", () => {
  const via = parseVia("SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop;rport=1234;received=198.51.100.1")
  if (via === undefined) throw new Error("not parsed")
  const stamped = replaceTopVia(invite, via)
  expect(first(stamped, "Via")).toBe(
    "SIP/2.0/UDP 192.0.2.7;branch=z9hG4bKtop;rport=1234;received=198.51.100.1, SIP/2.0/UDP 192.0.2.8;branch=z9hG4bKlower",
  )
  expect(stamped.via).toBe(via)
})

test("a body brings its type and its length along, and takes the old ones away", () => {
  const typed = withBody(appendField(invite, "l", "3"), Buffer.from("12345"), "application/sdp")
  expect(written(typed)).toEqual(expect.arrayContaining(["Content-Type: application/sdp", "Content-Length: 5"]))
  expect(first(withBody(typed, new Uint8Array(0)), "Content-Type")).toBeUndefined()
})

function refusal(text: string) {
  const parsed = parseMessage(Buffer.from(text))
  if (parsed.ok) throw new Error("it was accepted")
  return badRequest(parsed.error, "t")
}
