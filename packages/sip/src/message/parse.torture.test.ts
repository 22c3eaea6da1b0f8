/**
 * The torture messages of RFC 4475 and RFC 5118, byte for byte: each with a row that says what we do and why.
 *
 * - valid: it parses, and is written again exactly as it came, but for octets behind Content-Length.
 * - rejected: it does not parse; requests get this answer, responses silence.
 * - above: it parses and comes back exactly too; a layer above refuses it, because of what is shown here.
 */
import { readdirSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { badRequest } from "./build.ts"
import { decimal } from "./lexical.ts"
import { first, listOf } from "./lookup.ts"
import type { Message } from "./message.ts"
import { parseContacts } from "./name-addr.ts"
import { parseMessage } from "./parse.ts"
import { serialize } from "./serialize.ts"
import { parseUri } from "./uri.ts"

type Row =
  | { readonly valid: string; readonly discarded?: number }
  | { readonly rejected: string; readonly answer: number | "silence"; readonly why: string }
  | { readonly above: string; readonly because: (message: Message) => boolean }

const uriIsBroken = (message: Message) => message.kind === "request" && parseUri(message.uri) === undefined

const rfc4475: Record<string, Row> = {
  // §3.1.1, valid messages
  wsinv: { valid: "folds, blanks around every separator, compact forms, Vias on one line and on many" },
  intmeth: { valid: "any token is a method; 501 or 405 comes from the core" },
  esc01: { valid: "escapes stay as written, and are undone when somebody asks" },
  escnull: { valid: "%00 in a user part is a character like others" },
  esc02: { valid: "% outside of a URI is no escape" },
  lwsdisp: { valid: "no blank between display name and <" },
  longreq: { valid: "long, but within the limits" },
  dblreq: { valid: "what follows Content-Length in a datagram is discarded (RFC 3261 §18.3)", discarded: 450 },
  semiuri: { valid: "a semicolon in the user part begins no parameter" },
  transports: { valid: "any token is a transport" },
  mpart01: { valid: "a multipart body is a body" },
  unreason: { valid: "a reason phrase may hold any UTF-8" },
  noreason: { valid: "a reason phrase may be empty" },

  // §3.1.2, invalid messages
  badinv01: {
    rejected: "bad-field",
    answer: "silence",
    why: "a Via that cannot be read: nobody is known to answer to",
  },
  clerr: { rejected: "body-too-short", answer: 400, why: "a part of the body is missing" },
  ncl: { rejected: "bad-field", answer: 400, why: "a negative Content-Length" },
  scalar02: { rejected: "bad-field", answer: 400, why: "a CSeq beyond 2^31" },
  scalarlg: { rejected: "bad-field", answer: "silence", why: "a CSeq beyond 2^31, in a response" },
  quotbal: { rejected: "bad-field", answer: 400, why: "a quote in To that never closes" },
  ltgtruri: { rejected: "bad-request-uri", answer: 400, why: "angle brackets around the Request-URI" },
  lwsruri: { rejected: "bad-start-line", answer: 400, why: "a blank in the Request-URI" },
  lwsstart: { rejected: "bad-request-uri", answer: 400, why: "two blanks between the parts of the request line" },
  trws: { rejected: "bad-start-line", answer: 400, why: "blanks behind the request line" },
  escruri: {
    above: "headers in a Request-URI are ignored: a B2BUA takes nothing but the user part out of it",
    because: (message) => message.kind === "request" && parseUri(message.uri)?.headers !== undefined,
  },
  baddate: { valid: "Date is not looked at: nothing here depends on it" },
  regbadct: {
    above: "400 by the registrar: without angle brackets the headers' end cannot be known",
    because: (message) => parseContacts(message) === undefined,
  },
  badaspec: { rejected: "bad-field", answer: 400, why: "blanks within the URI in To" },
  baddn: { rejected: "header-not-ended", answer: 400, why: "the file lacks the empty line; with it, see below" },
  badvers: { rejected: "version-not-supported", answer: 505, why: "SIP/7.0" },
  mismatch01: { rejected: "method-mismatch", answer: 400, why: "CSeq names another method" },
  mismatch02: { rejected: "method-mismatch", answer: 400, why: "CSeq names another method than an unknown one" },
  bigcode: { rejected: "bad-status", answer: "silence", why: "a status above 699, in a response" },

  // §3.2, transaction layer
  badbranch: {
    above: "the transaction layer takes a branch that is the magic cookie alone for none at all (RFC 2543 matching)",
    because: (message) => message.via.branch === "z9hG4bK",
  },

  // §3.3, application layer
  insuf: { rejected: "missing-field", answer: 400, why: "neither From, To nor Call-ID" },
  unkscm: { above: "416: a scheme that nobody knows", because: uriIsBroken },
  novelsc: { above: "416: no SIP scheme", because: uriIsBroken },
  unksm2: {
    above: "404 by the registrar: To names no user of ours; any scheme may stand there",
    because: (message) => message.to.uri === "isbn:2983792873" && parseUri(message.to.uri) === undefined,
  },
  bext01: { above: "420 by the core", because: (message) => first(message, "Require") !== undefined },
  invut: { above: "415 by the core", because: (message) => first(message, "c") === "application/unknownformat" },
  regaut01: {
    above: "401 by the registrar: credentials of another scheme are none",
    because: (message) => first(message, "Authorization")?.startsWith("NoOneKnowsThisScheme") === true,
  },
  multi01: { rejected: "repeated-field", answer: 400, why: "two each of CSeq, Call-ID, To and From" },
  mcl01: { rejected: "repeated-field", answer: 400, why: "two Content-Lengths that differ" },
  bcast: {
    above: "dropped by the transaction layer: it matches nothing, and who is no proxy never follows the second Via",
    because: (message) => listOf(message, "Via")[1]?.includes("255.255.255.255") === true,
  },
  zeromf: { above: "483 by the core", because: (message) => decimal(first(message, "Max-Forwards") ?? "") === 0 },
  cparam01: { valid: "an unknown Contact parameter is kept" },
  cparam02: { valid: "an unknown parameter of the Contact's URI is kept" },
  regescrt: { valid: "headers in a Contact's URI are kept as written" },
  sdp01: { above: "406 by the core", because: (message) => first(message, "Accept") === "text/nobodyKnowsThis" },

  // §3.4, backward compatibility
  inv2543: { valid: "RFC 2543: neither branch, tag nor Max-Forwards is asked for here" },
}

const rfc5118: Record<string, Row> = {
  "4.1-ipv6-good": { valid: "IPv6 references" },
  "4.2-ipv6-bad": { above: "400 by the core: an IPv6 address without brackets", because: uriIsBroken },
  "4.3-port-ambiguous": { valid: "what looks like a port within the brackets is a part of the address" },
  "4.4-port-unambiguous": { valid: "a port behind the brackets" },
  "4.5-via-received-param-with-delim": { valid: "received with brackets" },
  "4.5-via-received-param-no-delim": { valid: "received without brackets" },
  "4.6-ipv6-in-sdp": { rejected: "body-too-short", answer: 400, why: "its Content-Length exceeds the body by far" },
  "4.7-mult-ip-in-header": { valid: "Vias of both families" },
  "4.8-mult-ip-in-sdp": { valid: "its Content-Length is 8 octets short of the body", discarded: 8 },
  "4.9-ipv4-mapped-ipv6": { valid: "its Content-Length is 9 octets short of the body", discarded: 9 },
  "4.10-ipv6-bug-abnf-3-colons": { valid: "one colon too many, as the grammar of RFC 3261 had it, is borne with" },
  "4.10-ipv6-correct-abnf-2-colons": { valid: "the same with two colons" },
}

for (const [folder, rows] of Object.entries({ rfc4475, rfc5118 })) {
  const directory = new URL(`../../testdata/${folder}/`, import.meta.url)
  const names = readdirSync(directory).map((file) => file.replace(/\.dat$/, ""))

  test(`${folder}: every message has a row, and every row a message`, () => {
    expect(names.toSorted()).toEqual(Object.keys(rows).toSorted())
  })

  for (const [name, row] of Object.entries(rows)) {
    test(`${folder}: ${name}`, () => {
      const bytes = readFileSync(new URL(`${name}.dat`, directory))
      const parsed = parseMessage(bytes)
      if ("rejected" in row) {
        if (parsed.ok) throw new Error("it was accepted")
        expect(parsed.error.code).toBe(row.rejected)
        expect(badRequest(parsed.error)?.status ?? "silence").toBe(row.answer)
        return
      }
      if (!parsed.ok) throw new Error(`${parsed.error.message}\n${parsed.error.excerpt}`)
      const discarded = "discarded" in row ? row.discarded : 0
      expect(Buffer.from(serialize(parsed.value)).equals(bytes.subarray(0, bytes.length - (discarded ?? 0)))).toBe(true)
      if ("above" in row) expect(row.because(parsed.value)).toBe(true)
    })
  }
}

test("rfc4475: baddn with its empty line is read liberally: a comma in an unquoted display name", () => {
  const bytes = readFileSync(new URL("../../testdata/rfc4475/baddn.dat", import.meta.url))
  const parsed = parseMessage(Buffer.concat([bytes, Buffer.from("\r\n")]))
  expect(parsed.ok && parsed.value.from.displayName).toBe("Bell, Alexander")
})
