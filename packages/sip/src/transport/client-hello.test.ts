import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readBeginning } from "./client-hello.ts"

const number = (value: number, octets: number) =>
  Array.from({ length: octets }, (_, at) => Math.floor(value / 256 ** (octets - 1 - at)) & 255)
const vector = (octets: number, bytes: readonly number[]) => [...number(bytes.length, octets), ...bytes]

/** A ClientHello in one record; without `supported` it has no extension that names versions. */
function hello(legacy: number, supported?: readonly number[]): Uint8Array {
  const versions =
    supported === undefined
      ? []
      : vector(
          1,
          supported.flatMap((version) => number(version, 2)),
        )
  const extensions = [
    ...number(0, 2),
    ...vector(2, [1, 2, 3]),
    ...(supported === undefined ? [] : [...number(43, 2), ...vector(2, versions)]),
  ]
  const body = [
    ...number(legacy, 2),
    ...new Array<number>(32).fill(7),
    ...vector(1, [9, 9]),
    ...vector(2, [0x13, 0x01]),
    ...vector(1, [0]),
    ...vector(2, extensions),
  ]
  return Uint8Array.from([22, 3, 1, ...vector(2, [1, ...vector(3, body)])])
}

describe("the newest version offered", () => {
  test.each([
    ["SSL 3.0", 0x0300, undefined],
    ["TLS 1.0", 0x0301, undefined],
    ["TLS 1.1", 0x0302, undefined],
    ["TLS 1.2", 0x0303, undefined],
    // What the extension says counts, whatever the old field pretends; placeholders (RFC 8701) do not.
    ["TLS 1.3", 0x0303, [0x7a7a, 0x0304, 0x0303]],
    ["TLS 1.1", 0x0303, [0x0301, 0x0302]],
  ] as const)("%s", (version, legacy, supported) => {
    expect(readBeginning(hello(legacy, supported))).toEqual({ kind: "tls", version })
  })
})

test.each(["OPTIONS sip:a SIP/2.0", "GET / HTTP/1.1", "\x16\x02\x00", "\x16\x03\x01\xff\xff", "\x80\x2e\x01"])(
  "%o is no TLS",
  (text) => expect(readBeginning(Buffer.from(text, "latin1"))).toEqual({ kind: "not-tls" }),
)

test("incomplete until the last byte, and whatever else comes does not throw", () => {
  const whole = hello(0x0303, [0x0304])
  for (let size = 0; size < whole.length; size++)
    expect(readBeginning(whole.subarray(0, size))).toEqual({ kind: "incomplete" })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      readBeginning(Uint8Array.from([22, 3, 1, 0, bytes.length, ...bytes]))
    }),
    { numRuns: 300, seed: 1 },
  )
})
