/** The machine's interfaces with their IPv4 addresses, and which of them leads to everywhere else. */
import { readFileSync } from "node:fs"
import { networkInterfaces } from "node:os"
import { type AvailableInterface, parseIpv4 } from "@homeport/contract"

export function machineInterfaces(): readonly AvailableInterface[] {
  const gateway = defaultRouteInterface()
  const found: AvailableInterface[] = []
  for (const [name, addresses = []] of Object.entries(networkInterfaces())) {
    const first = addresses.find((each) => each.family === "IPv4")
    for (const each of addresses) {
      if (each.family !== "IPv4") continue
      const defaultRoute = name === gateway && each === first
      found.push({ name, address: each.address, network: networkOf(each), defaultRoute, loopback: each.internal })
    }
  }
  return found
}

/** "192.168.1.17/24" → "192.168.1.0/24" */
function networkOf({ address, cidr }: { readonly address: string; readonly cidr: string | null }): string {
  const bits = Number(cidr?.split("/")[1] ?? 32)
  const size = 2 ** (32 - bits)
  const base = Math.floor((parseIpv4(address) ?? 0) / size) * size
  return `${[24, 16, 8, 0].map((shift) => (base >>> shift) & 0xff).join(".")}/${bits}`
}

/** Linux lists its routes in /proc; elsewhere the first interface that is not loopback has to do. */
function defaultRouteInterface(): string | undefined {
  try {
    return defaultRouteOf(readFileSync("/proc/net/route", "utf8"))
  } catch {
    return Object.entries(networkInterfaces()).find(([, addresses]) => addresses?.some((each) => !each.internal))?.[0]
  }
}

/** Of several default routes the one with the smallest metric. */
export function defaultRouteOf(table: string): string | undefined {
  const routes = table
    .split("\n")
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1] === "00000000" && columns[7] === "00000000")
    .map(([name = "", , , , , , metric]) => ({ name, metric: Number(metric) }))
  return routes.sort((one, other) => one.metric - other.metric)[0]?.name
}
