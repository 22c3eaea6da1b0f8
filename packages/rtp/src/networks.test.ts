import { expect, test } from "vitest"
import { membership } from "./networks.ts"

test.each([
  ["192.168.1.77", true],
  ["192.168.2.1", false],
  ["::ffff:192.168.1.77", true],
  ["10.0.0.7", true],
  ["10.0.0.8", false],
  ["fd00::1", true],
  ["fe80::1", false],
  ["a name", false],
])("%s: %s", (host, inside) => {
  expect(membership(["192.168.1.0/24", "10.0.0.7", "fd00::/8"])(host)).toBe(inside)
})

test("what is no network holds nobody, and harms nobody", () => {
  const inside = membership([
    "",
    "/",
    "10.0.0.0/33",
    "10.0.0.0/",
    "10.0.0.0/0x8",
    "10.0.0.0/x",
    "office",
    "10.0.0.0/-1",
    "10.0.0.0/1.5",
  ])
  expect(inside("10.0.0.1")).toBe(false)
})
