import { expect, test } from "vitest"
import { createPortPool, type PortPool } from "./port-pool.ts"

const poolOf = (from: number, to: number, random: () => number = () => 0) => {
  let time = 0
  const pool = createPortPool({ range: { from, to }, random, now: () => time })
  const pass = (milliseconds: number): void => {
    time += milliseconds
  }
  return { pool, pass }
}

const all = (pool: PortPool): number[] => {
  const ports: number[] = []
  for (let port = pool.take(); port !== undefined; port = pool.take()) ports.push(port)
  return ports.sort((a, b) => a - b)
}

test.each([
  [29_100, 29_105, [29_100, 29_102, 29_104]],
  [29_101, 29_105, [29_102, 29_104]],
  [29_100, 29_104, [29_100, 29_102]],
  [29_100, 29_100, []],
  [29_105, 29_100, []],
])("from %i to %i: the pairs even–odd that lie wholly within", (from, to, ports) => {
  const { pool } = poolOf(from, to)
  expect([pool.free, pool.total]).toEqual([ports.length, ports.length])
  expect(all(pool)).toEqual(ports)
  expect(pool.free).toBe(0)
})

test("the order is the one that chance gives", () => {
  const numbers = [0.99, 0, 0.5]
  const { pool } = poolOf(29_100, 29_105, () => numbers.shift() ?? 0)
  expect([pool.take(), pool.take(), pool.take(), pool.take()]).toEqual([29_104, 29_100, 29_102, undefined])
})

test("a released pair rests 30 s, also one that is released twice", () => {
  const { pool, pass } = poolOf(29_100, 29_101)
  const port = pool.take() ?? 0
  pool.release(port)
  pool.release(port)
  pass(29_999)
  expect([pool.free, pool.take()]).toEqual([0, undefined])
  pass(1)
  expect([pool.free, pool.take(), pool.take()]).toEqual([1, 29_100, undefined])
})

test("a new range holds for new pairs; those in use come back only if they are in it", () => {
  const { pool, pass } = poolOf(29_100, 29_103)
  const [inUse, resting] = [pool.take(), pool.take()]
  pool.release(resting ?? 0)
  pool.configure({ from: 29_102, to: 29_105 })
  expect(pool.total).toBe(2)
  expect([inUse, resting]).toEqual([29_100, 29_102])
  expect(all(pool)).toEqual([29_104])
  pool.release(inUse ?? 0)
  pool.release(29_104)
  pass(30_000)
  expect(all(pool)).toEqual([29_102, 29_104])
})
