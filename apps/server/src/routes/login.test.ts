import { humanActionHeader } from "@homeport/contract"
import { describe, expect, test } from "vitest"
import { cookiesOf, testPassword, testServer } from "../testing/test-server.fixture.ts"

const minutes = 60_000

describe("signing in", () => {
  test("with the right password gives a cookie that only the server reads", async () => {
    const { ask, services } = await testServer()
    const { status, body, headers } = await ask("POST", "/api/login", {
      body: { name: "expert", password: testPassword },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: "signed-in", name: "expert", role: "expert" })
    const cookie = String(headers["set-cookie"])
    expect(cookie).toContain(`homeport-${services.store.installationId}=`)
    expect(cookie).toContain("HttpOnly")
    expect(cookie).toContain("SameSite=Strict")
    expect(cookie).not.toContain("Secure")
  })

  test("says the same of a wrong password and an unknown name, and logs neither password", async () => {
    const { ask, logged, services } = await testServer()
    const wrong = await ask("POST", "/api/login", { body: { name: "expert", password: "Wrong-Horse-42" } })
    const unknown = await ask("POST", "/api/login", { body: { name: "nobody", password: "Wrong-Horse-42" } })
    for (const { status, body } of [wrong, unknown])
      expect({ status, code: body.code }).toEqual({ status: 401, code: "WrongCredentials" })
    expect(wrong.body.message).toBe(unknown.body.message)
    await services.store.journal.flush()
    expect(JSON.stringify(services.store.events.list({ limit: 10 })) + logged.join()).not.toContain("Wrong-Horse")
    expect(services.store.events.list({ limit: 10 }).rows[0]).toMatchObject({ code: "account.failed", times: 2 })
  })

  test("does not write down a name that is no account's: it may be a password in the wrong field", async () => {
    const { ask, services } = await testServer()
    await ask("POST", "/api/login", { body: { name: "Secret-Horse-42", password: "expert" } })
    await services.store.journal.flush()
    expect(services.store.events.list({ limit: 10 }).rows[0]).toMatchObject({ code: "account.failed" })
    expect(JSON.stringify(services.store.events.list({ limit: 10 }))).not.toContain("Secret-Horse")
  })

  test("is slowed down by failures from one address, and never locks the account", async () => {
    const { ask, turnClock } = await testServer()
    const tries = (password: string) => ask("POST", "/api/login", { body: { name: "expert", password } })
    for (let attempt = 0; attempt < 5; attempt++) expect((await tries("Wrong-Horse-42")).status).toBe(401)
    const slowed = await tries(testPassword)
    expect({ status: slowed.status, code: slowed.body.code, after: slowed.headers["retry-after"] }).toEqual({
      status: 429,
      code: "TooManyAttempts",
      after: "1",
    })
    turnClock(1_000)
    expect((await tries(testPassword)).status).toBe(200)
    expect((await tries("Wrong-Horse-42")).status).toBe(401)
  })

  test("counts attempts that are made at the same time", async () => {
    const { ask } = await testServer()
    const all = await Promise.all(
      Array.from({ length: 20 }, () => ask("POST", "/api/login", { body: { name: "expert", password: "no" } })),
    )
    expect(all.filter(({ status }) => status === 401)).toHaveLength(5)
  })
})

describe("a login", () => {
  test("ends after 30 minutes in which only the console itself asked", async () => {
    const { signIn, turnClock } = await testServer()
    const ask = await signIn()
    turnClock(29 * minutes)
    expect((await ask("GET", "/api/about")).status).toBe(200)
    turnClock(1 * minutes)
    expect((await ask("GET", "/api/about")).body.code).toBe("NotSignedIn")
    expect((await ask("GET", "/api/me")).body).toEqual({ state: "signed-out" })
  })

  test("goes on while somebody acts, to 12 hours at most", async () => {
    const { signIn, turnClock } = await testServer()
    const ask = await signIn()
    for (let half = 1; half < 24; half++) {
      turnClock(30 * minutes - 1)
      expect((await ask("GET", "/api/about", { headers: { [humanActionHeader]: "1" } })).status).toBe(200)
    }
    turnClock(30 * minutes)
    expect((await ask("GET", "/api/about", { headers: { [humanActionHeader]: "1" } })).status).toBe(401)
  })

  test("is worth nothing after signing out", async () => {
    const { signIn } = await testServer()
    const ask = await signIn()
    const { headers } = await ask("POST", "/api/logout")
    expect(Object.values(cookiesOf(headers))).toEqual([""])
    expect((await ask("GET", "/api/about")).status).toBe(401)
  })
})

describe("the first password", () => {
  test("is set with the one-time code, once", async () => {
    const { ask, services } = await testServer({ fresh: true })
    expect((await ask("GET", "/api/me")).body).toEqual({ state: "first-password" })
    const set = (code: string, password = testPassword) =>
      ask("POST", "/api/first-password", { body: { code, password } })
    expect((await set("AAAA-BBBB-CCCC")).body.code).toBe("WrongFirstPasswordCode")
    await services.store.journal.flush()
    expect(services.store.events.list({ limit: 1 }).rows[0]).toMatchObject({
      code: "account.wrong-code",
      severity: "warning",
    })
    const code = services.firstSignIn.code() ?? ""
    expect((await set(code, "short")).body.fields.password).toMatchObject({
      code: "PasswordTooShort",
      params: { minimum: 8 },
    })
    const { status, body, headers } = await set(code.toLowerCase().replaceAll("-", " "))
    expect({ status, name: body.name, role: body.role }).toEqual({ status: 200, name: "administrator", role: "expert" })
    expect(Object.keys(cookiesOf(headers))).toHaveLength(1)
    expect((await set(code)).body.code).toBe("FirstPasswordExists")
    expect((await ask("GET", "/api/me")).body).toEqual({ state: "signed-out" })
  })

  test("cannot be guessed quickly", async () => {
    const { ask } = await testServer({ fresh: true })
    const guess = () => ask("POST", "/api/first-password", { body: { code: "AAAA", password: testPassword } })
    for (let attempt = 0; attempt < 5; attempt++) await guess()
    expect((await guess()).status).toBe(429)
  })
})
