/** Application Firewall ▸ Blocked Addresses: who is shut out, why, for how long; and shutting somebody out by hand. */

import { blocks } from "@homeport/contract"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useNavigation } from "react-router"
import { blocksQuery } from "../../../../../api/firewall-queries.ts"
import { useAllowed } from "../../../../../api/use-login.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { OkIcon } from "../../../../../frame/icons.tsx"
import { Card } from "../../../../../table/Card.tsx"
import { DataTable } from "../../../../../table/DataTable.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { NothingMatches } from "../../../../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../../../../table/Paging.tsx"
import { useSearchChange } from "../../../../../table/use-search-change.ts"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import { BlockByHand } from "./BlockByHand.tsx"
import { useBlockColumns } from "./block-columns.tsx"
import styles from "./firewall.module.css"
import { UnblockAll } from "./UnblockAll.tsx"

const LIMIT = 50
const SORTS = ["network", "-network", "since", "-since", "until", "-until", "dropped", "-dropped"] as const
const STANDARD = "-since"

const sortIn = (search: URLSearchParams) => SORTS.find((known) => known === search.get("sort")) ?? STANDARD

const queryFor = (search: URLSearchParams) => {
  const q = search.get("q")
  const cursor = search.get("cursor")
  return blocksQuery({ limit: LIMIT, sort: sortIn(search), ...(q && { q }), ...(cursor && { cursor }) })
}

export const prefetch: Prefetch = ({ search }) => [queryFor(search), pageTextsQuery("firewall")]

export default function BlockedAddressesPage() {
  const title = useTexts().tree.applicationFirewall
  const words = usePageTexts("firewall")
  const mayBlock = useAllowed(blocks.add)
  return (
    <ExpertView title={title} help={words.blocksHelp} wide>
      <BlockList />
      {mayBlock ? <BlockByHand /> : null}
    </ExpertView>
  )
}

function BlockList() {
  const words = usePageTexts("firewall")
  const { search, change, clear } = useSearchChange()
  const { data: page } = useSuspenseQuery(queryFor(search))
  const outdated = useNavigation().state !== "idle"
  const paging = usePaging(LIMIT)
  const columns = useBlockColumns()
  const mayLift = useAllowed(blocks.removeAll)
  const filtered = search.has("q")
  if (page.total === 0 && !filtered)
    return (
      <Card title={words.blocksTitle} flush>
        <EmptyState icon={<OkIcon size={24} />} title={words.none} text={words.noneText} />
      </Card>
    )
  return (
    <Card
      title={words.blocksTitle}
      flush
      aside={
        <div className={styles.tools}>
          <FilterBox label={words.filter} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
          {mayLift ? <UnblockAll /> : null}
        </div>
      }
    >
      {page.items.length > 0 ? (
        <DataTable
          label={words.blocksTitle}
          columns={columns}
          rows={page.items}
          keyOf={({ network, by }) => `${network} ${by}`}
          sort={sortIn(search)}
          onSort={(sort) => change("sort", sort === STANDARD ? "" : sort)}
          outdated={outdated}
          stacked
        />
      ) : (
        <NothingMatches
          title={words.nothingFound}
          text={words.nothingFoundText}
          showAll={words.showAll}
          onShowAll={clear}
        />
      )}
      <Paging paging={paging} page={page} />
    </Card>
  )
}
