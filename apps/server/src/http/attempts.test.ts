import { expect, test } from "vitest"
import { createAttempts } from "./attempts.ts"

test("after five failures an address waits, twice as long each time, up to a minute; the others do not", () => {
  let time = 0
  const attempts = createAttempts(() => time)
  const waits: number[] = []
  for (let count = 0; count < 12; count++) {
    const from = time
    while (attempts.begin("203.0.113.7") > 0) time += 1_000
    waits.push((time - from) / 1_000)
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60])
  expect(attempts.begin("203.0.113.8")).toBe(0)
})

test.each([
  ["2001:db8:0:7::1", "2001:db8:0:7:aaaa:bbbb:cccc:dddd"],
  ["2001:db8::1", "2001:db8:0:0:8::"],
  ["::1", "0:0:0:0:0:0:0:2"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
])("%s and %s are one owner's", (one, other) => {
  const attempts = createAttempts(() => 0)
  for (let count = 0; count < 5; count++) expect(attempts.begin(count % 2 ? one : other)).toBe(0)
  expect(attempts.begin(one)).toBeGreaterThan(0)
  attempts.succeeded(other)
  expect(attempts.begin(one)).toBe(0)
})

test.each([
  ["2001:db8:0:7::1", "2001:db8:0:8::1"],
  ["::ffff:203.0.113.7", "::ffff:203.0.113.8"],
])("%s and %s are not", (one, other) => {
  const attempts = createAttempts(() => 0)
  for (let count = 0; count < 5; count++) attempts.begin(one)
  expect(attempts.begin(other)).toBe(0)
})
