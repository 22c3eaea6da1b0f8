import { isCatalogueKey, locales, translate } from "@homeport/contract"
import type { CallEnd, CallRefusal, RefusalCause, SbcEvent, StunView } from "@homeport/sbc"
import { describe, expect, test } from "vitest"
import { bindingOf, blockOf, callOf, stunOff } from "../testing/fake-sbc.ts"
import { createEventBridge } from "./event-bridge.ts"
import type { NewEvent } from "./event-recorder.ts"

function bridge(known = [bindingOf("100")]) {
  const recorded: NewEvent[] = []
  const told: string[] = []
  const stored: unknown[] = []
  const calls: string[] = []
  const tell = createEventBridge({
    events: { record: (event) => recorded.push(event) },
    stream: { publish: (topic, ids = []) => told.push([topic, ...ids].join(" ")) },
    journal: { binding: (change) => stored.push(change), block: (change) => stored.push(change) },
    calls: {
      ended: ({ call, reason }) => calls.push(`${call.id} ${reason}`),
      measured: ({ callId }) => calls.push(`${callId} measured`),
    },
    known,
  })
  return { tell, recorded, told, stored, calls }
}

const bindingChanged = (callNumber: string, there = true): SbcEvent => {
  const binding = bindingOf(callNumber)
  return { type: "binding.changed", callNumber, contact: binding.contact, binding: there ? binding : undefined }
}

describe("a binding", () => {
  test("is stored at every refresh, but only its coming and going is news", () => {
    const { tell, recorded, told, stored } = bridge()
    tell(bindingChanged("168"))
    tell(bindingChanged("168"))
    tell(bindingChanged("100"))
    tell(bindingChanged("100", false))
    expect(recorded.map(({ code, params }) => [code, params?.callNumber])).toEqual([
      ["station.registered", "168"],
      ["station.unregistered", "100"],
    ])
    expect(told).toEqual(["registrations 168", "registrations 168", "registrations 100", "registrations 100"])
    expect(stored).toHaveLength(4)
    expect(stored[3]).toMatchObject({ callNumber: "100", data: undefined })
  })
})

const causes: Record<RefusalCause, true> = {
  "unknown-user": true,
  "wrong-password": true,
  "internet-registration-off": true,
  "internet-registration-over": true,
  "authentication-off": true,
  "fixed-ip-address": true,
  "user-agent": true,
  "no-stun": true,
  "symmetric-nat": true,
  "sip-alg": true,
  "router-rewrites-source": true,
  "contact-host-name": true,
  "contact-not-sip": true,
  "too-many-contacts": true,
}
const refusals: Record<CallRefusal, true> = {
  "not-registered-here": true,
  "unknown-number": true,
  "not-registered": true,
  unreachable: true,
  "no-channel": true,
  "no-ports": true,
  "no-mapped-address": true,
  "media-address-not-source": true,
  "no-usable-audio": true,
  "unsupported-uri": true,
  loop: true,
  "wrong-password": true,
}
const ends: Record<CallEnd, true> = {
  "caller-hung-up": true,
  "callee-hung-up": true,
  cancelled: true,
  refused: true,
  "no-answer": true,
  "no-media": true,
  "media-refused": true,
  failed: true,
  shutdown: true,
}

const endOf = (id: string, reason: CallEnd): SbcEvent => ({
  type: "call.ended",
  call: callOf(id, "1", "2"),
  at: 5_000,
  reason,
  status: undefined,
  why: undefined,
})

