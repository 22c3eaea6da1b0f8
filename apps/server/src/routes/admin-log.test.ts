import type { AdminLogEntry } from "@homeport/contract"
import { stunDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

const password = "Harbour-7-Light"
const secret = { secret: true }

async function office() {
  const server = await testServer()
  const ask = await server.signIn()
  const log = async (query = "") => (await ask("GET", `/api/admin-log${query}`)).body.items as AdminLogEntry[]
  const addStation = (callNumber: string, name = "Ada") =>
    ask("POST", "/api/sip-clients", { body: { callNumber, name, password } })
  return { ...server, ask, log, addStation }
}

test("a change is told field by field, with who made it and from where", async () => {
  const { ask, log } = await office()
  await ask("PUT", "/api/settings/stun", { body: { ...stunDefaults, server: "stun.example.net" } })
  await ask("PUT", "/api/settings/stun", { body: { ...stunDefaults, server: "127.0.0.1", port: 3479 } })
  expect(await log()).toMatchObject([
    {
      by: "expert",
      address: "127.0.0.1",
      cause: null,
      items: [
        {
          action: "changed",
          subject: { kind: "settings", section: "stun" },
          count: 1,
          changes: [
            { field: "server", from: "stun.example.net", to: "127.0.0.1" },
            { field: "port", from: 3478, to: 3479 },
          ],
        },
      ],
    },
    { items: [{ changes: [{ field: "server", from: null, to: "stun.example.net" }] }] },
  ])
})

test("what is applied without a change is no entry, and neither is what was refused", async () => {
  const { ask, log, sbc } = await office()
  await ask("PUT", "/api/settings/stun", { body: stunDefaults })
  sbc.problems = [{ name: "SIP", transport: "UDP", address: "127.0.0.1", port: 5060, code: "address-in-use" }] as never
  await ask("PUT", "/api/settings/stun", { body: { ...stunDefaults, server: "stun.example.net" } })
  expect(await log()).toEqual([])
})

test("secrets are only told to have changed, of a station and of a page", async () => {
  const { ask, log, addStation, logged } = await office()
  await addStation("200")
  await ask("PATCH", "/api/sip-clients/1", { body: { password: "Another-Harbour-7" } })
  await ask("PUT", "/api/settings/notifications", { body: { webhookSecret: "sixteen letters and more" } })
  const [page, changed, added] = await log()
  expect(page?.items[0]?.changes).toEqual([{ field: "webhookSecret", from: null, to: secret }])
  expect(changed?.items).toEqual([
    {
      action: "changed",
      subject: { kind: "station", index: 1, callNumber: "200", name: "Ada" },
      count: 1,
      others: [],
      changes: [{ field: "password", from: secret, to: secret }],
    },
  ])
  expect(added?.items[0]?.changes).toContainEqual({ field: "password", from: null, to: secret })
  const seen = JSON.stringify([await log(), logged])
  for (const each of [password, "Another-Harbour-7", "sixteen letters"]) expect(seen).not.toContain(each)
})

test("what happened alike to many is one item with their number; an import says that it was one", async () => {
  const { ask, log } = await office()
  const lines = Array.from({ length: 30 }, (_, at) => `${300 + at};Phone ${at};${password}`)
  const content = `Call number;Name;Password\r\n${lines.join("\r\n")}`
  const file = { content, encoding: "text", language: "en" }
  const { body: preview } = await ask("POST", "/api/sip-clients/csv/preview", { body: file })
  const applied = await ask("POST", "/api/sip-clients/csv", { body: { ...file, version: preview.version } })
  expect(applied.status).toBe(200)
  const [imported] = await log()
  expect(imported).toMatchObject({ cause: "import", items: [{ action: "added", count: 30, changes: [] }] })
  expect(imported?.items[0]?.others).toHaveLength(19)
})

test("is filtered by page, words and time, and paged; nobody but experts reads it", async () => {
  const { ask, log, addStation, turnClock, signIn } = await office()
  await addStation("200", "Ada")
  turnClock(25 * 3_600_000)
  const again = await signIn()
  await again("PUT", "/api/settings/stun", { body: { ...stunDefaults, server: "stun.example.net" } })
  const found = async (query: string) =>
    ((await again("GET", `/api/admin-log${query}`)).body.items as AdminLogEntry[]).map(
      ({ items }) => items[0]?.subject.kind,
    )
  expect(await found("")).toEqual(["settings", "station"])
  expect(await found("?place=station")).toEqual(["station"])
  expect(await found("?place=stun")).toEqual(["settings"])
  expect(await found("?q=STUN.EXAMPLE")).toEqual(["settings"])
  expect(await found("?q=ada+200")).toEqual(["station"])
  expect(await found("?q=subject")).toEqual([])
  expect(await found("?within=24")).toEqual(["settings"])
  const first = await again("GET", "/api/admin-log?limit=1")
  expect(first.body).toMatchObject({ total: 2, items: [{ items: [{ subject: { kind: "settings" } }] }] })
  expect(await found(`?limit=1&cursor=${first.body.next}`)).toEqual(["station"])
  expect((await again("GET", "/api/admin-log?cursor=x")).status).toBe(400)
  expect((await (await signIn("enhanced"))("GET", "/api/admin-log")).status).toBe(403)
  expect(await log()).toBeUndefined()
  expect((await ask("GET", "/api/admin-log")).status).toBe(401)
})
