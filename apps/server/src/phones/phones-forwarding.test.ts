import { phonesProofs } from "@homeport/contract"
import { expect, test } from "vitest"
import { createForwardingMemory } from "../core/forwarding-memory.ts"
import { storeOf } from "../testing/store.fixture.ts"
import { createPhonesForwarding, type PhonesForwardingOptions } from "./phones-forwarding.ts"

const phones = { host: "0.0.0.0", port: 8443 }

function watch(store = storeOf(), options: Partial<PhonesForwardingOptions> = {}) {
  const clock = { time: 1_800_000_000_000, changes: 0 }
  const forwarding = createPhonesForwarding({
    phones,
    localNetworks: () => ["192.168.1.0/24", "198.51.100.64/28"],
    mapped: () => "203.0.113.20",
    memory: createForwardingMemory(store, "phones-forwarding", phonesProofs),
    now: () => clock.time,
    onChanged: () => void clock.changes++,
    ...options,
  })
  const proven = () => {
    const proof = forwarding.proof()
    return proof && `${proof.from} ${proof.how}`
  }
  return { ...forwarding, clock, proven }
}

test("what comes from the internet proves it; an IPv4 address is one on a socket for both families, too", () => {
  const { came, proof } = watch()
  expect(proof()).toBeUndefined()
  came("::ffff:203.0.113.7", "connection")
  expect(proof()).toEqual({
    transport: "TCP",
    local: phones,
    externalPort: 8443,
    at: 1_800_000_000_000,
    from: "203.0.113.7",
    how: "connection",
  })
})

test.each([
  ["a private address", "10.0.0.7"],
  ["this machine", "127.0.0.1"],
  ["a network of the office's", "198.51.100.70"],
  ["the office's own public address, by a hairpin", "203.0.113.20"],
  ["IPv6, which no router forwards", "2001:db8::7"],
  ["a socket that is gone", ""],
])("%s proves nothing", (_who, address) => {
  const { came, proof, clock } = watch()
  came(address, "fetch")
  expect([proof(), clock.changes]).toEqual([undefined, 0])
})

test("within a minute only a stronger proof is news, after it any", () => {
  const { came, proven, clock } = watch()
  came("203.0.113.7", "connection")
  came("203.0.113.7", "http")
  came("203.0.113.8", "http")
  expect([proven(), clock.changes]).toEqual(["203.0.113.7 http", 2])
  came("203.0.113.9", "fetch")
  came("203.0.113.8", "connection")
  expect([proven(), clock.changes]).toEqual(["203.0.113.9 fetch", 3])
  clock.time += 60_000
  came("203.0.113.8", "connection")
  expect([proven(), clock.changes]).toEqual(["203.0.113.8 connection", 4])
})

test("it outlives the process, and is forgotten when the listener is another one or off", () => {
  const store = storeOf()
  const before = watch(store)
  before.came("203.0.113.7", "fetch")
  before.keep()
  expect(watch(store).proof()).toEqual(before.proof())
  expect(watch(store, { phones: { host: "0.0.0.0", port: 9443 } }).proof()).toBeUndefined()
  const off = watch(store, { phones: undefined })
  off.came("203.0.113.7", "fetch")
  expect(off.proof()).toBeUndefined()
})
