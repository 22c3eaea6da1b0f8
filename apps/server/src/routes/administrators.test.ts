import { describe, expect, test } from "vitest"
import { testPassword, testServer } from "../testing/test-server.fixture.ts"

async function asExpert() {
  const server = await testServer()
  const expert = await server.signIn()
  const { store } = server.services
  const idOf = (name: string) => store.accounts.read(name)?.id ?? 0
  const at = (name: string, rest = "") => `/api/administrators/${idOf(name)}${rest}`
  const lastEvent = async () => {
    await store.journal.flush()
    return store.events.list({ limit: 1 }).rows[0]
  }
  return { ...server, expert, store, idOf, at, lastEvent }
}

describe("an expert", () => {
  test("adds an administrator, who signs in with his role; the log says who did it and no password", async () => {
    const { expert, ask, lastEvent } = await asExpert()
    const body = { name: "ada.l@office", role: "enhanced", password: "Left-Horse-43" }
    const added = await expert("POST", "/api/administrators", { body })
    expect({ status: added.status, body: added.body }).toMatchObject({
      status: 201,
      body: { name: "ada.l@office", role: "enhanced", secondFactor: false, lastSignInAt: null, logins: 0 },
    })
    const event = await lastEvent()
    expect(event).toMatchObject({
      code: "account.added",
      params: { by: "expert", name: "ada.l@office", role: "enhanced" },
    })
    expect(JSON.stringify(event) + JSON.stringify(added.body)).not.toContain("Left-Horse")
    const login = await ask("POST", "/api/login", { body: { name: "ADA.L@office", password: body.password } })
    expect(login.body).toMatchObject({ name: "ada.l@office", role: "enhanced" })
    const { body: list } = await expert("GET", "/api/administrators")
    expect(list.items.map((one: { name: string }) => one.name)).toEqual(["ada.l@office", "basic", "enhanced", "expert"])
    expect(list.items[0]).toMatchObject({ logins: 1, lastSignInAt: expect.any(String) })
  })

  test.each([
    [{ name: "Expert" }, "name", "AccountNameTaken"],
    [{ name: "" }, "name", "Required"],
    [{ name: "a b" }, "name", "AccountNameCharacters"],
    [{ name: "-a" }, "name", "AccountNameCharacters"],
    [{ name: "a".repeat(33) }, "name", "TooLong"],
    [{ role: "owner" }, "role", "NotOneOf"],
    [{ password: "short" }, "password", "PasswordTooShort"],
    [{ name: "Secret-Horse-42", password: "secret-horse-42" }, "password", "PasswordNeedsUpper"],
    [{ name: "Secret-Horse-42", password: "Secret-Horse-42" }, "password", "PasswordIsAName"],
  ])("is told at the field what is wrong with %j", async (change, field, code) => {
    const { expert, store } = await asExpert()
    const { status, body } = await expert("POST", "/api/administrators", {
      body: { name: "ada", role: "basic", password: "Left-Horse-43", ...change },
    })
    expect({ status, code: body.fields?.[field]?.code }).toEqual({ status: 400, code })
    expect(store.accounts.count()).toBe(3)
  })

  test("renames an account, which stays signed in, and overwrites nobody's change", async () => {
    const { expert, signIn, at, lastEvent } = await asExpert()
    const basic = await signIn("basic")
    const { headers } = await expert("GET", at("basic"))
    const ifMatch = { "if-match": String(headers.etag) }
    const url = at("basic")
    const renamed = await expert("PATCH", url, { body: { name: "bob" }, headers: ifMatch })
    expect(renamed.body).toMatchObject({ name: "bob", role: "basic" })
    expect((await basic("GET", "/api/me")).body).toMatchObject({ state: "signed-in", name: "bob" })
    expect(await lastEvent()).toMatchObject({ code: "account.renamed", params: { previous: "basic", name: "bob" } })
    expect((await expert("PATCH", url, { body: { name: "eve" }, headers: ifMatch })).status).toBe(412)
    expect((await expert("PATCH", url, { body: { name: "BOB" } })).body.name).toBe("BOB")
  })

  test("lowers a role: its logins end; raises it: they go on with more", async () => {
    const { expert, signIn, at, lastEvent } = await asExpert()
    const basic = await signIn("basic")
    await expert("PATCH", at("basic"), { body: { role: "enhanced" } })
    expect((await basic("GET", "/api/me")).body).toMatchObject({ role: "enhanced" })
    await expert("PATCH", at("basic"), { body: { role: "basic" } })
    expect((await basic("GET", "/api/me")).body).toEqual({ state: "signed-out" })
    expect(await lastEvent()).toMatchObject({
      code: "account.role",
      params: { by: "expert", name: "basic", role: "basic", previous: "enhanced" },
    })
  })

  test("sets another's password, removes and signs out: each ends the logins concerned", async () => {
    const { expert, signIn, ask, at, lastEvent } = await asExpert()
    const gone = async (who: Awaited<ReturnType<typeof signIn>>) => (await who("GET", "/api/about")).status === 401
    let enhanced = await signIn("enhanced")
    await expert("DELETE", at("enhanced", "/logins"))
    expect(await gone(enhanced)).toBe(true)
    enhanced = await signIn("enhanced")
    const weak = await expert("PUT", at("enhanced", "/password"), { body: { password: "weak" } })
    expect(weak.body.fields.password.code).toBe("PasswordTooShort")
    expect(await gone(enhanced)).toBe(false)
    await expert("PUT", at("enhanced", "/password"), { body: { password: "Left-Horse-43" } })
    expect(await gone(enhanced)).toBe(true)
    expect((await ask("POST", "/api/login", { body: { name: "enhanced", password: testPassword } })).status).toBe(401)
    const basic = await signIn("basic")
    const url = at("basic")
    expect((await expert("DELETE", url)).status).toBe(200)
    expect(await gone(basic)).toBe(true)
    expect(await lastEvent()).toMatchObject({ code: "account.removed", params: { by: "expert", name: "basic" } })
    expect((await expert("DELETE", url)).body.code).toBe("NotFound")
  })

  test("sets his own password only with the present one", async () => {
    const { expert, at } = await asExpert()
    const { body } = await expert("PUT", at("expert", "/password"), { body: { password: "Left-Horse-43" } })
    expect(body.code).toBe("OwnAccount")
  })
})

