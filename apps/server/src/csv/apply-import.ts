/** A plan without problems becomes a change of settings. */
import { type CsvApplied, generatePassword, looksLikeFormula } from "@homeport/contract"
import { type DeviceFields, type Draft, Secret, type Station, type StationFields } from "@homeport/store"
import type { PlannedDevice } from "./plan-device.ts"
import type { ImportPlan } from "./plan-import.ts"

/** `random(n)`: a whole number from 0 to n − 1, each as likely. */
export function applyImport(draft: Draft, { lines }: ImportPlan, random: (below: number) => number): CsvApplied {
  const passwords: CsvApplied["passwords"] = []
  let changed = 0
  let added = 0
  let devices = 0
  for (const { target, fields, password, device } of lines) {
    if (target === "none") throw new Error("a line that means no station has no problem")
    const before = target === "new" ? undefined : target
    const names = { ...before, ...fields }
    const typed = typeof password === "object" ? password.typed : undefined
    const made = password === "generated" ? tablePassword(random, namesIn(names)) : typed
    const change = made === undefined ? fields : { ...fields, password: Secret.of(made) }
    if (before && Object.keys(change).length === 0 && !device) continue
    const station = putStation(draft, before, change)
    if (before) changed++
    else added++
    if (device) {
      changeDevice(draft, station, device)
      devices++
    }
    if (password === "generated" && made !== undefined) passwords.push({ ...shownOf(station), password: made })
  }
  return { added, changed, unchanged: lines.length - added - changed, devices, passwords }
}

/** Whoever opens the list of new passwords in a spreadsheet sees each as it is: none needs a guard in front. */
function tablePassword(random: (below: number) => number, names: readonly string[]): string {
  for (;;) {
    const password = generatePassword(random, names)
    if (!looksLikeFormula(password)) return password
  }
}

const namesIn = ({ callNumber = "", name = "", sipUserId = "" }: Partial<StationFields>) => [
  callNumber,
  name,
  sipUserId,
]

/** A line that speaks of the device alone leaves the station as it is. */
function putStation(draft: Draft, before: Station | undefined, change: Partial<StationFields>): Station {
  if (!before) return draft.addStation(complete(change))
  return Object.keys(change).length === 0 ? before : draft.changeStation(before.index, change)
}

function changeDevice(draft: Draft, { index: station }: Station, { target, fields }: PlannedDevice): void {
  // The plan of a new device has all its fields but its station.
  if (target === "new") draft.addDevice({ ...(fields as DeviceFields), station })
  else draft.changeDevice(target.id, fields)
}

/** The plan of a new station has all its fields. */
const complete = (fields: Partial<StationFields>): StationFields =>
  ({ password: undefined, ...fields }) as StationFields

const shownOf = ({ index, callNumber, name, sipUserId }: Station) => ({ index, callNumber, name, sipUserId })
