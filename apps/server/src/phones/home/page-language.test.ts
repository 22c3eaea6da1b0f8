import { expect, test } from "vitest"
import { pageLanguage } from "./page-language.ts"

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["en-GB, de", "en"],
  ["fr, de;q=0.5, en;q=0.7", "en"],
  ["EN-us;q=0.1, DE ; q=0.2", "de"],
  ["de;q=0, en;q=0.1", "en"],
  ["de;q=nonsense, en;q=0.1", "en"],
])("a browser that asks for %s is answered in %s", (accepted, language) => {
  expect(pageLanguage(undefined, accepted, "en")).toBe(language)
})

test.each([undefined, "", "*", "fr-FR,fr;q=0.9", "english", ";q=1,,;", "de;q=0"])(
  "one that asks for none of ours (%s) is answered in the language of the device",
  (accepted) => {
    expect(pageLanguage(undefined, accepted, "de")).toBe("de")
    expect(pageLanguage(undefined, accepted, "en")).toBe("en")
  },
)

test("what its reader chose comes first, if it is a language of ours", () => {
  expect(pageLanguage("de", "en", "en")).toBe("de")
  for (const nonsense of ["fr", "", ["de"], 5, "__proto__"]) expect(pageLanguage(nonsense, "de", "en")).toBe("de")
})
