import { expect, test } from "vitest"
import { stunOff } from "../testing/fake-sbc.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const evidence = {
  transport: "TCP",
  local: { host: "192.168.1.10", port: 5070 },
  externalPort: 5070,
  at: 1_800_000_000_000,
  from: "203.0.113.7",
  how: "http",
} as const

test("a line is not proven before something came through it, then says when, from where and how", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn("basic")
  const line = { name: null, last: null, open: false, proven: null, url: null }
  expect((await ask("GET", "/api/forwarding")).body.items).toEqual([
    { ...line, transport: "UDP", from: 5070, to: 5070, open: true },
    { ...line, transport: "TCP", from: 5070, to: 5070 },
    { ...line, transport: "TLS", from: 5071, to: 5071 },
  ])
  sbc.evidence = [evidence]
  expect((await ask("GET", "/api/forwarding")).body.items[1].proven).toEqual({
    at: "2027-01-15T08:00:00.000Z",
    from: "203.0.113.7",
    how: "http",
  })
})

test("each line of a connection says what to open: the public name, or while there is none the mapped address", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn("expert")
  const urls = async () => (await ask("GET", "/api/forwarding")).body.items.map(({ url }: { url: string }) => url)
  sbc.stunView = { ...stunOff, state: "mapped", mapped: { host: "203.0.113.20", port: 5070 } }
  expect(await urls()).toEqual([null, "http://203.0.113.20:5070", "https://203.0.113.20:5071"])
  await ask("PUT", "/api/settings/dyndns", { body: { hostName: "office.example.net", updatedBy: "office-router" } })
  expect(await urls()).toEqual([null, "http://office.example.net:5070", "https://office.example.net:5071"])
})

test("the external UDP port and the RTP range stand in their lines; the core is told the former", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn("expert")
  const { body } = await ask("GET", "/api/settings/port-management")
  await ask("PUT", "/api/settings/port-management", { body: { ...body, sipExtUdpAtRouter: 6070, rtpForwarded: true } })
  expect((await ask("GET", "/api/forwarding")).body.items).toMatchObject([
    { transport: "UDP", from: 6070, to: 5070 },
    { transport: "TCP", from: 5070 },
    { transport: "TLS", from: 5071 },
    { transport: "UDP", from: 29100, last: 30530, open: null, proven: null, url: null },
  ])
  expect(sbc.running.outerUdpAtRouter).toBe(6070)
})

test("a filtering test answers what came of it; to look alone is not enough to make one", async () => {
  const { signIn, sbc } = await testServer()
  sbc.testOutcome = "filtered"
  expect((await (await signIn("basic"))("POST", "/api/forwarding/test")).status).toBe(403)
  const { status, body } = await (await signIn("enhanced"))("POST", "/api/forwarding/test")
  expect([status, body.outcome, body.items.length]).toEqual([200, "filtered", 3])
})

test("open pages hear that a line was proven; the log does not", async () => {
  const { sbc, services } = await testServer()
  const topics: string[] = []
  services.stream.subscribe(({ topic }) => topics.push(topic))
  sbc.emit({ type: "forwarding.changed", transport: "TCP", evidence })
  expect(topics).toEqual(["forwarding"])
})

test("the phones' listener has a line while it is on, and what came to it proves that line alone", async () => {
  const { signIn, services } = await testServer({ phones: { host: "0.0.0.0", port: 8443, loopback: false } })
  const ask = await signIn("expert")
  const topics: string[] = []
  services.stream.subscribe(({ topic }) => topics.push(topic))
  const line = async () => (await ask("GET", "/api/forwarding")).body.items.at(-1)
  const phones = { transport: "TCP", name: "PHONES_EXT", from: 8443, to: 8443, last: null, open: true }
  expect(await line()).toEqual({ ...phones, proven: null, url: null })
  await ask("PUT", "/api/settings/dyndns", { body: { hostName: "office.example.net", updatedBy: "office-router" } })
  topics.length = 0
  services.phonesForwarding.came("203.0.113.7", "fetch")
  expect(topics).toEqual(["forwarding"])
  expect(await line()).toEqual({
    ...phones,
    proven: { at: "2027-01-15T08:00:00.000Z", from: "203.0.113.7", how: "fetch" },
    url: "https://office.example.net:8443",
  })
  const { items } = (await ask("GET", "/api/forwarding")).body
  expect(items.filter(({ proven }: { proven: unknown }) => proven !== null)).toHaveLength(1)
  expect((await ask("GET", "/api/office-router")).body.phonesPort).toBe(8443)
})
