import { describe, expect, test } from "vitest"
import { parseMessage } from "../message/parse.ts"
import { serialize } from "../message/serialize.ts"
import { flowOf } from "./flow.ts"
import { answerFlow, withReturnPath } from "./return-path.ts"

const local = { host: "203.0.113.10", port: 5070 }
const from = (host: string, port: number) => flowOf("UDP", local, { host, port })
const nat = from("198.51.100.20", 40_012)

describe("what is written into the topmost Via", () => {
  test.each([
    ["192.168.1.20:5060;branch=z9hG4bK1;rport", "192.168.1.20:5060;branch=z9hG4bK1;rport=40012;received=198.51.100.20"],
    // RFC 3581 §4: `received` even where it says the same.
    [
      "198.51.100.20:40012;rport;branch=z9hG4bK1",
      "198.51.100.20:40012;branch=z9hG4bK1;rport=40012;received=198.51.100.20",
    ],
    // RFC 3261 §18.2.1: a name is never the source address.
    ["phone.example.com;branch=z9hG4bK1", "phone.example.com;branch=z9hG4bK1;received=198.51.100.20"],
    ["198.51.100.20:40012;branch=z9hG4bK1", "198.51.100.20:40012;branch=z9hG4bK1"],
    // What the sender filled in itself is not believed.
    [
      "10.0.0.1;branch=z9hG4bK1;received=192.0.2.66;rport=1",
      "10.0.0.1;branch=z9hG4bK1;received=198.51.100.20;rport=40012",
    ],
    ["198.51.100.20;branch=z9hG4bK1;received=192.0.2.66", "198.51.100.20;branch=z9hG4bK1;received=198.51.100.20"],
  ])("%s", (written, seen) => {
    const request = withReturnPath(sample(`Via: SIP/2.0/UDP ${written}`), nat)
    expect(request.fields[0]?.value).toBe(`SIP/2.0/UDP ${seen}`)
  })
  test("the Vias below it stay as they were, on their own lines and on its line", () => {
    const request = sample(
      "Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1;rport, SIP/2.0/TCP b.example;branch=x\r\nv:  SIP/2.0/UDP c.example;branch=y",
    )
    const text = Buffer.from(serialize(withReturnPath(request, nat))).toString("latin1")
    expect(text).toContain(
      "\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1;rport=40012;received=198.51.100.20, SIP/2.0/TCP b.example;branch=x\r\n",
    )
    expect(text).toContain("\r\nv:  SIP/2.0/UDP c.example;branch=y\r\n")
  })
  test("the decoded Via says the same", () => {
    const { via } = withReturnPath(sample("Via: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK1;rport"), nat)
    expect(via.parameters).toContainEqual({ name: "received", value: "198.51.100.20" })
    expect(via.parameters).toContainEqual({ name: "rport", value: "40012" })
  })
  test("an IPv6 address is written without brackets, as RFC 5118 §4.5 has it", () => {
    const flow = flowOf("UDP", { host: "2001:db8::1", port: 5060 }, { host: "2001:db8::9:1", port: 5060 })
    const { fields } = withReturnPath(sample("Via: SIP/2.0/UDP [2001:db8::9:255];branch=z9hG4bK1"), flow)
    expect(fields[0]?.value).toBe("SIP/2.0/UDP [2001:db8::9:255];branch=z9hG4bK1;received=2001:db8::9:1")
  })
})

describe("where the response goes", () => {
  const office = from("192.168.1.20", 51_000)

  test.each([
    ["rport: to the source", "192.168.1.20:5060;rport", office, 51_000],
    ["a private address as it was written: to the port it asks for", "192.168.1.20:5062", office, 5062],
    ["and without a port to 5060", "192.168.1.20", office, 5060],
    ["a NAT between: to the source, nobody listens elsewhere", "192.168.1.20:5060", nat, 40_012],
    ["a public address whose port a NAT changed: to the source", "198.51.100.20:5060", nat, 40_012],
    ["maddr: not followed", "192.168.1.20:51000;maddr=203.0.113.99", office, 51_000],
  ])("%s", (_why, sentBy, flow, port) => {
    const request = withReturnPath(sample(`Via: SIP/2.0/UDP ${sentBy};branch=z9hG4bK1`), flow)
    expect(answerFlow(request, flow)).toMatchObject({ local, remote: { host: flow.remote.host, port } })
  })
  test("over a connection: back through it", () => {
    const flow = flowOf("TCP", local, { host: "192.168.1.20", port: 51_000 }, 7)
    expect(answerFlow(sample("Via: SIP/2.0/TCP 192.168.1.20:5062;branch=z9hG4bK1"), flow)).toBe(flow)
  })
})

function sample(via: string) {
  const parsed = parseMessage(
    Buffer.from(
      `OPTIONS sip:x SIP/2.0\r\n${via}\r\nFrom: <sip:a>;tag=1\r\nTo: <sip:b>\r\nCall-ID: c\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n`,
    ),
  )
  if (!parsed.ok || parsed.value.kind !== "request") throw new Error("the sample is broken")
  return parsed.value
}
