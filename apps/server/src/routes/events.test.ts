import { eventAreas, type LoggedEvent } from "@homeport/contract"
import { expect, test } from "vitest"
import { testServer } from "../testing/test-server.fixture.ts"

async function office() {
  const server = await testServer()
  const { events } = server.services
  events.record({ code: "stun.lost", params: { server: "stun.example.net" } })
  events.record({ code: "call.refused.unknown-number", params: { from: "200", to: "999", source: "", status: 404 } })
  events.record({ code: "station.unreachable", params: { callNumber: "200", source: "192.0.2.7:5060" } })
  events.record({ code: "station.added", params: { by: "=1+1", index: 1, callNumber: "2000", name: 'A,"B"' } })
  const ask = await server.signIn("basic")
  // A login ends while the clock is turned.
  const codes = async (query: string) =>
    ((await (await server.signIn("basic"))("GET", `/api/events${query}`)).body.items as LoggedEvent[])
      .map(({ code }) => code)
      .filter((code) => code !== "account.signed-in")
  return { ...server, ask, codes }
}

test("the log is filtered by severity, area, station and words of its sentences", async () => {
  const { codes } = await office()
  expect(await codes("?severity=error")).toEqual(["stun.lost"])
  expect(await codes("?area=calls")).toEqual(["call.refused.unknown-number"])
  expect(await codes("?area=internet&severity=info")).toEqual([])
  expect(await codes("?station=200")).toEqual(["station.unreachable", "call.refused.unknown-number"])
  expect(await codes("?q=no+longer+answers")).toEqual(["station.unreachable", "stun.lost"])
  expect(await codes("?q=antwortet+192.0.2.7")).toEqual(["station.unreachable"])
  expect(await codes("?q=callNumber")).toEqual([])
  for (const area of eventAreas) expect((await codes(`?area=${area}`)).length).toBeLessThan(4)
})

test("and by time: the last hours, or from a moment to another", async () => {
  const { codes, turnClock, services } = await office()
  turnClock(2 * 3_600_000)
  services.events.record({ code: "system.stopped" })
  const at = (hours: number) => new Date(services.now() + hours * 3_600_000).toISOString()
  expect(await codes("?within=1")).toEqual(["system.stopped"])
  expect(await codes(`?from=${at(-1)}`)).toEqual(["system.stopped"])
  expect(await codes(`?to=${at(-1)}&area=internet`)).toEqual(["stun.lost"])
  expect(await codes(`?from=${at(-3)}&to=${at(-2.5)}`)).toEqual([])
  const { ask } = await office()
  expect((await ask("GET", "/api/events?from=yesterday")).status).toBe(400)
  expect((await ask("GET", "/api/events?within=0")).status).toBe(400)
})

test("what the filter lets through is a file in the language asked for, which no spreadsheet calculates", async () => {
  const { ask } = await office()
  const english = await ask("GET", "/api/events.csv?language=en&area=internet")
  expect(english.headers["content-type"]).toBe("text/csv; charset=utf-8")
  const [headings, ...lines] = String(english.body).trimEnd().split("\r\n")
  expect(headings).toBe("\uFEFFTime,Severity,Area,What happened,What to do,Times,Since,Code")
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(
    /,Error,Way to the internet,The STUN server stun\.example\.net no longer answers\.,"?Calls use/,
  )
  const german = String((await ask("GET", "/api/events.csv?language=de&area=settings")).body)
  expect(german).toContain("Zeit;Schweregrad;Bereich")
  expect(german).toContain(`;"'=1+1 hat Teilnehmer 1 angelegt: 2000 A,""B""."`)
})
