import { type CsvField, type CsvValue, csvWords } from "@homeport/contract"
import { expect, test } from "vitest"
import { csvValueText } from "./csv-values.ts"

const cases: readonly [CsvField, CsvValue, string][] = [
  ["name", "udp", "udp"],
  ["transport", "udp", csvWords.de.transports.udp],
  ["language", "de", csvWords.de.languages.de],
  ["mac", "001565aabbcc", "00:15:65:AA:BB:CC"],
  ["internetRegistration", true, "ja"],
  ["internetRegistration", false, "nein"],
  ["fixedIpAddress", null, ""],
]

test.each(cases)("%s: %j is shown as %j", (field, value, text) => {
  expect(csvValueText(field, value, csvWords.de)).toBe(text)
})