test("the last expert can be neither removed nor lowered; one of two can", async () => {
  const { expert, signIn, at, store, idOf } = await asExpert()
  for (const [method, body] of [
    ["DELETE", undefined],
    ["PATCH", { role: "enhanced" }],
  ] as const) {
    const refused = await expert(method, at("expert"), body && { body })
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: "LastExpert" })
  }
  await expert("PATCH", at("enhanced"), { body: { role: "expert" } })
  const other = await signIn("enhanced")
  expect((await expert("PATCH", at("expert"), { body: { role: "basic" } })).status).toBe(200)
  expect((await expert("GET", "/api/me")).body).toEqual({ state: "signed-out" })
  expect((await other("DELETE", at("enhanced"))).body.code).toBe("LastExpert")
  expect(store.accounts.byId(idOf("enhanced"))?.role).toBe("expert")
})

describe("one's own account", () => {
  test("changes its password with the present one: this browser goes on, every other login ends", async () => {
    const { app, ask, signIn, turnClock } = await testServer()
    const [here, elsewhere] = [await signIn("basic"), await signIn("basic")]
    const change = (password: string, currentPassword = testPassword) =>
      here("PUT", "/api/me/password", { body: { currentPassword, password } })
    expect((await change("Left-Horse-43", "Wrong-Horse-42")).body.fields.currentPassword.code).toBe("WrongPassword")
    expect((await change("left-horse-43")).body.fields.password.code).toBe("PasswordNeedsUpper")
    const changed = await change("Left-Horse-43")
    const [cookie = ""] = String(changed.headers["set-cookie"]).split(";")
    const me = await app.inject({ url: "/api/me", headers: { host: "localhost", cookie } })
    expect(me.json()).toMatchObject({ state: "signed-in", name: "basic" })
    expect((await elsewhere("GET", "/api/me")).body).toEqual({ state: "signed-out" })
    expect((await here("GET", "/api/me")).body).toEqual({ state: "signed-out" })
    turnClock(60_000)
    expect((await ask("POST", "/api/login", { body: { name: "basic", password: "Left-Horse-43" } })).status).toBe(200)
  })

  test("is not a place to guess the password quickly", async () => {
    const { signIn } = await testServer()
    const ask = await signIn("basic")
    const guess = () => ask("PUT", "/api/me/password", { body: { currentPassword: "Wrong-Horse-1", password: "x" } })
    for (let n = 0; n < 5; n++) expect((await guess()).status).toBe(400)
    expect((await guess()).body.code).toBe("TooManyAttempts")
  })

  test("is signed out everywhere, here too", async () => {
    const { signIn } = await testServer()
    const [here, elsewhere, other] = [await signIn("basic"), await signIn("basic"), await signIn("enhanced")]
    expect((await here("GET", "/api/me/account")).body.logins).toBe(2)
    expect((await here("DELETE", "/api/me/logins")).status).toBe(200)
    for (const ask of [here, elsewhere]) expect((await ask("GET", "/api/about")).status).toBe(401)
    expect((await other("GET", "/api/about")).status).toBe(200)
  })
})

