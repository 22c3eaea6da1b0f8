/** Invariants 3 and 4: no bytes can throw, and `serialize(parse(x))` is `x` for every well-formed message. */
import { readdirSync, readFileSync } from "node:fs"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { parseAuthParams } from "./auth-params.ts"
import { badRequest } from "./build.ts"
import { Framing } from "./framing.ts"
import { splitList } from "./lookup.ts"
import { parseNameAddr } from "./name-addr.ts"
import { parseMessage } from "./parse.ts"
import { serialize } from "./serialize.ts"
import { parseUri } from "./uri.ts"
import { parseVia } from "./via.ts"

const tokenCharacters = [..."abcXYZ019-.!%*_+`'~"]
const token = fc.string({ unit: fc.constantFrom(...tokenCharacters), minLength: 1, maxLength: 12 })
const blank = fc.constantFrom("", " ", "\t", "  ", "\r\n ", " \r\n\t")
const space = fc.constantFrom(" ", "\t ", "\r\n  ")
/** Any octets but CR and LF, as they may stand in a field that nobody knows. */
const text = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
})
const host = fc.constantFrom("192.0.2.1", "example.com", "[2001:db8::9:1]", "Office.Example.COM")
const port = fc.option(
  fc.integer({ min: 1, max: 65535 }).map((number) => `:${number}`),
  { nil: "" },
)
const uri = fc
  .tuple(fc.constantFrom("sip", "sips", "SIP"), fc.constantFrom("", "101@", "a%20b:x@", "a;b=c?d@"), host, port)
  .map(([scheme, user, where, at]) => `${scheme}:${user}${where}${at}`)
const name = (long: string, ...others: string[]) =>
  fc.constantFrom(long, long.toUpperCase(), long.toLowerCase(), ...others)

const line = (names: fc.Arbitrary<string>, value: fc.Arbitrary<string>) =>
  fc
    .tuple(names, fc.constantFrom("", " ", "\t"), blank, value, fc.constantFrom("", " ", "\t"))
    .map(([field, before, after, content, behind]) => `${field}${before}:${after}${content}${behind}`)

const via = fc
  .tuple(
    blank,
    blank,
    fc.constantFrom("UDP", "TCP", "tls"),
    space,
    host,
    port,
    token,
    fc.constantFrom("", ";rport", ' ; x = "a,b"'),
  )
  .map(
    ([a, b, transport, s, where, at, branch, more]) =>
      `SIP${a}/2.0${b}/${transport}${s}${where}${at};branch=z9hG4bK${branch}${more}`,
  )
const nameAddr = fc
  .tuple(fc.constantFrom("", "Anna ", '"Anna \\"B\\", <c>" ', '"\xc3\xa4"'), uri, blank, token)
  .map(([display, where, gap, tag]) => `${display}<${where}>${gap};tag=${tag}`)

