import { expect, test } from "vitest"
import { boxesOf, daysBetween, momentBody, typedMomentOf, typedOf } from "./typed-moment.ts"

test("what is proposed is shown without leading zeros, and sent with them", () => {
  const typed = typedMomentOf("2026-09-04T00:05:00.000Z")
  expect(boxesOf(typed)).toEqual({ year: "2026", month: "9", day: "4", hour: "0", minute: "5", second: "0" })
  expect(momentBody(typed)).toBe("2026-09-04T00:05:00Z")
})

test("what is typed stays as it is typed", () => {
  const boxes = { year: "20", month: "", day: "x", hour: "0", minute: "0", second: "00" }
  expect(boxesOf(typedOf(boxes))).toEqual(boxes)
  expect(momentBody(typedOf(boxes))).toBe("0020-00-0xT00:00:00Z")
})

test("six empty boxes are nothing at all", () => {
  expect(momentBody("--T::Z")).toBeUndefined()
})

test("days between two moments, where both are", () => {
  expect(daysBetween("2026-9-24T0:0:0Z", "2028-12-27T0:0:0Z")).toBe(825)
  expect(daysBetween("2026-9-24T0:0:0Z", "2026-9-23T0:0:0Z")).toBeUndefined()
  expect(daysBetween("2026-9-x4T0:0:0Z", "2026-9-30T0:0:0Z")).toBeUndefined()
})
