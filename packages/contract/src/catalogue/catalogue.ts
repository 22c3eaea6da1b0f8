/**
 * What server, console, command line and printed sheets all say: the API answers codes and params, and whoever shows them says
 * them with the catalogue of a language. The console's own labels and help lie in console/, a chunk a language.
 *
 *   say(catalogue, "field.TooLong", { maximum: 8 })      area ┄ code ┄ params for the places in braces
 *
 * A place is `{name}`; `{count|call|calls}` chooses by number.
 */
import type { Params } from "../errors.ts"
import type { en } from "./en.ts"
import { fillIn } from "./fill-in.ts"

/** A key that the catalogue lacks is said as it is. */
export function say(catalogue: Catalogue, key: CatalogueKey, params: Params = {}): string {
  return fillIn(lookUp(catalogue, key) ?? key, params)
}

export const locales = ["en", "de"] as const
export type Locale = (typeof locales)[number]

/** Areas of sentences. Each language has exactly the keys of English. */
export type Catalogue = { readonly [Area in keyof typeof en]: Readonly<Record<keyof (typeof en)[Area], string>> }
export type CatalogueKey = {
  [Area in keyof typeof en & string]: `${Area}.${keyof (typeof en)[Area] & string}`
}[keyof typeof en & string]

export type FieldProblemCode = keyof (typeof en)["field"]
export type EventCode = keyof (typeof en)["event"]

/** The sentence of a key that came from elsewhere, an answer of a newer server, say; undefined: there is none. */
export function sayIfKnown(catalogue: Partial<Catalogue>, key: string, params: Params = {}): string | undefined {
  const sentence = lookUp(catalogue, key)
  return sentence === undefined ? undefined : fillIn(sentence, params)
}

/** With its places. */
export function lookUp(catalogue: Partial<Catalogue>, key: string): string | undefined {
  const dot = key.indexOf(".")
  const area: unknown = Object.entries(catalogue).find(([name]) => name === key.slice(0, dot))?.[1]
  if (typeof area !== "object" || area === null || !Object.hasOwn(area, key.slice(dot + 1))) return undefined
  // An area's own key: every one is a sentence.
  return (area as Record<string, string>)[key.slice(dot + 1)]
}
