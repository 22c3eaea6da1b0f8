/** `;name=value` lists of URIs and header fields. RFC 3261 §25.1 (generic-param). */
import { isToken, quote, quotedEnd, skipBlank, trimmedEnd, unquote } from "./lexical.ts"

/** In order; names in lower case; a parameter without "=" has the value `undefined`; quotes are removed from values. */
export type Parameters = readonly Parameter[]
export interface Parameter {
  readonly name: string
  readonly value: string | undefined
}

/** The first of that name (written in lower case); `parameter(list, "lr") !== undefined` asks whether a flag is there. */
export function parameter(parameters: Parameters, name: string): Parameter | undefined {
  for (const candidate of parameters) if (candidate.name === name) return candidate
  return undefined
}

/** The list with that parameter set: in its place, or at the end. */
export function withParameter(parameters: Parameters, name: string, value: string | undefined): Parameters {
  const kept = { name, value }
  const at = parameters.findIndex((candidate) => candidate.name === name)
  return at < 0 ? [...parameters, kept] : parameters.toSpliced(at, 1, kept)
}

/** Everything from `from` on, which is "" or begins with ";". Undefined where it is something else. */
export function parseParameters(text: string, from = 0): Parameters | undefined {
  let at = skipBlank(text, from)
  if (at === text.length) return none
  const parameters: Parameter[] = []
  while (at < text.length) {
    if (text.charCodeAt(at) !== 0x3b) return undefined
    const begin = skipBlank(text, at + 1)
    let end = begin
    let equals = -1
    for (; end < text.length && text.charCodeAt(end) !== 0x3b; end++) {
      const code = text.charCodeAt(end)
      if (code === 0x3d && equals < 0) equals = end
      if (code !== 0x22) continue
      // A quote opens only at the beginning of a value; what follows the quoted string is looked at below.
      if (equals < 0 || skipBlank(text, equals + 1) !== end) return undefined
      end = quotedEnd(text, end) - 1
      if (end < 0) return undefined
    }
    const name = text.slice(begin, trimmedEnd(text, begin, equals < 0 ? end : equals))
    if (!isToken(name)) return undefined
    const value = equals < 0 ? undefined : parameterValue(text, equals + 1, end)
    if (value === false) return undefined
    parameters.push({ name: name.toLowerCase(), value })
    at = end
  }
  return parameters
}

/** As they stand in a message: `;name=value;name="va lue";name`. */
export function formatParameters(parameters: Parameters): string {
  let text = ""
  for (const { name, value } of parameters)
    text += value === undefined ? `;${name}` : `;${name}=${isPlain(value) ? value : quote(value)}`
  return text
}

/** token / host / quoted-string; false for a broken one. Hosts and what phones write beside them pass unquoted. */
function parameterValue(text: string, from: number, end: number): string | false {
  const begin = skipBlank(text, from)
  const last = trimmedEnd(text, begin, end)
  if (text.charCodeAt(begin) !== 0x22) {
    for (let at = begin; at < last; at++) {
      const code = text.charCodeAt(at)
      if (code <= 0x20 || code === 0x2c || code === 0x3c || code === 0x3e) return false
    }
    return text.slice(begin, last)
  }
  return quotedEnd(text, begin) === last ? unquote(text.slice(begin, last)) : false
}

/** What needs no quotes: a token, or a host with its colons and brackets. */
function isPlain(value: string): boolean {
  if (isToken(value)) return true
  if (value === "") return false
  for (const character of value) if (!isToken(character) && !"[]:".includes(character)) return false
  return true
}

const none: Parameters = Object.freeze([])
