/** The lines of the history of sign-ins, with a filter by outcome. */

import { type QueryOf, type SignIn, signInResults, signInSuccesses, type signIns } from "@homeport/contract"
import { SegmentedControl } from "@mantine/core"
import { useNavigation } from "react-router"
import { EmptyState } from "../../frame/EmptyState.tsx"
import { OkIcon } from "../../frame/icons.tsx"
import { Card } from "../../table/Card.tsx"
import { type Column, DataTable } from "../../table/DataTable.tsx"
import { FilterBox } from "../../table/FilterBox.tsx"
import { NothingMatches } from "../../table/NothingMatches.tsx"
import { Paging, usePaging } from "../../table/Paging.tsx"
import { type Status, StatusBadge } from "../../table/StatusBadge.tsx"
import { Moment } from "../../table/Ticking.tsx"
import { useSearchChange } from "../../table/use-search-change.ts"
import { usePageTexts } from "../../text/page-texts.ts"
import styles from "./administrators.module.css"

const LIMIT = 50

export function signInsWanted(search: URLSearchParams): QueryOf<typeof signIns.list> {
  const result = signInResults.find((known) => known === search.get("result"))
  const [q, cursor] = [search.get("q"), search.get("cursor")]
  return { limit: LIMIT, ...(result && { result }), ...(q && { q }), ...(cursor && { cursor }) }
}

interface SignInTableProps {
  readonly title: string
  readonly page: { readonly items: readonly SignIn[]; readonly total: number; readonly next: string | null }
  /** Of one account alone: its name says nothing. */
  readonly own?: true
}

export function SignInTable({ title, page, own }: SignInTableProps) {
  const words = usePageTexts("administrators").signIns
  const { search, change, clear } = useSearchChange()
  const paging = usePaging(LIMIT)
  const outdated = useNavigation().state !== "idle"
  const columns = useColumns().filter(({ key }) => !(own && key === "who"))
  const result = search.get("result") ?? "all"
  if (page.total === 0 && result === "all" && !search.has("q"))
    return (
      <Card title={title} flush>
        <EmptyState icon={<OkIcon size={24} />} title={words.empty} text={words.emptyText} />
      </Card>
    )
  return (
    <Card
      title={title}
      flush
      aside={
        <div className={styles.tools}>
          <SegmentedControl
            size="xs"
            aria-label={words.result}
            value={result}
            onChange={(value) => change("result", value === "all" ? "" : value)}
            data={[
              { value: "all", label: words.all },
              ...signInResults.map((value) => ({ value, label: words[value] })),
            ]}
          />
          {own ? null : (
            <FilterBox label={words.filter} value={search.get("q") ?? ""} onChange={(value) => change("q", value)} />
          )}
        </div>
      }
    >
      {page.items.length > 0 ? (
        <DataTable
          label={title}
          rows={page.items}
          columns={columns}
          outdated={outdated}
          keyOf={({ id }) => String(id)}
        />
      ) : (
        <NothingMatches title={words.nothingFound} text="" showAll={words.showAll} onShowAll={clear} />
      )}
      <Paging paging={paging} page={page} />
    </Card>
  )
}

function useColumns(): readonly Column<SignIn>[] {
  const words = usePageTexts("administrators").signIns
  return [
    { key: "at", title: words.at, narrow: true, cell: ({ at }) => <Moment at={at} /> },
    { key: "who", title: words.who, cell: ({ name }) => name ?? `(${words.nobody})` },
    {
      key: "outcome",
      title: words.outcome,
      wide: true,
      cell: ({ outcome }) => <StatusBadge status={statusOf(outcome)}>{words.outcomes[outcome]}</StatusBadge>,
    },
    { key: "address", title: words.address, priority: 2, cell: ({ address }) => address },
    { key: "browser", title: words.browser, priority: 3, cell: ({ browser }) => browser || "–" },
  ]
}

function statusOf(outcome: SignIn["outcome"]): Status {
  if (outcome === "recovery-code") return "warning"
  return signInSuccesses.some((success) => success === outcome) ? "ok" : "failed"
}
