import { expect, test } from "vitest"
import { eventSearch, isFiltered } from "./event-search.ts"

const searchOf = (address: string) => eventSearch(new URLSearchParams(address))

test("everything that the page filters by stands in its address", () => {
  expect(searchOf("severity=error&area=internet&q=stun&station=200&span=day")).toEqual({
    severity: "error",
    area: "internet",
    q: "stun",
    station: "200",
    within: 24,
  })
})

test("days are whole ones of the reader's own, the last one included", () => {
  const { from = "", to = "" } = searchOf("span=between&from=2026-05-04&to=2026-05-05")
  expect(new Date(from)).toEqual(new Date(2026, 4, 4))
  expect(new Date(to)).toEqual(new Date(2026, 4, 5, 23, 59, 59, 999))
  expect(searchOf("span=between&from=2026-05-04")).toEqual({ from })
  expect(searchOf("from=2026-05-04")).toEqual({})
})

test("what somebody mistyped into the address filters nothing", () => {
  expect(searchOf("severity=fatal&area=moon&span=century&q=&station=")).toEqual({})
  expect(searchOf("span=between&from=2026-06-31&to=yesterday")).toEqual({})
  expect(isFiltered(new URLSearchParams("severity=fatal&cursor=7"))).toBe(false)
  expect(isFiltered(new URLSearchParams("q=a"))).toBe(true)
})
