import { expect, test } from "vitest"
import { isInNetworks, isLoopback, networkAround, parseIp, parseNetwork, plainAddress } from "./ip-network.ts"

test.each([
  ["203.0.113.7", "203.0.113.0/24", true],
  ["203.0.114.7", "203.0.113.0/24", false],
  ["203.0.113.7", "203.0.113.7", true],
  ["203.0.113.7", "0.0.0.0/0", true],
  ["::ffff:203.0.113.7", "203.0.113.0/24", true],
  ["2001:db8:1::7", "2001:db8::/32", true],
  ["2001:db9::7", "2001:db8::/32", false],
  ["203.0.113.7", "2001:db8::/32", false],
  ["phone.example", "0.0.0.0/0", false],
  ["", "0.0.0.0/0", false],
])("%s in %s: %s", (address, network, inside) => {
  expect(isInNetworks(address, [network])).toBe(inside)
})

test("bits behind the prefix are told apart from what is no network, and the network meant is known", () => {
  expect(parseNetwork("192.168.7.5/24")).toBe("host-bits")
  expect(networkAround("192.168.7.5/24")).toBe("192.168.7.0/24")
  expect(parseNetwork("2001:db8::1/64")).toBe("host-bits")
  expect(networkAround("2001:DB8:0::1/64")).toBe("2001:db8::/64")
  expect(networkAround("203.0.113.7/32")).toBe("203.0.113.7")
  for (const text of [
    "192.168.7.0/33",
    "192.168.7/24",
    "a/8",
    "1.2.3.4/08",
    "1.2.3.4/8/8",
    "fe80::1%eth0",
    "::1]/x[",
    "1.2.3.4/",
  ])
    expect([text, parseNetwork(text)]).toEqual([text, undefined])
})

test("the machine itself, by either family", () => {
  expect(["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"].every(isLoopback)).toBe(true)
  expect(isLoopback("192.168.1.10")).toBe(false)
})

test("an IPv4 address that came over an IPv6 socket is an IPv4 address", () => {
  expect(plainAddress("::ffff:203.0.113.7")).toBe("203.0.113.7")
  expect(plainAddress("2001:db8::7")).toBe("2001:db8::7")
  expect(parseIp("2001:db8::7")).toBe(0x2001_0db8_0000_0000_0000_0000_0000_0007n)
})