const message = fc
  .record({
    method: token,
    uri,
    status: fc.integer({ min: 100, max: 699 }),
    reason: text,
    isRequest: fc.boolean(),
    version: fc.constantFrom("SIP/2.0", "sip/2.0"),
    vias: fc.array(
      line(
        name("Via", "v"),
        fc.array(via, { minLength: 1, maxLength: 3 }).map((list) => list.join(" ,")),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    from: line(name("From", "f"), nameAddr),
    to: line(name("To", "t"), nameAddr),
    callId: line(name("Call-ID", "i"), token),
    sequence: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    others: fc.array(
      line(
        token.map((one) => `X-${one}`),
        text,
      ),
      { maxLength: 6 },
    ),
    contentLength: fc.option(name("Content-Length", "l")),
    body: fc.uint8Array({ maxLength: 60 }),
    order: fc.infiniteStream(fc.nat()),
  })
  .map((parts) => {
    const lines = [
      ...parts.vias,
      parts.from,
      parts.to,
      parts.callId,
      `CSeq: ${parts.sequence} ${parts.method}`,
      ...parts.others,
      ...(parts.contentLength ? [`${parts.contentLength}: ${parts.body.length}`] : []),
    ]
    const shuffled = lines.map((one) => ({ one, key: parts.order.next().value ?? 0 })).sort((a, b) => a.key - b.key)
    const start = parts.isRequest
      ? `${parts.method} ${parts.uri} ${parts.version}`
      : `${parts.version} ${parts.status} ${parts.reason}`
    const head = `${[start, ...shuffled.map(({ one }) => one)].join("\r\n")}\r\n\r\n`
    return Buffer.concat([Buffer.from(head, "latin1"), parts.body])
  })

test("serialize(parse(x)) is x for well-formed messages", () => {
  fc.assert(
    fc.property(message, (bytes) => {
      const parsed = parseMessage(bytes)
      if (!parsed.ok) throw new Error(`${parsed.error.message}\n${parsed.error.excerpt}`)
      expect(Buffer.from(serialize(parsed.value)).toString("latin1")).toBe(bytes.toString("latin1"))
    }),
    { numRuns: 500 },
  )
})

/** Bytes that look like SIP as long as possible: a torture message, cut, doubled, and with octets changed. */
const testdata = new URL("../../testdata/", import.meta.url)
const corpus = ["rfc4475", "rfc5118"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, testdata)).map((file) => readFileSync(new URL(`${folder}/${file}`, testdata))),
)
const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(
      fc.tuple(fc.nat(2000), fc.oneof(fc.nat(255), fc.constantFrom(0, 9, 10, 13, 32, 34, 44, 58, 59, 60, 62, 92))),
    ),
    fc.nat(2000),
    fc.nat(2000),
  )
  .map(([bytes, changes, from, to]) => {
    const copy = Buffer.from(bytes)
    for (const [at, octet] of changes) if (at < copy.length) copy[at] = octet
    return from < to ? Buffer.concat([copy.subarray(0, from), copy.subarray(to)]) : copy
  })

test("no bytes throw, and what is accepted is stable", () => {
  fc.assert(
    fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const parsed = parseMessage(bytes)
      if (!parsed.ok) {
        const answer = badRequest(parsed.error)
        if (answer) serialize(answer)
      } else {
        const written = serialize(parsed.value)
        const again = parseMessage(written)
        if (!again.ok) throw new Error(again.error.message)
        expect(serialize(again.value)).toEqual(written)
      }
      for (const frame of new Framing().feed(bytes)) if (frame.kind === "message") parseMessage(frame.bytes)
    }),
    { numRuns: 2000 },
  )
})

test("no text throws in any decoder", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "sip:",
      "<",
      ">",
      '"',
      "\\",
      ";",
      "=",
      ",",
      "@",
      ":",
      "[",
      "]",
      "%",
      "%4",
      " ",
      "\t",
      "a",
      "1",
      "SIP/2.0/UDP ",
      "?",
      "\xff",
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("")
      parseUri(text)
      parseNameAddr(text)
      parseVia(text)
      parseAuthParams(text)
      splitList(text)
    }),
    { numRuns: 2000 },
  )
})

test("the largest bad input is refused at once", () => {
  const head = "OPTIONS sip:a@example.com SIP/2.0\r\n"
  const patterns = [
    "a: b\r\n",
    "a:\r\n ",
    ":",
    '"',
    "<",
    ",",
    ";",
    "\\",
    "\r\n",
    "Via: SIP/2.0/UDP a;a=",
    "\r",
    "\n ",
    "%",
  ]
  for (const pattern of patterns) {
    const text = head + pattern.repeat(Math.floor((65_000 - head.length) / pattern.length))
    const began = performance.now()
    for (const tail of ["", "\r\n\r\n"]) parseMessage(Buffer.from(text + tail, "latin1"))
    parseNameAddr(text)
    parseVia(text)
    parseUri(text)
    splitList(text)
    parseAuthParams(`Digest ${text}`)
    // Hundreds of times what it takes; a quadratic walk over 65,000 characters takes seconds.
    expect(performance.now() - began).toBeLessThan(1000)
  }
})
