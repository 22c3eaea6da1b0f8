/**
 * Setup ▸ SIP@Home: from a station to a telephone that is registered from home, one screen a step. The address holds the step and the
 * stations; every step stores what it did at once.
 */
import { dyndns, sipClients, stun } from "@homeport/contract"
import { useQuery, useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query"
import { Link, useSearchParams } from "react-router"
import { deviceModelsQuery, devicesOfStationsQuery, phonesQuery } from "../../../api/device-queries.ts"
import { readinessQuery, sipClientQuery } from "../../../api/queries.ts"
import { useAllowed } from "../../../api/use-login.ts"
import { settingsQuery } from "../../../form/use-settings-form.ts"
import { ExpertView } from "../../../frame/ExpertPage.tsx"
import { Wizard } from "../../../frame/Wizard.tsx"
import { paths } from "../../../paths.ts"
import { readinessQueries } from "../../../readiness/Readiness.tsx"
import { Notice } from "../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../text/page-texts.ts"
import { useTexts } from "../../../text/texts.tsx"
import type { Prefetch } from "../../../tree.ts"
import { stationsQuery } from "../../expert-mode/telephony-server/basic-settings/deployment/ChooseStations.tsx"
import { useTypedCounts } from "../security/use-typed.ts"
import { DevicesScreen } from "./DevicesScreen.tsx"
import { lacking } from "./enable.ts"
import { HandOutScreen } from "./HandOutScreen.tsx"
import { RegistrationScreen } from "./RegistrationScreen.tsx"
import { StationsScreen } from "./StationsScreen.tsx"
import { SystemScreen } from "./SystemScreen.tsx"
import { lacksNothing, phonesHaveServer } from "./system-values.ts"
import { isDone, pathOf, placeIn, steps } from "./way.ts"

export const prefetch: Prefetch = ({ search }) => [
  pageTextsQuery("sipAtHome"),
  pageTextsQuery("deployment"),
  pageTextsQuery("eventSentences"),
  stationsQuery(""),
  deviceModelsQuery(),
  phonesQuery(),
  settingsQuery(dyndns.read),
  settingsQuery(stun.read),
  ...readinessQueries(),
  ...placeIn(search).stations.map(sipClientQuery),
]

export default function SipAtHomePage() {
  const { tree, frame } = useTexts()
  const words = usePageTexts("sipAtHome")
  const allowed = useAllowed(sipClients.create)
  if (allowed) return <SipAtHome />
  return (
    <ExpertView title={tree.sipAtHome} help={words.help}>
      <Notice status="live">
        {frame.readOnly(frame.roles.enhanced)} {words.readOnly}{" "}
        <Link to={paths.ipTelephones()}>{tree.ipTelephones}</Link>
      </Notice>
    </ExpertView>
  )
}

function SipAtHome() {
  const { tree } = useTexts()
  const words = usePageTexts("sipAtHome")
  const [search] = useSearchParams()
  const place = placeIn(search)
  const answers = useSuspenseQueries({ queries: place.stations.map(sipClientQuery) })
  const stations = answers.map(({ data }) => data.data)
  const { typed, typedIn } = useTypedCounts()
  // About other stations a screen begins anew.
  const keyOf = (step: string) => (step === "stations" || step === "system" ? step : `${step} ${place.stations}`)
  const { data: devices } = useQuery({ ...devicesOfStationsQuery(place.stations), enabled: stations.length > 0 })
  const { data: servers } = useSuspenseQuery(settingsQuery(stun.read))
  const { data: readiness } = useSuspenseQuery(readinessQuery())
  const { password, flags } = lacking(stations)
  const known = {
    allowed: password.length === 0 && flags.length === 0,
    systemComplete: lacksNothing(readiness.items) && phonesHaveServer(servers.data),
    equipped: stations.every(({ index }) => devices?.items.some(({ station }) => station === index)),
  }
  const screens = {
    stations: <StationsScreen place={place} stations={stations} onTyped={typedIn("stations")} />,
    system: <SystemScreen place={{ ...place, step: "system" }} onTyped={typedIn("system")} />,
    devices: <DevicesScreen place={{ ...place, step: "devices" }} stations={stations} typedIn={typedIn} />,
    handOut: <HandOutScreen place={{ ...place, step: "handOut" }} />,
    registration: <RegistrationScreen place={{ ...place, step: "registration" }} stations={stations} />,
  }
  return (
    <Wizard
      title={tree.sipAtHome}
      help={words.help}
      steps={steps.map((step) => ({
        key: step,
        label: words.steps[step],
        done: isDone(step, place.step, known),
        path: step === "stations" || place.stations.length > 0 ? pathOf({ ...place, step }) : undefined,
      }))}
      current={place.step}
      screens={steps.map((step) => ({ key: keyOf(step), screen: screens[step] }))}
      open={keyOf(place.step)}
      changes={Object.values(typed).reduce((sum, count) => sum + count, 0)}
    />
  )
}
