/**
 * What a CSV file of stations would do: nothing here changes anything, so a preview and Apply make the same plan.
 *
 *   rows ─▶ cells read ─▶ which station ─▶ the station that comes of it ─▶ is it alone with its number and user ID?
 *                          index, else      rules of its fields, and        among all stations as they will be
 *                          call number      between them
 */
import {
  type CsvField,
  type CsvProblem,
  type FieldProblem,
  sipClientDefaults,
  sipUserIdOf,
  unguarded,
} from "@homeport/contract"
import { Secret, type Station, type StationFields } from "@homeport/store"
import { stationProblems } from "../settings/station-change.ts"
import { findTwins } from "./find-twins.ts"
import { readHeadings } from "./read-headings.ts"
import type { CsvRow, CsvTable } from "./read-table.ts"
import { readCell, type SaidOfStation } from "./station-cells.ts"

export interface ImportPlan {
  /** In the order of the file; lines that could not be read are missing. */
  readonly lines: readonly PlannedLine[]
  /** By line, those of the file as a whole first. None: the plan can be carried out. */
  readonly problems: readonly CsvProblem[]
}

export interface PlannedLine {
  readonly line: number
  /** "none": the line means a station that is not there, or one that another line means already. */
  readonly target: Station | "new" | "none"
  /** As the station will be called; empty where a line is refused for lack of it. */
  readonly callNumber: string
  readonly name: string
  /** Of a new station all fields but the password, of another one those that differ. */
  readonly fields: Partial<OpenFields>
  readonly password: NewPassword
}

type OpenFields = Omit<StationFields, "password">

/** It stays (or there is none), one has to be made, or it is the one in the file. */
export type NewPassword = "kept" | "generated" | { readonly typed: string }

export function planImport(table: CsvTable, stations: ReadonlyMap<number, Station>, mostStations: number): ImportPlan {
  const { fields, problems: wrongHeadings } = readHeadings(table.headings.cells.map(unguarded), table.headings.line)
  const problems = [...wrongHeadings, ...table.problems]
  if (fields.length === 0) return { lines: [], problems: wrongHeadings }
  if (table.rows.length === 0 && problems.length === 0)
    return { lines: [], problems: [{ line: null, column: null, code: "NoLines" }] }
  const find = stationFinder(stations)
  const lines = table.rows.map((row): PlannedLine => {
    const noted = new Set<CsvField | null>()
    const note: Note = (column, problem) => {
      // What is wrong with a cell itself comes before what it would lead to.
      if (!noted.has(column)) problems.push({ line: row.line, column, ...problem })
      noted.add(column)
    }
    const said = readRow(row, fields, note)
    return planLine(row.line, said, find(row.line, said, note), note)
  })
  problems.push(...findTwins(lines, stations))
  const added = lines.filter(({ target }) => target === "new").length
  if (stations.size + added > mostStations)
    problems.push({ line: null, column: null, code: "TooManyStations", params: { maximum: mostStations } })
  return { lines, problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
}

/** Takes down what is wrong with the line at hand. */
type Note = (column: CsvField | null, problem: Pick<CsvProblem, "code" | "params">) => void

function readRow(row: CsvRow, fields: readonly (CsvField | undefined)[], note: Note): SaidOfStation {
  const said: SaidOfStation = { fields: {} }
  if (row.cells.slice(fields.length).some((cell) => cell !== ""))
    note(null, { code: "TooManyCells", params: { columns: fields.length } })
  for (const [at, field] of fields.entries()) {
    if (field === undefined) continue
    // Spreadsheets leave out empty cells at the end of a line.
    const problem = readCell(field, unguarded(row.cells[at] ?? ""), said)
    if (problem) note(field, problem)
  }
  return said
}

/** By index, else by call number; each station may be meant by one line. */
function stationFinder(stations: ReadonlyMap<number, Station>) {
  const byCallNumber = new Map([...stations.values()].map((station) => [station.callNumber, station]))
  const meantBy = new Map<number, number>()
  return (line: number, { index, fields: { callNumber = "" } }: SaidOfStation, note: Note): PlannedLine["target"] => {
    const found = index === undefined ? byCallNumber.get(callNumber) : stations.get(index)
    if (!found && index === undefined) return "new"
    const earlier = found && meantBy.get(found.index)
    if (!found) note("index", { code: "NoSuchStation" })
    else if (earlier !== undefined)
      note(index === undefined ? "callNumber" : "index", {
        code: "StationTwice",
        params: { line: earlier, index: found.index },
      })
    else {
      meantBy.set(found.index, line)
      return found
    }
    return "none"
  }
}

function planLine(line: number, said: SaidOfStation, target: PlannedLine["target"], note: Note): PlannedLine {
  const before = typeof target === "object" ? target : undefined
  const fields = before ? differing(said.fields, before) : newStation(said.fields)
  const { callNumber, name, authenticationActive } = { ...before, ...fields }
  const password = passwordOf(said, before, authenticationActive ?? false)
  const plan: PlannedLine = { line, target, fields, password, callNumber: callNumber ?? "", name: name ?? "" }
  const stays = before !== undefined && Object.keys(fields).length === 0 && password === "kept"
  if (target === "none" || stays) return plan
  // `problemsOf` names fields of a station: each is a column.
  for (const [field, problem] of Object.entries(problemsOf(plan, before))) note(field as CsvField, problem)
  return plan
}

function differing(said: Partial<OpenFields>, before: Station): Partial<OpenFields> {
  // The keys of a station's fields.
  const keys = Object.keys(said) as (keyof OpenFields)[]
  return Object.fromEntries(keys.filter((key) => said[key] !== before[key]).map((key) => [key, said[key]]))
}

const newStation = (said: Partial<OpenFields>): OpenFields => ({
  callNumber: "",
  name: "",
  sipUserId: sipUserIdOf(said.callNumber ?? ""),
  ...sipClientDefaults,
  ...said,
})

function passwordOf(said: SaidOfStation, before: Station | undefined, authenticationActive: boolean): NewPassword {
  if (said.password === "generate") return "generated"
  if (said.password !== undefined) return said.password.typed === before?.password?.reveal() ? "kept" : said.password
  return before === undefined && authenticationActive ? "generated" : "kept"
}

function problemsOf({ fields, password }: PlannedLine, before: Station | undefined): Record<string, FieldProblem> {
  if (before === undefined && (fields.callNumber === "" || fields.name === ""))
    return {
      ...(fields.callNumber === "" && { callNumber: { code: "Required" } }),
      ...(fields.name === "" && { name: { code: "Required" } }),
    }
  // The one that will be made keeps all rules, whatever it is.
  if (password === "generated")
    return stationProblems(undefined, { ...before, ...fields, password: Secret.of("") }, undefined)
  return stationProblems(before, fields, password === "kept" ? undefined : password.typed)
}
