import { describe, expect, test } from "vitest"
import { bindingOf, callOf, stunOff } from "../testing/fake-sbc.ts"
import { testServer } from "../testing/test-server.fixture.ts"

test("live registrations carry the station's name, and can be asked for one number", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn()
  await ask("POST", "/api/sip-clients", { body: { callNumber: "168", name: "Ada", password: "Quiet-Lamp-73" } })
  sbc.bindings = [bindingOf("168"), bindingOf("999")]
  const { body } = await ask("GET", "/api/registrations?callNumber=168")
  expect(body).toMatchObject({ total: 1, next: null })
  expect(body.items[0]).toMatchObject({
    index: 1,
    name: "Ada",
    network: "outer",
    source: { host: "203.0.113.7", port: 5060 },
    expiresAt: "1970-01-01T01:00:00.000Z",
  })
  expect((await ask("GET", "/api/registrations?q=ada")).body.total).toBe(1)
})

test("calls are shown with their counters", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn("basic")
  sbc.callViews = [callOf("a", "168", "100")]
  const { body } = await ask("GET", "/api/calls")
  expect(body.items[0]).toMatchObject({
    state: "answered",
    answeredAt: "1970-01-01T00:00:02.000Z",
    caller: { callNumber: "168", media: { received: { packets: 5 }, sent: { packets: 4 } } },
  })
})

describe("the public name", () => {
  const mapped = { ...stunOff, state: "mapped", mapped: { host: "203.0.113.7", port: 5070 } } as const

  test("is compared with the mapped address, as soon as it is resolved", async () => {
    const { signIn, sbc, services } = await testServer({ resolve: async () => ["203.0.113.9", "2001:db8::9"] })
    const ask = await signIn("expert")
    const topics: string[] = []
    services.stream.subscribe(({ topic }) => topics.push(topic))
    expect((await ask("GET", "/api/dyndns")).body).toEqual({
      hostName: null,
      addresses: [],
      mapped: null,
      state: "no-name",
      checkedAt: null,
      update: null,
    })
    sbc.stunView = mapped
    const settings = { hostName: "office.example.net", updatedBy: "office-router" }
    await ask("PUT", "/api/settings/dyndns", { body: settings })
    expect((await ask("GET", "/api/dyndns")).body).toMatchObject({ state: "asking", mapped: "203.0.113.7" })
    expect(topics).toContain("stun")
    expect((await ask("GET", "/api/dyndns")).body).toEqual({
      hostName: "office.example.net",
      addresses: ["203.0.113.9", "2001:db8::9"],
      mapped: "203.0.113.7",
      state: "differs",
      checkedAt: "2027-01-15T08:00:00.000Z",
      update: null,
    })
  })
})

test("channels are split by consumer", async () => {
  const { signIn } = await testServer()
  const { body } = await (await signIn("basic"))("GET", "/api/channels")
  expect(body).toMatchObject({ total: 60, used: 0, free: 60, peakToday: 2 })
  expect(body.usedBy).toHaveLength(5)
})

describe("health", () => {
  test("is 200 for everybody when the SIP ports are open", async () => {
    const { ask } = await testServer()
    expect(await ask("GET", "/api/health")).toMatchObject({ status: 200, body: { status: "ok", reasons: [] } })
  })

  test("is 503 with the reason when one is taken, when none is open, and while stopping", async () => {
    const { ask, sbc, services } = await testServer()
    sbc.listenerViews = sbc.listenerViews.map((listener) =>
      listener.name === "SIP_EXT" ? { ...listener, state: "failed", problem: "address-in-use" } : listener,
    )
    const taken = await ask("GET", "/api/health")
    expect(taken).toMatchObject({ status: 503, body: { status: "failing", reasons: [{ code: "listener" }] } })
    expect(taken.body.reasons[0].message).toBe("SIP_EXT: UDP port 5070 at 127.0.0.1 is not open (address-in-use).")
    sbc.listenerViews = []
    expect((await ask("GET", "/api/health")).body.reasons).toMatchObject([{ code: "no-listener" }])
    services.process.stopping = true
    expect((await ask("GET", "/api/health")).body.reasons).toMatchObject([{ code: "stopping" }])
  })
})

test("the API describes itself, and every path of it exists", async () => {
  const { signIn, app } = await testServer()
  const { body } = await (await signIn())("GET", "/api/openapi.json")
  expect(body.openapi).toBe("3.1.0")
  for (const [path, operations] of Object.entries(body.paths))
    for (const method of Object.keys(operations as object))
      expect(app.hasRoute({ method: method.toUpperCase() as "GET", url: path.replace(/\{(\w+)\}/g, ":$1") })).toBe(true)
})

test("events are listed newest first, filtered, and page by page", async () => {
  const { signIn, services } = await testServer()
  const ask = await signIn()
  for (let count = 0; count < 5; count++)
    services.events.record({
      code: "station.reachable",
      severity: "info",
      params: { callNumber: String(count), source: "a" },
    })
  const first = (await ask("GET", "/api/events?limit=2&code=station")).body
  expect(first).toMatchObject({ total: 5, items: [{ params: { callNumber: "4" } }, { params: { callNumber: "3" } }] })
  const second = (await ask("GET", `/api/events?limit=4&code=station&cursor=${first.next}`)).body
  expect(second).toMatchObject({ next: null, items: [{ params: { callNumber: "2" } }, {}, {}] })
  expect((await ask("GET", "/api/events?cursor=x")).status).toBe(400)
})
