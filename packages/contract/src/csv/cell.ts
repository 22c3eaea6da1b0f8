/**
 * Lines of a CSV file as Homeport writes them (RFC 4180), and what keeps a cell from being a formula.
 *
 * A spreadsheet calculates a cell that begins with = + - or @, quoted or not: a station's name could so run something on the
 * machine of whoever opens the file. Such a text gets an apostrophe in front, which spreadsheets show as the text it is. One
 * more stands in front of a text that looks guarded already, so that reading takes exactly one away and gets every text back:
 *
 *   =1+1  ─▶ '=1+1  ─▶ =1+1          '=1+1 ─▶ ''=1+1 ─▶ '=1+1          O'Neil ─▶ O'Neil ─▶ O'Neil
 */
import type { Locale } from "../catalogue/catalogue.ts"

export function csvLine(cells: readonly string[], separator: CsvSeparator): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(separator)}\r\n`
}

export type CsvSeparator = "," | ";" | "\t"

/** What a spreadsheet in that language takes a file apart by: where a comma stands before decimals, a semicolon. */
export const spreadsheetSeparators = { en: ",", de: ";" } as const satisfies Record<Locale, CsvSeparator>

/** RFC 3629: without it Excel takes UTF-8 for Windows-1252. */
export const byteOrderMark = "\uFEFF"

/** For a cell of a file that a spreadsheet may open. */
export const guarded = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

/** The text that `guarded` was given; a cell that is not guarded is its own text. */
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

/** Whether a cell with this text needs a guard. */
export const looksLikeFormula = (text: string): boolean => guarded(text) !== text

/** Whatever separates, quotes or is trimmed is quoted: for any separator, and for readers that choose another one. */
const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
