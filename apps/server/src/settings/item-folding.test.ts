import { Secret } from "@homeport/store"
import { expect, test } from "vitest"
import { changesBetween, folded, type Item } from "./item-folding.ts"

test("only what differs is told; nothing, empty and absent are the same", () => {
  expect(changesBetween({ a: 1, b: "", c: null, d: [] }, { a: 1, b: null, d: null })).toEqual([])
  expect(changesBetween({ a: 1, gone: "x" }, { a: 2, come: true })).toEqual([
    { field: "a", from: 1, to: 2 },
    { field: "come", from: null, to: true },
    { field: "gone", from: "x", to: null },
  ])
})

test("a secret is there or not, whatever it is; the same one entered again is no change", () => {
  const secret = { secret: true }
  expect(changesBetween({ a: Secret.of("x") }, { a: Secret.of("x") })).toEqual([])
  expect(changesBetween({ a: Secret.of("x") }, { a: Secret.of("y") })).toEqual([
    { field: "a", from: secret, to: secret },
  ])
  expect(changesBetween({ a: Secret.of("x") }, {})).toEqual([{ field: "a", from: secret, to: null }])
})

test("lists and texts are shortened, and fields within fields have a path", () => {
  const list = Array.from({ length: 64 }, (_, at) => `10.0.${at}.0/24`)
  const [networks, text, inner] = changesBetween({}, { list, text: "x".repeat(500), outer: { inner: [{ a: 1 }] } })
  expect(networks?.to).toEqual({ items: list.slice(0, 10), count: 64 })
  expect(text?.to).toHaveLength(201)
  expect(inner).toEqual({ field: "outer.inner", from: null, to: { items: ['{"a":1}'], count: 1 } })
})

const station = (index: number, to: string | number): Item => ({
  action: "changed",
  subject: { kind: "station", index, callNumber: String(index), name: "Ada" },
  changes: [{ field: "name", from: null, to }],
})

test("alike changes are one; few different ones stay apart; of many only who they were is kept", () => {
  const numbers = Array.from({ length: 10_000 }, (_, at) => at)
  const [alike] = folded(numbers.map((at) => station(at, "same")))
  expect(alike).toMatchObject({ count: 10_000, changes: [{ to: "same" }] })
  expect(alike?.others).toHaveLength(19)
  expect(folded(numbers.slice(0, 20).map((at) => station(at, at)))).toHaveLength(20)
  const many = folded(numbers.map((at) => station(at, at)))
  expect(many).toMatchObject([{ count: 10_000, changes: [] }])
  expect(JSON.stringify(many).length).toBeLessThan(3_000)
})
