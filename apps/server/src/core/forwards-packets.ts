/** Whether this machine passes packets on between its networks: without that it translates no addresses for others either. */
import { readFileSync } from "node:fs"

export function forwardsPackets(path = "/proc/sys/net/ipv4/ip_forward"): boolean {
  try {
    return readFileSync(path, "latin1").trim() === "1"
  } catch {
    // Another system than Linux, or a sandbox that does not show it.
    return false
  }
}
