import { expect, test } from "vitest"
import { listSearch } from "./list-search.ts"

const list = listSearch(["name", "notAfter"], "name")
const asked = (search: string) => list.queryIn(new URLSearchParams(search))

test("an address without a word asks for the first page in the standard order", () => {
  expect(asked("")).toEqual({ limit: 50, sort: "name" })
})

test("order, filter and place are taken from the address; an order that is not known is the standard", () => {
  expect(asked("sort=-notAfter&q=ca&cursor=x")).toEqual({ limit: 50, sort: "-notAfter", q: "ca", cursor: "x" })
  expect(asked("sort=colour&q=")).toEqual({ limit: 50, sort: "name" })
})

test("the standard order is not written into the address", () => {
  expect(["name", "-name", "notAfter"].map(list.sortText)).toEqual(["", "-name", "notAfter"])
})
