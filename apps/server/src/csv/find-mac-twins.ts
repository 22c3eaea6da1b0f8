/** MAC addresses that would be there twice, among all devices as they will be after an import. */
import type { CsvProblem } from "@homeport/contract"
import type { SettingsState, StoredDevice } from "@homeport/store"
import { macTaken } from "../provisioning/device-rules.ts"
import type { PlannedLine } from "./plan-import.ts"

export function findMacTwins(
  lines: readonly PlannedLine[],
  { devices, stations }: Pick<SettingsState, "devices" | "stations">,
): CsvProblem[] {
  const untouched = new Map(devices)
  for (const { device } of lines) if (typeof device?.target === "object") untouched.delete(device.target.id)
  const owners = new Map<string, StoredDevice | number>()
  for (const device of untouched.values()) if (device.mac !== null) owners.set(device.mac, device)
  return lines.flatMap(({ line, device }): CsvProblem[] => {
    if (!device) return []
    const mac = device.fields.mac ?? (device.target === "new" ? null : device.target.mac)
    if (mac === null) return []
    const owner = owners.get(mac)
    if (owner === undefined) {
      owners.set(mac, line)
      return []
    }
    return typeof owner === "number"
      ? [{ line, column: "mac", code: "MacTwice", params: { line: owner } }]
      : [{ line, column: "mac", ...macTaken(owner, stations) }]
  })
}
