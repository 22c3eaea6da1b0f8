/** A plan in words of the API: what each line would do, and what it would end. */
import { type CsvLineOutcome, type CsvPreview, csvDeviceFields, csvMessage, csvStationFields } from "@homeport/contract"
import { deviceById } from "@homeport/provisioning"
import type { Binding } from "@homeport/sbc"
import { effectsOf } from "../routes/station-effects.ts"
import { shownModel } from "./model-words.ts"
import type { PlannedDevice } from "./plan-device.ts"
import type { ImportPlan, PlannedLine } from "./plan-import.ts"

type Outcomes = Pick<CsvPreview, "counts" | "lines" | "problems">

export function previewImport({ lines, problems }: ImportPlan, bindings: readonly Binding[]): Outcomes {
  const refused = new Set(problems.flatMap(({ line }) => (line === null ? [] : [line])))
  const byCallNumber = Map.groupBy(bindings, ({ callNumber }) => callNumber)
  const outcomes = lines.map((planned) => outcomeOf(planned, refused.has(planned.line), byCallNumber))
  const count = (wanted: CsvLineOutcome["outcome"]) => outcomes.filter(({ outcome }) => outcome === wanted).length
  return {
    counts: {
      added: count("add"),
      changed: count("change"),
      unchanged: count("unchanged"),
      devices: lines.filter(({ line, device }) => device !== undefined && !refused.has(line)).length,
      // Also those that could not be read.
      refused: refused.size,
      registrations: outcomes.reduce((sum, { registrations }) => sum + registrations, 0),
    },
    lines: outcomes,
    problems: problems.map((problem) => ({ ...problem, message: csvMessage(problem) })),
  }
}

function outcomeOf(
  { line, target, callNumber, name, fields, password, device }: PlannedLine,
  refused: boolean,
  bindings: ReadonlyMap<string, readonly Binding[]>,
): CsvLineOutcome {
  const station = typeof target === "object" ? target : undefined
  const plain = { line, index: station?.index ?? null, callNumber, name }
  if (refused) return { ...plain, outcome: "refused", changes: [], generates: false, registrations: 0 }
  const generates = password === "generated"
  const ofDevice = device ? deviceChanges(device) : []
  if (!station) return { ...plain, outcome: "add", changes: ofDevice, generates, registrations: 0 }
  const ofStation = csvStationFields.flatMap((field): CsvLineOutcome["changes"] => {
    if (field === "password")
      return password === "kept" ? [] : [{ field, from: station.password === undefined ? null : dots, to: dots }]
    if (field === "index") return []
    const to = fields[field]
    return to === undefined ? [] : [{ field, from: station[field], to }]
  })
  const changes = [...ofStation, ...ofDevice]
  if (changes.length === 0) return { ...plain, outcome: "unchanged", changes, generates, registrations: 0 }
  const change = password === "kept" ? fields : { ...fields, password: dots }
  const { registrations } = effectsOf(station, change, bindings.get(station.callNumber) ?? [], [])
  return { ...plain, outcome: "change", changes, generates, registrations }
}

function deviceChanges({ target, fields }: PlannedDevice): CsvLineOutcome["changes"] {
  const shown = ({ model, ...others }: PlannedDevice["fields"]) => {
    const known = model === undefined ? undefined : deviceById(model)
    return { ...others, model: known && shownModel(known) }
  }
  const before = target === "new" ? undefined : shown(target)
  const after = shown(fields)
  return csvDeviceFields.flatMap((field) => {
    const to = after[field]
    // Of a new device an empty cell says nothing.
    return to === undefined || (to === null && !before) ? [] : [{ field, from: before?.[field] ?? null, to }]
  })
}

const dots = "••••••••"
