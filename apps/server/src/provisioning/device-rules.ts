/** What a device may be: rules of its fields among themselves and among all devices. */
import type { FieldProblem, FieldProblems } from "@homeport/contract"
import { deviceById } from "@homeport/provisioning"
import type { DeviceFields, SettingsState, StoredDevice } from "@homeport/store"
import { modelOf } from "./device-files.ts"

export const mostDevices = 20_000

type State = Pick<SettingsState, "devices" | "stations">

/** `before`: the device that is to become so; undefined: a new one. */
export function deviceProblems(
  { devices, stations }: State,
  before: StoredDevice | undefined,
  fields: DeviceFields,
): FieldProblems {
  const problems: Record<string, FieldProblem> = { ...modelProblems(fields) }
  if (!stations.has(fields.station)) problems.station = { code: "NoSuchStation" }
  const twin =
    fields.mac === null
      ? undefined
      : [...devices.values()].find(({ id, mac }) => id !== before?.id && mac === fields.mac)
  if (twin) problems.mac = macTaken(twin, stations)
  return problems
}

export function macTaken(twin: StoredDevice, stations: State["stations"]): FieldProblem & { code: "MacTaken" } {
  const callNumber = stations.get(twin.station)?.callNumber ?? ""
  return { code: "MacTaken", params: { model: modelOf(twin).model, callNumber } }
}

export function modelProblems({
  model,
  generation,
  mac,
}: Pick<DeviceFields, "model" | "generation" | "mac">): FieldProblems {
  const known = deviceById(model)
  if (!known) return { model: { code: "NoSuchModel" } }
  const problems: Record<string, FieldProblem> = {}
  if (generation !== null && !known.generations.some((each) => each === generation))
    problems.generation = { code: "NoSuchGeneration" }
  if (mac !== null && known.kind !== "telephone") problems.mac = { code: "NoMac" }
  return problems
}
