import { expect, test } from "vitest"
import { authParam, formatAuthParams, parseAuthParams } from "./auth-params.ts"

test("a challenge, with commas and escapes in quotes", () => {
  const parsed = parseAuthParams(
    'Digest realm="a, \\"b\\"" ,\tnonce = "x==",algorithm=SHA-256, qop="auth,auth-int", stale=FALSE',
  )
  if (parsed === undefined) throw new Error("not parsed")
  expect(parsed.scheme).toBe("Digest")
  expect(authParam(parsed, "realm")).toBe('a, "b"')
  expect(authParam(parsed, "nonce")).toBe("x==")
  expect(authParam(parsed, "algorithm")).toBe("SHA-256")
  expect(authParam(parsed, "qop")).toBe("auth,auth-int")
  expect(authParam(parsed, "stale")).toBe("FALSE")
  expect(authParam(parsed, "opaque")).toBeUndefined()
  expect(parseAuthParams(formatAuthParams(parsed))).toEqual(parsed)
})

test("a URI without its quotes is read, and quoted when it is written", () => {
  const parsed = parseAuthParams("Digest uri=sip:192.0.2.1;x, nc=00000001")
  if (parsed === undefined) throw new Error("not parsed")
  expect(authParam(parsed, "uri")).toBe("sip:192.0.2.1;x")
  expect(formatAuthParams(parsed)).toBe('Digest uri="sip:192.0.2.1;x", nc=00000001')
})

test.each([
  [""],
  ['"Digest"'],
  ["Digest realm"],
  ["Digest realm="],
  ['Digest realm="x'],
  ['Digest realm="x" nonce="y"'],
  ['Digest realm=x"y"'],
  ["Digest ,"],
  ["Digest =x"],
])("%s is refused", (text) => {
  expect(parseAuthParams(text)).toBeUndefined()
})
