import { expect, test } from "vitest"
import { parseVia } from "../message/via.ts"
import { flowOf } from "../transport/flow.ts"
import { newBranch, viaFor } from "./branch.ts"
import { tcpFlow, udpFlow } from "./samples.fixture.ts"

test("a branch has the cookie and 128 bits of the randomness handed in", () => {
  expect(newBranch((size) => new Uint8Array(size).fill(0xa5))).toBe(`z9hG4bK${"a5".repeat(16)}`)
})

test("the Via names the flow's own address, or the one the other side knows us by, and asks for rport", () => {
  expect(viaFor(udpFlow, "z9hG4bK1").value).toBe("SIP/2.0/UDP 192.0.2.254:5060;branch=z9hG4bK1;rport")
  const mapped = { host: "203.0.113.10", port: 5070 }
  expect(viaFor(tcpFlow, "z9hG4bK1", mapped).value).toBe("SIP/2.0/TCP 203.0.113.10:5070;branch=z9hG4bK1;rport")
})

test("an IPv6 address stands in brackets, and can be read again", () => {
  const local = { host: "2001:db8::1", port: 5060 }
  const { value } = viaFor(flowOf("UDP", local, local), "z9hG4bK1")
  expect(parseVia(value)).toMatchObject({ transport: "UDP", ...local, branch: "z9hG4bK1" })
})
