/** SIP and SIPS URIs. RFC 3261 §19.1. */
import { formatHostPort, type HostPort, parseHostPort } from "./host-port.ts"
import { type Parameter, type Parameters, parameter } from "./parameters.ts"

export interface SipUri {
  readonly scheme: "sip" | "sips"
  /** Unescaped; undefined where there is none. */
  readonly user: string | undefined
  readonly password: string | undefined
  /** Lower case; an IPv6 reference without its brackets. */
  readonly host: string
  readonly port: number | undefined
  readonly parameters: Parameters
  /** What follows "?", as written. */
  readonly headers: string | undefined
}

/** `sip:user:password@host:port;parameters?headers`. Undefined for another scheme (see `scheme`) and for a broken one. */
export function parseUri(text: string): SipUri | undefined {
  const which = scheme(text)
  if (which !== "sip" && which !== "sips") return undefined
  const begin = which.length + 1

  // "@" stands nowhere else unescaped; ";" and "?" may also stand in the user part.
  const at = text.indexOf("@", begin)
  const user = at < 0 ? undefined : parseUser(text.slice(begin, at))
  if (user === false) return undefined
  const hostBegin = at < 0 ? begin : at + 1

  const question = text.indexOf("?", hostBegin)
  const end = question < 0 ? text.length : question
  const semicolon = text.indexOf(";", hostBegin)
  const hostEnd = semicolon < 0 || semicolon > end ? end : semicolon

  const place = parseHostPort(text.slice(hostBegin, hostEnd))
  const parameters = parseUriParameters(text.slice(hostEnd, end))
  const headers = question < 0 ? undefined : text.slice(question + 1)
  if (place === undefined || parameters === undefined || headers === "" || !isVisible(headers ?? "")) return undefined
  return { scheme: which, user: user?.name, password: user?.password, ...place, parameters, headers }
}

export function formatUri(uri: Partial<SipUri> & HostPort): string {
  let text = `${uri.scheme ?? "sip"}:`
  if (uri.user !== undefined) {
    text += escaped(uri.user, userCharacters)
    if (uri.password !== undefined) text += `:${escaped(uri.password, passwordCharacters)}`
    text += "@"
  }
  text += formatHostPort(uri)
  for (const { name, value } of uri.parameters ?? []) {
    text += `;${escaped(name, parameterCharacters)}`
    if (value !== undefined) text += `=${escaped(value, parameterCharacters)}`
  }
  return uri.headers === undefined ? text : `${text}?${uri.headers}`
}

/** The scheme of any URI in lower case: "sip", "sips", "tel", …; "" where there is none. */
export function scheme(uri: string): string {
  const colon = uri.indexOf(":")
  for (let at = 0; at < colon; at++) if (!schemeCharacters.has(uri.charCodeAt(at))) return ""
  return uri.slice(0, Math.max(colon, 0)).toLowerCase()
}

/** RFC 3261 §19.1.4. */
export function uriEquals(one: SipUri, other: SipUri): boolean {
  return (
    one.scheme === other.scheme &&
    one.user === other.user &&
    one.password === other.password &&
    one.host === other.host &&
    one.port === other.port &&
    agree(one.parameters, other.parameters) &&
    agree(other.parameters, one.parameters) &&
    sameHeaders(one.headers, other.headers)
  )
}

/** Parameters that both have must agree; these must agree even where only one has them. Others count only if both have them. */
const decisive: ReadonlySet<string> = new Set(["user", "ttl", "method", "maddr", "transport"])

function agree(one: Parameters, other: Parameters): boolean {
  return one.every(({ name, value }) => {
    const counterpart = parameter(other, name)
    if (counterpart === undefined) return !decisive.has(name)
    return counterpart.value?.toLowerCase() === value?.toLowerCase()
  })
}

function sameHeaders(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true
  if (one === undefined || other === undefined) return false
  const sorted = (headers: string) =>
    headers
      .split("&")
      .map((header) => {
        const equals = header.indexOf("=")
        const name = equals < 0 ? header : header.slice(0, equals)
        return `${name.toLowerCase()}=${unescaped(header.slice(name.length + 1)) ?? ""}`
      })
      .sort()
  const others = sorted(other)
  const ours = sorted(one)
  return ours.length === others.length && ours.every((header, at) => header === others[at])
}

function parseUser(text: string): { name: string; password: string | undefined } | false {
  const colon = text.indexOf(":")
  const name = unescaped(colon < 0 ? text : text.slice(0, colon))
  const password = colon < 0 ? undefined : unescaped(text.slice(colon + 1))
  return name === undefined || name === "" || (colon >= 0 && password === undefined) ? false : { name, password }
}

function parseUriParameters(text: string): Parameters | undefined {
  if (text === "") return none
  const parameters: Parameter[] = []
  for (let begin = 1; begin <= text.length; ) {
    const semicolon = text.indexOf(";", begin)
    const end = semicolon < 0 ? text.length : semicolon
    const equals = text.indexOf("=", begin)
    const nameEnd = equals < 0 || equals > end ? end : equals
    const name = unescaped(text.slice(begin, nameEnd))
    const value = nameEnd === end ? undefined : unescaped(text.slice(nameEnd + 1, end))
    if (name === undefined || name === "" || (nameEnd < end && value === undefined)) return undefined
    parameters.push({ name: name.toLowerCase(), value })
    begin = end + 1
  }
  return parameters
}

/** Undefined for a broken escape, and for characters that no part of a URI can hold. */
function unescaped(text: string): string | undefined {
  if (!isVisible(text)) return undefined
  let percent = text.indexOf("%")
  if (percent < 0) return text
  let plain = ""
  let done = 0
  for (; percent >= 0; percent = text.indexOf("%", done)) {
    const high = hexDigit(text.charCodeAt(percent + 1))
    const low = hexDigit(text.charCodeAt(percent + 2))
    if (high < 0 || low < 0) return undefined
    plain += text.slice(done, percent) + String.fromCharCode(high * 16 + low)
    done = percent + 3
  }
  return plain + text.slice(done)
}

function escaped(plain: string, allowed: ReadonlySet<number>): string {
  let text = ""
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    text += allowed.has(code) ? plain[at] : `%${(code & 255).toString(16).toUpperCase().padStart(2, "0")}`
  }
  return text
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = code | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

function isVisible(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 0x20 || code === 0x7f || code === 0x3c || code === 0x3e || code === 0x22) return false
  }
  return true
}

const codes = (characters: string): ReadonlySet<number> => new Set([...characters].map((one) => one.charCodeAt(0)))
const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
const unreserved = `${alphanumeric}-_.!~*'()`
const schemeCharacters = codes(`${alphanumeric}+-.`)
const userCharacters = codes(`${unreserved}&=+$,;?/`)
const passwordCharacters = codes(`${unreserved}&=+$,`)
const parameterCharacters = codes(`${unreserved}[]/:&+$`)
const none: Parameters = Object.freeze([])
