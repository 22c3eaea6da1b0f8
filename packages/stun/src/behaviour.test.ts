import { manualClock } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import type { SocketAddress } from "./attributes/address.ts"
import { readChangeRequest } from "./attributes/change-request.ts"
import { otherAddress } from "./attributes/other-address.ts"
import { xorMappedAddress } from "./attributes/xor-mapped-address.ts"
import {
  askOtherAddress,
  type Dependence,
  discoverBehaviour,
  type NatBehaviour,
  type UnaskedOutcome,
} from "./behaviour.ts"
import { createStunClient, type StunAnswer } from "./client.ts"
import { parseStun, serializeStun } from "./message.ts"

const primary = { host: "198.51.100.10", port: 3478 }
const alternate = { host: "198.51.100.11", port: 3479 }

interface Nat {
  readonly mapping: Dependence
  readonly filtering: Dependence
}

/** A server with two addresses behind a NAT of the kind wanted. */
const behind = (nat: Nat, tellsOther = true, knowsChangeRequest = true) => {
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
    const change = knowsChangeRequest ? readChangeRequest(request.value.attributes) : undefined
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

  return { clock, client, reached, question: { server: primary, send } }
}

/** What the tests find out about it. */
const found = (nat: Nat, tellsOther = true): NatBehaviour | undefined => {
  const { clock, client, question } = behind(nat, tellsOther)
  let behaviour: NatBehaviour | undefined
  discoverBehaviour(client, question, (result) => {
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

test("a mapping that is known is not asked for again: nothing goes to the other address, whose answer is told", () => {
  const nat = { mapping: "endpoint-independent", filtering: "endpoint-independent" } as const
  const { clock, client, question, reached } = behind(nat)
  const unasked: SocketAddress[] = []
  const results: NatBehaviour[] = []
  const known = { mapping: "address-dependent", onUnasked: ({ server }: StunAnswer) => unasked.push(server) } as const
  discoverBehaviour(client, { ...question, ...known }, (result) => results.push(result))
  clock.advance(60_000)
  expect(results).toEqual([{ mapping: "address-dependent", filtering: "endpoint-independent" }])
  expect(unasked).toEqual([alternate])
  expect(reached.every(({ host }) => host === primary.host)).toBe(true)
})

test("a server that passes over CHANGE-REQUEST and answers from where it was asked proves nothing", () => {
  const nat = { mapping: "endpoint-independent", filtering: "address-and-port-dependent" } as const
  const { clock, client, question } = behind(nat, true, false)
  const results: unknown[] = []
  askOtherAddress(client, question, (outcome) => results.push(outcome.kind))
  clock.advance(60_000)
  discoverBehaviour(client, question, ({ filtering }) => results.push(filtering))
  clock.advance(60_000)
  expect(results).toEqual(["not-supported", undefined])
})

describe("the first filtering test by itself", () => {
  const asked = (filtering: Dependence, tellsOther = true) => {
    const { clock, client, question, reached } = behind({ mapping: "endpoint-independent", filtering }, tellsOther)
    const outcomes: UnaskedOutcome[] = []
    askOtherAddress(client, question, (outcome) => outcomes.push(outcome))
    clock.advance(10_000)
    expect(outcomes).toHaveLength(1)
    expect(reached.every(({ host }) => host === primary.host)).toBe(true)
    expect(clock.timers).toBe(0)
    return outcomes[0]
  }

  test("the other address gets through", () => {
    expect(asked("endpoint-independent")).toMatchObject({ kind: "came", answer: { server: alternate } })
  })

  test.each(["address-dependent", "address-and-port-dependent"] as const)("or does not: %s", (filtering) => {
    expect(asked(filtering)).toEqual({ kind: "filtered", mapped: { host: "203.0.113.1", port: 40000 } })
  })

  test("there is none", () => {
    expect(asked("endpoint-independent", false)).toEqual({ kind: "not-supported" })
  })
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
