import { describe, expect, test } from "vitest"
import { fetchRefusals, firmwareVerdicts } from "../device.ts"
import { errorStatus } from "../errors.ts"
import { passwordRules } from "../password-policy.ts"
import { phonesReasons } from "../phones.ts"
import { locales, sayIfKnown } from "./catalogue.ts"
import { homePageDe } from "./de/home-page.ts"
import { provisioningDe } from "./de/provisioning.ts"
import { de } from "./de.ts"
import { homePageEn } from "./en/home-page.ts"
import { provisioningEn } from "./en/provisioning.ts"
import { en } from "./en.ts"
import { provisioningSentence } from "./provisioning.ts"
import { isCatalogueKey, translate } from "./sentences.ts"

const places = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "").toSorted()

const unique = (names: string[]) => [...new Set(names)]

type Area = Readonly<Record<string, string>>
const areas: readonly (readonly [name: string, english: Area, german: Area])[] = [
  ...Object.keys(en).map((area) => [area, en[area as keyof typeof en], de[area as keyof typeof en]] as const),
  ...Object.keys(provisioningEn).map((area) => {
    const key = area as keyof typeof provisioningEn
    return [`provisioning ${area}`, provisioningEn[key], provisioningDe[key]] as const
  }),
  ...Object.keys(homePageEn).map((area) => {
    const key = area as keyof typeof homePageEn
    return [`home page ${area}`, homePageEn[key], homePageDe[key]] as const
  }),
]

describe.each(areas)("the area %s", (_, englishArea, germanArea) => {
  test("has the same keys and places in every language, and no empty or unbalanced sentence", () => {
    expect(Object.keys(germanArea)).toEqual(Object.keys(englishArea))
    for (const [key, english] of Object.entries(englishArea)) {
      const german = germanArea[key] ?? ""
      expect([key, unique(places(german))]).toEqual([key, unique(places(english))])
      for (const sentence of [english, german]) {
        expect(sentence.length).toBeGreaterThan(3)
        expect([key, sentence.replace(/\{\w+(\|[^|{}]*\|[^|{}]*)?\}/g, "")]).toEqual([
          key,
          expect.not.stringMatching(/[{}]/),
        ])
      }
    }
  })
})

test("the sentences of devices cover every reason of the contract, and show an unknown code as it is", () => {
  expect(Object.keys(provisioningEn.fetch).toSorted()).toEqual(fetchRefusals.toSorted())
  expect(Object.keys(provisioningEn.verdict).toSorted()).toEqual(firmwareVerdicts.toSorted())
  expect(Object.keys(provisioningEn.phones).toSorted()).toEqual(phonesReasons.toSorted())
  for (const reason of fetchRefusals) expect(isCatalogueKey(`event.device.refused.${reason}`)).toBe(true)
  expect(provisioningSentence("de", "refusal", "NoTls12", { model: "T19P" })).toMatch(/^Das T19P spricht kein TLS 1\.2/)
  expect(provisioningSentence("en", "note", "OfTomorrow")).toBe("OfTomorrow")
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
