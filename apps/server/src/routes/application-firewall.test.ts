import { type ApplicationFirewallSettings, applicationFirewallDefaults, type Reach } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { blockOf } from "../testing/fake-sbc.ts"
import { type Ask, type TestServer, testServer } from "../testing/test-server.fixture.ts"

const page = "/api/settings/application-firewall"
const defaults = applicationFirewallDefaults

/** A server with interfaces as an office has them, and the page as somebody at an address applies it. */
async function office(from = "192.168.1.20", options: Parameters<typeof testServer>[0] = {}) {
  const server = await testServer(options)
  const signedIn = await server.signIn()
  const ask: TestServer["ask"] = (method, url, more: Ask = {}) => signedIn(method, url, { from, ...more })
  const { store } = server.services
  const draft = store.draft("Homeport", 1)
  draft.setSettings("network-interfaces", { lan1: null, lan2: "eth0", voip: "lan2", localNetworks: ["10.9.0.0/16"] })
  store.commit(draft)
  const put = (change: Partial<ApplicationFirewallSettings>, more: Ask = {}) =>
    ask("PUT", page, { body: { ...defaults, ...change }, ...more })
  const events = async () => {
    await store.journal.flush()
    return store.events.list({ limit: 50 }).rows.map(({ code, params, times }) => ({ code, params, times }))
  }
  return { ...server, ask, put, events }
}

const only = (...networks: string[]) => ({
  from: "networks" as const,
  networks: networks.map((network) => ({ network, note: "" })),
})

describe("the rules", () => {
  test("run in the core and are stored", async () => {
    const { put, sbc, services } = await office()
    const allowList = [{ network: "203.0.113.7", note: "the branch" }]
    expect(await put({ sipExt: only("203.0.113.0/24"), allowList, blocking: false })).toMatchObject({ status: 200 })
    expect(sbc.running.firewall).toEqual({
      reach: { SIP: "local", SIP_TLS_SUB: "local", SIP_EXT: ["203.0.113.0/24"], SIP_TLS_SUB_EXT: "everybody" },
      neverBlocked: ["203.0.113.7"],
      blocking: undefined,
    })
    expect(services.store.state().sections["application-firewall"].value.allowList).toEqual(allowList)
  })

  test("for the console keep strangers out with one sentence, before anything else, in one line that counts", async () => {
    const { ask, put, services, events } = await office()
    await put({ console: { from: "local", networks: [] } })
    const stranger = { from: "203.0.113.99" }
    const refused = await ask("GET", "/api/me", stranger)
    expect(refused).toMatchObject({
      status: 403,
      body: { code: "AddressNotAdmitted", message: "Your address, 203.0.113.99, may not reach this console." },
    })
    const atBrowser = await ask("GET", "/", stranger)
    expect([atBrowser.status, atBrowser.body]).toEqual([
      403,
      "Your address, 203.0.113.99, may not reach this console.\n",
    ])
    for (let time = 0; time < 100; time++) await ask("POST", "/api/login", { ...stranger, body: {} })
    expect(services.gate.refused().console).toBe(102)
    expect((await events())[0]).toMatchObject({ code: "firewall.refused.console", times: 102 })
    for (const from of ["192.168.1.77", "10.9.8.7", "127.0.0.1", "::1", "::ffff:192.168.1.5"])
      expect([from, (await ask("GET", "/api/me", { from })).status]).toEqual([from, 200])
  })

  test("judge whoever comes through a trusted proxy by where he came from, and nobody else by what he writes", async () => {
    const { ask, put } = await office("192.168.1.2", { trustedProxies: ["192.168.1.2"] })
    const through = (address: string) => ({ headers: { "x-forwarded-for": address } })
    expect((await put({ console: only("203.0.113.0/24") }, through("203.0.113.7"))).status).toBe(200)
    expect((await ask("GET", "/api/me", through("203.0.113.8"))).status).toBe(200)
    expect((await ask("GET", "/api/me", through("198.51.100.8"))).status).toBe(403)
    const liar = { from: "198.51.100.8", ...through("203.0.113.7") }
    expect((await ask("GET", "/api/me", liar)).status).toBe(403)
  })
})

describe("nobody locks himself out", () => {
  test.each<[string, Reach, string]>([
    ["local networks", { from: "local", networks: [] }, "console.from"],
    ["a list without him", only("198.51.100.0/24"), "console.networks"],
  ])("%s", async (_, console, field) => {
    const { put, services } = await office("203.0.113.7")
    expect(await put({ console })).toMatchObject({
      status: 400,
      body: { fields: { [field]: { code: "ShutsYouOut", params: { address: "203.0.113.7" } } } },
    })
    expect(services.store.state().sections["application-firewall"].version).toBe(0)
    expect((await put({ console: only("198.51.100.0/24", "203.0.113.7") })).status).toBe(200)
  })

  test("by taking his network out of the local ones", async () => {
    const { ask, put } = await office("10.9.0.5")
    expect((await put({ console: { from: "local", networks: [] } })).status).toBe(200)
    const body = { lan1: null, lan2: "eth0", voip: "lan2", localNetworks: [] }
    expect(await ask("PUT", "/api/settings/network-interfaces", { body })).toMatchObject({
      status: 400,
      body: { fields: { localNetworks: { code: "ShutsYouOut" } } },
    })
  })

  test("by blocking a network that he is in", async () => {
    const { ask, sbc } = await office("203.0.113.7")
    const body = { network: "203.0.113.0/24", minutes: null, note: "" }
    expect(await ask("POST", "/api/blocks", { body })).toMatchObject({
      status: 400,
      body: { fields: { network: { code: "ShutsYouOut" } } },
    })
    expect(sbc.blocks).toEqual([])
  })
})

