/** Reading header fields that are not decoded with the message: by name, line by line or as a list. RFC 3261 §7.3.1. */
import { fieldName, sameName } from "./field-name.ts"
import { quotedEnd, skipBlank, trimmedEnd } from "./lexical.ts"
import type { Field } from "./message.ts"

/** The value of the first line of that name (any case, long or compact form). */
export function first(message: Fields, name: string): string | undefined {
  return firstField(message.fields, name)?.value
}

/** The value of every line of that name, in order. */
export function all(message: Fields, name: string): readonly string[] {
  const long = fieldName(name)
  const values: string[] = []
  for (const field of message.fields) if (sameName(field.name, long)) values.push(field.value)
  return values
}

/** Every value of a comma-separated list, over all lines of that name. */
export function listOf(message: Fields, name: string): readonly string[] {
  const values: string[] = []
  for (const line of all(message, name)) values.push(...splitList(line))
  return values
}

export interface Fields {
  readonly fields: readonly Field[]
}

export function firstField(fields: readonly Field[], name: string): Field | undefined {
  const long = fieldName(name)
  for (const field of fields) if (sameName(field.name, long)) return field
  return undefined
}

/** The values between the commas; commas in quoted strings and in angle brackets separate nothing. Empty values are left out. */
export function splitList(text: string): readonly string[] {
  const values: string[] = []
  for (let begin = 0; begin < text.length; ) {
    const end = valueEnd(text, begin)
    const from = skipBlank(text, begin)
    if (from < end) values.push(text.slice(from, trimmedEnd(text, from, end)))
    begin = end + 1
  }
  return values
}

/** Where the list's value that begins at `from` ends: at a comma, or at the end of the text. */
export function valueEnd(text: string, from: number): number {
  let bracket = false
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x2c && !bracket) return at
    if (code === 0x3c) bracket = true
    else if (code === 0x3e) bracket = false
    else if (code === 0x22 && !bracket) {
      const close = quotedEnd(text, at)
      if (close < 0) return text.length
      at = close - 1
    }
  }
  return text.length
}
