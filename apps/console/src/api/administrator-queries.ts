/** What the pages about administrators ask. */
import { administrators, apiTokens, me, type QueryOf, signIns } from "@homeport/contract"
import { shown, versioned } from "./queries.ts"

export const administratorsQuery = () => shown(administrators.list, {}, ["administrators"])
export const administratorQuery = (id: number) => versioned(administrators.read, { params: { id } }, ["administrators"])
export const ownAccountQuery = () => shown(me.account, {}, ["administrators"])
/** One's own; an expert's answer holds those of everybody. */
export const apiTokensQuery = () => shown(apiTokens.list, {}, ["administrators"])
export const signInsQuery = (query: QueryOf<typeof signIns.list>) => shown(signIns.list, { query }, ["administrators"])
export const ownSignInsQuery = (query: QueryOf<typeof signIns.own>) => shown(signIns.own, { query }, ["administrators"])
