/**
 * The basic rules of RFC 3261 §25.1: which characters make a token, where a quoted string ends, what a number is.
 *
 * All of it walks a string by index: nothing here backtracks, and nothing allocates but the result.
 */

/** Digits only, at most `maximum`: no sign, no blank, no "1e3", no overflow. */
export function decimal(text: string, maximum = 2 ** 31 - 1): number | undefined {
  if (text === "") return undefined
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    value = value * 10 + digit
    if (value > maximum) return undefined
  }
  return value
}

export const isToken = (text: string): boolean => text !== "" && tokenEnd(text, 0) === text.length

/** Where the token that begins at `from` ends; `from` itself where there is none. */
export function tokenEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && tokenCharacters[text.charCodeAt(at)] === 1) at++
  return at
}

/** White space inside a field value that is unfolded already: SP and HTAB. */
export const isBlank = (code: number): boolean => code === 32 || code === 9

export function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  return at
}

/** The last position before `end`, and not before `from`, that has no blank in front of it. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/** Behind the closing quote of the quoted string that begins at `from`; -1 where it never closes. */
export function quotedEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at + 1
    if (code === 0x5c) at++
  }
  return -1
}

/** What a quoted string says: without its quotes, every `\x` as `x`. */
export function unquote(quoted: string): string {
  const inner = quoted.slice(1, -1)
  if (!inner.includes("\\")) return inner
  let plain = ""
  for (let at = 0; at < inner.length; at++) {
    if (inner.charCodeAt(at) === 0x5c && at + 1 < inner.length) at++
    plain += inner[at]
  }
  return plain
}

/** A quoted string that says `plain`. CR and LF can stand in none: they become blanks, so that nobody adds a field through a name. */
export function quote(plain: string): string {
  let quoted = '"'
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt(at)
    if (code === 0x22 || code === 0x5c) quoted += "\\"
    quoted += code === 13 || code === 10 ? " " : plain[at]
  }
  return `${quoted}"`
}

const tokenCharacters = new Uint8Array(256)
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.!%*_+`'~")
  tokenCharacters[character.charCodeAt(0)] = 1
