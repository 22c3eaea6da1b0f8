import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { dyndnsDefaults } from "@homeport/contract"
import { describe, expect, onTestFinished, test } from "vitest"
import { testPassword, testServer } from "../testing/test-server.fixture.ts"

describe("allowed Hosts", () => {
  const statusFor = async (host: string) => {
    const { services, ask } = await testServer()
    const draft = services.store.draft("Ada", 1)
    draft.setSettings("dyndns", { ...dyndnsDefaults, hostName: "Office.example.net" })
    services.store.commit(draft)
    return (await ask("GET", "/api/me", { headers: { host } })).status
  }
  test.each([
    "localhost:8080",
    "127.0.0.1:9",
    "[::1]:8080",
    "192.168.1.10:8443",
    "203.0.113.7",
    "office.example.net:8443",
  ])("%s is served", async (host) => expect(await statusFor(host)).toBe(200))
  test.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "a b",
    "office.example.net.evil.example",
  ])("%s is not: it may be a foreign name that resolves to us", async (host) => expect(await statusFor(host)).toBe(421))
})

describe("a change from another site", () => {
  const statusFor = async (headers: Record<string, string>) => {
    const { ask } = await testServer()
    return (await ask("POST", "/api/login", { body: { name: "expert", password: testPassword }, headers })).status
  }
  test.each([[{ "sec-fetch-site": "same-origin" }], [{ origin: "http://localhost:8080" }], [{}]])(
    "is not suspected with %j",
    async (headers) => expect(await statusFor(headers)).toBe(200),
  )
  test.each([
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site", origin: "http://localhost:9090" }],
    [{ origin: "http://localhost:9090" }],
    [{ origin: "null" }],
  ])("is refused with %j", async (headers) => expect(await statusFor(headers)).toBe(403))
})

describe("a body", () => {
  test.each([
    ["text", "text/plain", "{}", 415, "NotJson"],
    ["a form", "application/x-www-form-urlencoded", "name=a", 415, "NotJson"],
    ["broken JSON", "application/json", "{", 400, "Malformed"],
    ["JSON that reaches for a prototype", "application/json", '{"__proto__":{"a":1}}', 400, "Malformed"],
    ["JSON of another shape", "application/json", "[]", 400, "InvalidInput"],
    ["too much JSON", "application/json", `{"name":"${"a".repeat(600_000)}"}`, 413, "TooLarge"],
  ])("of %s is refused", async (_what, type, payload, status, code) => {
    const { app } = await testServer()
    const response = await app.inject({
      method: "POST",
      url: "/api/login",
      headers: { host: "localhost", "content-type": type },
      payload,
    })
    expect({ status: response.statusCode, code: response.json().code }).toEqual({ status, code })
    expect(response.json().requestId).toEqual(expect.any(String))
  })
})

test("what no route can be looked for with, and what is no HTTP, is refused in the same shape and not logged", async () => {
  const { app, logged } = await testServer()
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }))
  const answerTo = (text: string) =>
    new Promise<string>((resolve) => {
      let answer = ""
      const socket = connect(Number(port), "127.0.0.1", () => socket.write(text))
      socket.on("data", (part) => (answer += part)).on("close", () => resolve(answer))
    })
  const host = "Host: 127.0.0.1\r\nConnection: close\r\nCookie: homeport-x=token-42\r\n"
  for (const [text, status, code] of [
    [`GET /%zz HTTP/1.1\r\n${host}\r\n`, 400, "Malformed"],
    [`GET /api/%zz HTTP/1.1\r\n${host}\r\n`, 400, "Malformed"],
    [`NONSENSE ${host}\r\n\r\n`, 400, "Malformed"],
    [`GET / HTTP/1.1\r\n${host}X: ${"x".repeat(40_000)}\r\n\r\n`, 431, "TooLarge"],
  ] as const) {
    const [head = "", body = ""] = (await answerTo(text)).split("\r\n\r\n")
    expect(head.split("\r\n")[0]).toContain(` ${status} `)
    expect(JSON.parse(body)).toEqual({ code, message: expect.any(String), requestId: expect.any(String) })
  }
  expect(logged.join("")).not.toContain("token-42")
})

test("while it is being stopped nothing begins any more, and health says why", async () => {
  const { signIn, services } = await testServer()
  const ask = await signIn()
  services.process.stopping = true
  const put = await ask("PUT", "/api/settings/rtp-proxy-channels", { body: { systemVariant: "s" } })
  expect({ status: put.status, code: put.body.code }).toEqual({ status: 503, code: "ShuttingDown" })
  const health = await ask("GET", "/api/health")
  expect({ status: health.status, reasons: health.body.reasons }).toMatchObject({
    status: 503,
    reasons: [{ code: "stopping" }],
  })
})

