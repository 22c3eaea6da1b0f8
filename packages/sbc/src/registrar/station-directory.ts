/** The stations of one configuration by call number, and its local networks ready to be compared with: made once, at `activate`. */
import { type IpNetwork, parseIpNetwork } from "../border/ip-address.ts"
import type { SbcConfig, StationConfig } from "../config.ts"

export interface StationDirectory {
  readonly config: SbcConfig
  readonly local: readonly IpNetwork[]
  station(callNumber: string): StationConfig | undefined
}

export function createStationDirectory(config: SbcConfig): StationDirectory {
  const stations = new Map(config.stations.map((station) => [station.callNumber, station]))
  return {
    config,
    local: config.networks.local.flatMap((text) => parseIpNetwork(text) ?? []),
    station: (callNumber) => stations.get(callNumber),
  }
}
