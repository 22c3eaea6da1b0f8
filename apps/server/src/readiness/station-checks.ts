/** Checks of stations and their devices. */
import { brokenPasswordRules } from "@homeport/contract"
import { deviceById, inabilityOf } from "@homeport/provisioning"
import type { SettingsState, Station, StoredDevice } from "@homeport/store"
import { networkOf } from "../provisioning/station-profile.ts"
import { type Check, failed, listed, notApplicable, passed, warning } from "./finding.ts"

/** Guide §2.2: for all SIP stations, because the system can be reached from the internet. */
export const authentication: Check = ({ state: { stations }, internetStations }) => {
  if (stations.size === 0) return notApplicable("none")
  const { off, weak } = insecure(stations)
  // While no station uses the internet, only the office is at stake.
  const wrong = internetStations > 0 ? failed : warning
  for (const [reason, found] of [
    ["off", off],
    ["weak", weak],
  ] as const) {
    const [first, ...others] = found
    if (!first) continue
    const numbers = listed(found.map(({ callNumber }) => callNumber))
    return wrong(reason, { count: found.length, numbers }, others.length === 0 ? first.index : undefined)
  }
  return passed("all", { count: stations.size })
}

/** Guide §4.1, §6: of what the device is, however the system is set up. */
export const devices: Check = ({ state }) => {
  if (state.devices.size === 0) return notApplicable("none")
  const found = unable(state)
  const [first, ...others] = found
  if (!first) return passed("able", { count: state.devices.size })
  if (others.length > 0)
    return failed("several", { count: found.length, numbers: listed(found.map(({ station }) => station.callNumber)) })
  const { station, device } = first
  return failed("unable", { model: deviceById(device.model)?.model ?? "", number: station.callNumber }, station.index)
}

/** Of stations alone: what strangers try is for the event log and the firewall. */
export const refusals: Check = ({ refusals: rows, registrations, state: { stations } }) => {
  const registered = new Set(registrations.map(({ callNumber }) => callNumber))
  const byNumber = new Map([...stations.values()].map((station) => [station.callNumber, station]))
  const waiting = new Map<string, string>()
  for (const { code, params } of rows) {
    const user = String(params.user ?? "")
    if (byNumber.has(user) && !registered.has(user) && !waiting.has(user)) waiting.set(user, causeOf(code))
  }
  const [first, ...others] = waiting
  if (!first) return passed("none")
  if (others.length > 0) return warning("several", { count: waiting.size, numbers: listed([...waiting.keys()]) })
  const [number, cause] = first
  return warning("some", { number, cause }, byNumber.get(number)?.index)
}

const causeOf = (code: string): string => code.split(".").at(-1) ?? code

interface Insecure {
  readonly off: readonly Station[]
  readonly weak: readonly Station[]
}

/** Looked at once a set of stations: with thousands of them it takes a while. */
const insecure = rememberedFor((stations: SettingsState["stations"]): Insecure => {
  const all = [...stations.values()]
  return {
    off: all.filter(({ authenticationActive }) => !authenticationActive),
    weak: all.filter((station) => station.authenticationActive && !hasStrongPassword(station)),
  }
})

function hasStrongPassword({ password, callNumber, name, sipUserId }: Station): boolean {
  return password !== undefined && brokenPasswordRules(password.reveal(), [callNumber, name, sipUserId]).length === 0
}

interface Unable {
  readonly device: StoredDevice
  readonly station: Station
}

const unable = ({ devices: all, stations }: SettingsState): readonly Unable[] =>
  [...all.values()].flatMap((device) => {
    const [model, station] = [deviceById(device.model), stations.get(device.station)]
    if (!model || !station) return []
    const { transport } = device
    const { digestAlgorithms } = station
    return inabilityOf(model, { transport, network: networkOf(station), digestAlgorithms }) ? [{ device, station }] : []
  })

function rememberedFor<Of extends object, Answer>(work: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, Answer>()
  return (of) => {
    const answer = known.get(of) ?? work(of)
    known.set(of, answer)
    return answer
  }
}
