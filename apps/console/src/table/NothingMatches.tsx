/** A list in which the filter finds nothing, in the list's own words, with the way out of it. */
import { Button } from "@mantine/core"
import { EmptyState } from "../frame/EmptyState.tsx"
import { SearchIcon } from "../frame/icons.tsx"

interface NothingMatchesProps {
  readonly title: string
  readonly text: string
  /** On the button that shows all of it again. */
  readonly showAll: string
  onShowAll(): void
}

export function NothingMatches({ title, text, showAll, onShowAll }: NothingMatchesProps) {
  return (
    <EmptyState
      icon={<SearchIcon size={24} />}
      title={title}
      text={text}
      action={
        <Button variant="default" onClick={onShowAll}>
          {showAll}
        </Button>
      }
    />
  )
}
