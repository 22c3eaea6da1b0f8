/**
 * The sentences of every language at once: for the server, the command line and printed sheets. The console loads those of its
 * reader alone, so nothing that a browser needs imports this file.
 */
import type { Params } from "../errors.ts"
import { type Catalogue, type CatalogueKey, type Locale, lookUp, say } from "./catalogue.ts"
import { sayCsvProblem } from "./csv.ts"
import { de } from "./de.ts"
import { csvEn } from "./en/csv.ts"
import { readinessEn } from "./en/readiness.ts"
import { en } from "./en.ts"
import { type SaidEvent, sayEvent } from "./event-words.ts"
import { sayReadiness } from "./readiness.ts"

export function translate(locale: Locale, key: CatalogueKey, params: Params = {}): string {
  return say(catalogues[locale], key, params)
}

/** A line of the log in a language. */
export const translateEvent = (locale: Locale, code: string, params: Params): SaidEvent =>
  sayEvent(catalogues[locale], code, params)

/** Codes of events whose sentence has that word, in any language and in upper or lower case. */
export function eventCodesSaying(word: string): readonly string[] {
  const wanted = word.toLowerCase()
  return Object.keys(en.event).filter((code) =>
    Object.values(catalogues).some((words) =>
      lookUp(words, `event.${code}`)?.replace(places, "").toLowerCase().includes(wanted),
    ),
  )
}

const places = /\{[^}]*\}/g

/** For keys that came from elsewhere: an old row of the log. */
export const isCatalogueKey = (key: string): key is CatalogueKey => lookUp(en, key) !== undefined

/** What is wrong with a CSV file, in English: the API's `message`. */
export const csvMessage = (problem: { readonly code: string; readonly params?: Params | undefined }): string =>
  sayCsvProblem(csvEn, en, problem)

/** What a check of Home found, in English: the API's `message`. */
export const readinessMessage = (item: {
  readonly check: string
  readonly reason: string
  readonly params: Params
}): string => sayReadiness(readinessEn, en, item)

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, de }
