import { createHmac } from "node:crypto"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { checkFingerprint, withFingerprint } from "./attributes/fingerprint.ts"
import { readSoftware, software } from "./attributes/software.ts"
import { readUsername } from "./attributes/username.ts"
import { checkIntegrity, longTermKey, shortTermKey, withIntegrity } from "./integrity.ts"
import { readMapped } from "./mapped-address.ts"
import { attributeValue, classic, isStun, parseStun, type StunMessage, serializeStun } from "./message.ts"

/** The RFC's own messages, octet by octet as they stand there. */
const vector = (name: string): Uint8Array =>
  Buffer.from(readFileSync(new URL(`../testdata/${name}.hex`, import.meta.url), "utf8").replaceAll(/\s/g, ""), "hex")

const parsed = (bytes: Uint8Array): StunMessage => {
  const result = parseStun(bytes)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt"

test("RFC 5769 §2.1: a request with short-term credentials and a fingerprint", () => {
  const bytes = vector("rfc5769/request")
  const message = parsed(bytes)
  expect(isStun(bytes)).toBe(true)
  expect(message).toMatchObject({ class: "request", method: 1 })
  expect(readSoftware(message)).toBe("STUN test client")
  expect(readUsername(message)).toBe("evtj:h6vY")
  expect(checkFingerprint(bytes)).toBe("right")
  expect(checkIntegrity(bytes, shortTermKey(PASSWORD), "sha1")).toBe("right")
  expect(checkIntegrity(bytes, shortTermKey("another"), "sha1")).toBe("wrong")
})

test.each([
  ["rfc5769/response-ipv4", "192.0.2.1"],
  ["rfc5769/response-ipv6", "2001:db8:1234:5678:11:2233:4455:6677"],
])("RFC 5769 §2.2, §2.3: %s", (name, host) => {
  const bytes = vector(name)
  const message = parsed(bytes)
  expect(message.class).toBe("success")
  expect(readMapped(message)).toEqual({ host, port: 32853 })
  expect(checkFingerprint(bytes)).toBe("right")
  expect(checkIntegrity(bytes, shortTermKey(PASSWORD), "sha1")).toBe("right")
})

const MATRIX = { username: "マトリックス", realm: "example.org", password: "TheMatrIX" }

test("RFC 5769 §2.4: long-term credentials", () => {
  const bytes = vector("rfc5769/request-long-term")
  expect(readUsername(parsed(bytes))).toBe(MATRIX.username)
  expect(checkIntegrity(bytes, longTermKey(MATRIX), "sha1")).toBe("right")
  expect(checkFingerprint(bytes)).toBe("absent")
})

test("RFC 8489 §B.1 has a length that counts the header too, so it is no message; its HMAC was made over that length", () => {
  const bytes = vector("rfc8489/request-sha256")
  expect(parseStun(bytes)).toMatchObject({ ok: false, error: { code: "bad-length" } })
  const covered = bytes.subarray(0, bytes.length - 36)
  const hmac = createHmac("sha256", longTermKey(MATRIX, "sha256")).update(covered).digest()
  expect(hmac).toEqual(bytes.subarray(bytes.length - 32))
})

test("checking leaves the message as it was, in a Buffer too", () => {
  const bytes = vector("rfc5769/request")
  checkIntegrity(bytes, shortTermKey(PASSWORD), "sha1")
  expect(bytes).toEqual(vector("rfc5769/request"))
})

test("what is sealed here is found right here, and one changed octet is noticed", () => {
  const key = shortTermKey(PASSWORD)
  const bare = serializeStun({ ...parsed(vector("rfc5769/request")), attributes: [software("Homeport")] })
  const bytes = withFingerprint(withIntegrity(withIntegrity(bare, key, "sha1"), key, "sha256"))
  expect(parseStun(bytes).ok).toBe(true)
  expect([checkIntegrity(bytes, key, "sha1"), checkIntegrity(bytes, key, "sha256")]).toEqual(["right", "right"])
  expect(checkFingerprint(bytes)).toBe("right")
  const changed = bytes.with(25, (bytes[25] ?? 0) ^ 1)
  expect(checkIntegrity(changed, key, "sha1")).toBe("wrong")
  expect(checkFingerprint(changed)).toBe("wrong")
})

test("an attribute added behind the integrity does not count", () => {
  const message = parsed(vector("rfc5769/request"))
  const added = {
    ...message,
    attributes: message.attributes.filter(({ type }) => type !== 0x8022).concat(software("x")),
  }
  expect(attributeValue(added, 0x8022)).toBeUndefined()
  expect(attributeValue(added, 0x8028)).toBeDefined()
})

test("a request of RFC 3489 has no cookie: read, but not told apart by its first octets alone", () => {
  const bytes = serializeStun({
    class: "request",
    method: 1,
    transactionId: new Uint8Array(16).fill(9),
    attributes: [],
  })
  expect(isStun(bytes)).toBe(false)
  expect(classic(parsed(bytes))).toBe(true)
})

test.each([
  ["too short", [0, 1, 0, 0], "too-short"],
  ["RTP", [0x80, ...new Array<number>(19).fill(0)], "not-stun"],
  ["a length that is not the datagram's", [0, 1, 0, 4, ...new Array<number>(16).fill(0)], "bad-length"],
  ["an attribute past the end", [0, 1, 0, 4, ...new Array<number>(16).fill(0), 0, 6, 0, 1], "bad-attribute"],
])("refused: %s", (_, bytes, code) => {
  expect(parseStun(Uint8Array.from(bytes))).toMatchObject({ ok: false, error: { code } })
})

const message = fc.record({
  class: fc.constantFrom("request" as const, "indication" as const, "success" as const, "error" as const),
  method: fc.nat(0xfff),
  transactionId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  attributes: fc.array(fc.record({ type: fc.nat(0xffff), value: fc.uint8Array({ minLength: 0, maxLength: 40 }) }), {
    maxLength: 8,
  }),
})

test("property: what is written is read back", () => {
  fc.assert(
    fc.property(message, (any) => {
      expect(parsed(serializeStun(any))).toEqual(any)
    }),
  )
})

test("property: no octets make the parser or a reader throw", () => {
  const mutated = fc
    .tuple(message, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }))
    .map(([any, changes]) => {
      const bytes = serializeStun(any)
      for (const [at, octet] of changes) bytes[at % bytes.length] = octet
      return bytes
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 120 }), mutated), (bytes) => {
      isStun(bytes)
      checkFingerprint(bytes)
      const result = parseStun(bytes)
      if (!result.ok) return
      readMapped(result.value)
      readSoftware(result.value)
      checkIntegrity(bytes, shortTermKey("x"), "sha1")
      checkIntegrity(bytes, shortTermKey("x"), "sha256")
    }),
  )
})
