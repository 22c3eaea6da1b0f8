/** Step 5: waits for the first REGISTER of each station, and says what arrived: a registration, or an attempt that was refused. */
import type { LoggedEvent, Registration, SipClient } from "@homeport/contract"
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query"
import { Link } from "react-router"
import { eventsQuery } from "../../../api/page-queries.ts"
import { registrationsQuery } from "../../../api/queries.ts"
import { WizardScreen } from "../../../frame/WizardScreen.tsx"
import { paths } from "../../../paths.ts"
import { Card, Notice } from "../../../table/Card.tsx"
import { networkOf, RegistrationBadge } from "../../../table/registration-columns.tsx"
import { Moment } from "../../../table/Ticking.tsx"
import { useEventText } from "../../../text/event-text.ts"
import { usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import { arrivalOf, refusalOf } from "./arrivals.ts"
import styles from "./sip-at-home.module.css"
import { before, type Place } from "./way.ts"

interface RegistrationScreenProps {
  readonly place: Place
  readonly stations: readonly SipClient[]
}

export function RegistrationScreen({ place, stations }: RegistrationScreenProps) {
  const words = usePageTexts("sipAtHome").registration
  const answers = useSuspenseQueries({
    queries: stations.map(({ callNumber }) => registrationsQuery({ callNumber, limit: 20 })),
  })
  const { data: refused } = useSuspenseQuery(eventsQuery({ code: "registration.refused", limit: 100 }))
  const states = stations.map((station, at) => {
    const registrations = answers[at]?.data.items ?? []
    return {
      station,
      arrival: arrivalOf(registrations),
      refusal: refusalOf(station, refused.items, registrations),
    }
  })
  const arrived = states.filter(({ arrival }) => arrival).length
  const all = arrived === stations.length
  return (
    <WizardScreen
      title={all ? words.doneTitle : words.title}
      lead={words.lead}
      back={before(place)}
      cancel={all ? undefined : paths.setup()}
      next={{ label: words.finish, path: paths.ipTelephones() }}
      outcome={words.arrived(arrived, stations.length)}
      waiting={!all}
    >
      {states.map((state) => (
        <Arrival key={state.station.index} {...state} />
      ))}
      <Link to={paths.events()} className={styles.link}>
        {words.events}
      </Link>
    </WizardScreen>
  )
}

interface ArrivalProps {
  readonly station: SipClient
  readonly arrival: Registration | undefined
  readonly refusal: LoggedEvent | undefined
}

function Arrival({ station, arrival, refusal }: ArrivalProps) {
  const texts = useTexts()
  const words = usePageTexts("sipAtHome").registration
  const eventText = useEventText()
  const refused = refusal && eventText(refusal.code, refusal.params)
  return (
    <Card
      title={`${station.callNumber} ${station.name}`}
      aside={<RegistrationBadge state={arrival?.state} texts={texts} />}
    >
      <div role="status" className={styles.arrival}>
        {arrival
          ? words.from(
              arrival.source.host,
              networkOf(arrival, texts),
              arrival.transport,
              arrival.userAgent || words.unnamed,
            )
          : words.waiting}
        {refusal && refused ? (
          <Notice status="failed">
            <Moment at={refusal.at} /> · {refused.sentence} {refused.advice}
          </Notice>
        ) : null}
      </div>
    </Card>
  )
}
