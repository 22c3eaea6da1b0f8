/** Questions of some pages alone, apart from queries.ts: what Home does not ask is not loaded with it. */
import {
  consoleCertificate,
  events,
  forwarding,
  networkInterfaces,
  officeRouter,
  type QueryOf,
} from "@homeport/contract"
import { shown } from "./queries.ts"

export const forwardingQuery = () =>
  shown(forwarding.read, {}, ["forwarding", "settings", "listeners", "stun", "certificates"])
export const officeRouterQuery = () => shown(officeRouter.status, {}, ["office-router", "settings", "listeners"])
export const availableInterfacesQuery = () => shown(networkInterfaces.available, {}, ["listeners"])
export const consoleCertificateQuery = () => shown(consoleCertificate.read, {}, ["certificates", "settings"])
export const eventsQuery = (query: QueryOf<typeof events.list>) => shown(events.list, { query }, ["events"])
