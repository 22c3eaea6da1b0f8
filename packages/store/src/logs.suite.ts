/** What every store must do with what only grows: events and ended calls. Run once on a file and once in memory. */
import { type AdminLogItem, mostEndedCalls } from "@homeport/contract"
import { afterEach, describe, expect, test } from "vitest"
import type { EndedCallQuery, EndedCallRow } from "./ended-calls.ts"
import { endedCallOf } from "./store.fixture.ts"
import type { Store } from "./store.ts"

export function logsSuite(name: string, open: () => Store): void {
  describe(`the logs of a store ${name}`, () => {
    const opened: Store[] = []
    const opens = (): Store => {
      const store = open()
      opened.push(store)
      return store
    }
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })

    test("the log is read newest first, filtered and page by page, and keeps its bound", async () => {
      const { events, journal } = opens()
      for (let id = 1; id <= 30; id++) {
        const code = id % 2 ? "system.started" : "system.stopped"
        journal.event({
          id,
          at: id,
          since: id,
          times: 1,
          severity: id % 3 ? "info" : "error",
          code,
          params: `{"n":"${id}%"}`,
        })
      }
      await journal.flush()
      expect(events.list({ limit: 3 })).toMatchObject({ total: 20, rows: [{ id: 30 }, { id: 29 }, { id: 28 }] })
      expect(events.list({ limit: 2, beyond: 28 }).rows.map((row) => row.id)).toEqual([27, 26])
      expect(events.list({ limit: 2, oldestFirst: true }).rows.map((row) => row.id)).toEqual([11, 12])
      expect(events.list({ limit: 50, severity: "error" }).total).toBe(7)
      expect(events.list({ limit: 50, code: "system.started" }).total).toBe(10)
      expect(events.list({ limit: 50, code: "system" }).total).toBe(20)
      expect(events.list({ limit: 50, code: "sys" }).total).toBe(0)
      expect(events.list({ limit: 50, q: "12%" })).toMatchObject({ total: 1, rows: [{ params: { n: "12%" } }] })
      // Words are looked for in what params say, not in how they are called; each of them must be there.
      expect(events.list({ limit: 50, q: "n" }).total).toBe(0)
      expect(events.list({ limit: 50, q: "% 12" }).total).toBe(1)
      expect(events.list({ limit: 50, q: "12 13" }).total).toBe(0)
      journal.event({ id: 31, at: 1, since: 1, times: 1, severity: "info", code: "odd", params: '{"n":"a\\"b\\\\c"}' })
      await journal.flush()
      expect(events.list({ limit: 50, q: 'a"b\\c' }).total).toBe(1)
      expect(events.lastId()).toBe(31)
    })

    test("events are found by kind, by station and by the words of their sentences", async () => {
      const { events, journal } = opens()
      const put = (id: number, code: string, params: object) =>
        journal.event({ id, at: id, since: id, times: 1, severity: "info", code, params: JSON.stringify(params) })
      put(1, "call.failed", { from: "200", to: "300" })
      put(2, "station.gone", { callNumber: "200", source: "300" })
      put(3, "system.started", { version: "200" })
      await journal.flush()
      const found = (filter: object) => events.page({ limit: 50, ...filter }).map(({ id }) => id)
      expect(found({ codes: ["call.failed", "system.started"] })).toEqual([3, 1])
      expect(found({ codes: [] })).toEqual([])
      expect(found({ station: "200" })).toEqual([2, 1])
      expect(found({ station: "300" })).toEqual([1])
      expect(found({ station: "20" })).toEqual([])
      expect(
        found({ q: "begun 200", codesSaying: (word: string) => (word === "begun" ? ["system.started"] : []) }),
      ).toEqual([3])
      expect(found({ from: 2 })).toEqual([3, 2])
      expect(found({ to: 2 })).toEqual([2, 1])
    })

    test("the Admin Log is written with the change it tells of, and not without", () => {
      const store = opens()
      const subject = { kind: "settings", section: "stun" } as const
      const item: AdminLogItem = { action: "changed", subject, count: 1, others: [], changes: [] }
      const entry = { at: 7, by: "Ada", address: "192.0.2.1", cause: null, items: [item] }
      const draft = store.draft("Ada", 7)
      draft.setSettings("stun", { ...draft.settings("stun"), server: "stun.example.net" })
      const late = store.draft("Bob", 8)
      store.commit(draft, entry)
      expect(() => store.commit(late, { ...entry, by: "Bob" })).toThrow()
      expect(store.adminLog.list({ limit: 5 })).toEqual({ total: 1, rows: [{ id: 1, ...entry }] })
      expect(store.adminLog.list({ limit: 5, place: "stun", q: "ada 192" }).total).toBe(1)
      expect(store.adminLog.list({ limit: 5, place: "station" }).total).toBe(0)
      expect(store.adminLog.list({ limit: 5, q: "section" }).total).toBe(0)
    })

    test("a station's events are those that name it, newest first, but for what its calls tell", async () => {
      const { events, journal } = opens()
      const add = (id: number, at: number, code: string, params: object) =>
        journal.event({ id, at, since: at, times: 1, severity: "info", code, params: JSON.stringify(params) })
      add(1, 10, "station.registered", { callNumber: "168" })
      add(2, 11, "station.registered", { callNumber: "16" })
      add(3, 12, "registration.refused.no-stun", { user: "168" })
      add(4, 12, "call.refused.loop", { from: "168", to: "168" })
      add(5, 13, "call.ended.failed", { from: "168", to: "1" })
      add(6, 9, "call.refused.unknown-number", { from: "1", to: "168" })
      add(7, 20, "system.started", { version: "168" })
      await journal.flush()
      const of = (limit: number, before?: { at: number; id: number }) => {
        const { total, rows } = events.ofStation({ callNumber: "168", limit, before })
        return [total, ...rows.map(({ id }) => id)]
      }
      expect(of(9)).toEqual([4, 4, 3, 1, 6])
      expect(of(2, { at: 12, id: 4 })).toEqual([4, 3, 1])
      expect(events.ofStation({ callNumber: "9", limit: 9 })).toEqual({ total: 0, rows: [] })
    })

    test("ended calls are filtered, sorted and read page by page; new figures take the place of the old", async () => {
      const { endedCalls, journal } = opens()
      const call = (id: number, more: Partial<EndedCallRow> = {}): void =>
        journal.endedCall({ ...endedCallOf(id), endedAt: 1000 + id, ...more })
      call(1, { caller: "168", duration: 5 })
      call(2, { callee: "168", outcome: "failed", loss: 3, words: "100 desk 168 ada" })
      call(3, { caller: "9", loss: 0.5, data: "old" })
      call(3, { caller: "9", loss: 2.5, data: "new" })
      await journal.flush()
      const ids = (query: Partial<EndedCallQuery>) =>
        endedCalls.list({ limit: 9, ...query }).calls.map(({ place }) => place.id)
      expect(ids({})).toEqual([3, 2, 1])
      expect(endedCalls.list({ limit: 1 })).toEqual({
        total: 3,
        calls: [{ place: { value: 1003, id: 3 }, data: "new" }],
      })
      expect(ids({ beyond: { value: 1003, id: 3 } })).toEqual([2, 1])
      expect(ids({ descending: false, beyond: { value: 1001, id: 1 } })).toEqual([2, 3])
      expect(ids({ sort: "loss" })).toEqual([2, 3, 1])
      expect(ids({ sort: "loss", beyond: { value: 3, id: 2 } })).toEqual([3, 1])
      expect(ids({ sort: "caller", descending: false })).toEqual([3, 2, 1])
      expect(ids({ callNumber: "168" })).toEqual([2, 1])
      expect(ids({ callNumber: "168", outcome: "failed" })).toEqual([2])
      expect(ids({ from: 1002, until: 1002 })).toEqual([2])
      expect(ids({ words: ["ada", "desk"] })).toEqual([2])
      expect(ids({ words: ["%"] })).toEqual([])
      expect(endedCalls.lastId()).toBe(3)
    })

    test("the newest 10,000 ended calls are kept", async () => {
      const { endedCalls, journal } = opens()
      for (let id = 1; id <= mostEndedCalls + 5; id++) journal.endedCall(endedCallOf(id))
      await journal.flush()
      expect(endedCalls.list({ limit: 1, descending: false })).toMatchObject({
        total: mostEndedCalls,
        calls: [{ place: { id: 6 } }],
      })
    })
  })
}
