/** The first line of a file: which column is which field. */
import { type CsvField, type CsvProblem, csvFieldOf } from "@homeport/contract"

export interface Headings {
  /** By place; undefined: not read. None at all: no row below has a meaning. */
  readonly fields: readonly (CsvField | undefined)[]
  readonly problems: readonly CsvProblem[]
}

/** `line` is where the headings stand. */
export function readHeadings(headings: readonly string[], line: number): Headings {
  const refused = (problem: Pick<CsvProblem, "code" | "params">, column: CsvField | null = null): Headings => ({
    fields: [],
    problems: [{ line, column, ...problem }],
  })
  const used = headings.slice(0, headings.findLastIndex((heading) => heading !== "") + 1)
  if (used.length > mostColumns) return refused({ code: "TooManyColumns", params: { maximum: mostColumns } })
  const fields = used.map(csvFieldOf)
  // What is no heading is not repeated: where the headings are missing, a password may stand there.
  if (fields.every((field) => field === undefined)) return refused({ code: "NoColumns" })
  if (!fields.includes("callNumber") && !fields.includes("index"))
    return refused({ code: "MissingColumn" }, "callNumber")
  const isFirst = (field: CsvField, at: number) => fields.indexOf(field) === at
  const problems = fields.flatMap((field, at): CsvProblem[] => {
    const column = (used[at] ?? "").slice(0, longestShown)
    if (field === undefined) return [{ line, column: null, code: "UnknownColumn", params: { number: at + 1, column } }]
    return isFirst(field, at) ? [] : [{ line, column: field, code: "ColumnTwice", params: { column } }]
  })
  return { fields: fields.map((field, at) => (field && isFirst(field, at) ? field : undefined)), problems }
}

const mostColumns = 100
/** Characters of a heading that is none. */
const longestShown = 40
