import fc from "fast-check"
import { expect, test } from "vitest"
import { createNonces } from "./nonce.ts"

const key = Buffer.alloc(32, 7)

function nonces(options: { capacity?: number; key?: Uint8Array } = {}) {
  const time = { now: 1_800_000_000_000 }
  return { time, made: createNonces({ key, wallClock: () => time.now, ...options }) }
}

test("a nonce can be used for five minutes, and not a moment longer", () => {
  const { time, made } = nonces()
  const nonce = made.create()
  expect(made.isCurrent(nonce)).toBe(true)
  time.now += 299_999
  expect(made.isCurrent(nonce)).toBe(true)
  time.now += 1
  expect(made.isCurrent(nonce)).toBe(false)
  expect(made.use(nonce, 1)).toBe(false)
})

test("it stays valid over a restart with the same key, and not with another", () => {
  const nonce = nonces().made.create()
  expect(nonces().made.isCurrent(nonce)).toBe(true)
  expect(nonces({ key: Buffer.alloc(32, 8) }).made.isCurrent(nonce)).toBe(false)
})

test("a nonce that anybody else made or changed is none", () => {
  const { made } = nonces()
  const nonce = made.create()
  expect(made.isCurrent("")).toBe(false)
  expect(made.isCurrent("7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v")).toBe(false)
  for (let at = 0; at < nonce.length - 1; at++) {
    const changed = nonce.slice(0, at) + (nonce[at] === "A" ? "B" : "A") + nonce.slice(at + 1)
    expect(made.isCurrent(changed)).toBe(false)
  }
})

test("nothing that a phone could send as a nonce throws or passes", () => {
  const { made } = nonces()
  fc.assert(
    fc.property(
      fc.string({ unit: "binary-ascii", maxLength: 80 }),
      (text) => !made.isCurrent(text) && !made.use(text, 1),
    ),
  )
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 26, maxLength: 26 }),
      (bytes) => !made.isCurrent(Buffer.from(bytes).toString("base64url")),
    ),
  )
})

test("one from the future is refused: the clock was set back", () => {
  const { time, made } = nonces()
  const nonce = made.create()
  time.now -= 1000
  expect(made.isCurrent(nonce)).toBe(false)
})

test("nonces made in the same millisecond differ", () => {
  const { made } = nonces()
  expect(new Set(Array.from({ length: 100 }, () => made.create())).size).toBe(100)
})

test("each count of a nonce is good once", () => {
  const { made } = nonces()
  const nonce = made.create()
  expect(made.use(nonce, 1)).toBe(true)
  expect(made.use(nonce, 1)).toBe(false)
  expect(made.use(nonce, 2)).toBe(true)
  expect(made.use(nonce, 1)).toBe(false)
})

test("counts may overtake each other on the way, up to 31 places", () => {
  const { made } = nonces()
  const nonce = made.create()
  expect(made.use(nonce, 40)).toBe(true)
  expect(made.use(nonce, 9)).toBe(true)
  expect(made.use(nonce, 9)).toBe(false)
  expect(made.use(nonce, 8)).toBe(false)
  expect(made.use(nonce, 41)).toBe(true)
  expect(made.use(nonce, 40)).toBe(false)
  expect(made.use(nonce, 0xffffffff)).toBe(true)
})

test("nothing is remembered before a success, and nothing longer than the nonce lives", () => {
  const { time, made } = nonces()
  const one = made.create()
  made.isCurrent(one)
  expect(made.remembered).toBe(0)
  made.use(one, 1)
  expect(made.remembered).toBe(1)
  time.now += 300_000
  made.use(made.create(), 1)
  expect(made.remembered).toBe(1)
})

test("memory is bounded, and what had to make room cannot be replayed", () => {
  const { time, made } = nonces({ capacity: 10 })
  const all = Array.from({ length: 12 }, () => {
    time.now += 1
    const nonce = made.create()
    expect(made.use(nonce, 1)).toBe(true)
    return nonce
  })
  expect(made.remembered).toBe(10)
  for (const nonce of all) expect(made.isCurrent(nonce) && made.use(nonce, 1)).toBe(false)
})
