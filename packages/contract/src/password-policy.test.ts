import { describe, expect, test } from "vitest"
import { administratorPasswords, brokenPasswordRules, generatePassword, passwordRules } from "./password-policy.ts"

const names = ["168", "SIP-168", "Ada#Lovelace1"]

describe("a station's password", () => {
  test.each(["Quiet-Lamp-73", "aA1!aA1!", "Zz9_Zz9_Zz9_Zz9_Zz9_", "aaaB1-aaaB1-", "abcA1-321-xyz"])(
    "%s is strong",
    (password) => expect(brokenPasswordRules(password, names)).toEqual([]),
  )

  test.each([
    ["aA1!aA1", ["PasswordTooShort"]],
    ["aA1!aA1!aA1!aA1!aA1!a", ["PasswordTooLong"]],
    ["Quiet Lamp-73", ["PasswordCharacters"]],
    ["Quiet-Lämp-73", ["PasswordCharacters"]],
    ['Quiet"Lamp-73', ["PasswordCharacters"]],
    ["quiet-lamp-73", ["PasswordNeedsUpper"]],
    ["QUIET-LAMP-73", ["PasswordNeedsLower"]],
    ["Quiet-Lamp-oo", ["PasswordNeedsDigit"]],
    ["QuietLamp73", ["PasswordNeedsSpecial"]],
    ["Quiet-aaaa-73", ["PasswordRepeats"]],
    ["Quiet----73", ["PasswordRepeats"]],
    ["Quiet-abcd-73", ["PasswordSequence"]],
    ["Quiet-DcBa-73", ["PasswordSequence"]],
    ["Quiet-Lamp-6789", ["PasswordSequence"]],
    ["Quiet-Lamp-3210", ["PasswordSequence"]],
    ["ada#lOVELACE1", ["PasswordIsAName"]],
    ["1ecalevoL#adA", ["PasswordIsAName"]],
    [
      "",
      ["PasswordTooShort", "PasswordNeedsUpper", "PasswordNeedsLower", "PasswordNeedsDigit", "PasswordNeedsSpecial"],
    ],
  ])("%s breaks %j", (password, rules) => expect(brokenPasswordRules(password, names)).toEqual(rules))

  test("may go up, down and up again, as long as no run is longer than three", () => {
    expect(brokenPasswordRules("Q!121212abab", [])).toEqual([])
    expect(brokenPasswordRules("Q!12321-x", [])).toEqual([])
  })
})

test("an administrator's may hold any character and be long", () => {
  expect(brokenPasswordRules("Größere Häuser, 42 davon!", ["administrator"], administratorPasswords)).toEqual([])
  expect(brokenPasswordRules("a\nA1!aA1!", [], administratorPasswords)).toEqual(["PasswordCharacters"])
})

describe("the generator", () => {
  test("makes 14 characters that are strong and can be read aloud, whatever the dice say", () => {
    for (let seed = 1; seed <= 500; seed++) {
      const password = generatePassword(dice(seed), names)
      expect(password).toHaveLength(14)
      expect(brokenPasswordRules(password, names)).toEqual([])
      expect(password).not.toMatch(/[0Oo1lI]/)
    }
  })

  test("makes another one each time", () => {
    const random = dice(7)
    const made = new Set(Array.from({ length: 200 }, () => generatePassword(random)))
    expect(made.size).toBe(200)
  })
})

test("every rule is listed once", () => expect(new Set(passwordRules).size).toBe(passwordRules.length))

/** mulberry32 */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
