import { expect, test } from "vitest"
import { backoff } from "./backoff.ts"

test("doubles from half a second and stays at twenty seconds", () => {
  const middle = () => 0.5
  expect([0, 1, 2, 3].map((attempt) => backoff(attempt, middle))).toEqual([500, 1000, 2000, 4000])
  expect(backoff(50, middle)).toBe(20_000)
})

test("is spread by a quarter either way", () => {
  expect(backoff(1, () => 0)).toBe(750)
  expect(backoff(1, () => 1)).toBe(1250)
})
