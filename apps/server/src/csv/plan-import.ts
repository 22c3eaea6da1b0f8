/**
 * What a CSV file of stations would do: nothing here changes anything, so a preview and Apply make the same plan.
 *
 *   rows ─▶ cells read ─▶ which station ─▶ the station that comes of it ─▶ is it alone with its number and user ID, and is
 *                          index, else      rules of its fields, and        its device with its MAC address? Among all as
 *                          call number      between them; and its device    they will be
 */
import {
  type CsvField,
  type CsvProblem,
  type FieldProblem,
  type Locale,
  sipClientDefaults,
  sipUserIdOf,
  unguarded,
} from "@homeport/contract"
import { Secret, type SettingsState, type Station, type StationFields, type StoredDevice } from "@homeport/store"
import { stationProblems } from "../settings/station-change.ts"
import { findMacTwins } from "./find-mac-twins.ts"
import { findTwins } from "./find-twins.ts"
import { type Note, type PlannedDevice, planDevice } from "./plan-device.ts"
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
  /** undefined: those of the station, if any, stay as they are. */
  readonly device: PlannedDevice | undefined
}

type OpenFields = Omit<StationFields, "password">

/** It stays (or there is none), one has to be made, or it is the one in the file. */
export type NewPassword = "kept" | "generated" | { readonly typed: string }

/** What a file is read against. */
export interface ImportGround extends Pick<SettingsState, "stations" | "devices"> {
  /** Of new devices whose line does not say. */
  readonly language: Locale
  readonly most: { readonly stations: number; readonly devices: number }
}

export function planImport(table: CsvTable, ground: ImportGround): ImportPlan {
  const { stations, devices, most } = ground
  const { fields, problems: wrongHeadings } = readHeadings(table.headings.cells.map(unguarded), table.headings.line)
  const problems = [...wrongHeadings, ...table.problems]
  if (fields.length === 0) return { lines: [], problems: wrongHeadings }
  if (table.rows.length === 0 && problems.length === 0)
    return { lines: [], problems: [{ line: null, column: null, code: "NoLines" }] }
  const find = stationFinder(stations)
  const devicesOf = Map.groupBy(devices.values(), ({ station }) => station)
  const lines = table.rows.map((row): PlannedLine => {
    const noted = new Set<CsvField | null>()
    const note: Note = (column, problem) => {
      // What is wrong with a cell itself comes before what it would lead to.
      if (!noted.has(column)) problems.push({ line: row.line, column, ...problem })
      noted.add(column)
    }
    const said = readRow(row, fields, note)
    const target = find(row.line, said, note)
    const own = typeof target === "object" ? (devicesOf.get(target.index) ?? []) : []
    return planLine(row.line, said, target, own, ground.language, note)
  })
  problems.push(...findTwins(lines, stations), ...findMacTwins(lines, ground))
  if (stations.size + lines.filter(({ target }) => target === "new").length > most.stations)
    problems.push({ line: null, column: null, code: "TooManyStations", params: { maximum: most.stations } })
  if (devices.size + lines.filter(({ device }) => device?.target === "new").length > most.devices)
    problems.push({ line: null, column: null, code: "TooManyDevices", params: { maximum: most.devices } })
  return { lines, problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)) }
}

function readRow(row: CsvRow, fields: readonly (CsvField | undefined)[], note: Note): SaidOfStation {
  const said: SaidOfStation = { fields: {}, device: {} }
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

function planLine(
  line: number,
  said: SaidOfStation,
  target: PlannedLine["target"],
  own: readonly StoredDevice[],
  language: Locale,
  note: Note,
): PlannedLine {
  const before = typeof target === "object" ? target : undefined
  const fields = before ? differing(said.fields, before) : newStation(said.fields)
  const { callNumber, name, authenticationActive } = { ...before, ...fields }
  const password = passwordOf(said, before, authenticationActive ?? false)
  const station = { line, target, fields, password, callNumber: callNumber ?? "", name: name ?? "" }
  if (target === "none") return { ...station, device: undefined }
  const stays = before !== undefined && Object.keys(fields).length === 0 && password === "kept"
  // `problemsOf` names fields of a station: each is a column.
  for (const [field, problem] of Object.entries(stays ? {} : problemsOf(station, before)))
    note(field as CsvField, problem)
  const after = { ...sipClientDefaults, ...before, ...fields }
  return { ...station, device: planDevice(said.device, own, after, language, note) }
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

function problemsOf(
  { fields, password }: Pick<PlannedLine, "fields" | "password">,
  before: Station | undefined,
): Record<string, FieldProblem> {
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
