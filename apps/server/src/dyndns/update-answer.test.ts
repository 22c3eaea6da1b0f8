import { describe, expect, test } from "vitest"
import { readAnswer } from "./update-answer.ts"

const address = "203.0.113.7"
const said = (body: string, { status = 200, mediaType = "text/plain", secret = "" } = {}) =>
  readAnswer({ ok: true, status, mediaType, body }, address, secret)

describe("a provider's words", () => {
  test.each([
    ["good 203.0.113.7", "good"],
    ["good 203.0.113.7\r\n", "good"],
    ["\n\n  good\n", "good"],
    ["good 203.0.113.7,2001:db8::7", "good"],
    ["nochg 203.0.113.7", "nochg"],
    ["nochg", "nochg"],
    ["OK", "good"],
    ["KO", "KO"],
    // What clients hear whose updates are ignored.
    ["good 127.0.0.1", "other-address"],
    ["nochg 203.0.113.8", "other-address"],
    ...[
      ["badauth", "badauth"],
      ["!donator", "!donator"],
      ["notfqdn", "notfqdn"],
      ["nohost", "nohost"],
      ["!yours", "!yours"],
      ["numhost", "numhost"],
      ["!active", "!active"],
      ["badagent", "badagent"],
      ["badsys", "badsys"],
      ["abuse", "abuse"],
      ["dnserr", "dnserr"],
    ],
    ["911", "911"],
    ["911 [maintenance]", "911"],
    ["", "empty"],
    [" \r\n ", "empty"],
    ["<!DOCTYPE html><title>Welcome</title>", "web-page"],
    ["goodness", "unknown"],
    ["9110", "unknown"],
    ["Update successful", "unknown"],
  ])("%j is %s", (body, code) => {
    expect(said(body).code).toBe(code)
  })
})

describe("an HTTP status", () => {
  test.each([
    [401, "badauth", "badauth"],
    [401, "", "badauth"],
    [403, "abuse", "abuse"],
    [404, "good 203.0.113.7", "http-error"],
    [429, "", "http-error"],
    [503, "911", "911"],
    [302, "good 203.0.113.7", "redirected"],
    [204, "", "empty"],
  ])("%i with %j is %s", (status, body, code) => {
    expect(said(body, { status }).code).toBe(code)
  })

  test("is kept where it is what there is to say", () => {
    expect(said("Too many requests", { status: 429 })).toEqual({
      code: "http-error",
      line: "Too many requests",
      status: 429,
    })
  })
})

test("a page is told by its media type too", () => {
  expect(said("Welcome", { mediaType: "text/html" }).code).toBe("web-page")
})

describe("the line that is kept", () => {
  test("is the first with anything in it, without what nobody sees, and short", () => {
    expect(said("\n\u0007bad\u001b[31m\u200b news\nmore").line).toBe("bad [31m  news")
    expect(said("x".repeat(5000)).line).toBe(`${"x".repeat(120)}…`)
    expect(said("").line).toBeNull()
  })

  test("holds no password, however it is spelled", () => {
    const secret = "pass word&1"
    for (const spelling of [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
      expect(said(`you sent ${spelling}, sorry`, { secret }).line).toBe("you sent ••••, sorry")
  })
})

test("what went wrong on the way is its own code", () => {
  expect(readAnswer({ ok: false, problem: "certificate" }, address, "")).toEqual({
    code: "certificate",
    line: null,
    status: null,
  })
})
