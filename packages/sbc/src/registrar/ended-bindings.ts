/**
 * Which registrations a new configuration ends at once. console.md, "When a change bites". Running calls go on.
 *
 *   deleted · password, user ID or realm changed ──▶ all of the station's
 *   flag off, or its time over · authentication off ▶ the outer ones
 *   fixed IP address set or changed ──────────────▶ those from another address
 *   User-Agent prefix set or changed ─────────────▶ those of other phones
 *   TLS turned off ───────────────────────────────▶ those over TLS
 */
import { internetRegistrationOver, userAgentAllowed } from "../border/admission.ts"
import { sameIpAddress } from "../border/ip-address.ts"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { Binding } from "../events.ts"

/**
 * `before` is undefined at start, where bindings come from an earlier run: only what is forbidden now ends then. `now` is in
 * milliseconds since 1970.
 */
export function endedBindings<T extends Pick<Binding, "callNumber" | "network" | "transport" | "source" | "userAgent">>(
  bindings: readonly T[],
  before: SbcConfig | undefined,
  after: SbcConfig,
  now: number,
): readonly T[] {
  const numbers = new Set(bindings.map(({ callNumber }) => callNumber))
  const old = stationsOf(before, numbers)
  const current = stationsOf(after, numbers)
  return bindings.filter((binding) => {
    const station = current.get(binding.callNumber)
    if (station === undefined || (binding.transport === "TLS" && after.tls === undefined)) return true
    if (binding.network === "outer" && !mayBeOutside(station, now)) return true
    if (!userAgentAllowed(station, binding.userAgent)) return true
    const fixed = station.fixedIpAddress
    if (fixed !== undefined && !sameIpAddress(fixed, binding.source.host)) return true
    const was = old.get(binding.callNumber)
    return was !== undefined && !sameCredentials(was, station)
  })
}

const mayBeOutside = (station: StationConfig, now: number): boolean =>
  station.internetRegistration && station.authenticationActive && !internetRegistrationOver(station, now)

function stationsOf(config: SbcConfig | undefined, numbers: ReadonlySet<string>): Map<string, StationConfig> {
  const stations = config?.stations.filter(({ callNumber }) => numbers.has(callNumber)) ?? []
  return new Map(stations.map((station) => [station.callNumber, station]))
}

function sameCredentials(one: StationConfig, other: StationConfig): boolean {
  return (
    one.sipUserId === other.sipUserId &&
    one.realm === other.realm &&
    one.ha1?.md5.reveal() === other.ha1?.md5.reveal() &&
    one.ha1?.sha256.reveal() === other.ha1?.sha256.reveal()
  )
}