describe("blocks", () => {
  test("by hand keep an address from the console as well, until they end or are lifted", async () => {
    const { ask, sbc, services, events, turnClock } = await office()
    const block = (network: string, minutes: number | null) =>
      ask("POST", "/api/blocks", { body: { network, minutes, note: "scans us" } })
    expect((await block("203.0.113.7/32", 10)).status).toBe(201)
    expect((await block("198.51.100.0/24", null)).status).toBe(201)
    const knocks = async (from: string) => (await ask("GET", "/api/me", { from })).status
    expect([await knocks("203.0.113.7"), await knocks("203.0.113.8"), await knocks("198.51.100.9")]).toEqual([
      403, 200, 403,
    ])
    turnClock(10 * 60_000)
    expect(await knocks("203.0.113.7")).toBe(200)
    const { body } = await ask("GET", "/api/blocks?sort=network")
    expect(body.items).toMatchObject([
      { network: "198.51.100.0/24", by: "hand", until: null, note: "scans us" },
      { network: "203.0.113.7", by: "hand" },
    ])
    expect((await ask("DELETE", `/api/blocks/${encodeURIComponent("198.51.100.0/24")}`)).status).toBe(200)
    expect((await ask("DELETE", `/api/blocks/${encodeURIComponent("198.51.100.0/24")}`)).status).toBe(404)
    expect(await knocks("198.51.100.9")).toBe(200)
    expect(sbc.blocks.map(({ network }) => network)).toEqual(["203.0.113.7"])
    await services.store.journal.flush()
    expect(services.store.blocks()).toHaveLength(1)
    expect((await events()).map(({ code }) => code)).toContain("firewall.unblocked")
  })

  test("that came by themselves do not concern the console; one line says what to do", async () => {
    const { ask, sbc, services, events } = await office()
    const block = blockOf("203.0.113.7")
    sbc.blocks = [block]
    sbc.emit({ type: "block.changed", network: block.network, block })
    expect((await ask("GET", "/api/me", { from: "203.0.113.7" })).status).toBe(200)
    expect((await events())[0]).toMatchObject({ code: "firewall.blocked.wrong-password" })
    await services.store.journal.flush()
    expect(services.store.blocks().map((data) => JSON.parse(data))).toEqual([block])
    expect((await ask("DELETE", "/api/blocks")).status).toBe(200)
    await services.store.journal.flush()
    expect([sbc.blocks, services.store.blocks()]).toEqual([[], []])
  })

  test("whoever the sign-in makes wait is among them, and may be let in at once", async () => {
    const { ask } = await office()
    const wrong = { body: { name: "expert", password: "wrong" }, from: "203.0.113.7" }
    for (let time = 0; time < 6; time++) await ask("POST", "/api/login", wrong)
    const { body } = await ask("GET", "/api/blocks")
    expect(body.items).toMatchObject([{ network: "203.0.113.7", by: "sign-in", failures: 5 }])
    expect((await ask("POST", "/api/login", wrong)).status).toBe(429)
    await ask("DELETE", "/api/blocks/203.0.113.7")
    expect((await ask("POST", "/api/login", wrong)).status).toBe(401)
  })

  test("what is no network is refused with a sentence; a basic administrator sees and does not change", async () => {
    const { ask, signIn } = await office()
    const body = { network: "203.0.113.7/24", minutes: 5, note: "" }
    expect(await ask("POST", "/api/blocks", { body })).toMatchObject({
      status: 400,
      body: { fields: { network: { message: "There are bits behind the prefix. Do you mean 203.0.113.0/24?" } } },
    })
    const basic = await signIn("basic")
    expect((await basic("GET", "/api/blocks")).status).toBe(200)
    expect((await basic("DELETE", "/api/blocks")).status).toBe(403)
  })

  test("the page is told where the administrator sits and what counts as local", async () => {
    const { ask } = await office("192.168.1.20")
    expect((await ask("GET", "/api/firewall")).body).toMatchObject({
      ownAddress: "192.168.1.20",
      ownIsLoopback: false,
      localNetworks: ["192.168.1.0/24", "10.9.0.0/16"],
      refused: { SIP: 0, console: 0 },
    })
  })
})

describe("what the command line asks", () => {
  test("lifts what concerns the address, and opens the console to it", async () => {
    const { ask, put, sbc, services, events } = await office()
    await put({ console: only("192.168.1.0/24") })
    await ask("POST", "/api/blocks", { body: { network: "203.0.113.0/24", minutes: null, note: "" } })
    await ask("POST", "/api/blocks", { body: { network: "198.51.100.7", minutes: null, note: "" } })
    services.store.unblockRequests.add("203.0.113.7")
    await services.lookForUnblocking()
    expect(sbc.blocks.map(({ network }) => network)).toEqual(["198.51.100.7"])
    expect((await ask("GET", "/api/me", { from: "203.0.113.7" })).status).toBe(200)
    expect(services.store.unblockRequests.waiting()).toEqual([])
    const { value } = services.store.state().sections["application-firewall"]
    expect(value.console).toEqual({ ...only("192.168.1.0/24"), from: "everybody" })
    expect((await events()).map(({ code }) => code)).toContain("firewall.console-opened")
    services.store.unblockRequests.add(undefined)
    await services.lookForUnblocking()
    expect(sbc.blocks).toEqual([])
  })

  test("leaves the console's rule alone where it lets the address in", async () => {
    const { put, services } = await office()
    await put({ console: only("192.168.1.0/24") })
    services.store.unblockRequests.add("192.168.1.9")
    await services.lookForUnblocking()
    expect(services.store.state().sections["application-firewall"].value.console.from).toBe("networks")
  })
})
