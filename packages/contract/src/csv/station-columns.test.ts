import { describe, expect, test } from "vitest"
import { sayCsvProblem } from "../catalogue/csv.ts"
import { csvDe } from "../catalogue/de/csv.ts"
import { de } from "../catalogue/de.ts"
import { csvEn } from "../catalogue/en/csv.ts"
import { csvMessage } from "../catalogue/sentences.ts"
import { csvFieldOf, csvWords, flagWords, understanding } from "./station-columns.ts"
import { csvFields } from "./station-csv.ts"

describe("headings", () => {
  test("of every language and of the API mean their field, and no two fields share one", () => {
    for (const { headings } of Object.values(csvWords))
      expect(csvFields.map((field) => csvFieldOf(headings[field]))).toEqual(csvFields)
    expect(csvFields.map(csvFieldOf)).toEqual(csvFields)
  })

  test.each([
    ["CALL NUMBER", "callNumber"],
    [" sip user-id ", "sipUserId"],
    ["Internet-Registrierung", "internetRegistration"],
    ["Feste IP-Adresse", "fixedIpAddress"],
    ["MAC-Adresse", "mac"],
    ["Modell", "model"],
    ["Colour", undefined],
    ["", undefined],
  ])("%j is %s", (heading, field) => expect(csvFieldOf(heading)).toBe(field))
})

test("yes and no are understood as people and spreadsheets write them", () => {
  const flag = understanding(flagWords)
  expect(["yes", "JA", "TRUE", "Wahr", "1", "Ein"].map(flag)).toEqual(Array.from({ length: 6 }, () => "yes"))
  expect(["No", "nein", "FALSCH", "0"].map(flag)).toEqual(["no", "no", "no", "no"])
  expect(flag("maybe")).toBeUndefined()
})

test("every sentence has the same places in both languages; a cell's rule has the sentence of its field", () => {
  const places = (sentence: string) => sentence.match(/\{\w+/g)?.toSorted()
  expect(Object.keys(csvDe)).toEqual(Object.keys(csvEn))
  for (const [code, english] of Object.entries(csvEn))
    expect([code, places(csvDe[code as keyof typeof csvEn])]).toEqual([code, places(english)])
  expect(csvMessage({ code: "CallNumberTwice", params: { line: 3 } })).toBe("Line 3 has this call number as well.")
  expect(sayCsvProblem(csvDe, de, { code: "NotDigits" })).toBe("Eine Rufnummer besteht nur aus Ziffern.")
  expect(sayCsvProblem(csvDe, de, { code: "OfTomorrow" }, "In its own words.")).toBe("In its own words.")
})
