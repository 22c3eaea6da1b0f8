/** The devices of the chosen stations. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { devicesQuery } from "../../../api/device-queries.ts"

export const devicesOf = (stations: readonly number[]) => devicesQuery({ stations: stations.join(","), limit: 500 })

export const useDevicesOf = (stations: readonly number[]) => useSuspenseQuery(devicesOf(stations)).data.items
