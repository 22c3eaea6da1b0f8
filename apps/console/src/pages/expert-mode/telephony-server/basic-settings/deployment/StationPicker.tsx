/** Finds one station by its number or name. */
import { Radio } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./deployment.module.css"

const SHOWN = 6

interface StationPickerProps {
  readonly station: number | undefined
  onChange(station: number): void
}

export function StationPicker({ station, onChange }: StationPickerProps) {
  const { sipClients, table } = useTexts()
  const words = usePageTexts("deployment")
  const [q, setQ] = useState("")
  const { data: page } = useQuery({
    ...sipClientsQuery({ limit: SHOWN, sort: "callNumber", ...(q !== "" && { q }) }),
    placeholderData: keepPreviousData,
  })
  const items = page?.items ?? []
  return (
    <div className={styles.picker}>
      <FilterBox label={sipClients.filter} value={q} onChange={setQ} />
      <div role="radiogroup" aria-label={words.field.station} className={styles.matches}>
        {items.map(({ index, callNumber, name }) => (
          <Radio
            key={index}
            name="station"
            value={String(index)}
            checked={index === station}
            onChange={() => onChange(index)}
            label={`${callNumber} ${name}`}
          />
        ))}
      </div>
      {page?.total === 0 ? <p>{table.nothingFound(q)}</p> : null}
      {page && page.total > items.length ? (
        <p className={styles.rest}>{words.several.moreStations(page.total - items.length)}</p>
      ) : null}
    </div>
  )
}
