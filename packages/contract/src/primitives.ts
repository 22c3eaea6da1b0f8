/** The small schemas that resources are built of. Each rule's message is its code: the sentence is the catalogue's. */
import * as z from "zod/mini"
import { isHostIpv4, isHostName, isPublicIpv4, parseIpv4, parseIpv4Network } from "./addresses.ts"
import type { FieldProblemCode } from "./catalogue/catalogue.ts"

/** Compile-time check that a rule's code has its sentences. */
export const code = (known: FieldProblemCode): string => known

export const flag = z.boolean(code("WrongType"))

/** Text without characters that nobody sees or that cannot be stored: controls, line separators, halves of surrogate pairs. */
export const text = (minimum: number, maximum: number) =>
  z
    .string(code("WrongType"))
    .check(
      z.minLength(minimum, code(minimum === 1 ? "Required" : "TooShort")),
      z.maxLength(maximum, code("TooLong")),
      z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u, code("ControlCharacters")),
    )

/** RFC 4648 §4, of whatever length. */
export const base64 = /^[A-Za-z0-9+/]*={0,2}$/

/** How many characters so many octets become. */
export const base64Length = (octets: number): number => Math.ceil(octets / 3) * 4

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, code("NotOneOf"))

export const whole = (minimum: number, maximum: number) =>
  z
    .number(code("NotANumber"))
    .check(z.int(code("NotWhole")), z.gte(minimum, code("TooSmall")), z.lte(maximum, code("TooLarge")))

export const port = whole(1, 65535)

/** A moment in a query: RFC 3339 with its offset, read as ISO 8601 in UTC. */
export const instantInText = z
  .string(code("WrongType"))
  .check(
    z.refine(
      (value) => /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value)),
      code("WrongType"),
    ),
  )

/** In a path or query everything is text at first. */
export const wholeInText = (minimum: number, maximum: number) =>
  z.coerce
    .number<string | number>(code("NotANumber"))
    .check(z.int(code("NotWhole")), z.gte(minimum, code("TooSmall")), z.lte(maximum, code("TooLarge")))

export const ipv4 = z.string(code("WrongType")).check(
  z.refine((value) => parseIpv4(value) !== undefined, code("NotAnAddress")),
  z.refine((value) => parseIpv4(value) === undefined || isHostIpv4(value), code("AddressNotUsable")),
)

export const publicIpv4 = ipv4.check(
  z.refine((value) => !isHostIpv4(value) || isPublicIpv4(value), code("AddressNotPublic")),
)

/** A host name, or an IPv4 address. */
export const host = z.string(code("WrongType")).check(
  z.minLength(1, code("Required")),
  z.refine((value) => value === "" || isHostName(value) || parseIpv4(value) !== undefined, code("NotAHost")),
)

export const hostName = z.string(code("WrongType")).check(
  z.minLength(1, code("Required")),
  z.refine((value) => value === "" || isHostName(value), code("NotAHostName")),
)

export const network = z
  .string(code("WrongType"))
  .check(z.refine((value) => parseIpv4Network(value) !== undefined, code("NotANetwork")))

/** A moment, as ISO 8601 in UTC: "2026-05-04T08:00:00.000Z". */
export const moment = z.string()

/** A moment to the second, GMT: "2026-11-24T00:00:00Z". */
export const typedMoment = z.string(code("WrongType")).check(
  z.minLength(1, code("Required")),
  z.refine(
    (value) => value === "" || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) && isReal(value)),
    code("NotAMoment"),
  ),
)

/** The engine takes 31 February for 3 March; a form does not. */
function isReal(value: string): boolean {
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === value.slice(0, 19)
}

/** Where a packet came from or goes to. */
export const endpointAddress = z.strictObject({ host: z.string(), port: z.number() })

export const transport = z.enum(["UDP", "TCP", "TLS"])
export const networkName = z.enum(["inner", "outer"])

/** What is answered where nothing is to be said. */
export const nothing = z.strictObject({})

/** Lists: `?q&sort&limit&cursor` → `{ items, total, next }`. */
export const listQuery = <const Keys extends readonly [string, ...string[]]>(sortKeys: Keys) =>
  z.strictObject(listFields(sortKeys))

export const listFields = <const Keys extends readonly [string, ...string[]]>(sortKeys: Keys) => ({
  /** Only what contains these words. */
  q: z.optional(z.string().check(z.maxLength(100, code("TooLong")))),
  /** A field's name; with "-" before it, backwards. */
  sort: z.optional(choice(withDescending(sortKeys))),
  limit: z._default(wholeInText(1, 500), 50),
  /** `next` of the answer before. */
  cursor: z.optional(z.string().check(z.maxLength(500, code("TooLong")))),
})

const withDescending = <const Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  // The first key is there, and every key in both directions: flatMap forgets both facts.
  keys.flatMap((key) => [key, `-${key}`]) as unknown as readonly [
    Keys[number],
    ...(Keys[number] | `-${Keys[number]}`)[],
  ]

export const page = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({
    items: z.array(item),
    /** How many match, over all pages. */
    total: z.number(),
    /** The cursor of the next page; null on the last. */
    next: z.nullable(z.string()),
  })
