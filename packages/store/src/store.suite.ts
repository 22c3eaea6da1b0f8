/** What every store must do, wherever it keeps things: run once on a file and once in memory. */
import { settingsDefaults } from "@homeport/contract"
import { afterEach, describe, expect, test } from "vitest"
import { accountsSuite } from "./accounts.suite.ts"
import { mostFetches, mostUnknownDevices } from "./device-log.ts"
import { Secret } from "./secret.ts"
import type { DeviceFields } from "./settings-state.ts"
import { deviceAt, fetchOf, knock, lastFetchOf, linkOf, openedHomeLink, stationNamed } from "./store.fixture.ts"
import type { Store } from "./store.ts"

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
      draft.setSettings("dyndns", { ...settingsDefaults.dyndns, hostName: "office.example.net" })
      draft.addStation(stationNamed("168"))
      expect(store.state().stations.size).toBe(0)
      store.commit(draft)
      expect(store.state().sections.dyndns).toEqual({
        value: { ...settingsDefaults.dyndns, hostName: "office.example.net" },
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

    /** One station with two devices, each with a link and a fetch. */
    const withDevices = (store: Store): void => {
      const draft = store.draft("Ada", 5)
      draft.addStation(stationNamed("168"))
      draft.addDevice(deviceAt(1, "001565aabbcc"))
      draft.addDevice(deviceAt(1))
      store.commit(draft)
      store.deviceStates.fetched(1, linkOf("one"), lastFetchOf())
      store.deviceStates.fetched(2, linkOf("two"), lastFetchOf())
    }

    test("a station takes its devices along, with their links and what they fetched", () => {
      const store = opens()
      withDevices(store)
      const draft = store.draft("Ada", 6)
      draft.removeStation(1)
      store.commit(draft)
      expect(store.state().devices.size).toBe(0)
      expect(store.deviceStates.withToken("one")).toBeUndefined()
      expect(store.deviceStates.lastFetchOf(2)).toBeUndefined()
      const next = store.draft("Ada", 7)
      next.addStation(stationNamed("168"))
      expect(next.addDevice(deviceAt(1)).id).toBe(3)
    })

    test("a link ends with another MAC address or model, and with nothing else", () => {
      const store = opens()
      withDevices(store)
      const change = (fields: Partial<DeviceFields>) => {
        const draft = store.draft("Ada", 6)
        draft.changeDevice(1, fields)
        store.commit(draft)
        return store.deviceStates.withToken("one")?.device
      }
      expect(change({ language: "de", transport: "tls", mac: "001565aabbcc" })).toBe(1)
      expect(change({ mac: "001565aabbdd" })).toBeUndefined()
      expect(store.deviceStates.withToken("two")?.device).toBe(2)
      expect(store.deviceStates.lastFetchOf(1)).toEqual(lastFetchOf())
    })

    test("a home link is replaced by the next one, and goes with its device alone", () => {
      const store = opens()
      const { homeLinks } = store
      const adding = store.draft("Ada", 1)
      for (const station of [adding.addStation(stationNamed("168")).index, 1]) adding.addDevice(deviceAt(station))
      store.commit(adding)
      homeLinks.put(1, openedHomeLink)
      homeLinks.put(1, { ...openedHomeLink, tokenHash: "gh", opened: undefined })
      homeLinks.put(2, openedHomeLink)
      expect(homeLinks.withToken("gh")).toMatchObject({ device: 1, link: { opened: undefined } })
      expect(homeLinks.withToken("ef")?.device).toBe(2)
      const changing = store.draft("Ada", 2)
      changing.changeDevice(1, { model: "baresip" })
      store.commit(changing)
      expect(homeLinks.of(1)?.tokenHash).toBe("gh")
      const removing = store.draft("Ada", 3)
      removing.removeStation(1)
      store.commit(removing)
      expect([homeLinks.of(1), homeLinks.withToken("gh")]).toEqual([undefined, undefined])
    })

    test("a device whose MAC address another has is refused, and no link with it", () => {
      const store = opens()
      withDevices(store)
      const draft = store.draft("Ada", 6)
      draft.changeDevice(2, { mac: "001565aabbcc" })
      expect(() => store.commit(draft)).toThrow("UNIQUE")
      expect(store.deviceStates.withToken("two")?.device).toBe(2)
    })

    test("two devices may exchange their MAC addresses in one change", () => {
      const store = opens()
      withDevices(store)
      const draft = store.draft("Ada", 6)
      draft.changeDevice(2, { mac: "001565aabbcc" })
      draft.changeDevice(1, { mac: null })
      store.commit(draft)
      expect([...store.state().devices.values()].map(({ mac }) => mac)).toEqual([null, "001565aabbcc"])
    })

    test("a new link takes the place of the one before it; several are put all or none", () => {
      const { deviceStates } = opens()
      deviceStates.putLinks([
        [1, linkOf("one")],
        [2, linkOf("two")],
      ])
      deviceStates.putLinks([[1, linkOf("other")]])
      expect(deviceStates.withToken("one")).toBeUndefined()
      expect(deviceStates.withToken("other")?.device).toBe(1)
      const twice = [
        [3, linkOf("three")],
        [4, { ...linkOf("four"), opensUntil: Number.NaN }],
      ] as const
      expect(() => deviceStates.putLinks(twice)).toThrow()
      expect(deviceStates.linkOf(3)).toBeUndefined()
      deviceStates.putLinks([[1, undefined]])
      expect(deviceStates.linkOf(1)).toBeUndefined()
    })

    test("the log of fetches and the unknown phones keep their bounds, and the newest", async () => {
      const { deviceLog, journal } = opens()
      for (let n = 0; n < mostFetches + 5; n++) deviceLog.addFetch(fetchOf(`${n}.cfg`))
      expect(deviceLog.fetches()).toHaveLength(mostFetches)
      expect(deviceLog.fetches()[0]).toMatchObject({ id: mostFetches + 5, file: `${mostFetches + 4}.cfg` })
      const mac = (n: number) => n.toString(16).padStart(12, "0")
      for (let n = 0; n < mostUnknownDevices; n++) deviceLog.seen({ ...knock, mac: mac(n), at: n })
      deviceLog.seen({ ...knock, mac: mac(0), at: 900 })
      deviceLog.seen({ ...knock, mac: mac(999), at: 901 })
      expect([...deviceLog.unknownDevices()]).toHaveLength(mostUnknownDevices)
      expect(deviceLog.unknownDevice(mac(0))).toMatchObject({ firstAt: 0, lastAt: 900, times: 2 })
      expect(deviceLog.unknownDevice(mac(1))).toBeUndefined()
      await journal.flush()
      expect(journal.problem()).toBeUndefined()
    })

    test("blocks go through the journal, and what the command line asks waits until it is done", async () => {
      const store = opens()
      store.journal.block({ network: "203.0.113.7", data: '"first"' })
      store.journal.block({ network: "203.0.113.0/24", data: '"network"' })
      await store.journal.flush()
      store.journal.block({ network: "203.0.113.7", data: '"later"' })
      store.journal.block({ network: "203.0.113.0/24", data: undefined })
      await store.journal.flush()
      expect(store.journal.problem()).toBeUndefined()
      expect(store.blocks()).toEqual(['"later"'])
      const { unblockRequests } = store
      unblockRequests.add("203.0.113.7")
      unblockRequests.add("203.0.113.7")
      unblockRequests.add(undefined)
      expect([unblockRequests.waits("203.0.113.7"), unblockRequests.waits("203.0.113.8")]).toEqual([true, false])
      expect(new Set(unblockRequests.waiting())).toEqual(new Set(["203.0.113.7", undefined]))
      unblockRequests.done(undefined)
      expect([unblockRequests.waiting(), unblockRequests.waits(undefined)]).toEqual([["203.0.113.7"], false])
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

    test("a text is remembered under its name, and is no number", () => {
      const store = opens()
      expect(store.rememberedText("note")).toBeUndefined()
      store.remember("note", "first")
      store.remember("note", "second")
      expect([store.rememberedText("note"), store.remembered("note")]).toEqual(["second", undefined])
    })

    test("a secret of the settings comes and goes with the draft that has it", () => {
      const store = opens()
      const revealed = () => store.state().secrets.get("dyndns-password")?.reveal()
      const first = store.draft("Ada", 5)
      first.setSecret("dyndns-password", Secret.of("Lantern"))
      expect(revealed()).toBeUndefined()
      store.commit(first)
      expect(revealed()).toBe("Lantern")
      const other = store.draft("Ada", 6)
      other.setSettings("dyndns", { ...settingsDefaults.dyndns, userName: "ada" })
      store.commit(other)
      expect(revealed()).toBe("Lantern")
      const last = store.draft("Ada", 7)
      last.setSecret("dyndns-password", undefined)
      store.commit(last)
      expect(store.state().secrets.size).toBe(0)
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

    accountsSuite(opens)

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
