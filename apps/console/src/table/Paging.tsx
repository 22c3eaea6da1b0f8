/** Pages of a list that the server cuts by cursor. The way back is kept in the history entry, so Back and reload work. */
import { Button } from "@mantine/core"
import { useLocation, useNavigate } from "react-router"
import { useTexts } from "../text/texts.tsx"
import styles from "./Paging.module.css"

export interface PagingState {
  /** Cursors of the pages before this one; the first page's is "". Undefined: entered in the middle, by a bookmark. */
  readonly above: readonly string[] | undefined
  readonly limit: number
  go(cursor: string, above: readonly string[]): void
}

export function usePaging(limit: number): PagingState {
  const location = useLocation()
  const navigate = useNavigate()
  const cursor = new URLSearchParams(location.search).get("cursor")
  // Only `go` below writes it.
  const state = location.state as { above?: readonly string[] } | null
  return {
    above: cursor === null ? [] : state?.above,
    limit,
    go: (next, above) => {
      const search = new URLSearchParams(location.search)
      if (next === "") search.delete("cursor")
      else search.set("cursor", next)
      navigate({ search: search.toString() }, { state: { above } })
    },
  }
}

interface PagingProps {
  readonly paging: PagingState
  readonly page: { readonly items: readonly unknown[]; readonly total: number; readonly next: string | null }
}

export function Paging({ paging, page }: PagingProps) {
  const texts = useTexts().table
  const { above, limit } = paging
  const { next } = page
  const cursor = new URLSearchParams(useLocation().search).get("cursor") ?? ""
  if (page.total === 0 || (next === null && above?.length === 0)) return null
  const from = (above?.length ?? 0) * limit + 1
  return (
    <nav className={styles.paging} aria-label={texts.next}>
      <span className="numeric">{above ? texts.shown(from, from + page.items.length - 1, page.total) : null}</span>
      {above === undefined ? (
        <Button size="compact-sm" variant="default" onClick={() => paging.go("", [])}>
          {texts.firstPage}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          disabled={above.length === 0}
          onClick={() => paging.go(above.at(-1) ?? "", above.slice(0, -1))}
        >
          {texts.previous}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={next === null}
        onClick={() => next !== null && paging.go(next, [...(above ?? []), cursor])}
      >
        {texts.next}
      </Button>
    </nav>
  )
}
