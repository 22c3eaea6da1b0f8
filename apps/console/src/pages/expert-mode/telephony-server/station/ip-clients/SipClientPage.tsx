/** SIP Clients ▸ one station: its fields, and where it is registered now. */
import { sipClients } from "@homeport/contract"
import { useQuery, useSuspenseQuery } from "@tanstack/react-query"
import { Link, useParams } from "react-router"
import { request } from "../../../../../api/client.ts"
import { listenersQuery, registrationsQuery, sipClientQuery } from "../../../../../api/queries.ts"
import { usePageForm } from "../../../../../form/use-page-form.ts"
import { ExpertPage } from "../../../../../frame/ExpertPage.tsx"
import { NotFoundPage } from "../../../../../frame/NotFoundPage.tsx"
import { useConfirm } from "../../../../../frame/use-confirm.tsx"
import { paths } from "../../../../../paths.ts"
import { RegistrationBadge } from "../../../../../table/registration-columns.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import { type ClientValues, clientChange, clientProblems, clientValues } from "./client-values.ts"
import { DeleteSipClient } from "./DeleteSipClient.tsx"
import { SipClientFields } from "./SipClientFields.tsx"
import styles from "./SipClientsPage.module.css"
import { StationRegistrations } from "./StationRegistrations.tsx"
import { indexOf } from "./station-index.ts"

export const prefetch: Prefetch = ({ params }) => {
  const index = indexOf(params.index)
  if (index === undefined) return []
  return [sipClientQuery(index), listenersQuery(), pageTextsQuery("sipClient"), pageTextsQuery("stationHelp")]
}

export default function SipClientPage() {
  const index = indexOf(useParams().index)
  // Another station is another form: nothing typed for one may reach the other.
  return index === undefined ? <NotFoundPage /> : <Station key={index} index={index} />
}

function Station({ index }: { index: number }) {
  const texts = useTexts()
  const words = usePageTexts("sipClient")
  const { sipClient: help } = usePageTexts("stationHelp")
  const query = sipClientQuery(index)
  const { data: answer } = useSuspenseQuery(query)
  const station = answer.data
  // A moment after the fields: nothing is typed into it.
  const { data: live } = useQuery(registrationsQuery({ callNumber: station.callNumber, limit: 20 }))
  const { ask, dialog } = useConfirm()
  const form = usePageForm({
    answer,
    queryKey: query.queryKey,
    toValues: clientValues,
    check: (values) => clientProblems(values, station.passwordSet),
    apply: (values, { changed, version }) =>
      request(sipClients.change, { params: { index }, body: clientChange(values, changed), ifMatch: version }),
    confirm: async (values: ClientValues, changed) => {
      const body = clientChange(values, changed)
      // Not knowing what would end is no reason to hold a change back: Apply itself says what is wrong.
      const effects = await request(sipClients.effects, { params: { index }, body }).catch(() => undefined)
      if (!effects || effects.data.registrations === 0) return true
      const text = words.effects(effects.data.registrations, effects.data.calls)
      return ask({ title: words.confirmTitle, text, confirm: words.confirmApply })
    },
  })
  return (
    <>
      <ExpertPage
        title={words.title(index)}
        aside={
          <>
            <RegistrationBadge state={live?.items[0]?.state} texts={texts} />
            <Link to={paths.tryRegistration(station.callNumber)} className={styles.link}>
              {words.tryRegistration}
            </Link>
            <DeleteSipClient station={station} version={answer.version} />
          </>
        }
        form={form}
        changes={sipClients.change}
        help={help}
      >
        <SipClientFields form={form} passwordSet={station.passwordSet} />
        <StationRegistrations station={station} registrations={live?.items} />
      </ExpertPage>
      {dialog}
    </>
  )
}
