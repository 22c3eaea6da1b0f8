import fc from "fast-check"
import { expect, test } from "vitest"
import { parseStun, type StunAttribute, type StunMessage, serializeStun } from "../message.ts"
import { readAddress, writeAddress } from "./address.ts"
import { alternateServer, readAlternateServer } from "./alternate-server.ts"
import { changeRequest, readChangeRequest } from "./change-request.ts"
import { errorCode, readErrorCode } from "./error-code.ts"
import { mappedAddress, readMappedAddress } from "./mapped-address.ts"
import { otherAddress, readOtherAddress } from "./other-address.ts"
import { readResponseOrigin, responseOrigin } from "./response-origin.ts"
import { readUnknownAttributes, unknownAttributes } from "./unknown-attributes.ts"
import { readUsername, username } from "./username.ts"
import { readXorMappedAddress, xorMappedAddress } from "./xor-mapped-address.ts"

const id = Uint8Array.from({ length: 16 }, (_, at) => at * 17)

const overTheWire = (attribute: StunAttribute): StunMessage => {
  const result = parseStun(serializeStun({ class: "success", method: 1, transactionId: id, attributes: [attribute] }))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const home = { host: "203.0.113.7", port: 61234 }

test("each attribute stands under the number of its registry (RFC 8489 §18.3, RFC 5780 §9.1) and is read back", () => {
  expect(mappedAddress(home).type).toBe(0x0001)
  expect(readMappedAddress(overTheWire(mappedAddress(home)))).toEqual(home)
  expect(changeRequest({ address: true, port: false }).type).toBe(0x0003)
  expect(readChangeRequest([changeRequest({ address: true, port: false })])).toEqual({ address: true, port: false })
  expect(username("101").type).toBe(0x0006)
  expect(readUsername(overTheWire(username("101")))).toBe("101")
  expect(errorCode({ code: 420, reason: "" }).type).toBe(0x0009)
  expect(readErrorCode(overTheWire(errorCode({ code: 420, reason: "Ünknown" })))).toEqual({
    code: 420,
    reason: "Ünknown",
  })
  expect(unknownAttributes([]).type).toBe(0x000a)
  expect(readUnknownAttributes(overTheWire(unknownAttributes([3, 0x24, 0x25])))).toEqual([3, 0x24, 0x25])
  expect(xorMappedAddress(home, id).type).toBe(0x0020)
  expect(readXorMappedAddress(overTheWire(xorMappedAddress(home, id)))).toEqual(home)
  expect(alternateServer(home).type).toBe(0x8023)
  expect(readAlternateServer(overTheWire(alternateServer(home)))).toEqual(home)
  expect(responseOrigin(home).type).toBe(0x802b)
  expect(readResponseOrigin(overTheWire(responseOrigin(home)))).toEqual(home)
  expect(otherAddress(home).type).toBe(0x802c)
  expect(readOtherAddress(overTheWire(otherAddress(home)))).toEqual(home)
})

test.each([
  ["::", "::"],
  ["::1", "::1"],
  ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["2001:db8::1:0:0:0:1", "2001:db8:0:1::1"],
  ["fe80::", "fe80::"],
  ["::ffff:192.0.2.1", "::ffff:c000:201"],
  ["1:2:3:4:5:6:0:8", "1:2:3:4:5:6:0:8"],
])("IPv6 %s is written as %s", (host, text) => {
  expect(readAddress(writeAddress({ host, port: 1 }))).toEqual({ host: text, port: 1 })
})

test.each([
  "",
  "name.example",
  "1.2.3",
  "1.2.3.256",
  "1.2.3.4.5",
  "1:2:3",
  "1::2::3",
  "1:2:3:4:5:6:7:8:9",
  "1:2:3:4:5:6:7::8",
  "g::",
])("no address: %o", (host) => {
  expect(() => writeAddress({ host, port: 1 })).toThrow(TypeError)
})

test("property: every address of both families is read back, and no octets make a reader throw", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.nat(0xffff), (host, port) => {
      expect(readAddress(writeAddress({ host, port }))).toEqual({ host, port })
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 18, maxLength: 18 }), (rest) => {
      const value = Uint8Array.of(0, 2, ...rest)
      const address = readAddress(value)
      expect(address && writeAddress(address)).toEqual(value)
    }),
  )
  fc.assert(
    fc.property(fc.nat(0x802c), fc.uint8Array({ maxLength: 24 }), (type, value) => {
      const message = overTheWire({ type, value })
      for (const read of [readMappedAddress, readXorMappedAddress, readErrorCode, readUnknownAttributes]) read(message)
      readChangeRequest(message.attributes)
    }),
  )
})
