/**
 * Distinguished names: who a certificate speaks of, and who signed it. RFC 5280 §4.1.2.4, §4.1.2.6.
 *
 *     Name = SEQUENCE of RelativeDistinguishedName = SET of { type, value }        "C=DE, O=Müller & Söhne, CN=SPE CA"
 *
 * In text the attributes stand in the order of the certificate, as every tool on a screen shows them; the escapes are those of
 * RFC 4514 §2.4. What `nameText` writes, `nameOfText` reads.
 */
import { attributeIds, nameIn } from "./der/object-identifiers.ts"
import { type Element, partsOf, tags } from "./der/read.ts"
import { hex, oidOf, textOf } from "./der/values.ts"
import { oid, printableString, sequence, set, utf8String } from "./der/write.ts"
import { PkiError } from "./pki-error.ts"

/** What a new certificate says of its subject: any Unicode, at most 64 characters each. An empty attribute is left out. */
export interface DistinguishedName {
  /** Two letters. */
  readonly country?: string | undefined
  readonly organization?: string | undefined
  readonly organizationUnit?: string | undefined
  readonly commonName: string
}

/** A name that was read. Of an attribute that occurs twice the first is given; `text` has them all. */
export interface DescribedName {
  readonly country?: string
  readonly organization?: string
  readonly organizationUnit?: string
  readonly commonName?: string
  readonly text: string
}

/** Throws "bad-subject". The bounds are those of RFC 5280 Appendix A.1 (ub-common-name and its like). */
export function encodeName(name: DistinguishedName): Uint8Array {
  const attributes = fields.flatMap(([field, type]) => {
    const value = name[field] ?? ""
    if (value === "" && field !== "commonName") return []
    const fits = field === "country" ? /^[A-Za-z]{2}$/.test(value) : /\S/.test(value) && [...value].length <= 64
    if (!fits || !value.isWellFormed() || value.includes("\0")) throw new PkiError("bad-subject", { field })
    return [attribute(type, value)]
  })
  return sequence(...attributes.map((one) => set(one)))
}

export function describeName(name: Element): DescribedName {
  const attributes = attributesOf(name).flat()
  const found = fields.flatMap(([field, type]) => {
    const first = attributes.find((one) => one.type === type)
    return first === undefined ? [] : [[field, first.value]]
  })
  return { ...Object.fromEntries(found), text: nameText(name) }
}

/** "" for a name of no attributes. */
export function nameText(name: Element): string {
  return attributesOf(name)
    .map((together) => together.map(({ type, value }) => `${type}=${escaped(value)}`).join(" + "))
    .join(", ")
}

/** "CN=…, O=…" to a Name; undefined if it is none. */
export function nameOfText(text: string): Uint8Array | undefined {
  const names: Uint8Array[][] = []
  let together = false
  for (let rest = text.replace(/^ +/, ""); rest !== ""; ) {
    const found = /^([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+) *= *((?:[^\\,+"]|\\.)*)([,+]?) */su.exec(rest)
    if (found === null) return undefined
    const [all, letters = "", written = "", joint = ""] = found
    const type = Object.keys(attributeIds).find((name) => name.toLowerCase() === letters.toLowerCase()) ?? letters
    const value = unescaped(written.replace(trailingSpaces, ""))
    if (value === "" || (!(type in attributeIds) && !isOid(type))) return undefined
    if (type === "C" && !/^[A-Za-z]{2}$/.test(value)) return undefined
    const one = attribute(type, value)
    const last = names.at(-1)
    if (together && last !== undefined) last.push(one)
    else names.push([one])
    rest = rest.slice(all.length)
    if (joint !== "" && rest === "") return undefined
    together = joint === "+"
  }
  return names.length === 0 ? undefined : sequence(...names.map((ones) => set(...ones.toSorted(Buffer.compare))))
}

interface Attribute {
  readonly type: string
  readonly value: string
}

function attributesOf(name: Element): readonly (readonly Attribute[])[] {
  return partsOf(name, tags.sequence).map((together) =>
    partsOf(together, tags.set).map((one) => {
      const [type, value] = partsOf(one, tags.sequence)
      if (type === undefined || value === undefined) throw new PkiError("damaged")
      return { type: nameIn(attributeIds, oidOf(type)), value: attributeText(value) }
    }),
  )
}

/** RFC 4514 §2.4: what is no string is written in hexadecimal. */
function attributeText(value: Element): string {
  try {
    return textOf(value)
  } catch {
    return `#${hex(value.raw)}`
  }
}

/** RFC 5280 §4.1.2.4: UTF8String; a country is a PrintableString of two letters, "DE" rather than "de". */
function attribute(type: string, value: string): Uint8Array {
  const encoded = type === "C" ? printableString(value.toUpperCase()) : utf8String(value)
  return sequence(oid(attributeIds[type] ?? type), encoded)
}

function escaped(value: string): string {
  return value
    .replace(/[\\,+"<>;=]/g, "\\$&")
    .replace(/^[ #]| $/g, "\\$&")
    .replace(/[\0-\x1f\x7f]/g, (control) => `\\${control.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`)
}

function unescaped(written: string): string {
  return written.replace(
    /\\(?:([0-9A-Fa-f]{2})|(.))/gsu,
    (_, digits: string | undefined, character: string | undefined) =>
      digits === undefined ? (character ?? "") : String.fromCharCode(Number.parseInt(digits, 16)),
  )
}

/** Spaces before which stands no backslash, or an escaped one. */
const trailingSpaces = /(?<=(?:^|[^\\])(?:\\\\)*) +$/

/** Arcs that the encoder can write: 0 to 2, then below 40 in the first two. */
const isOid = (text: string): boolean => /^(?:[01]\.[1-3]?\d|2\.\d{1,2})(?:\.\d{1,9})+$/.test(text)

/** In the order in which a new name has them. */
const fields = [
  ["country", "C"],
  ["organization", "O"],
  ["organizationUnit", "OU"],
  ["commonName", "CN"],
] as const satisfies readonly (readonly [keyof DistinguishedName, string])[]
