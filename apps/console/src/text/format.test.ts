import { de } from "@homeport/contract/console/de"
import { expect, test } from "vitest"
import { clockDuration, formatFor, localeFor } from "./format.ts"
import { chosenLanguage } from "./language.ts"
import { sentenceOf } from "./problem.ts"

test("durations count in minutes, then hours", () => {
  expect([0, 7_999, 247_000, 3_753_000].map(clockDuration)).toEqual(["0:00", "0:07", "4:07", "1:02:33"])
  expect(clockDuration(-5)).toBe("0:00")
})

test("a moment of today is its time alone", () => {
  const format = formatFor("en-GB")
  const now = new Date(2026, 4, 4, 12)
  expect(format.moment(new Date(2026, 4, 4, 8, 5, 9), now)).toBe("08:05:09")
  expect(format.moment(new Date(2026, 4, 3, 8, 5, 9), now)).toMatch(/03 May/)
})

test("a certificate's moment is GMT, with its weekday", () => {
  expect(formatFor("en-GB").gmt("2014-09-19T00:00:00Z")).toBe("Friday, 19/09/2014, 00:00:00")
  expect(formatFor("de-DE").gmt("2014-09-19T00:00:00Z")).toBe("Freitag, 19.09.2014, 00:00:00")
})

test("the language is the chosen one, else the browser's, else English", () => {
  const storage = (value: string | null) => ({ getItem: () => value })
  expect(chosenLanguage(storage("de"), ["en-US"])).toBe("de")
  expect(chosenLanguage(storage(null), ["fr", "de-AT", "en"])).toBe("de")
  expect(chosenLanguage(storage("klingon"), ["fr"])).toBe("en")
  expect(localeFor("de", ["en-US", "de-CH"])).toBe("de-CH")
})

test("a code that this console does not know shows the server's own words", () => {
  expect(sentenceOf(de, "field", "PortTaken", { port: 5060, by: "SIP" })).toContain("5060")
  expect(sentenceOf(de, "field", "FromTheFuture", {}, "Not today.")).toBe("Not today.")
})
