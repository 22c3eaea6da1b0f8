import { expect, test } from "vitest"
import type { HttpQuestion } from "../dyndns/ask-once.ts"
import { testServer } from "../testing/test-server.fixture.ts"

const homeport = {
  hostName: "office.example.net",
  updatedBy: "homeport",
  provider: "own",
  updateUrl: "https://dyndns.example.net/nic/update?hostname=<hostname>&myip=<ip>",
  userName: "ada",
  refreshDays: 25,
}
const path = "/api/settings/dyndns"
const mapped = { mode: "static", staticIpAddress: "203.0.113.7", staticPort: 5070 }

/** A system whose public address is known, and a provider that answers what the test says. */
async function office(words: () => string = () => "good") {
  const questions: HttpQuestion[] = []
  const server = await testServer({
    askOnce: async (question) => {
      questions.push(question)
      return { ok: true, status: 200, mediaType: "text/plain", body: words() }
    },
  })
  server.sbc.stunView = {
    ...server.sbc.stunView,
    state: "static",
    mapped: { host: mapped.staticIpAddress, port: 5070 },
  }
  const ask = await server.signIn()
  return { ...server, ask, questions }
}

test("what scripts have always sent is still enough", async () => {
  const { ask } = await office()
  const body = { hostName: "office.example.net", updatedBy: "office-router" }
  expect((await ask("PUT", path, { body })).status).toBe(200)
  expect((await ask("GET", path)).body).toEqual({
    ...body,
    provider: "own",
    updateUrl: "",
    userName: "",
    refreshDays: 25,
    passwordSet: false,
  })
})

test("Apply updates at once, and the password goes to the provider and nowhere else", async () => {
  const { ask, questions, services, logged } = await office(() => "nohost Lantern-42")
  const { status, body } = await ask("PUT", path, { body: { ...homeport, password: "Lantern-42" } })
  expect([status, body]).toEqual([200, { ...homeport, passwordSet: true }])
  const basic = Buffer.from("ada:Lantern-42").toString("base64")
  expect(questions.map(({ headers }) => headers.authorization)).toEqual([`Basic ${basic}`])
  await expect.poll(async () => (await ask("GET", "/api/dyndns")).body.update.state).toBe("stopped")
  const seen = JSON.stringify([
    await ask("GET", path),
    await ask("GET", "/api/dyndns"),
    await ask("GET", "/api/events"),
    services.store.state(),
    logged,
  ])
  expect(seen).toContain("dyndns.stopped")
  for (const secret of ["Lantern-42", basic]) expect(seen).not.toContain(secret)
})

test("an absent password stays, at its server alone", async () => {
  const { ask, services } = await office()
  const stored = () => services.store.state().secrets.get("dyndns-password")?.reveal()
  expect((await ask("PUT", path, { body: homeport })).body.fields).toMatchObject({ password: { code: "Required" } })
  await ask("PUT", path, { body: { ...homeport, password: "Lantern-42" } })
  expect((await ask("PUT", path, { body: { ...homeport, hostName: "new.example.net" } })).status).toBe(200)
  expect(stored()).toBe("Lantern-42")
  const elsewhere = { ...homeport, updateUrl: "https://elsewhere.example.net/?ip=<ip>" }
  const refused = await ask("PUT", path, { body: elsewhere })
  expect(refused.body.fields).toMatchObject({ password: { code: "PasswordOfOtherServer" } })
  // The way around: the other server first, while nobody updates.
  await ask("PUT", path, { body: { ...elsewhere, updatedBy: "office-router" } })
  expect(stored()).toBeUndefined()
  expect((await ask("PUT", path, { body: elsewhere })).body.fields).toMatchObject({ password: { code: "Required" } })
})

test("a wrong field is said in words, and nothing is stored", async () => {
  const { ask, questions } = await office()
  const body = { ...homeport, updateUrl: "http://dyndns.example.net/?ip=<ip>", password: "Lantern-42" }
  const { status, body: answer } = await ask("PUT", path, { body })
  expect([status, answer.fields.updateUrl.code]).toEqual([400, "UpdateUrlNotSecure"])
  expect((await ask("GET", path)).body).toMatchObject({ updatedBy: "office-router", passwordSet: false })
  expect(questions).toEqual([])
})

test("an update is sent on demand, by experts, where Homeport updates", async () => {
  let words = "badauth"
  const { ask, signIn, questions, turnClock } = await office(() => words)
  expect((await ask("POST", "/api/dyndns/update")).body).toMatchObject({ code: "DyndnsNotUpdatedHere" })
  await ask("PUT", path, { body: { ...homeport, password: "Lantern-42" } })
  await expect.poll(async () => (await ask("GET", "/api/dyndns")).body.update.state).toBe("stopped")
  expect((await (await signIn("enhanced"))("POST", "/api/dyndns/update")).status).toBe(403)
  turnClock(60_000)
  words = "good 203.0.113.7"
  expect((await ask("POST", "/api/dyndns/update")).body.update).toMatchObject({ state: "updating" })
  await expect.poll(async () => (await ask("GET", "/api/dyndns")).body.update.state).toBe("idle")
  expect(questions).toHaveLength(2)
})
