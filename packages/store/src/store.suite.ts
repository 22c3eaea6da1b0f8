/** What every store must do, wherever it keeps things: run once on a file and once in memory. */
import { settingsDefaults } from "@homeport/contract"
import { afterEach, describe, expect, test } from "vitest"
import { Secret } from "./secret.ts"
import type { StationFields } from "./settings-state.ts"
import type { Store } from "./store.ts"

export const stationNamed = (callNumber: string, fields: Partial<StationFields> = {}): StationFields => ({
  callNumber,
  name: `Station ${callNumber}`,
  authenticationActive: true,
  password: Secret.of(`Pass-word-${callNumber}`),
  sipUserId: `SIP-${callNumber}`,
  realm: "SMO-SIP",
  digestAlgorithms: "md5",
  fixedIpAddress: null,
  secondarySystemId: "",
  internetRegistration: false,
  natTraversal: "endpoint",
  ...fields,
})

export function storeSuite(name: string, open: () => Store): void {
  describe(`a store ${name}`, () => {
    const opened: Store[] = []
    const opens = (): Store => {
      const store = open()
      opened.push(store)
      return store
    }
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close()
    })

    test("begins with the defaults and no station", () => {
      const { sections, stations } = opens().state()
      expect(sections.stun).toEqual({
        value: settingsDefaults.stun,
        version: 0,
        changedBy: undefined,
        changedAt: undefined,
      })
      expect(stations.size).toBe(0)
    })

    test("a draft changes nothing until it is committed", () => {
      const store = opens()
      const draft = store.draft("Ada", 5)
      draft.setSettings("dyndns", { hostName: "office.example.net", updatedBy: "office-router" })
      draft.addStation(stationNamed("168"))
      expect(store.state().stations.size).toBe(0)
      store.commit(draft)
      expect(store.state().sections.dyndns).toEqual({
        value: { hostName: "office.example.net", updatedBy: "office-router" },
        version: 1,
        changedBy: "Ada",
        changedAt: 5,
      })
      expect(store.state().stations.get(1)).toMatchObject({ index: 1, callNumber: "168", version: 1, changedBy: "Ada" })
    })

    test("versions never repeat, not even for a station that was deleted and added again", () => {
      const store = opens()
      const versions = ["add", "remove", "add"].map((what) => {
        const draft = store.draft("Ada", 5)
        if (what === "add") draft.addStation(stationNamed("168"))
        else draft.removeStation(1)
        store.commit(draft)
        return store.state().stations.get(1)?.version
      })
      expect(versions).toEqual([1, undefined, 3])
    })

    test("a new station takes the lowest free index, and the order stays by index", () => {
      const store = opens()
      const draft = store.draft("Ada", 5)
      for (const number of ["1", "2", "3"]) draft.addStation(stationNamed(number))
      draft.removeStation(2)
      expect(draft.addStation(stationNamed("9")).index).toBe(2)
      store.commit(draft)
      expect([...store.state().stations.keys()]).toEqual([1, 2, 3])
    })

    test("a certificate gets an id that none had before, not even one that was removed", () => {
      const store = opens()
      const add = (name: string) => {
        const draft = store.draft("Ada", 5)
        const { id } = draft.addCertificate({ name, pem: "-", privateKey: Secret.of("key"), generated: true })
        store.commit(draft)
        return id
      }
      expect([add("A"), add("B")]).toEqual([1, 2])
      const removal = store.draft("Ada", 6)
      removal.removeCertificate(2)
      store.commit(removal)
      expect(add("B")).toBe(3)
      expect([...store.state().certificates.keys()]).toEqual([1, 3])
      expect(store.state().certificates.get(3)).toMatchObject({ name: "B", version: 4, changedBy: "Ada" })
    })

    test("a number is remembered under its name", () => {
      const store = opens()
      expect(store.remembered("days")).toBeUndefined()
      store.remember("days", 30)
      store.remember("days", -1)
      expect(store.remembered("days")).toBe(-1)
      expect(store.rememberedText("days")).toBeUndefined()
    })

    test("and a text", () => {
      const store = opens()
      expect(store.rememberedText("word")).toBeUndefined()
      store.remember("word", "quiet")
      expect(store.rememberedText("word")).toBe("quiet")
      expect(store.remembered("word")).toBeUndefined()
    })

    test("two stations may exchange their call numbers in one change", () => {
      const store = opens()
      const first = store.draft("Ada", 5)
      first.addStation(stationNamed("1"))
      first.addStation(stationNamed("2"))
      store.commit(first)
      const exchange = store.draft("Ada", 6)
      exchange.changeStation(1, { callNumber: "2", sipUserId: "SIP-2" })
      exchange.changeStation(2, { callNumber: "1", sipUserId: "SIP-1" })
      store.commit(exchange)
      expect([...store.state().stations.values()].map((station) => station.callNumber)).toEqual(["2", "1"])
    })

    test("a commit that the database refuses leaves the former state", () => {
      const store = opens()
      const draft = store.draft("Ada", 5)
      draft.addStation(stationNamed("1"))
      draft.addStation(stationNamed("1", { sipUserId: "other" }))
      expect(() => store.commit(draft)).toThrow("UNIQUE")
      expect(store.state().stations.size).toBe(0)
      const next = store.draft("Ada", 6)
      next.addStation(stationNamed("1"))
      store.commit(next)
      expect(store.state().stations.size).toBe(1)
    })

    test("a draft of an older state is refused", () => {
      const store = opens()
      const [one, other] = [store.draft("Ada", 5), store.draft("Bob", 5)]
      one.addStation(stationNamed("1"))
      store.commit(one)
      other.addStation(stationNamed("2"))
      expect(() => store.commit(other)).toThrow("older state")
    })

    test("resetting a password ends the logins of that account alone", () => {
      const { accounts, logins } = opens()
      for (const name of ["ada", "bob"]) {
        accounts.add({ name, role: "expert", passwordHash: Secret.of("old") }, 1)
        logins.add(Buffer.from(name), name, "127.0.0.1", 1)
      }
      expect(accounts.resetPassword("ADA", Secret.of("new"))).toBe(true)
      expect(accounts.resetPassword("eve", Secret.of("new"))).toBe(false)
      expect(accounts.read("ada")?.passwordHash.reveal()).toBe("new")
      expect(logins.read(Buffer.from("ada"))).toBeUndefined()
      expect(logins.read(Buffer.from("bob"))).toMatchObject({ account: "bob", role: "expert" })
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

    test("of a binding that changed twice the last state is stored, and one that went is gone", async () => {
      const store = opens()
      store.journal.binding({ callNumber: "1", contact: "sip:1@a", data: "old" })
      store.journal.binding({ callNumber: "1", contact: "sip:1@a", data: "new" })
      store.journal.binding({ callNumber: "1", contact: "sip:1@b", data: "other" })
      await store.journal.flush()
      store.journal.binding({ callNumber: "1", contact: "sip:1@b", data: undefined })
      await store.journal.flush()
      expect(store.bindings()).toEqual(["new"])
      expect(store.journal.problem()).toBeUndefined()
    })
  })
}
