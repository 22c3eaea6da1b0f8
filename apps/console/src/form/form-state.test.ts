import { expect, test } from "vitest"
import { changed, changedNames, filled, kept, received, taken, undone } from "./form-state.ts"

const form = () =>
  filled<{ name: string; number: string; active: boolean }>({
    version: "1",
    values: { name: "SIP-168", number: "168", active: true },
  })

test("a clean field follows what somebody else stored", () => {
  const state = received(form(), { version: "2", values: { name: "Reception", number: "168", active: true } })
  expect(state.values.name).toBe("Reception")
  expect(state.version).toBe("2")
  expect(changedNames(state)).toEqual([])
})

test("a changed field stays while others follow", () => {
  const state = received(changed(form(), "number", "200"), {
    version: "2",
    values: { name: "Reception", number: "168", active: true },
  })
  expect(state.values).toEqual({ name: "Reception", number: "200", active: true })
  expect(state.conflicts).toEqual({})
})

test("a field that both changed keeps mine and names who changed it", () => {
  const state = received(changed(form(), "name", "Mine"), {
    version: "2",
    values: { name: "Theirs", number: "168", active: true },
    changedBy: "anna",
  })
  expect(state.values.name).toBe("Mine")
  expect(state.conflicts).toEqual({ name: { by: "anna" } })
})

test("taking shows theirs, keeping sends mine over the newer version", () => {
  const state = received(changed(form(), "name", "Mine"), {
    version: "2",
    values: { name: "Theirs", number: "168", active: true },
  })
  expect(taken(state, "name")).toMatchObject({ values: { name: "Theirs" }, conflicts: {}, version: "2" })
  expect(kept(state, "name")).toMatchObject({ values: { name: "Mine" }, conflicts: {}, version: "2" })
})

test("a conflict that was not decided survives another change elsewhere", () => {
  const first = received(changed(form(), "name", "Mine"), {
    version: "2",
    values: { name: "Theirs", number: "168", active: true },
    changedBy: "anna",
  })
  const second = received(first, { version: "3", values: { name: "Theirs", number: "170", active: true } })
  expect(second.conflicts).toEqual({ name: { by: "anna" } })
  expect(second.values).toEqual({ name: "Mine", number: "170", active: true })
})

test("a conflict ends when the other side comes to my value", () => {
  const first = received(changed(form(), "name", "Mine"), {
    version: "2",
    values: { name: "Theirs", number: "168", active: true },
  })
  const second = received(first, { version: "3", values: { name: "Mine", number: "168", active: true } })
  expect(second.conflicts).toEqual({})
  expect(changedNames(second)).toEqual([])
})

test("undo returns to the newest stored values, not to those the form began with", () => {
  const state = received(changed(form(), "name", "Mine"), {
    version: "2",
    values: { name: "Theirs", number: "170", active: false },
  })
  expect(undone(state)).toMatchObject({ values: { name: "Theirs", number: "170", active: false }, conflicts: {} })
})

test("the same version again changes nothing at all", () => {
  const state = changed(form(), "active", false)
  expect(received(state, { version: "1", values: { name: "SIP-168", number: "168", active: true } })).toBe(state)
})

test("lists are compared by what they hold", () => {
  const state = filled<{ networks: readonly string[] }>({ version: "1", values: { networks: ["192.168.7.0/24"] } })
  expect(changedNames(changed(state, "networks", ["192.168.7.0/24"]))).toEqual([])
  expect(changedNames(changed(state, "networks", []))).toEqual(["networks"])
})
