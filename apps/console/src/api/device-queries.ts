/** The questions about devices: a part of queries.ts that a browser loads with the pages that ask them. */
import { devices, phones, type QueryOf } from "@homeport/contract"
import { shown, versioned } from "./queries.ts"

/** What stands in a device's file, beside the device itself. */
const MADE_OF = ["devices", "sip-clients", "settings", "certificates", "stun"] as const

export const devicesQuery = (query: QueryOf<typeof devices.list>) =>
  shown(devices.list, { query }, ["devices", "sip-clients", "registrations"])

/** Of up to 100 stations: more than the telephones and apps of all of them. */
export const devicesOfStationsQuery = (stations: readonly number[]) =>
  devicesQuery({ stations: stations.join(","), limit: 500 })

/** With its version, for its form: a fetch changes what is known of it, not the fields. */
export const deviceQuery = (id: number) => versioned(devices.read, { params: { id } }, ["devices", "sip-clients"])

export const provisionQuery = (id: number) => shown(devices.provision, { params: { id } }, MADE_OF)

/** What would be served, or refused, while somebody still chooses. */
export const previewQuery = (query: QueryOf<typeof devices.preview>) => shown(devices.preview, { query }, MADE_OF)

/** A catalogue: what changes in it is who refuses our certificate. */
export const deviceModelsQuery = () => shown(devices.models, {}, ["certificates", "settings"])

export const deviceFetchesQuery = (query: QueryOf<typeof devices.fetches>) =>
  shown(devices.fetches, { query }, ["devices"])

export const unknownDevicesQuery = () => shown(devices.unknown, { query: { limit: 100, sort: "-lastAt" } }, ["devices"])

export const phonesQuery = () => shown(phones.status, {}, ["settings", "certificates", "stun", "listeners"])
