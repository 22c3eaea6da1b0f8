/** Filter and order of a list stand in the address. A change of one begins at the first page, and makes no entry in the history. */
import { useSearchParams } from "react-router"

interface SearchChange {
  readonly search: URLSearchParams
  /** "": without it. */
  change(name: string, value: string): void
  clear(): void
}

export function useSearchChange(): SearchChange {
  const [search, setSearch] = useSearchParams()
  return {
    search,
    change: (name, value) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before)
          next.delete("cursor")
          if (value === "") next.delete(name)
          else next.set(name, value)
          return next
        },
        { replace: true },
      ),
    clear: () => setSearch({}),
  }
}
