/**
 * The catalogue's part for the page of a one-time link, which the server itself writes: no browser loads it as a catalogue.
 *
 *   const say = homePageSentences("de")
 *   say("landing.title", { name: "Büro" })
 */
import type { Params } from "../errors.ts"
import type { Locale } from "./catalogue.ts"
import { homePageDe } from "./de/home-page.ts"
import { homePageEn } from "./en/home-page.ts"
import { fillIn } from "./fill-in.ts"

export type SayOnHomePage = (key: HomePageKey, params?: Params) => string

export function homePageSentences(locale: Locale): SayOnHomePage {
  const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> =
    locale === "de" ? homePageDe : homePageEn
  return (key, params = {}) => {
    const [area = "", name = ""] = key.split(".")
    return fillIn(sentences[area]?.[name] ?? key, params)
  }
}

export type HomePageKey = {
  [Area in keyof typeof homePageEn & string]: `${Area}.${keyof (typeof homePageEn)[Area] & string}`
}[keyof typeof homePageEn & string]

export type HomePageSentences = {
  readonly [Area in keyof typeof homePageEn]: Readonly<Record<keyof (typeof homePageEn)[Area], string>>
}
