import { Button } from "@mantine/core"
import { Link } from "react-router"
import { paths } from "../paths.ts"
import { useTexts } from "../text/texts.tsx"
import { EmptyState } from "./EmptyState.tsx"
import { SearchIcon } from "./icons.tsx"

export function NotFoundPage() {
  const texts = useTexts().frame.notFound
  return (
    <EmptyState
      level={1}
      icon={<SearchIcon size={30} />}
      title={texts.title}
      text={texts.text}
      action={
        <Button component={Link} to={paths.home()} variant="default">
          {texts.home}
        </Button>
      }
    />
  )
}
