import { expect, test } from "vitest"
import { dayOf, endOfDay, hasPassed, startOfDay } from "./local-day.ts"

test("a day begins and ends in the browser's time zone, and is found again", () => {
  for (const day of ["2026-05-04", "2026-12-31", "2028-02-29", "0026-01-01"]) {
    const [start, end] = [startOfDay(day) ?? "", endOfDay(day) ?? ""]
    expect(dayOf(start)).toBe(day)
    expect(dayOf(end)).toBe(day)
    expect(dayOf(new Date(Date.parse(end) + 1).toISOString())).not.toBe(day)
  }
  expect(endOfDay("2026-05-04")).toBe(new Date(2026, 4, 4, 23, 59, 59, 999).toISOString())
})

test("what is no day has no moment", () => {
  for (const day of ["", "2026-02-30", "2026-13-01", "4 May", "26-05-04"]) expect(endOfDay(day)).toBeUndefined()
})

test("a day has passed when it is over, not when it begins", () => {
  expect(hasPassed("2026-05-04", new Date(2026, 4, 4, 12))).toBe(false)
  expect(hasPassed("2026-05-03", new Date(2026, 4, 4, 0, 0, 1))).toBe(true)
  expect(hasPassed("")).toBe(false)
})
