import { expect, test } from "vitest"
import { parameter } from "./parameters.ts"
import { formatVia, parseVia } from "./via.ts"

test("all parts, with blanks wherever they may stand", () => {
  expect(parseVia('SIP / 2.0\t/ udp  Host.Example : 5061 ; ttl=16;Branch=z9hG4bKx ;rport;c="a;b"')).toEqual({
    transport: "UDP",
    host: "host.example",
    port: 5061,
    branch: "z9hG4bKx",
    parameters: [
      { name: "ttl", value: "16" },
      { name: "branch", value: "z9hG4bKx" },
      { name: "rport", value: undefined },
      { name: "c", value: "a;b" },
    ],
  })
})

test("without branch, as RFC 2543 clients write it", () => {
  expect(parseVia("SIP/2.0/UDP 192.0.2.1")).toMatchObject({ branch: "", port: undefined, parameters: [] })
})

test("received with and without brackets (RFC 5118 §4.5)", () => {
  for (const received of ["[2001:db8::9:255]", "2001:db8::9:255"]) {
    const via = parseVia(`SIP/2.0/UDP [2001:db8::9:1];received=${received};branch=z9hG4bKas3`)
    expect(via?.host).toBe("2001:db8::9:1")
    expect(parameter(via?.parameters ?? [], "received")?.value).toBe(received)
  }
})

test.each([
  [""],
  ["SIP/2.0 192.0.2.1"],
  ["SIP/2.0/UDP"],
  ["SIP/2.0/UDP "],
  ["SIP/2.0/UDP;branch=z"],
  ["SIP/2.0/UDP 192.0.2.1:"],
  ["SIP/2.0/UDP 192.0.2.1:70000"],
  ["SIP/2.0/UDP 192.0.2.1;;branch=z"],
  ["SIP/2.0/UDP 192.0.2.1 x"],
  ["SIP/2.0/UDP [2001:db8::1"],
])("%s is refused", (text) => {
  expect(parseVia(text)).toBeUndefined()
})

test("the branch named beside the parameters is the one written", () => {
  const via = parseVia("SIP/2.0/UDP [2001:db8::1]:5060;rport;branch=z9hG4bKold")
  if (via === undefined) throw new Error("not parsed")
  expect(formatVia({ ...via, branch: "z9hG4bKnew" })).toBe("SIP/2.0/UDP [2001:db8::1]:5060;branch=z9hG4bKnew;rport")
})
