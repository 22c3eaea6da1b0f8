/** What only the pages of Maintenance ask: loaded with them. */
import { adminLog, notifications, type QueryOf } from "@homeport/contract"
import { shown } from "../../../api/queries.ts"

export const adminLogQuery = (query: QueryOf<typeof adminLog.list>) => shown(adminLog.list, { query }, ["admin-log"])

export const notificationsQuery = () => shown(notifications.status, {}, ["notifications", "settings"])
