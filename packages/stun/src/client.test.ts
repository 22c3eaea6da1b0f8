import { type ManualClock, manualClock } from "@homeport/testkit"
import { beforeEach, describe, expect, test } from "vitest"
import { answerBinding } from "./answer.ts"
import type { SocketAddress } from "./attributes/address.ts"
import { changeRequest } from "./attributes/change-request.ts"
import { errorCode, readErrorCode } from "./attributes/error-code.ts"
import { checkFingerprint, withFingerprint } from "./attributes/fingerprint.ts"
import { mappedAddress, readMappedAddress } from "./attributes/mapped-address.ts"
import { otherAddress } from "./attributes/other-address.ts"
import { readUnknownAttributes } from "./attributes/unknown-attributes.ts"
import { readXorMappedAddress, xorMappedAddress } from "./attributes/xor-mapped-address.ts"
import { createStunClient, type StunClient, type StunOutcome } from "./client.ts"
import { parseStun, type StunAttribute, type StunClass, type StunMessage, serializeStun } from "./message.ts"

const server = { host: "198.51.100.10", port: 3478 }
const us = { host: "203.0.113.1", port: 5070 }

let clock: ManualClock
let client: StunClient
let sent: { at: number; bytes: Uint8Array; to: SocketAddress }[]
let outcomes: StunOutcome[]
let seed: number

beforeEach(() => {
  clock = manualClock()
  seed = 0
  client = createStunClient({ clock, randomBytes: (size) => new Uint8Array(size).fill(++seed) })
  sent = []
  outcomes = []
})

const ask = (attributes: readonly StunAttribute[] = []) =>
  client.ask({ server, attributes, send: (bytes, to) => sent.push({ at: clock.now(), bytes, to }) }, (outcome) =>
    outcomes.push(outcome),
  )

