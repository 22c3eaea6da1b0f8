/** What a line does to the device of its station: which one is meant, what becomes of it, and whether it can be that. */
import type { CsvField, CsvProblem, DeviceTransport, Locale } from "@homeport/contract"
import { deviceById, type Inability, inabilityOf, type Device as Model } from "@homeport/provisioning"
import type { DeviceFields, StationFields, StoredDevice } from "@homeport/store"
import { modelProblems } from "../provisioning/device-rules.ts"
import { networkOf } from "../provisioning/station-profile.ts"

/** What the cells of one row say of a device. */
export interface SaidOfDevice {
  model?: Model
  mac?: string
  transport?: DeviceTransport
  language?: Locale
}

export interface PlannedDevice {
  readonly target: StoredDevice | "new"
  /** Of a new device all fields, of another one those that differ. */
  readonly fields: Partial<OwnFields>
}

type OwnFields = Omit<DeviceFields, "station">

/** Takes down what is wrong with the line at hand. */
export type Note = (column: CsvField | null, problem: Pick<CsvProblem, "code" | "params">) => void

/**
 * `own`: those that the station has; `station`: as it will be; `language`: of a new device where the line says none. Undefined: all
 * devices stay as they are, or the line is refused.
 */
export function planDevice(
  said: SaidOfDevice,
  own: readonly StoredDevice[],
  station: Pick<StationFields, "internetRegistration" | "digestAlgorithms">,
  language: Locale,
  note: Note,
): PlannedDevice | undefined {
  if (Object.keys(said).length === 0) return undefined
  const before = meantOf(said, own, note)
  if (before === undefined) return undefined
  const fields = before === "new" ? newDevice(said, language) : differing(said, before)
  if (Object.keys(fields).length === 0) return undefined
  const after = { ...newDevice(said, language), ...(before !== "new" && before), ...fields }
  // Of the fields that these rules speak of, `generation` has no column: another model comes without one.
  for (const [field, problem] of Object.entries(modelProblems(after))) note(field as CsvField, problem)
  const model = deviceById(after.model)
  const inability =
    model &&
    inabilityOf(model, {
      transport: after.transport,
      network: networkOf(station),
      digestAlgorithms: station.digestAlgorithms,
    })
  if (model && inability) note(columnOf[inability], { code: inability, params: { model: model.model } })
  return { target: before, fields }
}

/** By its MAC address, else the only one, else by what it is called. */
function meantOf(said: SaidOfDevice, own: readonly StoredDevice[], note: Note): StoredDevice | "new" | undefined {
  if (own.length === 0) {
    if (said.model) return "new"
    note("model", { code: "ModelMissing" })
    return undefined
  }
  const byMac = own.find(({ mac }) => mac !== null && mac === said.mac)
  const [first, ...others] = byMac
    ? [byMac]
    : own.length === 1
      ? own
      : own.filter(({ model }) => model === said.model?.id)
  // Of several that are called the same, a new MAC address does not say which one gets it.
  if (first && (others.length === 0 || said.mac === undefined)) return first
  note("model", { code: "ChooseDevice", params: { count: own.length } })
  return undefined
}

const newDevice = ({ model, mac, transport, language }: SaidOfDevice, standard: Locale): OwnFields => ({
  model: model?.id ?? "",
  generation: null,
  mac: mac ?? null,
  transport: transport ?? "udp",
  language: language ?? standard,
})

function differing({ model, mac, transport, language }: SaidOfDevice, before: StoredDevice): Partial<OwnFields> {
  return {
    ...(model && model.id !== before.model && { model: model.id, generation: null }),
    ...(mac !== undefined && mac !== before.mac && { mac }),
    ...(transport && transport !== before.transport && { transport }),
    ...(language && language !== before.language && { language }),
  }
}

/** Where it is said. */
const columnOf: Readonly<Record<Inability, CsvField>> = {
  NoTls12: "transport",
  TransportNotSupported: "transport",
  NoStun: "model",
  DigestNotSupported: "model",
}
