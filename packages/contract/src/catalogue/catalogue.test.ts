import { describe, expect, test } from "vitest"
import { errorStatus } from "../errors.ts"
import { passwordRules } from "../password-policy.ts"
import { locales, sayIfKnown } from "./catalogue.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { isCatalogueKey, translate } from "./sentences.ts"

const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "").toSorted()

const unique = (names: string[]) => [...new Set(names)]

describe.each(Object.keys(en) as (keyof typeof en)[])("the area %s", (area) => {
  test("has the same keys and places in every language, and no empty or unbalanced sentence", () => {
    expect(Object.keys(de[area])).toEqual(Object.keys(en[area]))
    for (const [key, english] of Object.entries<string>(en[area])) {
      // The same key exists: seen above.
      const german = (de[area] as Record<string, string>)[key] ?? ""
      expect([key, unique(places(german))]).toEqual([key, unique(places(english))])
      for (const sentence of [english, german]) {
        expect(sentence.length).toBeGreaterThan(5)
        expect([key, sentence.replace(/\{\w+(\|[^|{}]*\|[^|{}]*)?\}/g, "")]).toEqual([
          key,
          expect.not.stringMatching(/[{}]/),
        ])
      }
    }
  })
})

test("every code of an error or a password rule has its sentence", () => {
  for (const code of Object.keys(errorStatus)) expect(isCatalogueKey(`error.${code}`)).toBe(true)
  for (const rule of passwordRules) expect(isCatalogueKey(`field.${rule}`)).toBe(true)
})

describe("a place", () => {
  test("takes its param; by number it chooses a word", () => {
    expect(translate("en", "field.TooLong", { maximum: 8 })).toBe("At most 8 characters.")
    expect(translate("en", "error.TooManyAttempts", { seconds: 1 })).toContain("in 1 second.")
    expect(translate("de", "error.TooManyAttempts", { seconds: 4 })).toContain("in 4 Sekunden ")
  })

  test("without its param, or with one that tries to be a place itself, stays text", () => {
    expect(translate("en", "field.TooLong")).toBe("At most {maximum} characters.")
    expect(translate("en", "event.account.failed", { name: "{address}", address: "a" })).toContain("“{address}” from a")
  })
})

test("a key from elsewhere that is none is shown as it is", () => {
  expect(isCatalogueKey("event.of.tomorrow")).toBe(false)
  expect(isCatalogueKey("toString.length")).toBe(false)
  expect(sayIfKnown(de, "event.of.tomorrow")).toBeUndefined()
  for (const locale of locales)
    expect(translate(locale, "event.of.tomorrow" as "error.NotFound")).toBe("event.of.tomorrow")
})
