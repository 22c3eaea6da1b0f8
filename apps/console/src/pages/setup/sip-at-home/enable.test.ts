import { brokenPasswordRules } from "@homeport/contract"
import { expect, test } from "vitest"
import { lacking, strongPasswordFor } from "./enable.ts"

const station = (index: number, passwordSet: boolean, on: boolean) => ({
  index,
  callNumber: `16${index}`,
  name: `Desk ${index}`,
  sipUserId: `SIP-16${index}`,
  passwordSet,
  authenticationActive: on,
  internetRegistration: on,
})

test("who has no password gets one, who has one keeps it, and who has all is left alone", () => {
  const { password, flags } = lacking([station(1, false, true), station(2, true, false), station(3, true, true)])
  expect(password.map(({ index }) => index)).toEqual([1])
  expect(flags.map(({ index }) => index)).toEqual([2])
})

test("the flag alone is not enough: authentication goes with it", () => {
  const half = { ...station(1, true, true), authenticationActive: false }
  expect(lacking([half]).flags).toEqual([half])
})

test("the password keeps every rule", () => {
  const one = station(1, false, false)
  expect(brokenPasswordRules(strongPasswordFor(one), [one.callNumber, one.name, one.sipUserId])).toEqual([])
})
