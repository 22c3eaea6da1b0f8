import { expect, test } from "vitest"
import { isHostIpv4, isHostName, isPublicIpv4, parseIpv4, parseIpv4Network } from "./addresses.ts"

test.each([
  "1.2.3.4",
  "203.0.113.7",
  "198.51.100.1",
  "192.0.2.1",
  "172.15.0.1",
  "172.32.0.1",
  "100.63.0.1",
  "100.128.0.1",
  "223.255.255.255",
])("%s can be reached from the internet", (address) => expect(isPublicIpv4(address)).toBe(true))

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "169.254.1.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
  "nonsense",
  "",
])("%s cannot", (address) => expect(isPublicIpv4(address)).toBe(false))

test.each(["1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.", " 1.2.3.4", "1.2.3.4 ", "0x1.2.3.4", "::1"])(
  "“%s” is no IPv4 address",
  (text) => expect(parseIpv4(text)).toBeUndefined(),
)

test("a host's address is neither 0.0.0.0 nor multicast nor broadcast", () => {
  expect(["10.0.0.1", "127.0.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"].map(isHostIpv4)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test("a network has no bits behind its prefix", () => {
  expect(parseIpv4Network("192.168.7.0/24")).toEqual({ address: 0xc0a80700, bits: 24 })
  expect(parseIpv4Network("0.0.0.0/0")).toEqual({ address: 0, bits: 0 })
  for (const wrong of [
    "192.168.7.1/24",
    "192.168.7.0",
    "192.168.7.0/33",
    "192.168.7.0/024",
    "192.168.7.0/24/1",
    "a/24",
  ])
    expect(parseIpv4Network(wrong)).toBeUndefined()
})

test("a host name has labels of letters, digits and hyphens", () => {
  for (const good of ["a", "stun.example.net", "xn--bro-hoa.example", "1a.b"]) expect(isHostName(good)).toBe(true)
  for (const wrong of [
    "",
    ".",
    "a..b",
    "-a",
    "a-",
    "a_b",
    "1.2.3.4",
    "a b",
    "ä.example",
    `${"a".repeat(64)}.b`,
    "a.".repeat(130),
  ])
    expect(isHostName(wrong)).toBe(false)
})
