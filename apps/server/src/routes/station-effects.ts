/** What a change of a station would end: for the question that is asked before Apply. */
import type { SipClientChange } from "@homeport/contract"
import type { Binding, CallView } from "@homeport/sbc"
import type { Station } from "@homeport/store"

/** A change without any field stands for the station's deletion. Running calls go on, whatever changes. */
export function effectsOf(
  station: Station,
  change: SipClientChange,
  bindings: readonly Binding[],
  calls: readonly CallView[],
): { registrations: number; calls: number } {
  const mine = bindings.filter((binding) => binding.callNumber === station.callNumber)
  return {
    registrations: mine.filter(endsWith(station, change)).length,
    calls: calls.filter(({ caller, callee }) => [caller, callee].some((leg) => leg.callNumber === station.callNumber))
      .length,
  }
}

function endsWith(station: Station, change: SipClientChange): (binding: Binding) => boolean {
  const deleted = Object.keys(change).length === 0
  const replaced =
    change.password !== undefined ||
    differs(change.callNumber, station.callNumber) ||
    differs(change.sipUserId, station.sipUserId) ||
    differs(change.realm, station.realm)
  if (deleted || replaced) return () => true
  const inside = change.internetRegistration === false || change.authenticationActive === false
  const fixed = change.fixedIpAddress
  return ({ network, source }) =>
    (inside && network === "outer") || (typeof fixed === "string" && source.host !== fixed)
}

const differs = (wanted: string | undefined, now: string): boolean => wanted !== undefined && wanted !== now
