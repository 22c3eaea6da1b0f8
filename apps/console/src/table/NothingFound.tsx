/** A list whose one filter finds nothing for what was typed. */
import { useTexts } from "../text/texts.tsx"
import { NothingMatches } from "./NothingMatches.tsx"

interface NothingFoundProps {
  readonly q: string
  /** What the filter looks at. */
  readonly filter: string
  onClear(): void
}

export function NothingFound({ q, filter, onClear }: NothingFoundProps) {
  const { table } = useTexts()
  return <NothingMatches title={table.nothingFound(q)} text={filter} showAll={table.clearFilter} onShowAll={onClear} />
}
