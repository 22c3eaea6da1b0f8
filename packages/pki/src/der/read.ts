/**
 * Reading DER (X.690), and the BER that old programs write in PKCS#12 and PKCS#7: indefinite lengths and strings in pieces.
 *
 *     │ tag │ length │ content … │        content of a constructed element: elements
 *     └──────────── raw ────────────┘
 *
 * Elements are views of the bytes they were read from: what was signed can be checked, and copied, as it was written.
 */
import { PkiError } from "../pki-error.ts"

export interface Element {
  /** The identifier octet: class, constructed or primitive, number. `tags` has those that occur. */
  readonly tag: number
  readonly content: Uint8Array
  readonly raw: Uint8Array
}

/** The one element that these bytes are. White space and zeros after it are pardoned: editors and old devices add them. */
export function parseDer(bytes: Uint8Array): Element {
  const element = firstElement(bytes)
  const rest = bytes.subarray(element.raw.length)
  if (rest.some((octet) => octet !== 0 && octet !== 0x0a && octet !== 0x0d && octet !== 0x20))
    throw new PkiError("damaged")
  return element
}

export function firstElement(bytes: Uint8Array): Element {
  return elementAt(bytes, 0, 0, "truncated")
}

/** The elements in a constructed element. */
export function parts(element: Element): readonly Element[] {
  if ((element.tag & constructed) === 0) throw new PkiError("damaged")
  const found: Element[] = []
  for (let at = 0; at < element.content.length; ) {
    const part = elementAt(element.content, at, 1, "damaged")
    found.push(part)
    at += part.raw.length
  }
  return found
}

/** The elements in an element that must have this tag. */
export function partsOf(element: Element, tag: number): readonly Element[] {
  return parts(expectTag(element, tag))
}

export function partAt(elements: readonly Element[], index: number): Element {
  const element = elements[index]
  if (element === undefined) throw new PkiError("damaged")
  return element
}

export function expectTag(element: Element, tag: number): Element {
  if (element.tag !== tag) throw new PkiError("damaged")
  return element
}

/** The element inside an explicit tag. */
export function inside(element: Element): Element {
  return partAt(parts(element), 0)
}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Context-specific and constructed: `[0]`, `[3]`. */
export const context = (number: number): number => 0xa0 | number
/** Context-specific and primitive. */
export const contextBytes = (number: number): number => 0x80 | number

/** `cut`: what it means that the octets end too early. An element that is longer than the one around it is a lie. */
function elementAt(bytes: Uint8Array, at: number, depth: number, cut: "truncated" | "damaged"): Element {
  if (depth > deepest) throw new PkiError("damaged")
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new PkiError(cut)
  // A number above 30, in several octets: nothing here has one.
  if ((tag & 0x1f) === 0x1f) throw new PkiError("damaged")
  if (first === 0x80) return indefinite(bytes, at, depth, cut)
  const octets = first < 0x80 ? 0 : first & 0x7f
  if (octets > 4) throw new PkiError("damaged")
  let length = first & 0x7f
  if (octets > 0) {
    length = 0
    for (let index = 0; index < octets; index++) {
      const octet = bytes[at + 2 + index]
      if (octet === undefined) throw new PkiError(cut)
      length = length * 256 + octet
    }
  }
  const begin = at + 2 + octets
  const end = begin + length
  if (end > bytes.length) throw new PkiError(cut)
  return { tag, content: bytes.subarray(begin, end), raw: bytes.subarray(at, end) }
}

/** X.690 §8.1.3.6: elements until two zeros. */
function indefinite(bytes: Uint8Array, at: number, depth: number, cut: "truncated" | "damaged"): Element {
  const tag = bytes[at] ?? 0
  if ((tag & constructed) === 0) throw new PkiError("damaged")
  let end = at + 2
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) {
    end += elementAt(bytes, end, depth + 1, cut).raw.length
  }
  return { tag, content: bytes.subarray(at + 2, end), raw: bytes.subarray(at, end + 2) }
}

const constructed = 0x20
const deepest = 24
