/** What a change of a station would end: for the question that is asked before Apply. */
import type { SipClientChange } from "@homeport/contract"
import { type Binding, type CallView, internetRegistrationOver, userAgentAllowed } from "@homeport/sbc"
import type { Station } from "@homeport/store"

/**
 * A change without any field stands for the station's deletion. Running calls go on, whatever changes. `now`, in milliseconds since
 * 1970, counts where the change sets a date.
 */
export function effectsOf(
  station: Station,
  change: SipClientChange,
  bindings: readonly Binding[],
  calls: readonly CallView[],
  now = 0,
): { registrations: number; calls: number } {
  const mine = bindings.filter((binding) => binding.callNumber === station.callNumber)
  return {
    registrations: mine.filter(endsWith(station, change, now)).length,
    calls: calls.filter(({ caller, callee }) => [caller, callee].some((leg) => leg.callNumber === station.callNumber))
      .length,
  }
}

/** As the core would find (`endedBindings` in packages/sbc). */
function endsWith(station: Station, change: SipClientChange, now: number): (binding: Binding) => boolean {
  const deleted = Object.keys(change).length === 0
  const replaced =
    change.password !== undefined ||
    differs(change.callNumber, station.callNumber) ||
    differs(change.sipUserId, station.sipUserId) ||
    differs(change.realm, station.realm)
  if (deleted || replaced) return () => true
  const until = change.internetRegistrationUntil
  const over =
    typeof until === "string" && internetRegistrationOver({ internetRegistrationUntil: Date.parse(until) }, now)
  const inside = change.internetRegistration === false || change.authenticationActive === false || over
  const fixed = change.fixedIpAddress
  const phones = { userAgentPrefix: change.userAgentPrefix }
  return ({ network, source, userAgent }) =>
    (inside && network === "outer") ||
    (typeof fixed === "string" && source.host !== fixed) ||
    !userAgentAllowed(phones, userAgent)
}

const differs = (wanted: string | undefined, now: string): boolean => wanted !== undefined && wanted !== now
