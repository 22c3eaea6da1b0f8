import { dataBackupDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { slotAfter, slotBefore } from "./backup-slots.ts"

const daily = { ...dataBackupDefaults, schedule: "daily", hour: 3 } as const
const weekly = { ...daily, schedule: "weekly", weekday: "wednesday" } as const
/** On the clock of whoever runs the test. January 2027 begins with a Friday. */
const at = (day: number, hour: number, minute = 0) => new Date(2027, 0, day, hour, minute).getTime()

test("none is due while none is scheduled", () => {
  expect([slotBefore(dataBackupDefaults, at(8, 12)), slotAfter(dataBackupDefaults, at(8, 12))]).toEqual([
    undefined,
    undefined,
  ])
})

test("a daily one is due at its hour, today or yesterday, and next today or tomorrow", () => {
  expect(slotBefore(daily, at(8, 2, 59))).toBe(at(7, 3))
  expect(slotAfter(daily, at(8, 2, 59))).toBe(at(8, 3))
  expect(slotBefore(daily, at(8, 3))).toBe(at(8, 3))
  expect(slotAfter(daily, at(8, 3))).toBe(at(9, 3))
})

test("a weekly one is due on its day", () => {
  expect(slotBefore(weekly, at(13, 2))).toBe(at(6, 3))
  expect(slotAfter(weekly, at(13, 2))).toBe(at(13, 3))
  expect(slotBefore(weekly, at(13, 4))).toBe(at(13, 3))
  expect(slotAfter(weekly, at(13, 4))).toBe(at(20, 3))
})
