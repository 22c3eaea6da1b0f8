/** What the pages of Application Firewall ask; apart from the other queries, so that nobody else loads what it takes. */
import { blocks, type QueryOf } from "@homeport/contract"
import { queryOptions } from "@tanstack/react-query"
import { shown } from "./queries.ts"

export const blocksQuery = (query: QueryOf<typeof blocks.list>) =>
  queryOptions({
    ...shown(blocks.list, { query }, ["blocks", "settings"]),
    // A block ends, and counts what it drops, without a word; and so does the wait of a sign-in.
    refetchInterval: 10_000,
  })

export const firewallStatusQuery = () => shown(blocks.status, {}, ["blocks", "settings", "listeners"])