describe("the history of sign-ins", () => {
  test("says who came from where with what, and why it failed", async () => {
    const { expert, ask } = await asExpert()
    const headers = { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0" }
    await ask("POST", "/api/login", { body: { name: "basic", password: "Wrong-Horse-42" }, headers })
    await ask("POST", "/api/login", { body: { name: "Secret-Horse-42", password: "x" }, headers })
    const { body } = await expert("GET", "/api/sign-ins")
    expect(body).toMatchObject({
      total: 3,
      next: null,
      items: [
        { name: null, outcome: "unknown-name", browser: "Firefox, Windows", address: "127.0.0.1" },
        { name: "basic", outcome: "wrong-password" },
        { name: "expert", outcome: "signed-in" },
      ],
    })
    expect(JSON.stringify(body)).not.toContain("Secret-Horse")
    const failed = await expert("GET", "/api/sign-ins?result=failed&limit=1")
    expect(failed.body).toMatchObject({ total: 2, items: [{ outcome: "unknown-name" }], next: expect.any(String) })
    const next = await expert("GET", `/api/sign-ins?result=failed&limit=1&cursor=${failed.body.next}`)
    expect(next.body).toMatchObject({ items: [{ outcome: "wrong-password" }], next: null })
    expect((await expert("GET", "/api/sign-ins?sort=at")).body.items[0]).toMatchObject({ name: "expert" })
    expect((await expert("GET", "/api/sign-ins?q=basic")).body.total).toBe(1)
    expect((await expert("GET", "/api/sign-ins?cursor=x")).status).toBe(400)
  })

  test("shows everybody his own, also after he was renamed, and not those of who had his name before", async () => {
    const { signIn, expert, at } = await asExpert()
    const basic = await signIn("basic")
    await expert("PATCH", at("basic"), { body: { name: "bob" } })
    const { body } = await basic("GET", "/api/me/sign-ins")
    expect(body.items).toMatchObject([{ name: "basic", outcome: "signed-in" }])
    await expert("PATCH", at("enhanced"), { body: { name: "basic" } })
    const other = await signIn("basic")
    expect((await other("GET", "/api/me/sign-ins")).body.total).toBe(1)
    expect((await basic("GET", "/api/sign-ins")).status).toBe(403)
  })
})
