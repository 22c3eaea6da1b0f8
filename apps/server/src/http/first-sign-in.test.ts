import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import { createFirstSignIn } from "./first-sign-in.ts"

function path() {
  const folder = mkdtempSync(join(tmpdir(), "homeport-first-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, "first-sign-in")
}

test("the code lies in a file of its owner alone, stays over restarts, and is gone after use", () => {
  const file = path()
  const code = createFirstSignIn(true, file).code()
  expect(readFileSync(file, "utf8")).toBe(`${code}\n`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const restarted = createFirstSignIn(true, file)
  expect(restarted.code()).toBe(code)
  restarted.used()
  expect(existsSync(file)).toBe(false)
  expect(restarted.matches(code ?? "")).toBe(false)
})

test("it may be typed in lower case and without its hyphens, but not shortened", () => {
  const first = createFirstSignIn(true, undefined)
  const code = first.code() ?? ""
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  expect(first.matches(code.replaceAll("-", "").toLowerCase())).toBe(true)
  expect(["", code.slice(1), `${code}A`, "----"].some(first.matches)).toBe(false)
})

test("a file that was left behind is removed when there is an account", () => {
  const file = path()
  createFirstSignIn(true, file)
  expect(createFirstSignIn(false, file).code()).toBeUndefined()
  expect(existsSync(file)).toBe(false)
})
