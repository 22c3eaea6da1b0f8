/** The devices of the chosen stations. */
import { useSuspenseQuery } from "@tanstack/react-query"
import { devicesOfStationsQuery } from "../../../api/device-queries.ts"

export const useDevicesOf = (stations: readonly number[]) =>
  useSuspenseQuery(devicesOfStationsQuery(stations)).data.items
