import { Secret } from "@homeport/store"
import { expect, test } from "vitest"
import { createAttempts } from "./attempts.ts"
import { createPasswordHasher } from "./password-hash.ts"

test("a hash is Argon2id, salted, and only its own password fits", async () => {
  const hasher = createPasswordHasher({ memory: 8, passes: 1 })
  const [one, other] = [await hasher.hash("Right-Horse-42"), await hasher.hash("Right-Horse-42")]
  expect(one.reveal()).toMatch(/^\$argon2id\$v=19\$m=8,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(one.reveal()).not.toBe(other.reveal())
  expect(await hasher.verify("Right-Horse-42", one)).toBe(true)
  expect(await hasher.verify("right-Horse-42", one)).toBe(false)
  expect(await hasher.verify("", Secret.of("damaged"))).toBe(false)
})

test("a hash of another cost still fits, and is known to be outdated", async () => {
  const old = await createPasswordHasher({ memory: 8, passes: 1 }).hash("Right-Horse-42")
  const hasher = createPasswordHasher({ memory: 16, passes: 1 })
  expect(await hasher.verify("Right-Horse-42", old)).toBe(true)
  expect(hasher.outdated(old)).toBe(true)
  expect(hasher.outdated(await hasher.hash("a"))).toBe(false)
})

test("each failure after the fifth doubles the wait, up to a minute; another address waits for nothing", () => {
  let time = 0
  const attempts = createAttempts(() => time)
  const waits = Array.from({ length: 12 }, () => {
    attempts.begin("a")
    const seconds = attempts.begin("a")
    time += seconds * 1000
    return seconds
  })
  expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
  expect(attempts.begin("b")).toBe(0)
  time += 16 * 60_000
  attempts.begin("a")
  expect(attempts.begin("a")).toBe(0)
})
