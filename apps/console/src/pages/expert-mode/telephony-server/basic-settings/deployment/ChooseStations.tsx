/** Chooses stations by ticking them in a list that the server filters; what was ticked stays ticked under another filter. */
import type { SipClientRow } from "@homeport/contract"
import { Button } from "@mantine/core"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link } from "react-router"
import { sipClientsQuery } from "../../../../../api/queries.ts"
import { EmptyState } from "../../../../../frame/EmptyState.tsx"
import { PhoneIcon, SearchIcon } from "../../../../../frame/icons.tsx"
import { paths } from "../../../../../paths.ts"
import { Card } from "../../../../../table/Card.tsx"
import { type Column, DataTable } from "../../../../../table/DataTable.tsx"
import { FilterBox } from "../../../../../table/FilterBox.tsx"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import styles from "./deployment.module.css"

/** As many as the server gives at once; the filter finds the others. */
const SHOWN = 500

export const stationsQuery = (q: string) =>
  sipClientsQuery({ limit: SHOWN, sort: "callNumber", ...(q !== "" && { q }) })

interface ChooseStationsProps {
  readonly chosen: ReadonlyMap<number, SipClientRow>
  onChange(chosen: ReadonlyMap<number, SipClientRow>): void
}

export function ChooseStations({ chosen, onChange }: ChooseStationsProps) {
  const texts = useTexts()
  const words = usePageTexts("deployment").several
  const [q, setQ] = useState("")
  const { data: page } = useQuery({ ...stationsQuery(q), placeholderData: keepPreviousData })
  const items = page?.items ?? []

  const change = (keys: ReadonlySet<string>) => {
    const next = new Map(chosen)
    for (const station of items)
      if (keys.has(String(station.index))) next.set(station.index, station)
      else next.delete(station.index)
    onChange(next)
  }
  const columns: readonly Column<SipClientRow>[] = [
    { key: "callNumber", title: texts.sipClients.callNumber, narrow: true, cell: ({ callNumber }) => callNumber },
    { key: "name", title: texts.sipClients.name, wide: true, cell: ({ name }) => name },
    {
      key: "internet",
      title: texts.sipClients.internetRegistration,
      priority: 2,
      narrow: true,
      cell: ({ internetRegistration }) =>
        internetRegistration ? texts.sipClients.allowed : texts.sipClients.notAllowed,
    },
  ]
  return (
    <Card
      title={words.stationsTitle(chosen.size)}
      flush
      aside={
        <div className={styles.tools}>
          {chosen.size > 0 ? (
            <Button size="xs" variant="subtle" onClick={() => onChange(new Map())}>
              {words.chooseNone}
            </Button>
          ) : null}
          <FilterBox label={texts.sipClients.filter} value={q} onChange={setQ} />
        </div>
      }
    >
      {page === undefined ? null : items.length > 0 ? (
        <div className={styles.list}>
          <DataTable
            label={words.stations}
            columns={columns}
            rows={items}
            keyOf={({ index }) => String(index)}
            selection={{
              keys: new Set([...chosen.keys()].map(String)),
              change,
              nameOf: (key) => nameOf(items.find(({ index }) => String(index) === key)),
            }}
          />
        </div>
      ) : q === "" ? (
        <EmptyState
          icon={<PhoneIcon size={24} />}
          title={texts.sipClients.empty}
          text={texts.sipClients.emptyText}
          action={
            <Button component={Link} to={paths.addSipClient()}>
              {texts.sipClients.add}
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={<SearchIcon size={24} />}
          title={texts.table.nothingFound(q)}
          text={texts.sipClients.filter}
        />
      )}
      {page && page.total > items.length ? (
        <p className={styles.nothing}>{words.moreStations(page.total - items.length)}</p>
      ) : null}
    </Card>
  )
}

const nameOf = (station: SipClientRow | undefined) => (station ? `${station.callNumber} ${station.name}` : "")
