/** What Homeport comes with, and what it finds out about its machine at the first start. */
import { type AvailableInterface, type NetworkInterfacesSettings, settingsDefaults } from "@homeport/contract"

/**
 * The interface that carries VoIP when nobody has chosen: the address asked for, else the default route's. undefined: there is
 * neither, the standard stays (loopback alone, with a warning on Home) and the next start looks again.
 */
export function firstInterfaces(
  sipAddress: string | undefined,
  interfaces: readonly AvailableInterface[],
): NetworkInterfacesSettings | undefined {
  const found = sipAddress ?? interfaces.find((each) => each.defaultRoute && !each.loopback)?.name
  return found === undefined ? undefined : { ...settingsDefaults["network-interfaces"], lan2: found }
}
