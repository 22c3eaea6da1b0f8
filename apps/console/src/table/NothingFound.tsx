/** A list in which the filter finds nothing, with the way out of it. */
import { Button } from "@mantine/core"
import { EmptyState } from "../frame/EmptyState.tsx"
import { SearchIcon } from "../frame/icons.tsx"
import { useTexts } from "../text/texts.tsx"

interface NothingFoundProps {
  readonly q: string
  /** What the filter looks at. */
  readonly filter: string
  onClear(): void
}

export function NothingFound({ q, filter, onClear }: NothingFoundProps) {
  const { table } = useTexts()
  return (
    <EmptyState
      icon={<SearchIcon size={24} />}
      title={table.nothingFound(q)}
      text={filter}
      action={
        <Button variant="default" onClick={onClear}>
          {table.clearFilter}
        </Button>
      }
    />
  )
}
