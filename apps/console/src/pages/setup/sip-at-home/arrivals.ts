/** What came of a station's attempts to register. */
import type { LoggedEvent, Registration, SipClient } from "@homeport/contract"

/** The newest of them. */
export const arrivalOf = (registrations: readonly Registration[]): Registration | undefined =>
  registrations.toSorted((one, other) => Date.parse(other.registeredAt) - Date.parse(one.registeredAt))[0]

/** The last attempt that was refused, if nothing has registered since. A phone calls itself by its number or its SIP User ID. */
export function refusalOf(
  { callNumber, sipUserId }: Pick<SipClient, "callNumber" | "sipUserId">,
  events: readonly LoggedEvent[],
  registrations: readonly Registration[],
): LoggedEvent | undefined {
  const arrived = arrivalOf(registrations)
  const since = arrived ? Date.parse(arrived.registeredAt) : 0
  return events
    .filter(({ params: { user }, at }) => (user === callNumber || user === sipUserId) && Date.parse(at) > since)
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))[0]
}