describe("a full disk", () => {
  const full = (): never => {
    throw Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 })
  }

  test("refuses a change in words, and nothing has changed", async () => {
    const { signIn, services, sbc } = await testServer()
    const ask = await signIn()
    services.store.commit = full
    const { status, body } = await ask("PUT", "/api/settings/rtp-proxy-channels", { body: { systemVariant: "s" } })
    expect({ status, code: body.code }).toEqual({ status: 503, code: "StoreNotWritable" })
    expect((await ask("GET", "/api/settings/rtp-proxy-channels")).body).toEqual({ systemVariant: "x" })
    expect(sbc.steps).toEqual(["prepare", "discard"])
  })

  test("leaves who is signed in signed in", async () => {
    const { signIn, services, turnClock } = await testServer()
    const ask = await signIn()
    services.store.logins.touch = full
    services.store.logins.remove = full
    services.store.logins.sweep = full
    services.logins.sweep()
    turnClock(60_000)
    expect((await ask("GET", "/api/about", { headers: { "homeport-human-action": "1" } })).status).toBe(200)
    turnClock(31 * 60_000)
    expect((await ask("GET", "/api/about")).status).toBe(401)
  })
})

test("a mistake of ours answers 500 with a request id, says nothing else, and is logged", async () => {
  const { signIn, services, logged } = await testServer()
  const ask = await signIn()
  services.core.stun = () => {
    throw new Error("the inner secret")
  }
  const { status, body } = await ask("GET", "/api/stun")
  expect({ status, code: body.code }).toEqual({ status: 500, code: "Internal" })
  expect(JSON.stringify(body)).not.toContain("inner secret")
  expect(logged.some((line) => line.includes("inner secret") && line.includes(body.requestId))).toBe(true)
})

test("an answer with a key that the contract does not name never leaves", async () => {
  const { signIn, sbc } = await testServer()
  const ask = await signIn()
  // As a later version of the core might.
  sbc.channels = () => ({ total: 60, used: 0, peakToday: 0, users: [], secret: "x" }) as ReturnType<typeof sbc.channels>
  expect((await ask("GET", "/api/channels")).status).toBe(200)
  expect(JSON.stringify((await ask("GET", "/api/channels")).body)).not.toContain("secret")
})

test("too many requests from one address are refused in the API's own words", async () => {
  const { ask } = await testServer()
  let last = await ask("GET", "/api/health")
  for (let count = 0; count < 3000 && last.status === 200; count++) last = await ask("GET", "/api/health")
  expect({ status: last.status, code: last.body.code }).toEqual({ status: 429, code: "TooManyRequests" })
})

describe("the console's files", () => {
  const builtConsole = () => {
    const folder = mkdtempSync(join(tmpdir(), "homeport-console-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, "assets"))
    writeFileSync(join(folder, "index.html"), "<title>Homeport</title>")
    writeFileSync(join(folder, "assets/main-abc.js"), "let a")
    writeFileSync(join(folder, "assets/main-abc.js.br"), "compressed")
    return folder
  }
  const html = { accept: "text/html,*/*" }

  test("are served compressed and kept for ever when their name says what is in them", async () => {
    const { ask } = await testServer({ consoleFolder: builtConsole() })
    const { status, body, headers } = await ask("GET", "/assets/main-abc.js", { headers: { "accept-encoding": "br" } })
    expect({ status, body, encoding: headers["content-encoding"] }).toEqual({
      status: 200,
      body: "compressed",
      encoding: "br",
    })
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable")
  })

  test("answer every page's URL with the console, which is never kept", async () => {
    const { ask } = await testServer({ consoleFolder: builtConsole() })
    for (const url of ["/", "/expert-mode/telephony-server/station/ip-clients/sip-clients/68"]) {
      const { status, body, headers } = await ask("GET", url, { headers: html })
      expect({ status, body }).toEqual({ status: 200, body: "<title>Homeport</title>" })
      expect(headers["cache-control"]).toBe("no-cache")
      expect(headers["content-security-policy"]).toContain("script-src 'self'")
      expect(headers["strict-transport-security"]).toBeUndefined()
      expect(headers["x-frame-options"]).toBeDefined()
    }
  })

  test("do not hide what is missing: an unknown API path or asset is 404, a console that was not built says so", async () => {
    const { ask } = await testServer({ consoleFolder: builtConsole() })
    expect((await ask("GET", "/api/nothing", { headers: html })).body.code).toBe("NotFound")
    expect((await ask("GET", "/assets/gone.js")).status).toBe(404)
    expect((await ask("GET", "/../../package.json")).status).toBe(404)
    const { ask: askUnbuilt } = await testServer({ consoleFolder: undefined })
    expect((await askUnbuilt("GET", "/", { headers: html })).body).toContain("npm start")
  })
})
