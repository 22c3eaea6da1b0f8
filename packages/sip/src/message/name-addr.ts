/** `"Name" <uri>;parameters`: From, To, Contact, Route and their like. RFC 3261 §20.10. */
import { quote, quotedEnd, skipBlank, trimmedEnd, unquote } from "./lexical.ts"
import { all, type Fields, splitList } from "./lookup.ts"
import { formatParameters, type Parameters, parameter, parseParameters } from "./parameters.ts"
import { scheme } from "./uri.ts"

export interface NameAddr {
  /** Without quotes and escapes; "" where there is none. */
  readonly displayName: string
  /** As written between the angle brackets; decode with `parseUri` (it may be a `tel:` or any other URI). */
  readonly uri: string
  readonly parameters: Parameters
  /** The `tag` parameter of From and To. */
  readonly tag: string | undefined
}

/** One value, not a list. Undefined where it is broken. */
export function parseNameAddr(text: string): NameAddr | undefined {
  const begin = skipBlank(text, 0)
  let open = begin
  let displayName = ""
  if (text.charCodeAt(begin) === 0x22) {
    const end = quotedEnd(text, begin)
    if (end < 0) return undefined
    displayName = unquote(text.slice(begin, end))
    open = skipBlank(text, end)
    if (text.charCodeAt(open) !== 0x3c) return undefined
  } else {
    open = text.indexOf("<", begin)
    if (open < 0) return parseAddrSpec(text, begin)
    // Tokens by the grammar. Dots, commas and UTF-8 without quotes are common, and do no harm here (RFC 4475 §3.1.2.15).
    displayName = text.slice(begin, trimmedEnd(text, begin, open))
    if (displayName.includes('"') || displayName.includes(";")) return undefined
  }
  const close = text.indexOf(">", open)
  if (close < 0) return undefined
  return assemble(displayName, text.slice(open + 1, close), parseParameters(text, close + 1))
}

/** Always with angle brackets: without them, the URI's parameters would become the field's. */
export function formatNameAddr(value: { uri: string } & Partial<NameAddr>): string {
  const name = value.displayName ? `${quote(value.displayName)} ` : ""
  const others = (value.parameters ?? []).filter(({ name }) => name !== "tag")
  const tag = value.tag === undefined ? "" : `;tag=${value.tag}`
  return `${name}<${value.uri}>${formatParameters(others)}${tag}`
}

/** Every Contact in order; "*" where that is all it says (RFC 3261 §10.2.2); undefined where one of them is broken. */
export function parseContacts(message: Fields): readonly NameAddr[] | "*" | undefined {
  const contacts: NameAddr[] = []
  const lines = all(message, "Contact")
  if (lines.length === 1 && lines[0] === "*") return "*"
  for (const line of lines) {
    for (const text of splitList(line)) {
      const contact = parseNameAddr(text)
      if (contact === undefined) return undefined
      contacts.push(contact)
    }
  }
  return contacts
}

/** Without angle brackets everything from the first ";" on belongs to the field, and "?" and "," cannot be (RFC 3261 §20.10). */
function parseAddrSpec(text: string, begin: number): NameAddr | undefined {
  const semicolon = text.indexOf(";", begin)
  const end = trimmedEnd(text, begin, semicolon < 0 ? text.length : semicolon)
  const uri = text.slice(begin, end)
  if (uri.includes("?") || uri.includes(",")) return undefined
  return assemble("", uri, parseParameters(text, end))
}

function assemble(displayName: string, uri: string, parameters: Parameters | undefined): NameAddr | undefined {
  if (parameters === undefined || scheme(uri) === "") return undefined
  for (let at = 0; at < uri.length; at++) {
    const code = uri.charCodeAt(at)
    if (code <= 0x20 || code === 0x3c || code === 0x3e || code === 0x22 || code === 0x7f) return undefined
  }
  return { displayName, uri, parameters, tag: parameter(parameters, "tag")?.value }
}
