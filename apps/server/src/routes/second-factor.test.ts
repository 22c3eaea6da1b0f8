import { totpCode } from "@homeport/testkit"
import { describe, expect, test } from "vitest"
import { type Answered, testPassword, testServer } from "../testing/test-server.fixture.ts"

const currentPassword = testPassword

/** An expert whose second factor is on; the clock stands in the step after the one that confirmed it. */
async function withSecondFactor() {
  const server = await testServer()
  const ask = await server.signIn()
  const begun = await ask("POST", "/api/me/second-factor", { body: { currentPassword } })
  const secret: string = begun.body.secret
  const now = server.services.now
  const code = (away = 0) => totpCode(secret, now() + away * 30_000)
  const confirmed = await ask("PUT", "/api/me/second-factor", { body: { code: code() } })
  server.turnClock(30_000)
  const login = (typed?: string, password = testPassword): Promise<Answered> =>
    server.ask("POST", "/api/login", {
      body: { name: "expert", password, ...(typed !== undefined && { code: typed }) },
    })
  const events = async () => {
    await server.services.store.journal.flush()
    return server.services.store.events.list({ limit: 50 }).rows
  }
  return {
    ...server,
    ask,
    as: server.ask,
    secret,
    code,
    login,
    events,
    recoveryCodes: confirmed.body.recoveryCodes as string[],
  }
}

const codeFor = ({ status, body }: Answered) => (status === 200 ? "signed in" : body.code)

describe("turning on a second factor", () => {
  test("needs the password, and a first code within ten minutes", async () => {
    const { signIn, services, turnClock } = await testServer()
    const ask = await signIn("basic")
    const begin = (password: string) => ask("POST", "/api/me/second-factor", { body: { currentPassword: password } })
    expect((await begin("Wrong-Horse-42")).body.fields.currentPassword.code).toBe("WrongPassword")
    const confirm = (code: string) => ask("PUT", "/api/me/second-factor", { body: { code } })
    expect((await confirm("123456")).body.code).toBe("NoSecondFactorBegun")
    const { status, body } = await begin(testPassword)
    expect({ status, url: body.url }).toEqual({ status: 201, url: expect.stringContaining(`secret=${body.secret}`) })
    const right = () => totpCode(body.secret, services.now())
    const wrong = String((Number(right()) + 1) % 1_000_000).padStart(6, "0")
    expect((await confirm(wrong)).body.fields.code.code).toBe("WrongCode")
    expect((await ask("GET", "/api/me/account")).body.secondFactor).toBeNull()
    turnClock(10 * 60_000)
    expect((await confirm(right())).body.code).toBe("NoSecondFactorBegun")
  })

  test("shows ten recovery codes once, and neither they nor the secret are logged", async () => {
    const { ask, events, logged, secret, recoveryCodes } = await withSecondFactor()
    expect(recoveryCodes).toHaveLength(10)
    const { body } = await ask("GET", "/api/me/account")
    expect(body).toMatchObject({ name: "expert", role: "expert", secondFactor: { recoveryCodesLeft: 10 } })
    const written = JSON.stringify(await events()) + logged.join("") + JSON.stringify(body)
    for (const secretText of [secret, ...recoveryCodes]) expect(written).not.toContain(secretText)
    expect((await events())[0]).toMatchObject({
      code: "account.second-factor-on",
      params: { by: "expert", name: "expert" },
    })
  })

  test("of an account that has one is refused", async () => {
    const { ask } = await withSecondFactor()
    const { status, body } = await ask("POST", "/api/me/second-factor", { body: { currentPassword } })
    expect({ status, code: body.code }).toEqual({ status: 409, code: "SecondFactorExists" })
  })
})

