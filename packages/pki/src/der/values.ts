/** What the primitive elements of DER mean: numbers, object identifiers, strings, times. X.690 §8, §11; RFC 5280 §4.1.2.5. */
import { PkiError } from "../pki-error.ts"
import { type Element, expectTag, parts, tags } from "./read.ts"

/** "2.5.29.17" */
export function oidOf(element: Element): string {
  const { content } = expectTag(element, tags.oid)
  const arcs: number[] = []
  let arc = 0
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER / 128 || arcs.length > 64) throw new PkiError("damaged")
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...rest] = arcs
  if (first === undefined || arc !== 0) throw new PkiError("damaged")
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...rest].join(".")
}

/** Of any size, and of either sign: some authorities did make negative serial numbers. */
export function bigIntegerOf(element: Element): bigint {
  const { content } = expectTag(element, tags.integer)
  if (content.length === 0 || content.length > largestInteger) throw new PkiError("damaged")
  return BigInt.asIntN(content.length * 8, BigInt(`0x${hex(content)}`))
}

/** A small number that is not negative; `most` and above is `most`. */
export function integerOf(element: Element, most: number): number {
  const value = bigIntegerOf(element)
  if (value < 0n) throw new PkiError("damaged")
  return value > BigInt(most) ? most : Number(value)
}

export function booleanOf(element: Element): boolean {
  return expectTag(element, tags.boolean).content.some((octet) => octet !== 0)
}

/** The octets of an OCTET STRING, or of an implicit tag in its place: in one piece, or in the pieces of BER (X.690 §8.7). */
export function octetsOf(element: Element, depth = 0): Uint8Array {
  if ((element.tag & 0x20) === 0) return element.content
  if (depth > 4) throw new PkiError("damaged")
  return Buffer.concat(parts(element).map((part) => octetsOf(part, depth + 1)))
}

/** The octets of a BIT STRING, where bits come in whole octets. */
export function bitsOf(element: Element): Uint8Array {
  const { content } = expectTag(element, tags.bitString)
  if (content.length === 0) throw new PkiError("damaged")
  return content.subarray(1)
}

/** The numbers of the bits that are set, as in KeyUsage. */
export function bitNumbersOf(element: Element): readonly number[] {
  return [...bitsOf(element)].flatMap((octet, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (0x80 >> bit)).map((bit) => index * 8 + bit),
  )
}

/** Any of the strings of a DirectoryString (RFC 5280 §4.1.2.4), and IA5String. */
export function textOf({ tag, content }: Element): string {
  const bytes = Buffer.from(content)
  if (tag === tags.utf8String) return bytes.toString("utf8")
  if (tag === tags.bmpString) return bmpText(content)
  if (tag === universalString)
    return Array.from({ length: bytes.length >> 2 }, (_, index) => codePoint(bytes.readUInt32BE(index * 4))).join("")
  // PrintableString, IA5String, NumericString, VisibleString; and TeletexString, in which everybody wrote Latin-1.
  if ([tags.printableString, tags.ia5String, 0x12, 0x14, 0x1a].includes(tag)) return bytes.toString("latin1")
  throw new PkiError("damaged")
}

/** Big-endian UTF-16, whatever its tag. */
export function bmpText(content: Uint8Array): string {
  return Buffer.from(content.subarray(0, content.length & ~1))
    .swap16()
    .toString("utf16le")
}

/** UTCTime or GeneralizedTime, in milliseconds since 1970. */
export function timeOf({ tag, content }: Element): number {
  const text = Buffer.from(content).toString("latin1")
  // DER demands the seconds and the Z; certificates of the last century come without seconds.
  const [, year = "", rest = "", seconds = "00"] =
    (tag === tags.utcTime ? /^(\d\d)(\d{8})(\d\d)?Z$/ : /^(\d{4})(\d{8})(\d\d)?(?:\.\d+)?Z$/).exec(text) ?? []
  const [month = "", day = "", hour = "", minute = ""] = rest.match(/../g) ?? []
  // RFC 5280 §4.1.2.5.1: two digits are 1950 to 2049.
  const century = tag === tags.utcTime ? (Number(year) < 50 ? "20" : "19") : ""
  const time = Date.parse(`${century}${year}-${month}-${day}T${hour}:${minute}:${seconds}Z`)
  if ((tag !== tags.utcTime && tag !== tags.generalizedTime) || Number.isNaN(time)) throw new PkiError("damaged")
  return time
}

/** Two upper-case digits for each octet. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase()

const codePoint = (value: number): string => (value > 0x10ffff ? "\ufffd" : String.fromCodePoint(value))
const universalString = 0x1c
const largestInteger = 2100
