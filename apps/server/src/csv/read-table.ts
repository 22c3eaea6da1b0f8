/**
 * The text of a CSV file becomes rows of cells, each with the line it stands on.
 *
 * One broken quotation mark makes the rest of a file one long cell, in which no line can be named. So the file is read as a
 * whole first, and line by line when that fails: no cell of a station may hold a line break, so every line is complete by itself.
 */
import type { CsvProblem, CsvSeparator } from "@homeport/contract"
import { type CastingContext, CsvError, type Options, parse } from "csv-parse/sync"

export interface CsvTable {
  readonly separator: CsvSeparator
  /** The first line that is not empty. */
  readonly headings: CsvRow
  readonly rows: readonly CsvRow[]
  /** Of lines that are no row. */
  readonly problems: readonly CsvProblem[]
}

export interface CsvRow {
  /** From 1: where it begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** `mostRows` bounds the work: a file with more lines is not read. */
export function readTable(text: string, mostRows: number): CsvTable | CsvProblem {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
  const declared = takeDeclaration(lines)
  while (lines.at(-1)?.trim() === "") lines.pop()
  const start = lines.findIndex((line) => line.trim() !== "")
  const first = lines[start]
  if (first === undefined) return { line: null, column: null, code: "FileEmpty" }
  if (lines.length - start - 1 > mostRows)
    return { line: null, column: null, code: "TooManyLines", params: { maximum: mostRows } }
  const separator = declared ?? separatorOf(first)
  const problems: CsvProblem[] = []
  const rows = readWhole(lines, separator) ?? readLines(lines, separator, problems)
  const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ""))
  // Nothing below a first line that cannot be read has a meaning.
  if (!head || head.line !== start + 1) return problems[0] ?? { line: null, column: null, code: "FileEmpty" }
  return { separator, headings: head, rows: body, problems }
}

/** Excel's first line "sep=;" is for Excel alone: what it declares holds, and the line is emptied, so that those below keep their numbers. */
function takeDeclaration(lines: string[]): CsvSeparator | undefined {
  const at = lines.findIndex((line) => line.trim() !== "")
  // Only the spaces: a tab may be what it declares.
  const line = lines[at]?.replaceAll(/^ +| +$/g, "").toLowerCase()
  const declared = separators.find((each) => line === `sep=${each}` || line === `"sep=${each}"`)
  if (declared !== undefined) lines[at] = ""
  return declared
}

/** What the first line holds most of, outside of quotation marks. */
function separatorOf(line: string): CsvSeparator {
  const bare = line.replaceAll(/"[^"]*"/g, "")
  const count = (separator: CsvSeparator) => bare.split(separator).length
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best))
}

/** Where a line holds as many of several, the first of these. */
const separators: readonly CsvSeparator[] = [";", ",", "\t"]

/** undefined: a quotation mark is not where it may be. */
function readWhole(lines: readonly string[], separator: CsvSeparator): CsvRow[] | undefined {
  try {
    return parsed(lines.join("\n"), separator).map(rowBelow())
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/** An empty last cell counts only when its line has an end. */
const parsed = (text: string, separator: CsvSeparator): string[][] => parse(`${text}\n`, optionsFor(separator))

/** A cell may hold line breaks, which its own rules refuse: the next row is as much further down. */
function rowBelow(): (cells: string[]) => CsvRow {
  let next = 1
  return (cells) => {
    const line = next
    next += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0)
    return { line, cells }
  }
}

function readLines(lines: readonly string[], separator: CsvSeparator, problems: CsvProblem[]): CsvRow[] {
  return lines.flatMap((text, at) => {
    const line = at + 1
    try {
      return parsed(text, separator).map((cells) => ({ line, cells }))
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      const code = error.code === "CSV_QUOTE_NOT_CLOSED" ? "CellNotClosed" : "LineUnreadable"
      problems.push({ line, column: null, code })
      return []
    }
  })
}

/** Space around a separator is no part of a cell; within quotation marks it is. */
const optionsFor = (separator: CsvSeparator) =>
  ({
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    // `trim` takes tabs for space even where they separate.
    ...(separator === "\t"
      ? { cast: (cell: string, { quoting }: CastingContext) => (quoting ? cell : cell.trim()) }
      : { trim: true }),
  }) satisfies Options
