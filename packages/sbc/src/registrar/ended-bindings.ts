/**
 * Which registrations a new configuration ends at once. console.md, "When a change bites". Running calls go on.
 *
 *   deleted · password, user ID or realm changed ──▶ all of the station's
 *   flag off · authentication off ────────────────▶ the outer ones
 *   fixed IP address set or changed ──────────────▶ those from another address
 *   TLS turned off ───────────────────────────────▶ those over TLS
 */
import { sameIpAddress } from "../border/ip-address.ts"
import type { SbcConfig, StationConfig } from "../config.ts"
import type { Binding } from "../events.ts"

/** `before` is undefined at start, where bindings come from an earlier run: only what is forbidden now ends then. */
export function endedBindings<T extends Pick<Binding, "callNumber" | "network" | "transport" | "source">>(
  bindings: readonly T[],
  before: SbcConfig | undefined,
  after: SbcConfig,
): readonly T[] {
  const numbers = new Set(bindings.map(({ callNumber }) => callNumber))
  const old = stationsOf(before, numbers)
  const current = stationsOf(after, numbers)
  return bindings.filter((binding) => {
    const station = current.get(binding.callNumber)
    if (station === undefined || (binding.transport === "TLS" && after.tls === undefined)) return true
    if (binding.network === "outer" && !(station.internetRegistration && station.authenticationActive)) return true
    const fixed = station.fixedIpAddress
    if (fixed !== undefined && !sameIpAddress(fixed, binding.source.host)) return true
    const was = old.get(binding.callNumber)
    return was !== undefined && !sameCredentials(was, station)
  })
}

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
