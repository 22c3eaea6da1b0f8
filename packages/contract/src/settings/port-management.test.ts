import { expect, test } from "vitest"
import { forwardingTable, portManagementDefaults, portRules, rtpPairs } from "./port-management.ts"

test("the defaults keep every rule, for either system variant", () => {
  expect(portRules(portManagementDefaults, 60)).toEqual({})
  expect(portRules(portManagementDefaults, 180)).toEqual({})
})

test("the range counts pairs of an even and the next odd port", () => {
  expect(rtpPairs({ rtpFrom: 29100, rtpTo: 30530 })).toBe(715)
  expect(rtpPairs({ rtpFrom: 29101, rtpTo: 29103 })).toBe(1)
  expect(rtpPairs({ rtpFrom: 10, rtpTo: 10 })).toBe(0)
  expect(rtpPairs({ rtpFrom: 20, rtpTo: 10 })).toBe(0)
})

test("the router forwards the external ports to the same ports, the RTP range only when asked for", () => {
  expect(forwardingTable(portManagementDefaults)).toEqual([
    { transport: "UDP", from: 5070, to: 5070 },
    { transport: "TCP", from: 5070, to: 5070 },
    { transport: "TLS", from: 5071, to: 5071 },
  ])
  const other = { ...portManagementDefaults, sipExtUdpAtRouter: 40000, rtpForwarded: true }
  expect(forwardingTable(other)).toMatchObject([
    { transport: "UDP", from: 40000, to: 5070 },
    { transport: "TCP", from: 5070 },
    { transport: "TLS" },
    { transport: "UDP", from: 29100, to: 29100, last: 30530 },
  ])
})

test("the port of the phones' listener comes last, while it is on", () => {
  const phones = { transport: "TCP", from: 8443, to: 8443, name: "PHONES_EXT" }
  expect(forwardingTable(portManagementDefaults, 8443).slice(3)).toEqual([phones])
  expect(forwardingTable({ ...portManagementDefaults, rtpForwarded: true }, 8443).slice(4)).toEqual([phones])
})
