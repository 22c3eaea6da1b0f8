import type { RegistrationTrial } from "@homeport/sbc"
import { expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

async function scene(trial: RegistrationTrial) {
  const it = await testServer()
  it.sbc.trial = trial
  const ask = await it.signIn("expert")
  await ask("POST", "/api/sip-clients", { body: { callNumber: "168", name: "Home", password: "Quiet-Lamp-73" } })
  return { ...it, try: async (query: string) => ask("GET", `/api/registrations/try?${query}`) }
}

const attempt = "address=203.0.113.7&transport=UDP&port=5070&user=168"

test("what the core would do with it is answered, with the station it is about", async () => {
  const it = await scene({ outcome: "refused", network: "outer", status: 403, cause: "no-stun" })
  const { body } = await it.try(`${attempt}&contact=192.168.178.20&userAgent=Yealink`)
  expect(body).toEqual({
    outcome: "refused",
    network: "outer",
    cause: "no-stun",
    status: 403,
    challenged: null,
    replaced: 0,
    station: { index: 1, callNumber: "168", name: "Home" },
  })
  expect(it.sbc.tried).toEqual({
    source: { host: "203.0.113.7", port: 5060 },
    transport: "UDP",
    port: 5070,
    user: "168",
    userAgent: "Yealink",
    contact: { host: "192.168.178.20", port: 5060 },
  })
})

test("a phone that writes its own address with another port is behind a symmetric NAT", async () => {
  const it = await scene({ outcome: "admitted", network: "inner", challenged: true, replaced: 2 })
  const { body } = await it.try(`${attempt}&sourcePort=40001&contactPort=5062`)
  expect(body).toMatchObject({ outcome: "admitted", challenged: true, replaced: 2, cause: null, status: null })
  expect(it.sbc.tried).toMatchObject({
    source: { host: "203.0.113.7", port: 40001 },
    contact: { host: "203.0.113.7", port: 5062 },
  })
})

test("a port that is not open, and a user that no station has", async () => {
  const it = await scene({ outcome: "not-open" })
  const { body } = await it.try(attempt.replace("168", "999"))
  expect(body).toMatchObject({ outcome: "not-open", network: null, station: null })
  expect(it.sbc.tried).toMatchObject({ contact: undefined, userAgent: "" })
})

test.each([
  ["address=phone.example&transport=UDP&port=5070&user=168", { address: "NotAnAddress" }],
  ["address=203.0.113.7&transport=SCTP&port=5070&user=168", { transport: "NotOneOf" }],
  ["address=203.0.113.7&transport=UDP&port=0&user=168", { port: "TooSmall" }],
  ["address=203.0.113.7&transport=UDP&port=5070&user=", { user: "Required" }],
  [`${attempt}&contact=%5B`, { contact: "NotAHost" }],
  [`${attempt}&password=secret`, { password: "UnknownKey" }],
])("%s is refused at the field", async (query, expected) => {
  const it = await scene({ outcome: "not-open" })
  const { status, body } = await it.try(query)
  const fields = body.fields as Record<string, { code: string }>
  expect([status, Object.fromEntries(Object.entries(fields).map(([name, { code }]) => [name, code]))]).toEqual([
    400,
    expected,
  ])
})