describe("signing in with a second factor", () => {
  test("asks for the code only after the right password", async () => {
    const { login } = await withSecondFactor()
    expect(codeFor(await login(undefined, "Wrong-Horse-42"))).toBe("WrongCredentials")
    const asked = await login()
    expect({ status: asked.status, code: asked.body.code }).toEqual({ status: 401, code: "SecondFactorRequired" })
    expect(asked.headers["set-cookie"]).toBeUndefined()
  })

  test("takes each code once, also the one that turned it on, and none from before it", async () => {
    const { login, code, turnClock } = await withSecondFactor()
    expect(codeFor(await login(code(-1)))).toBe("UsedCode")
    expect(codeFor(await login(code(1)))).toBe("signed in")
    expect(codeFor(await login(code(1)))).toBe("UsedCode")
    expect(codeFor(await login(code()))).toBe("UsedCode")
    turnClock(60_000)
    const typed = code()
    expect(codeFor(await login(`${typed.slice(0, 3)} ${typed.slice(3)}`))).toBe("signed in")
  })

  test("takes each recovery code once, and says how many are left", async () => {
    const { login, recoveryCodes, events } = await withSecondFactor()
    const [first = "", second = ""] = recoveryCodes
    expect(codeFor(await login(first.toLowerCase()))).toBe("signed in")
    expect((await events())[0]).toMatchObject({
      code: "account.recovery-code",
      severity: "warning",
      params: { left: 9 },
    })
    expect(codeFor(await login(first))).toBe("WrongCode")
    expect(codeFor(await login(second))).toBe("signed in")
  })

  test("slows down wrong codes of an account from wherever they come, but not its recovery codes", async () => {
    const { app, login, code, recoveryCodes, turnClock } = await withSecondFactor()
    const wrong = String((Number(code()) + 7) % 1_000_000).padStart(6, "0")
    const from = async (remoteAddress: string, typed: string) => {
      const response = await app.inject({
        method: "POST",
        url: "/api/login",
        remoteAddress,
        headers: { host: "localhost", "content-type": "application/json" },
        payload: JSON.stringify({ name: "expert", password: testPassword, code: typed }),
      })
      return response.statusCode === 200 ? "signed in" : response.json().code
    }
    for (let n = 1; n <= 5; n++) expect(await from(`192.0.2.${n}`, wrong)).toBe("WrongCode")
    expect(await from("192.0.2.9", code())).toBe("TooManyCodes")
    expect(await from("192.0.2.10", recoveryCodes[0] ?? "")).toBe("signed in")
    turnClock(1_000)
    expect(codeFor(await login(code()))).toBe("signed in")
  })

  test("counts the password without a code as an attempt, or it would buy guesses", async () => {
    const { login } = await withSecondFactor()
    for (let n = 0; n < 5; n++) expect(codeFor(await login())).toBe("SecondFactorRequired")
    expect(codeFor(await login())).toBe("TooManyAttempts")
  })
})

describe("a second factor", () => {
  test("is turned off with the password", async () => {
    const { ask, login } = await withSecondFactor()
    const off = (password: string) =>
      ask("POST", "/api/me/second-factor/removal", { body: { currentPassword: password } })
    expect((await off("Wrong-Horse-42")).status).toBe(400)
    expect((await off(testPassword)).status).toBe(200)
    expect(codeFor(await login())).toBe("signed in")
  })

  test("gets new recovery codes with the password; the former are worth nothing", async () => {
    const { ask, login, recoveryCodes } = await withSecondFactor()
    const { body } = await ask("POST", "/api/me/recovery-codes", { body: { currentPassword } })
    expect(codeFor(await login(recoveryCodes[0]))).toBe("WrongCode")
    expect(codeFor(await login(body.recoveryCodes[0]))).toBe("signed in")
  })

  test("of another is turned off by an expert, for who has lost it; one's own is not, that way", async () => {
    const { services, signIn } = await testServer()
    const expert = await signIn()
    const other = await signIn("enhanced")
    const begun = await other("POST", "/api/me/second-factor", { body: { currentPassword } })
    await other("PUT", "/api/me/second-factor", { body: { code: totpCode(begun.body.secret, services.now()) } })
    const ids = Object.fromEntries(services.store.accounts.list().map(({ name, id }) => [name, id]))
    const clear = (name: string) => expert("DELETE", `/api/administrators/${ids[name]}/second-factor`)
    expect((await clear("expert")).body.code).toBe("OwnAccount")
    expect((await clear("enhanced")).status).toBe(200)
    expect(services.store.secondFactors.of(ids.enhanced ?? 0)).toBeUndefined()
  })
})
