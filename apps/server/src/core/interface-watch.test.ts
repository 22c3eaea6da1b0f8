import { randomBytes } from "node:crypto"
import { type AvailableInterface, settingsDefaults } from "@homeport/contract"
import { createStore } from "@homeport/store"
import { expect, onTestFinished, test } from "vitest"
import { createToSbcConfig } from "../settings/sbc-config.ts"
import type { NewEvent } from "./event-recorder.ts"
import { watchInterfaces } from "./interface-watch.ts"

function watched() {
  const store = createStore({ path: ":memory:", key: randomBytes(32), defaults: settingsDefaults })
  onTestFinished(() => store.close())
  const chooses = (lan2: string) => {
    const draft = store.draft("Ada", 1)
    draft.setSettings("network-interfaces", { ...settingsDefaults["network-interfaces"], lan2 })
    store.commit(draft)
  }
  chooses("eth0")
  const eth0 = (address: string): AvailableInterface[] => [
    { name: "eth0", address, network: "192.168.1.0/24", defaultRoute: true, loopback: false },
  ]
  const machine = { interfaces: eth0("192.168.1.10"), accepts: true, reapplied: 0 }
  const recorded: NewEvent[] = []
  const look = watchInterfaces({
    store,
    settings: {
      async reapply() {
        machine.reapplied++
        return machine.accepts
      },
    },
    events: { record: (event) => recorded.push(event) },
    interfaces: () => machine.interfaces,
    toSbcConfig: createToSbcConfig(() => undefined),
  })
  const gets = (address: string) => {
    machine.interfaces = eth0(address)
  }
  return { look, machine, recorded, gets, chooses }
}

test("an interface that stays as it is asks for nothing", async () => {
  const { look, machine } = watched()
  await look()
  expect(machine.reapplied).toBe(0)
})

test("an interface with another address is bound anew, once, and the log says so", async () => {
  const { look, machine, recorded, gets } = watched()
  gets("192.168.1.11")
  await look()
  await look()
  expect(machine.reapplied).toBe(1)
  expect(recorded).toMatchObject([
    { code: "network.changed", params: { previous: "192.168.1.10", address: "192.168.1.11" } },
  ])
})

test("an address that cannot be bound yet is tried again at the next look", async () => {
  const { look, machine, recorded, gets } = watched()
  gets("192.168.1.11")
  machine.accepts = false
  await look()
  expect(recorded).toEqual([])
  machine.accepts = true
  await look()
  expect(machine.reapplied).toBe(2)
  expect(recorded).toHaveLength(1)
})

test("what an administrator chose runs already", async () => {
  const { look, machine, recorded, chooses } = watched()
  chooses("192.168.1.10")
  chooses("127.0.0.1")
  await look()
  expect({ reapplied: machine.reapplied, recorded }).toEqual({ reapplied: 0, recorded: [] })
})
