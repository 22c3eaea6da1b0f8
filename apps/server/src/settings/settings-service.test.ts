import { randomBytes } from "node:crypto"
import { settingsDefaults } from "@homeport/contract"
import { createStore } from "@homeport/store"
import { describe, expect, onTestFinished, test } from "vitest"
import { createFakeSbc } from "../testing/fake-sbc.ts"
import { testInterfaces } from "../testing/test-server.fixture.ts"
import { createToSbcConfig } from "./sbc-config.ts"
import { createSettingsService, type SettingsChange } from "./settings-service.ts"

function service() {
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  onTestFinished(() => store.close())
  const toSbcConfig = createToSbcConfig(() => undefined)
  const interfaces = () => testInterfaces
  const sbc = createFakeSbc({
    config: toSbcConfig(store.state(), testInterfaces),
    bindings: [],
    nonceKey: randomBytes(32),
    onEvent: () => {},
  })
  const told: SettingsChange[] = []
  const onChanged = (change: SettingsChange) => told.push(change)
  const settings = createSettingsService({ store, core: sbc, toSbcConfig, interfaces, now: () => 5, onChanged })
  const setPort = (sipExt: number) =>
    settings.change("Ada", (draft) =>
      draft.setSettings("port-management", { ...settingsDefaults["port-management"], sipExt }),
    )
  return { store, sbc, settings, told, setPort }
}

describe("a change", () => {
  test("is prepared, stored, activated and told, in this order", async () => {
    const { store, sbc, told, setPort } = service()
    const order: string[] = []
    const commit = store.commit
    store.commit = (draft) => {
      order.push(...sbc.steps)
      commit(draft)
    }
    await setPort(6070)
    expect(order).toEqual(["prepare"])
    expect(sbc.steps).toEqual(["prepare", "activate"])
    expect(sbc.running.ports.outer).toBe(6070)
    expect(store.state().sections["port-management"].value.sipExt).toBe(6070)
    expect(told).toMatchObject([{ by: "Ada", sections: new Set(["port-management"]) }])
  })

  test("that the core refuses is neither running nor stored", async () => {
    const { store, sbc, told, setPort } = service()
    sbc.problems = [
      { code: "permission-denied", setting: "ports.outer", transport: "UDP", address: "127.0.0.1", port: 70 },
    ]
    await expect(setPort(70)).rejects.toMatchObject({
      code: "PermissionDenied",
      fields: { sipExt: { code: "PermissionDenied", params: { port: 70 } } },
    })
    expect(sbc.running.ports.outer).toBe(5070)
    expect(store.state().sections["port-management"].value.sipExt).toBe(5070)
    expect(told).toEqual([])
  })

  test("that cannot be stored gives back what was prepared", async () => {
    const { store, sbc, told, setPort } = service()
    store.commit = () => {
      throw new Error("disk full")
    }
    await expect(setPort(6070)).rejects.toThrow("disk full")
    expect(sbc.steps).toEqual(["prepare", "discard"])
    expect(sbc.running.ports.outer).toBe(5070)
    expect(told).toEqual([])
  })

  test("that is refused by its own rules never reaches the core", async () => {
    const { sbc, settings } = service()
    const refused = settings.change("Ada", () => {
      throw new Error("no")
    })
    await expect(refused).rejects.toThrow("no")
    expect(sbc.steps).toEqual([])
  })
})

test("changes run one after the other, each on what the one before left, whatever became of it", async () => {
  const { store, sbc, settings } = service()
  const add = (number: string) =>
    settings.change("Ada", (draft) => {
      if (number === "bad") throw new Error("no")
      return draft.addStation({
        callNumber: number,
        name: number,
        authenticationActive: false,
        password: undefined,
        sipUserId: number,
        realm: "r",
        digestAlgorithms: "md5",
        fixedIpAddress: null,
        secondarySystemId: "",
        internetRegistration: false,
        internetRegistrationUntil: null,
        userAgentPrefix: "",
        natTraversal: "endpoint",
      }).index
    })
  const outcomes = await Promise.allSettled([add("1"), add("bad"), add("2"), add("3")])
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"])
  expect([...store.state().stations.keys()]).toEqual([1, 2, 3])
  expect(sbc.running.stations.map(({ callNumber }) => callNumber)).toEqual(["1", "2", "3"])
})

test("an unchanged station keeps its configuration, and with it the digests it has computed", async () => {
  const { sbc, settings, setPort } = service()
  await settings.change("Ada", (draft) => {
    const fields = {
      name: "A",
      authenticationActive: false,
      password: undefined,
      realm: "r",
      digestAlgorithms: "md5",
    } as const
    const rest = {
      fixedIpAddress: null,
      secondarySystemId: "",
      internetRegistration: false,
      internetRegistrationUntil: null,
      userAgentPrefix: "",
      natTraversal: "endpoint",
    } as const
    draft.addStation({ ...fields, ...rest, callNumber: "1", sipUserId: "1" })
  })
  const before = sbc.running.stations[0]
  await setPort(6070)
  expect(sbc.running.stations[0]).toBe(before)
})
