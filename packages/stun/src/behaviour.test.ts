import { manualClock } from "@homeport/testkit"
import { expect, test } from "vitest"
import type { SocketAddress } from "./attributes/address.ts"
import { readChangeRequest } from "./attributes/change-request.ts"
import { otherAddress } from "./attributes/other-address.ts"
import { xorMappedAddress } from "./attributes/xor-mapped-address.ts"
import { type Dependence, discoverBehaviour, type NatBehaviour } from "./behaviour.ts"
import { createStunClient } from "./client.ts"
import { parseStun, serializeStun } from "./message.ts"

const primary = { host: "198.51.100.10", port: 3478 }
const alternate = { host: "198.51.100.11", port: 3479 }

/** A server with two addresses behind a NAT of the kind wanted, and what the tests find out about it. */
const found = (nat: { mapping: Dependence; filtering: Dependence }, tellsOther = true): NatBehaviour | undefined => {
  const clock = manualClock()
  let id = 0
  const client = createStunClient({ clock, randomBytes: (size) => new Uint8Array(size).fill(++id) })
  const ports = new Map<string, number>()
  const reached: SocketAddress[] = []

  const keyOf = (kind: Dependence, { host, port }: SocketAddress): string =>
    kind === "endpoint-independent" ? "any" : kind === "address-dependent" ? host : `${host}:${port}`

  const send = (bytes: Uint8Array, to: SocketAddress): void => {
    const request = parseStun(bytes)
    if (!request.ok) throw new Error(request.error.code)
    reached.push(to)
    const key = keyOf(nat.mapping, to)
    const port = ports.get(key) ?? 40000 + ports.size
    ports.set(key, port)
    const change = readChangeRequest(request.value.attributes)
    const from = {
      host: change?.address ? alternate.host : to.host,
      port: change?.port ? alternate.port : to.port,
    }
    if (!reached.some((known) => keyOf(nat.filtering, known) === keyOf(nat.filtering, from))) return
    const { transactionId } = request.value
    const mapped = xorMappedAddress({ host: "203.0.113.1", port }, transactionId)
    const attributes = tellsOther ? [mapped, otherAddress(alternate)] : [mapped]
    const answer = serializeStun({ class: "success", method: 1, transactionId, attributes })
    clock.after(20, () => client.receive(answer, from))
  }

  let behaviour: NatBehaviour | undefined
  discoverBehaviour(client, { server: primary, send }, (result) => {
    behaviour = result
  })
  clock.advance(60_000)
  return behaviour
}

const kinds: Dependence[] = ["endpoint-independent", "address-dependent", "address-and-port-dependent"]

test.each(kinds.flatMap((mapping) => kinds.map((filtering) => ({ mapping, filtering }))))(
  "a NAT with $mapping mapping and $filtering filtering is recognised",
  (nat) => {
    expect(found(nat)).toEqual(nat)
  },
)

test("a server with one address can tell nothing", () => {
  const nat = { mapping: "endpoint-independent", filtering: "endpoint-independent" } as const
  expect(found(nat, false)).toEqual({ mapping: undefined, filtering: undefined })
})

test("a server that is silent can tell nothing, and cancelling leaves no timer behind", () => {
  const clock = manualClock()
  const client = createStunClient({ clock, randomBytes: (size) => new Uint8Array(size) })
  let results = 0
  const count = (): void => {
    results++
  }
  discoverBehaviour(client, { server: primary, send: () => {} }, count)
  clock.advance(60_000)
  expect(results).toBe(1)
  discoverBehaviour(client, { server: primary, send: () => {} }, count)()
  expect(clock.timers).toBe(0)
  clock.advance(60_000)
  expect(results).toBe(1)
})