describe("every sentence", () => {
  const source = { host: "203.0.113.7", port: 1024 }
  const stun = (more: Partial<StunView>): StunView => ({ ...stunOff, server: "stun.example.net", ...more })
  const mapped = (host: string, port = 5070) => stun({ state: "mapped", mapped: { host, port }, problem: undefined })
  const all: SbcEvent[] = [
    bindingChanged("168"),
    bindingChanged("100", false),
    ...keys(causes).map(
      (cause): SbcEvent => ({
        type: "registration.refused",
        refusal: {
          cause,
          network: "outer",
          transport: "UDP",
          source,
          user: "168",
          contact: "10.0.0.1",
          userAgent: "x",
        },
      }),
    ),
    ...keys(refusals).map(
      (why): SbcEvent => ({ type: "call.refused", from: "1", to: "2", source: "a", status: 403, why }),
    ),
    ...keys(ends).map((reason) => endOf("a", reason)),
    { type: "internet-registration.over", callNumber: "100", until: 1 },
    { type: "station.reachability", callNumber: "100", contact: bindingOf("100").contact, reachable: false },
    { type: "station.reachability", callNumber: "100", contact: "sip:gone", reachable: true },
    { type: "channels.exhausted", total: 60, from: "1", to: "2" },
    { type: "media.missing", callId: "a", callNumber: "1", source: undefined },
    { type: "stun.late", callId: "a" },
    { type: "stun.changed", previous: stunOff, stun: mapped("203.0.113.1", 40000) },
    { type: "stun.changed", previous: mapped("203.0.113.1"), stun: mapped("100.64.0.1") },
    { type: "stun.changed", previous: mapped("203.0.113.1"), stun: stun({ state: "lost", problem: "no-answer" }) },
    { type: "stun.changed", previous: stunOff, stun: stun({ state: "asking", problem: "name-not-resolved" }) },
    { type: "stun.changed", previous: stunOff, stun: stun({ state: "asking", problem: "no-answer" }) },
    ...["address-in-use", "address-not-available", "permission-denied", "failed", undefined].map(
      (problem): SbcEvent => ({
        type: "listener.changed",
        listener: {
          name: "SIP",
          network: "inner",
          transport: "UDP",
          address: "a",
          port: 5060,
          state: problem ? "failed" : "listening",
          problem,
        },
      }),
    ),
    { type: "message.malformed", source: "a", network: "outer", excerpt: "INV", message: "no CSeq" },
  ]

  test("has every place filled, in both languages", () => {
    const { tell, recorded } = bridge()
    for (const event of all) tell(event)
    for (const { code, params } of recorded)
      for (const locale of locales) expect(translate(locale, `event.${code}`, params)).not.toMatch(/[{}]|^event\./)
    const codes = new Set<string>(recorded.map(({ code }) => code))
    for (const cause of keys(causes)) expect(codes).toContain(`registration.refused.${cause}`)
    for (const why of keys(refusals)) expect(codes).toContain(`call.refused.${why}`)
    for (const reason of keys(ends)) expect(isCatalogueKey(`event.call.ended.${reason}`)).toBe(true)
  })
})

test("a call that ended by hanging up is told to browsers, kept, and is no event", () => {
  const { tell, recorded, told, calls } = bridge()
  tell(endOf("a", "caller-hung-up"))
  tell({ type: "call.measured", callId: "a", caller: undefined, callee: undefined })
  tell(endOf("b", "no-media"))
  expect(recorded.map(({ code }) => code)).toEqual(["call.ended.no-media"])
  expect(calls).toEqual(["a caller-hung-up", "a measured", "b no-media"])
  expect(told).toContain("calls a")
})

function keys<K extends string>(record: Record<K, true>): K[] {
  // Exactly the keys that the type demands.
  return Object.keys(record) as K[]
}

describe("the application firewall", () => {
  test("says who was refused at which kind of port, and how often", () => {
    const { tell, recorded } = bridge()
    tell({ type: "source.refused", source: "203.0.113.9", name: "SIP_TLS_SUB", count: 3 })
    tell({ type: "source.refused", source: "203.0.113.9", name: "SIP_EXT", count: 1 })
    expect(recorded).toMatchObject([
      { code: "firewall.refused.inner", params: { source: "203.0.113.9", name: "SIP_TLS_SUB", count: 3 } },
      { code: "firewall.refused.outer", alike: "203.0.113.9" },
    ])
  })

  test("says who was blocked and for how long; what an administrator did is only stored", () => {
    const { tell, recorded, stored, told } = bridge()
    const changed = (block: ReturnType<typeof blockOf>) =>
      tell({ type: "block.changed", network: block.network, block })
    changed(blockOf("203.0.113.9", { cause: "unknown-user" }))
    changed(blockOf("203.0.113.8", { kind: "throttled" }))
    changed(blockOf("203.0.113.0/24", { by: "hand", until: undefined }))
    tell({ type: "block.changed", network: "203.0.113.0/24", block: undefined })
    expect(recorded).toMatchObject([
      { code: "firewall.blocked.unknown-user", params: { source: "203.0.113.9", failures: 20, minutes: 15 } },
      { code: "firewall.throttled", params: { source: "203.0.113.8" } },
    ])
    expect(stored).toHaveLength(4)
    expect(stored[3]).toEqual({ network: "203.0.113.0/24", data: undefined })
    expect(new Set(told)).toEqual(new Set(["blocks"]))
  })
})
