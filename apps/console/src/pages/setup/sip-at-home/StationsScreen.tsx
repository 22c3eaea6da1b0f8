/** Step 1: stations that are there, or a new one. Next lets them register over the internet. */
import { type SipClient, type SipClientRow, sipClients } from "@homeport/contract"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { ChooseStations } from "../../expert-mode/telephony-server/basic-settings/deployment/ChooseStations.tsx"
import { useOnward } from "../security/use-onward.ts"
import { enable } from "./enable.ts"
import { NewStation } from "./NewStation.tsx"
import { mostStations, type Place, pathOf } from "./way.ts"

interface StationsScreenProps {
  readonly place: Place
  /** Those that the address names. */
  readonly stations: readonly SipClient[]
  onTyped(count: number): void
}

export function StationsScreen({ place, stations, onTyped }: StationsScreenProps) {
  const words = usePageTexts("sipAtHome").stations
  const client = useQueryClient()
  const onward = useOnward()
  const [chosen, setChosen] = useState<ReadonlyMap<number, SipClientRow>>(
    () => new Map(stations.map((one) => [one.index, rowOf(one)])),
  )
  const [added, setAdded] = useState<SipClient>()
  const [tried, setTried] = useState(false)
  const allow = useMutation({
    mutationFn: async () => {
      await enable([...chosen.values()])
      await client.invalidateQueries({ queryKey: [sipClients.list.path] })
      await client.invalidateQueries({ queryKey: [sipClients.read.path] })
    },
    onSuccess: () => onward(pathOf({ ...place, step: "system", stations: [...chosen.keys()] })),
  })
  const problem = chosen.size === 0 ? words.none : chosen.size > mostStations ? words.tooMany(mostStations) : undefined
  const next = () => {
    setTried(true)
    if (problem === undefined) allow.mutate()
  }
  const add = (station: SipClient) => {
    setAdded(station)
    setChosen(new Map([...chosen, [station.index, rowOf(station)]]))
  }
  return (
    <WizardScreen
      title={words.title}
      lead={words.lead}
      cancel={paths.setup()}
      next={{ label: words.next, press: next, busy: allow.isPending }}
      progress={words.progress}
      outcome={added ? words.added(`${added.callNumber} ${added.name}`) : undefined}
      error={allow.error ?? (tried ? problem : undefined)}
    >
      <ChooseStations chosen={chosen} onChange={setChosen} />
      <NewStation onAdded={add} onTyped={onTyped} />
    </WizardScreen>
  )
}

const rowOf = (station: SipClient): SipClientRow => ({ ...station, registrations: [] })
