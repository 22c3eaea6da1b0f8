import { expect, test } from "vitest"
import { codeOf } from "../testdata.fixture.ts"
import { parseDer, parts } from "./read.ts"
import { bigIntegerOf, bitNumbersOf, octetsOf, oidOf, textOf, timeOf } from "./values.ts"
import { integer, namedBits, octetString, oid, sequence, time } from "./write.ts"

const der = (digits: string) => parseDer(Buffer.from(digits.replaceAll(" ", ""), "hex"))

test("what is written is read back", () => {
  for (const id of [
    "0.9.2342.19200300.100.1.1",
    "1.2.840.113549.1.1.11",
    "2.5.29.17",
    "2.16.840.1.101.3.4.2.1",
    "2.999.3",
  ])
    expect(oidOf(parseDer(oid(id)))).toBe(id)
  for (const value of [0n, 127n, 128n, 255n, 256n, 1n << 128n])
    expect(bigIntegerOf(parseDer(integer(value)))).toBe(value)
  for (const bits of [[], [0], [0, 2], [5, 6], [8]]) expect(bitNumbersOf(parseDer(namedBits(bits)))).toEqual(bits)
  for (const length of [0, 127, 128, 255, 256, 65_536])
    expect(octetsOf(parseDer(octetString(Buffer.alloc(length, 7))))).toHaveLength(length)
})

test("times: two digits of a year are 1950 to 2049", () => {
  expect(timeOf(der("170d 3439313233313233353935395a"))).toBe(Date.UTC(2049, 11, 31, 23, 59, 59))
  expect(timeOf(der("170d 3530303130313030303030305a"))).toBe(Date.UTC(1950, 0, 1))
  expect(timeOf(der("170b 393930313031303030305a"))).toBe(Date.UTC(1999, 0, 1))
  expect(timeOf(parseDer(time(Date.UTC(2049, 11, 31))))).toBe(Date.UTC(2049, 11, 31))
  expect(parseDer(time(Date.UTC(2050, 0))).tag).toBe(0x18)
  expect(codeOf(() => timeOf(der("170d 3439313333313233353935395a")))).toBe("damaged")
})

test("BER: indefinite lengths, and strings in pieces", () => {
  const pieces = der("2480 0402 0102 2480 0401 03 0000 0000")
  expect([...octetsOf(pieces)]).toEqual([1, 2, 3])
  expect(pieces.raw).toHaveLength(15)
})

test("strings in every encoding of a DirectoryString", () => {
  expect(textOf(der("0c02 c3bc"))).toBe("ü")
  expect(textOf(der("1e02 00fc"))).toBe("ü")
  expect(textOf(der("1c04 000000fc"))).toBe("ü")
  expect(textOf(der("1401 fc"))).toBe("ü")
  expect(textOf(der("1c04 ffffffff"))).toBe("\ufffd")
})

test("a negative number is one", () => {
  expect(bigIntegerOf(der("0202 ff01"))).toBe(-255n)
})

test.each(["", "30", "3003", "3005 0203 01", "3081", "1f81 00", "3085 0000000000", "30820001"])(
  "%j is refused",
  (digits) => {
    expect(codeOf(() => parts(der(digits)))).toMatch(/truncated|damaged/)
  },
)

test("an element that is longer than the one around it is damaged, not cut off", () => {
  expect(codeOf(() => parts(der("3003 020501")))).toBe("damaged")
  expect(codeOf(() => parts(parseDer(sequence(Buffer.of(2)))))).toBe("damaged")
})
