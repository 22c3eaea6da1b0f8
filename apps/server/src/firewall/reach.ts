/** Whether an address may reach what has this rule: the console, or the phones' listener. The core has its own way for SIP. */
import { isInNetworks, isLoopback, plainAddress, type Reach } from "@homeport/contract"

/** This machine itself always may: who works on it can change the rule anyway, and it is the way back for everybody else. */
export function mayReach(address: string, { from, networks }: Reach, localNetworks: readonly string[]): boolean {
  if (from === "everybody" || isLoopback(address)) return true
  const allowed = from === "local" ? localNetworks : networks.map(({ network }) => network)
  return isInNetworks(plainAddress(address), allowed)
}
