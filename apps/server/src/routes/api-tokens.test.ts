import { describe, expect, test } from "vitest"
import { type Ask, testPassword, testServer } from "../testing/test-server.fixture.ts"

const days = 86_400_000

async function withTokens() {
  const server = await testServer()
  const { store } = server.services
  const idOf = (name: string) => store.accounts.read(name)?.id ?? 0
  const make = async (ask: typeof server.ask, fields: object = {}) => {
    const { status, body } = await ask("POST", "/api/api-tokens", {
      body: { name: "backup", role: "basic", ...fields },
    })
    return { status, body, token: body.token as string, id: body.apiToken?.id as number }
  }
  const using =
    (token: string): typeof server.ask =>
    (method, url, options: Ask = {}) =>
      server.ask(method, url, { ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } })
  return { ...server, store, idOf, make, using }
}

describe("an API token", () => {
  test("is shown once, stored as a hash, and opens what its role may", async () => {
    const { signIn, make, using, store, logged } = await withTokens()
    const expert = await signIn()
    const { status, token, body } = await make(expert, { role: "enhanced" })
    expect({ status, apiToken: body.apiToken }).toMatchObject({
      status: 201,
      apiToken: { name: "backup", owner: "expert", role: "enhanced", expiresAt: null, expired: false, lastUsed: null },
    })
    expect(token).toMatch(/^homeport_[\w-]{43}$/)
    const ask = using(token)
    expect((await ask("GET", "/api/me")).body).toEqual({
      state: "signed-in",
      name: "expert",
      role: "enhanced",
      endsAt: null,
      idleEndsAt: null,
    })
    const station = { callNumber: "168", name: "Ada", password: "Harbour-7-Light" }
    expect((await ask("POST", "/api/sip-clients", { body: station })).status).toBe(201)
    const refused = await ask("PUT", "/api/settings/rtp-proxy-channels", { body: { systemVariant: "s" } })
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: "NotAllowed" })
    const { body: listed } = await expert("GET", "/api/api-tokens")
    expect(listed.items[0]).toMatchObject({ lastUsed: { at: expect.any(String), address: "127.0.0.1" } })
    await store.journal.flush()
    const rows = store.events.list({ limit: 10 }).rows
    expect(rows.find(({ code }) => code === "station.added")?.params.by).toBe("expert (API: backup)")
    expect(JSON.stringify(rows) + JSON.stringify(listed) + logged.join("")).not.toContain(token)
  })

  test("comes from no browser: no origin is asked for, no cookie beside it counts, and requests are counted", async () => {
    const { signIn, make, using, app } = await withTokens()
    const { token } = await make(await signIn("basic"))
    const foreign = { "sec-fetch-site": "cross-site", origin: "https://elsewhere.example" }
    const allowed = await using(token)("DELETE", "/api/me/logins", { headers: foreign })
    expect(allowed.status).toBe(200)
    expect(Number(allowed.headers["x-ratelimit-remaining"])).toBeLessThan(3000)
    const expert = await app.inject({
      method: "POST",
      url: "/api/login",
      headers: { host: "localhost", "content-type": "application/json" },
      payload: JSON.stringify({ name: "expert", password: testPassword }),
    })
    const [cookie = ""] = String(expert.headers["set-cookie"]).split(";")
    for (const [bearer, code] of [
      [token, "NotAllowed"],
      ["homeport_nonsense", "TokenNotValid"],
    ] as const)
      expect((await using(bearer)("GET", "/api/administrators", { headers: { cookie } })).body.code).toBe(code)
    const crossSite = await using("")("DELETE", "/api/me/logins", { headers: { ...foreign, cookie } })
    expect(crossSite.body.code).toBe("CrossSite")
  })

  test("has at most the role of who makes it, and of who has it now", async () => {
    const { signIn, make, using, idOf } = await withTokens()
    const enhanced = await signIn("enhanced")
    expect((await make(enhanced, { role: "expert" })).body.fields.role.code).toBe("RoleAboveOwn")
    const { token } = await make(enhanced, { role: "enhanced" })
    const expert = await signIn()
    await expert("PATCH", `/api/administrators/${idOf("enhanced")}`, { body: { role: "basic" } })
    expect((await using(token)("GET", "/api/me")).body.role).toBe("basic")
    expect((await expert("GET", "/api/api-tokens")).body.items[0].role).toBe("basic")
    await expert("PATCH", `/api/administrators/${idOf("enhanced")}`, { body: { role: "expert" } })
    expect((await using(token)("GET", "/api/me")).body.role).toBe("enhanced")
  })

  test("dies when it is revoked, when it expires, and with its owner", async () => {
    const { signIn, make, using, idOf, turnClock } = await withTokens()
    const code = async (token: string) => (await using(token)("GET", "/api/about")).body.code ?? "open"
    const [revoked, lasting] = [await make(await signIn("basic")), await make(await signIn("basic"))]
    const expiring = await make(await signIn("basic"), { days: 1 })
    expect(await code(expiring.token)).toBe("open")
    await (await signIn("basic"))("DELETE", `/api/api-tokens/${revoked.id}`)
    turnClock(1 * days)
    expect([await code(revoked.token), await code(expiring.token), await code(lasting.token)]).toEqual([
      "TokenNotValid",
      "TokenNotValid",
      "open",
    ])
    const expert = await signIn()
    expect((await expert("GET", "/api/api-tokens")).body.items[0]).toMatchObject({ id: expiring.id, expired: true })
    await expert("DELETE", `/api/administrators/${idOf("basic")}`)
    expect(await code(lasting.token)).toBe("TokenNotValid")
    expect((await using(lasting.token)("GET", "/api/me")).body).toEqual({ state: "signed-out" })
  })

  test("is seen and revoked by its owner and by an expert, by nobody else", async () => {
    const { signIn, make } = await withTokens()
    const [basic, enhanced, expert] = [await signIn("basic"), await signIn("enhanced"), await signIn()]
    const { id } = await make(basic)
    expect((await enhanced("GET", "/api/api-tokens")).body.items).toEqual([])
    expect((await enhanced("DELETE", `/api/api-tokens/${id}`)).body.code).toBe("NotFound")
    expect((await expert("GET", "/api/api-tokens")).body.items).toMatchObject([{ id, owner: "basic" }])
    expect((await expert("DELETE", `/api/api-tokens/${id}`)).status).toBe(200)
    expect((await basic("GET", "/api/api-tokens")).body.items).toEqual([])
  })

  test("makes no tokens, and there is an end to them", async () => {
    const { signIn, make, using } = await withTokens()
    const basic = await signIn("basic")
    const { token } = await make(basic)
    expect((await make(using(token))).body.code).toBe("NotWithToken")
    for (let n = 1; n < 50; n++) expect((await make(basic)).status).toBe(201)
    expect((await make(basic)).body).toMatchObject({ code: "TooManyTokens", params: { maximum: 50 } })
  })
})
