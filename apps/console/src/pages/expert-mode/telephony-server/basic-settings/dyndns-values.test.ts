import { dyndnsDefaults } from "@homeport/contract"
import { expect, test } from "vitest"
import { toBody, toValues } from "./dyndns-values.ts"

const values = toValues({ ...dyndnsDefaults, passwordSet: true })

test("what was not touched is sent as it was, and without a password", () => {
  expect(toBody(values)).toEqual(dyndnsDefaults)
  expect(toBody({ ...values, updatedBy: "homeport" })).toEqual({ ...dyndnsDefaults, updatedBy: "homeport" })
})

test("a typed password is sent while Homeport updates", () => {
  expect(toBody({ ...values, updatedBy: "homeport", password: " Lantern " })).toMatchObject({ password: " Lantern " })
  expect(toBody({ ...values, password: "Lantern" })).not.toHaveProperty("password")
})

test("days that are not shown keep nothing from being applied", () => {
  const sent = (updatedBy: "homeport" | "office-router", refreshDays: string) =>
    toBody({ ...values, updatedBy, refreshDays }).refreshDays
  expect([sent("homeport", "x"), sent("homeport", "99"), sent("homeport", "")]).toEqual([Number.NaN, 99, null])
  expect(["x", "99", "", "30"].map((typed) => sent("office-router", typed))).toEqual([25, 25, null, 30])
})
