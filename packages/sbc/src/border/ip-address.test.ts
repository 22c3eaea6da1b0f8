import { expect, test } from "vitest"
import { inNetwork, parseIpAddress, parseIpNetwork, sameIpAddress } from "./ip-address.ts"

function contains(network: string, address: string): boolean {
  const parsed = parseIpNetwork(network)
  const asked = parseIpAddress(address)
  if (parsed === undefined || asked === undefined) throw new Error("no address")
  return inNetwork(asked, parsed)
}

test.each([
  ["192.168.1.0/24", "192.168.1.255", true],
  ["192.168.1.0/24", "192.168.2.0", false],
  ["100.64.0.0/10", "100.127.255.255", true],
  ["100.64.0.0/10", "100.128.0.0", false],
  ["224.0.0.0/3", "255.255.255.255", true],
  ["224.0.0.0/3", "223.255.255.255", false],
  ["0.0.0.0/0", "8.8.8.8", true],
  ["0.0.0.0/0", "2001:db8::1", false],
  ["10.1.2.3", "10.1.2.3", true],
  ["10.1.2.3", "10.1.2.4", false],
  ["fe80::/10", "febf::1", true],
  ["fe80::/10", "fec0::1", false],
  ["::1", "::1", true],
  ["10.0.0.0/8", "::ffff:10.9.8.7", true],
])("%s holds %s: %s", (network, address, expected) => {
  expect(contains(network, address)).toBe(expected)
})

test.each([
  "",
  "host",
  "1.2.3",
  "1.2.3.4.5",
  "1.2.3.256",
  "1.2.3.-4",
  "1.2.3.4a",
  "0x1.2.3.4",
  ":::",
  "1::2::3",
  "12345::",
  "g::",
])("%j is no address", (text) => {
  expect(parseIpAddress(text)).toBeUndefined()
})

test("a prefix that is no number, or too long, makes no network", () => {
  for (const text of ["10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/1e1", "::/129"])
    expect(parseIpNetwork(text)).toBeUndefined()
})

test("an address is the same however it is written", () => {
  expect(sameIpAddress("2001:DB8:0:0::1", "2001:db8::1")).toBe(true)
  expect(sameIpAddress("::ffff:192.0.2.1", "192.0.2.1")).toBe(true)
  expect(sameIpAddress("192.0.2.1", "192.0.2.2")).toBe(false)
  expect(sameIpAddress("phone.example", "phone.example")).toBe(false)
})
