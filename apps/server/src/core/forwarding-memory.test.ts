import { phonesProofs, sipProofs } from "@homeport/contract"
import type { ForwardingEvidence } from "@homeport/sbc"
import type { Store } from "@homeport/store"
import { expect, test } from "vitest"
import { storeOf } from "../testing/store.fixture.ts"
import { createForwardingMemory } from "./forwarding-memory.ts"

const evidence: ForwardingEvidence = {
  transport: "TCP",
  local: { host: "192.168.1.10", port: 5070 },
  externalPort: 5070,
  at: 1_800_000_000_000,
  from: "203.0.113.7",
  how: "http",
}

const memoryOf = (store: Pick<Store, "rememberedText" | "remember">) =>
  createForwardingMemory(store, "forwarding", sipProofs)

test("what was kept is recalled after the next start", () => {
  const store = storeOf()
  expect(memoryOf(store).recall()).toEqual([])
  memoryOf(store).keep([evidence])
  expect(memoryOf(store).recall()).toEqual([evidence])
  memoryOf(store).keep([])
  expect(memoryOf(store).recall()).toEqual([])
})

test("the SIP ports and the phones' listener are kept apart, and each by what can prove it", () => {
  const store = storeOf()
  const phones = createForwardingMemory(store, "phones-forwarding", phonesProofs)
  phones.keep([{ ...evidence, how: "fetch" }])
  expect(memoryOf(store).recall()).toEqual([])
  expect(phones.recall()).toEqual([{ ...evidence, how: "fetch" }])
  memoryOf(store).keep([evidence])
  store.remember("forwarding", store.rememberedText("phones-forwarding") ?? "")
  expect(memoryOf(store).recall()).toEqual([])
})

test("what has not changed is not written again", () => {
  const store = storeOf()
  let written = 0
  const memory = memoryOf({
    rememberedText: store.rememberedText,
    remember(name, value) {
      written++
      store.remember(name, value)
    },
  })
  memory.keep([])
  memory.keep([evidence])
  memory.keep([{ ...evidence }])
  expect(written).toBe(1)
})

test.each(["no JSON", "{}", "[null, 7]", JSON.stringify([{ ...evidence, how: "hearsay" }])])(
  "what cannot be read is proven anew: %s",
  (text) => {
    const store = storeOf()
    store.remember("forwarding", text)
    expect(memoryOf(store).recall()).toEqual([])
  },
)
