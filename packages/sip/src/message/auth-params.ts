/** Challenges and credentials: a scheme, then `name=value` and `name="value"` with commas between. RFC 3261 §25.1, RFC 7616. */
import { isToken, quote, quotedEnd, skipBlank, tokenEnd, trimmedEnd, unquote } from "./lexical.ts"

export interface AuthParams {
  /** As written, usually "Digest". */
  readonly scheme: string
  readonly parameters: readonly AuthParam[]
}

export interface AuthParam {
  /** Lower case. */
  readonly name: string
  /** Without quotes and escapes. */
  readonly value: string
  /** Whether it stood, or shall stand, in quotes: phones insist on it name by name (RFC 7616 §3.3, §3.4). */
  readonly quoted: boolean
}

/** The whole field value. Undefined where it is broken, or no list of that kind (another scheme may put anything there). */
export function parseAuthParams(text: string): AuthParams | undefined {
  const begin = skipBlank(text, 0)
  const schemeEnd = tokenEnd(text, begin)
  if (schemeEnd === begin) return undefined
  const parameters: AuthParam[] = []
  for (let at = skipBlank(text, schemeEnd); at < text.length; at = skipBlank(text, at + 1)) {
    const nameEnd = tokenEnd(text, at)
    const equals = skipBlank(text, nameEnd)
    if (nameEnd === at || text.charCodeAt(equals) !== 0x3d) return undefined
    const name = text.slice(at, nameEnd).toLowerCase()
    const value = skipBlank(text, equals + 1)
    const quoted = text.charCodeAt(value) === 0x22
    const end = quoted ? quotedEnd(text, value) : plainEnd(text, value)
    if (end < 0) return undefined
    parameters.push({ name, quoted, value: quoted ? unquote(text.slice(value, end)) : text.slice(value, end) })
    at = skipBlank(text, end)
    if (at < text.length && text.charCodeAt(at) !== 0x2c) return undefined
  }
  return { scheme: text.slice(begin, schemeEnd), parameters }
}

/** In the order given; a value that is no token is quoted in any case. */
export function formatAuthParams({ scheme, parameters }: AuthParams): string {
  let text = scheme
  let separator = " "
  for (const { name, value, quoted } of parameters) {
    text += `${separator}${name}=${quoted || !isToken(value) ? quote(value) : value}`
    separator = ", "
  }
  return text
}

/** The value of that parameter (written in lower case), without its quotes. */
export function authParam(list: AuthParams, name: string): string | undefined {
  for (const candidate of list.parameters) if (candidate.name === name) return candidate.value
  return undefined
}

/** More than a token: some phones leave the quotes off a URI. Up to the comma, in any case. */
function plainEnd(text: string, from: number): number {
  const comma = text.indexOf(",", from)
  const end = trimmedEnd(text, from, comma < 0 ? text.length : comma)
  return end === from || text.slice(from, end).includes('"') ? -1 : end
}
