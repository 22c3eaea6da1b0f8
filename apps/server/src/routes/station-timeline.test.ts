import type { SbcEvent } from "@homeport/sbc"
import { expect, test } from "vitest"
import { bindingOf, callOf } from "../testing/fake-sbc.ts"
import { testServer } from "../testing/test-server.fixture.ts"

type Item = { kind: "event"; event: { code: string } } | { kind: "call"; call: { caller: { callNumber: string } } }

const call = (id: string, from: string, to: string, at: number): SbcEvent => ({
  type: "call.ended",
  call: callOf(id, from, to),
  at,
  reason: "no-media",
  status: undefined,
  why: undefined,
})

async function scene() {
  const it = await testServer()
  const ask = await it.signIn()
  for (const callNumber of ["168", "16"])
    await ask("POST", "/api/sip-clients", { body: { callNumber, name: callNumber, password: "Quiet-Lamp-73" } })
  const bound = (callNumber: string, there: boolean) => {
    const binding = bindingOf(callNumber)
    const { contact } = binding
    it.sbc.emit({ type: "binding.changed", callNumber, contact, binding: there ? binding : undefined })
  }
  const told = (item: Item) => (item.kind === "event" ? item.event.code : `call of ${item.call.caller.callNumber}`)
  const timeline = async (query = "") => {
    const { status, body } = await ask("GET", `/api/sip-clients/1/timeline${query}`)
    return { status, ...body, told: (body.items ?? []).map(told) as string[] }
  }
  return { ...it, ask, bound, timeline }
}

test("a station's timeline has what happened to it and its calls, newest first, each once", async () => {
  const { sbc, bound, turnClock, services, timeline } = await scene()
  bound("168", true)
  bound("16", true)
  turnClock(1000)
  const refusal = {
    cause: "user-agent",
    network: "outer",
    transport: "UDP",
    source: { host: "203.0.113.9", port: 1 },
    user: "168",
    contact: undefined,
    userAgent: "x",
  } as const
  sbc.emit({ type: "registration.refused", refusal })
  turnClock(1000)
  sbc.emit(call("a", "168", "16", services.now()))
  sbc.emit(call("b", "16", "20", services.now()))
  turnClock(1000)
  bound("168", false)
  turnClock(1000)
  sbc.emit(call("c", "16", "168", services.now()))
  const { total, told } = await timeline()
  expect(told).toEqual([
    "call of 16",
    "station.unregistered",
    "call of 168",
    "registration.refused.user-agent",
    "station.registered",
    // From adding the station.
    "station.added",
  ])
  expect(total).toBe(6)
})

test("page by page nothing is lost and nothing comes twice, not even what happened in the same moment", async () => {
  const { sbc, services, timeline } = await scene()
  for (let count = 0; count < 5; count++) {
    sbc.emit(call(String(count), "168", "20", services.now()))
    sbc.emit({ type: "call.refused", from: "168", to: `${count}`, source: "a", status: 404, why: "unknown-number" })
  }
  const all = await timeline("?limit=100")
  const seen: unknown[] = []
  let cursor: string | null = ""
  while (cursor !== null) {
    const page: { items: unknown[]; next: string | null } = await timeline(`?limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.items)
    cursor = page.next
  }
  expect(seen).toEqual(all.items)
  expect(seen).toHaveLength(11)
})

test("no such station, and what is no cursor of a timeline", async () => {
  const { ask, timeline } = await scene()
  expect((await ask("GET", "/api/sip-clients/9/timeline")).status).toBe(404)
  for (const cursor of [
    "x",
    Buffer.from('["a","call 1"]').toString("base64url"),
    Buffer.from("[1,2]").toString("base64url"),
  ])
    expect((await timeline(`?cursor=${cursor}`)).status).toBe(400)
})
