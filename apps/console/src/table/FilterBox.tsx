/** Filters while somebody types, a moment after the last key; the server does the work. */
import { CloseButton, TextInput } from "@mantine/core"
import { useEffect, useState } from "react"
import { SearchIcon } from "../frame/icons.tsx"
import { useTexts } from "../text/texts.tsx"

const PAUSE = 250

export function FilterBox({
  label,
  value,
  width = "13.5rem",
  onChange,
}: {
  label: string
  value: string
  width?: string
  onChange: (value: string) => void
}) {
  const texts = useTexts().table
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    // Changed from outside: Back, or "show all".
    setKnown(value)
    setTyped(value)
  }
  useEffect(() => {
    if (typed === known) return
    const timer = setTimeout(() => {
      setKnown(typed)
      onChange(typed)
    }, PAUSE)
    return () => clearTimeout(timer)
  })
  return (
    <TextInput
      size="xs"
      w={width}
      type="search"
      aria-label={`${texts.filter}: ${label}`}
      placeholder={label}
      leftSection={<SearchIcon size={15} />}
      rightSection={
        typed === "" ? null : <CloseButton size="xs" aria-label={texts.clearFilter} onClick={() => setTyped("")} />
      }
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
