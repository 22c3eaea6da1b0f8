/** Passwords that an import made, as they are taken along: nobody can read them back from the system. */
import {
  byteOrderMark,
  type CsvApplied,
  type CsvSeparator,
  csvLine,
  csvWords,
  type Locale,
  spreadsheetSeparators,
} from "@homeport/contract"

export type NewPassword = CsvApplied["passwords"][number]

/** Each station with its newest one: another one before it no longer holds. Without newer ones, the very same. */
export function withNewer(before: readonly NewPassword[], newer: readonly NewPassword[]): readonly NewPassword[] {
  if (newer.length === 0) return before
  const renewed = new Set(newer.map(({ index }) => index))
  return [...before.filter(({ index }) => !renewed.has(index)), ...newer]
}

/** For the clipboard: what a spreadsheet puts into cells when it is pasted. */
export const passwordRows = (passwords: readonly NewPassword[], locale: Locale): string =>
  linesOf(passwords, locale, "\t")

/** A CSV file. */
export const passwordFile = (passwords: readonly NewPassword[], locale: Locale): string =>
  byteOrderMark + linesOf(passwords, locale, spreadsheetSeparators[locale])

function linesOf(passwords: readonly NewPassword[], locale: Locale, separator: CsvSeparator): string {
  const { headings } = csvWords[locale]
  return [headings, ...passwords]
    .map((named) => csvLine([named.callNumber, named.name, named.sipUserId, named.password], separator))
    .join("")
}
