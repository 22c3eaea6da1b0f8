import { brokenPasswordRules, generatePassword } from "@homeport/contract"
import { expect, test } from "vitest"
import { randomBelow } from "./random-below.ts"

test("stays below, and reaches every value", () => {
  const drawn = new Set(Array.from({ length: 500 }, () => randomBelow(7)))
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test("the generator's passwords pass the policy and can be read aloud", () => {
  for (let count = 0; count < 50; count++) {
    const password = generatePassword(randomBelow, ["168", "SIP-168"])
    expect(brokenPasswordRules(password, ["168", "SIP-168"])).toEqual([])
    expect(password).toMatch(/^[^0Oo1lI]{14}$/)
  }
})
