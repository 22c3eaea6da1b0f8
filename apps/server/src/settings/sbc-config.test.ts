import { randomBytes } from "node:crypto"
import { inspect } from "node:util"
import { settingsDefaults, sipClientDefaults } from "@homeport/contract"
import { createStore, type Draft, Secret } from "@homeport/store"
import { describe, expect, onTestFinished, test } from "vitest"
import { testInterfaces } from "../testing/test-server.fixture.ts"
import { firstInterfaces } from "./defaults.ts"
import { createToSbcConfig } from "./sbc-config.ts"

function configAfter(edit: (draft: Draft) => void, interfaces = testInterfaces) {
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  onTestFinished(() => store.close())
  const draft = store.draft("Ada", 1)
  edit(draft)
  return createToSbcConfig(() => undefined)(draft.state(), interfaces)
}

const networks = (settings: object, interfaces = testInterfaces) =>
  configAfter((draft) => {
    draft.setSettings("network-interfaces", { lan1: null, lan2: null, voip: "lan2", localNetworks: [], ...settings })
  }, interfaces).networks

test("the defaults are the guide's ports, 60 channels and no STUN server", () => {
  expect(configAfter(() => {})).toMatchObject({
    ports: { inner: 5060, outer: 5070, rtp: { from: 29100, to: 30530 } },
    channels: 60,
    realm: "SMO-SIP",
    stations: [],
    stun: { mode: "automatic", server: undefined },
  })
})

describe("the networks", () => {
  test("of Figure 2: everything on LAN 2", () => {
    expect(networks({ lan2: "eth0" })).toEqual({
      inner: ["192.168.1.10"],
      outer: "192.168.1.10",
      local: ["192.168.1.0/24"],
    })
  })

  test("of Figure 3: the internet through LAN 1 (WAN), phones on both", () => {
    const wan = {
      name: "eth1",
      address: "192.168.178.2",
      network: "192.168.178.0/24",
      defaultRoute: true,
      loopback: false,
    }
    expect(networks({ lan1: "eth1", lan2: "eth0", voip: "lan1" }, [...testInterfaces, wan])).toEqual({
      inner: ["192.168.178.2", "192.168.1.10"],
      outer: "192.168.178.2",
      local: ["192.168.178.0/24", "192.168.1.0/24"],
    })
  })

  test("of an address that is not listed by itself but lives in a listed network", () => {
    expect(networks({ lan2: "127.0.0.9" }).local).toEqual(["127.0.0.0/8"])
    expect(networks({ lan2: "203.0.113.9" }).local).toEqual(["203.0.113.9/32"])
  })

  test("hold one address once, though an interface was given the one that is chosen by itself", () => {
    expect(networks({ lan1: "eth0", lan2: "192.168.1.10" }).inner).toEqual(["192.168.1.10"])
  })

  test("never hold 0.0.0.0: an interface without an address leaves loopback", () => {
    expect(networks({ lan2: "eth9" })).toEqual({ inner: ["127.0.0.1"], outer: "127.0.0.1", local: ["127.0.0.0/8"] })
  })
})

test("the first start takes the address asked for, else the default route's interface, else nothing", () => {
  expect(firstInterfaces("192.0.2.5", testInterfaces)).toMatchObject({ lan2: "192.0.2.5", voip: "lan2" })
  expect(firstInterfaces(undefined, testInterfaces)).toMatchObject({ lan2: "eth0" })
  expect(firstInterfaces(undefined, testInterfaces.slice(0, 1))).toBeUndefined()
})

test("a station's digests appear in nothing that prints its configuration", () => {
  const config = configAfter((draft) => {
    const fields = {
      name: "A",
      authenticationActive: true,
      realm: "r",
      digestAlgorithms: "md5",
      fixedIpAddress: null,
    } as const
    const rest = { secondarySystemId: "", internetRegistration: false, natTraversal: "endpoint" } as const
    const limits = { internetRegistrationUntil: null, userAgentPrefix: "" }
    draft.addStation({ ...fields, ...rest, ...limits, callNumber: "1", sipUserId: "u", password: Secret.of("p") })
  })
  // echo -n u:r:p | md5sum
  expect(config.stations[0]?.ha1?.md5.reveal()).toBe("44add22b6f3179b751eafd68ee370f7d")
  expect(inspect(config, { depth: 9 }) + JSON.stringify(config)).not.toContain("44add22b")
})

test.each([
  [{ internetRegistrationUntil: null, userAgentPrefix: "" }, [undefined, undefined]],
  [{ internetRegistrationUntil: "2026-05-04T21:59:59Z", userAgentPrefix: "Yealink" }, [1_777_931_999_000, "Yealink"]],
])("what limits a station is told to the core: %j", (limits, expected) => {
  const [station] = configAfter((draft) => {
    draft.addStation({
      ...sipClientDefaults,
      callNumber: "1",
      name: "A",
      sipUserId: "u",
      password: undefined,
      ...limits,
    })
  }).stations
  expect([station?.internetRegistrationUntil, station?.userAgentPrefix]).toEqual(expected)
})
