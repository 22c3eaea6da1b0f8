/** The inside address of the router that an interface's default route leads to: Linux tells it in /proc. */
import { readFileSync } from "node:fs"
import { endianness } from "node:os"

/** Undefined: that interface has no default route, or this system does not say. */
export function defaultGateway(interfaceName: string): string | undefined {
  try {
    return gatewayIn(readFileSync("/proc/net/route", "utf8"), interfaceName, endianness() === "LE")
  } catch {
    return undefined
  }
}

/** Addresses stand in the table as hexadecimal numbers in the machine's own byte order. Of several routes the smallest metric. */
export function gatewayIn(table: string, interfaceName: string, littleEndian: boolean): string | undefined {
  const routes = table
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([name, destination, , , , , , mask]) => name === interfaceName && `${destination}${mask}` === defaultRoute)
    .map(([, , gateway = "", , , , metric]) => ({ gateway, metric: Number(metric) }))
    .filter(({ gateway }) => /^[0-9A-F]{8}$/i.test(gateway) && gateway !== "00000000")
    .toSorted((one, other) => one.metric - other.metric)
  const [first] = routes
  if (!first) return undefined
  const bytes = [...Buffer.from(first.gateway, "hex")]
  return (littleEndian ? bytes.toReversed() : bytes).join(".")
}

const defaultRoute = "0000000000000000"
