/**
 * What server, console, command line and printed sheets all say, in every language: the API answers codes and params, and
 * whoever shows them translates. The console's own labels and help lie in console/, a chunk a language.
 *
 *   translate("de", "field.TooLong", { maximum: 8 })      area ┄ code ┄ params for the places in braces
 *
 * A place is `{name}`; `{count|call|calls}` chooses by number.
 */
import type { Params } from "../errors.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"

export function translate(locale: Locale, key: CatalogueKey, params: Params = {}): string {
  return fillIn(sentence(catalogues[locale], key), params)
}

export const locales = ["en", "de"] as const
export type Locale = (typeof locales)[number]

/** What a catalogue looks like: areas of sentences. Each language has exactly the keys of English. */
export type Catalogue = { readonly [Area in keyof typeof en]: Readonly<Record<keyof (typeof en)[Area], string>> }
export type CatalogueKey = {
  [Area in keyof typeof en & string]: `${Area}.${keyof (typeof en)[Area] & string}`
}[keyof typeof en & string]

export type FieldProblemCode = keyof (typeof en)["field"]
export type EventCode = keyof (typeof en)["event"]

export const isFieldProblemCode = (code: string): code is FieldProblemCode => Object.hasOwn(en.field, code)

/** For keys that came from elsewhere: an API answer of a newer server, an old row of the log. */
export const isCatalogueKey = (key: string): key is CatalogueKey => lookUp(en, key) !== undefined

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, de }

const sentence = (catalogue: Catalogue, key: string): string => lookUp(catalogue, key) ?? key

function lookUp(catalogue: object, key: string): string | undefined {
  const dot = key.indexOf(".")
  const area: unknown = Object.entries(catalogue).find(([name]) => name === key.slice(0, dot))?.[1]
  if (typeof area !== "object" || area === null || !Object.hasOwn(area, key.slice(dot + 1))) return undefined
  // An area's own key: every one is a sentence.
  return (area as Record<string, string>)[key.slice(dot + 1)]
}

function fillIn(template: string, params: Params): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) return place
    if (one === undefined || many === undefined) return String(value)
    return value === 1 ? one : many
  })
}
