/**
 * Where somebody stands in "SIP@Home", as the address says it: the step, and the stations that were chosen. All else is read from the
 * system, so whoever leaves half-way finds what is done already done.
 */
import { paths } from "../../../paths.ts"

export const steps = ["stations", "system", "devices", "handOut", "registration"] as const
export type Step = (typeof steps)[number]

/** So many are looked after on one screen; for more there is Add Devices. */
export const mostStations = 20

export interface Place {
  readonly step: Step
  /** Their indexes, each once. */
  readonly stations: readonly number[]
}

/** Without stations there is nothing to do but to choose some. */
export function placeIn(search: URLSearchParams): Place {
  const asked = (search.get("stations") ?? "").split(",").filter((text) => /^[1-9]\d{0,5}$/.test(text))
  const stations = [...new Set(asked.map(Number))].slice(0, mostStations)
  const step = steps.find((one) => one === search.get("step")) ?? "stations"
  return { step: stations.length === 0 ? "stations" : step, stations }
}

export function pathOf({ step, stations }: Place): string {
  const search = new URLSearchParams()
  if (step !== "stations") search.set("step", step)
  if (stations.length > 0) search.set("stations", stations.join(","))
  const text = search.toString()
  return text === "" ? paths.sipAtHome() : `${paths.sipAtHome()}?${text}`
}

export const before = (place: Place): string => pathOf({ ...place, step: beside(place.step, -1) })
export const after = (place: Place): string => pathOf({ ...place, step: beside(place.step, 1) })

/** The first and the last one have themselves beside them. */
function beside(step: Step, by: 1 | -1): Step {
  return steps[steps.indexOf(step) + by] ?? step
}

/** What the system knows of the steps, whoever went through them and when. */
export interface Known {
  /** Every chosen station may register over the internet. */
  readonly allowed: boolean
  /** Nothing is missing on the screen of the system. */
  readonly systemComplete: boolean
  /** Every chosen station has a device. */
  readonly equipped: boolean
}

/** Passing by is allowed at every step, and makes nothing done; what lies ahead has no tick before it is reached. */
export function isDone(step: Step, at: Step, { allowed, systemComplete, equipped }: Known): boolean {
  if (steps.indexOf(step) >= steps.indexOf(at)) return false
  return { stations: allowed, system: systemComplete, devices: equipped, handOut: equipped, registration: false }[step]
}