const read = (bytes: Uint8Array | undefined): StunMessage => {
  const result = parseStun(bytes ?? new Uint8Array())
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const answer = (attributes: (id: Uint8Array) => StunAttribute[], kind: StunClass = "success", to = 0): Uint8Array => {
  const { transactionId } = read(sent[to]?.bytes)
  return serializeStun({ class: kind, method: 1, transactionId, attributes: attributes(transactionId) })
}
const good = () => answer((id) => [xorMappedAddress(us, id)])

describe("asking", () => {
  test("an answer ends it: what the server saw, how long it took, and nothing is sent again", () => {
    ask()
    expect(read(sent[0]?.bytes)).toMatchObject({ class: "request", method: 1, attributes: [] })
    expect(sent[0]?.to).toEqual(server)
    clock.advance(31)
    const other = { host: "198.51.100.11", port: 3479 }
    expect(
      client.receive(
        answer((id) => [xorMappedAddress(us, id), otherAddress(other)]),
        server,
      ),
    ).toBe(true)
    expect(outcomes).toEqual([
      { ok: true, mapped: us, roundTrip: 31, server, otherAddress: other, software: undefined },
    ])
    clock.advance(60_000)
    expect(sent).toHaveLength(1)
    expect(client.receive(good(), server)).toBe(false)
  })

  test("RFC 8489 §6.2.1: seven requests at the times given there, and failure after 39500 ms", () => {
    ask()
    clock.advance(39_499)
    expect(sent.map(({ at }) => at)).toEqual([0, 500, 1500, 3500, 7500, 15500, 31500])
    expect(new Set(sent.map(({ bytes }) => Buffer.from(bytes).toString("hex"))).size).toBe(1)
    expect(outcomes).toEqual([])
    clock.advance(1)
    expect(outcomes).toEqual([{ ok: false, problem: "no-answer" }])
  })

  test("each request has an id of its own, and answers may come in any order", () => {
    ask()
    ask()
    expect(
      client.receive(
        answer((id) => [xorMappedAddress(us, id)], "success", 1),
        server,
      ),
    ).toBe(true)
    expect(
      client.receive(
        answer((id) => [xorMappedAddress(server, id)], "success", 0),
        server,
      ),
    ).toBe(true)
    expect(outcomes.map((outcome) => outcome.ok && outcome.mapped)).toEqual([us, server])
  })

  test("a cancelled question stays silent", () => {
    ask()()
    expect(client.receive(good(), server)).toBe(false)
    clock.advance(60_000)
    expect(sent).toHaveLength(1)
    expect(outcomes).toEqual([])
  })
})

describe("answers", () => {
  test("another's transaction id, another's address, or a wrong fingerprint: not ours, and the question stays open", () => {
    ask()
    const strange = { ...read(good()), transactionId: new Uint8Array(16) }
    expect(client.receive(serializeStun(strange), server)).toBe(false)
    expect(client.receive(good(), { ...server, port: 3479 })).toBe(false)
    expect(client.receive(good(), { ...server, host: "198.51.100.66" })).toBe(false)
    const sealed = withFingerprint(good())
    expect(client.receive(sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1), server)).toBe(false)
    expect(client.receive(sent[0]?.bytes ?? new Uint8Array(), server)).toBe(false)
    expect(outcomes).toEqual([])
    expect(client.receive(sealed, server)).toBe(true)
  })

  test("asked to answer from elsewhere, a server may", () => {
    ask([changeRequest({ address: true, port: true })])
    const elsewhere = { host: "198.51.100.11", port: 3479 }
    expect(client.receive(good(), elsewhere)).toBe(true)
    expect(outcomes).toMatchObject([{ ok: true, server: elsewhere }])
  })

  test("an old server's MAPPED-ADDRESS is good, with the SOURCE-ADDRESS and CHANGED-ADDRESS it adds", () => {
    ask()
    client.receive(
      answer(() => [mappedAddress(us), { ...mappedAddress(server), type: 4 }, { ...mappedAddress(server), type: 5 }]),
      server,
    )
    expect(outcomes).toMatchObject([{ ok: true, mapped: us }])
  })

  test.each<[string, () => Uint8Array, Partial<StunOutcome>]>([
    [
      "an error",
      () => answer(() => [errorCode({ code: 500, reason: "Server Error" })], "error"),
      { problem: "error-response", code: 500, reason: "Server Error" },
    ],
    ["an error without a code", () => answer(() => [], "error"), { problem: "error-response" }],
    ["no address", () => answer(() => []), { problem: "not-understood" }],
    [
      "something we had to understand",
      () => answer((id) => [xorMappedAddress(us, id), { type: 0x7abc, value: new Uint8Array() }]),
      { problem: "not-understood" },
    ],
  ])("%s ends the question without a mapped address", (_, bytes, outcome) => {
    ask()
    expect(client.receive(bytes(), server)).toBe(true)
    expect(outcomes).toMatchObject([{ ok: false, ...outcome }])
  })
})

describe("answering a phone's keepalive on a SIP port (RFC 5626 §4.4.2)", () => {
  const request = (attributes: StunAttribute[] = []): StunMessage => {
    ask(attributes)
    return read(sent.at(-1)?.bytes)
  }

  test("it learns where its request came from", () => {
    const bytes = answerBinding(request(), us)
    expect(readXorMappedAddress(read(bytes))).toEqual(us)
    expect(bytes && checkFingerprint(bytes)).toBe("right")
    expect(bytes && client.receive(bytes, server)).toBe(true)
    expect(outcomes).toMatchObject([{ ok: true, mapped: us }])
  })

  test("a classic request gets MAPPED-ADDRESS and no fingerprint", () => {
    const bytes = answerBinding({ ...request(), transactionId: new Uint8Array(16).fill(7) }, us)
    expect(readMappedAddress(read(bytes))).toEqual(us)
    expect(bytes && checkFingerprint(bytes)).toBe("absent")
  })

  test("what must be understood and is not: 420, and which", () => {
    const refusal = read(answerBinding(request([changeRequest({ address: true, port: true })]), us))
    expect(refusal.class).toBe("error")
    expect(readErrorCode(refusal)?.code).toBe(420)
    expect(readUnknownAttributes(refusal)).toEqual([3])
  })

  test("indications, answers and other methods get none", () => {
    expect(answerBinding({ ...request(), class: "indication" }, us)).toBeUndefined()
    expect(answerBinding({ ...request(), class: "success" }, us)).toBeUndefined()
    expect(answerBinding({ ...request(), method: 3 }, us)).toBeUndefined()
  })
})
