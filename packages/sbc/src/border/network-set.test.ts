import * as fc from "fast-check"
import { expect, test } from "vitest"
import { inNetwork, parseIpAddress, parseIpNetwork } from "./ip-address.ts"
import { createNetworkSet } from "./network-set.ts"

test("an address lies in one of the networks, at its borders too", () => {
  const set = createNetworkSet(["192.168.1.0/24", "203.0.113.7", "128.0.0.0/2"])
  for (const inside of ["192.168.1.0", "192.168.1.255", "203.0.113.7", "128.0.0.0", "191.255.255.255"])
    expect([inside, set.has(inside)]).toEqual([inside, true])
  for (const outside of ["192.168.0.255", "192.168.2.0", "203.0.113.8", "127.255.255.255", "192.0.0.0"])
    expect([outside, set.has(outside)]).toEqual([outside, false])
})

test("a network of all is a network, and none is none", () => {
  expect(createNetworkSet(["0.0.0.0/0"]).has("203.0.113.7")).toBe(true)
  expect(createNetworkSet([]).has("203.0.113.7")).toBe(false)
})

test("what is no address lies in no network", () => {
  const set = createNetworkSet(["0.0.0.0/0", "::/0"])
  for (const text of [
    "",
    "1.2.3",
    "1.2.3.",
    "1.2.3.4.5",
    "1..2.3",
    "256.1.1.1",
    "a.b.c.d",
    "1.2.3.4 ",
    "phone.example",
  ])
    expect([text, set.has(text)]).toEqual([text, false])
})

test("IPv6 is compared as well, and IPv4 within it", () => {
  const set = createNetworkSet(["2001:db8::/32", "192.0.2.0/24"])
  expect(set.has("2001:db8::7")).toBe(true)
  expect(set.has("2001:db9::7")).toBe(false)
  expect(set.has("::ffff:192.0.2.7")).toBe(true)
})

test("it says what the general comparison says", () => {
  const octet = fc.integer({ min: 0, max: 255 })
  const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join("."))
  const network = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([base, bits]) => `${base}/${bits}`)
  fc.assert(
    fc.property(address, fc.array(network, { maxLength: 4 }), (host, networks) => {
      const parsed = parseIpAddress(host)
      const expected = networks.some((text) => {
        const one = parseIpNetwork(text)
        return parsed !== undefined && one !== undefined && inNetwork(parsed, one)
      })
      expect(createNetworkSet(networks).has(host)).toBe(expected)
    }),
    { seed: 7 },
  )
})
