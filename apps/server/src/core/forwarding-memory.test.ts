import type { ForwardingEvidence } from "@homeport/sbc"
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

test("what was kept is recalled after the next start", () => {
  const store = storeOf()
  expect(createForwardingMemory(store).recall()).toEqual([])
  createForwardingMemory(store).keep([evidence])
  expect(createForwardingMemory(store).recall()).toEqual([evidence])
  createForwardingMemory(store).keep([])
  expect(createForwardingMemory(store).recall()).toEqual([])
})

test("what has not changed is not written again", () => {
  const store = storeOf()
  let written = 0
  const memory = createForwardingMemory({
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
    expect(createForwardingMemory(store).recall()).toEqual([])
  },
)
