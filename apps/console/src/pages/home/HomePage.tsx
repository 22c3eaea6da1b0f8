/** Home: is everything well, who is registered, who is talking. Live. */

import { sipClients } from "@homeport/contract"
import { Button } from "@mantine/core"
import { useSuspenseQueries } from "@tanstack/react-query"
import { Link } from "react-router"
import {
  aboutQuery,
  callsQuery,
  channelsQuery,
  listenersQuery,
  registrationsQuery,
  speStatusQuery,
  stunStatusQuery,
} from "../../api/queries.ts"
import { useAllowed } from "../../api/use-login.ts"
import { EmptyState } from "../../frame/EmptyState.tsx"
import { LiveIcon, PhoneIcon, PlusIcon } from "../../frame/icons.tsx"
import { paths } from "../../paths.ts"
import { Readiness, readinessQueries } from "../../readiness/Readiness.tsx"
import { CallList } from "../../table/CallList.tsx"
import { Card } from "../../table/Card.tsx"
import { DataTable } from "../../table/DataTable.tsx"
import { registrationColumns } from "../../table/registration-columns.tsx"
import { useTexts } from "../../text/texts.tsx"
import { Attention, attentionQueries } from "./Attention.tsx"
import styles from "./HomePage.module.css"
import { Tiles } from "./Tiles.tsx"

const queries = () =>
  [
    aboutQuery(),
    stunStatusQuery(),
    listenersQuery(),
    callsQuery(),
    channelsQuery(),
    registrationsQuery(),
    speStatusQuery(),
  ] as const

export const prefetch = () => [...queries(), ...attentionQueries(), ...readinessQueries()]

export default function HomePage() {
  const texts = useTexts()
  const [about, stun, listeners, calls, channels, registrations, spe] = useSuspenseQueries({
    queries: queries(),
  })
  const shown = registrations.data.items.length
  return (
    <div className={styles.page}>
      <title>{`${texts.home.title} · ${texts.frame.product}`}</title>
      <h1 className="visually-hidden">{texts.home.title}</h1>
      <Tiles
        about={about.data}
        stun={stun.data}
        listeners={listeners.data.items}
        calls={calls.data.items}
        channels={channels.data}
        registrations={registrations.data}
        spe={spe.data}
      />
      <Attention />
      <Readiness />
      <Card
        title={texts.home.callsTitle}
        flush
        aside={
          <Link to={paths.calls()} className={styles.link}>
            {texts.tree.calls}
          </Link>
        }
      >
        {calls.data.items.length > 0 ? (
          <CallList calls={calls.data.items} />
        ) : (
          <EmptyState icon={<PhoneIcon size={24} />} title={texts.home.noCalls} text={texts.home.noCallsText} />
        )}
      </Card>
      <Card
        title={texts.home.registrationsTitle}
        flush
        aside={
          <Link to={paths.sipClients()} className={styles.link}>
            {texts.home.allStations}
          </Link>
        }
      >
        {shown > 0 ? (
          <DataTable
            label={texts.home.registrationsTitle}
            rows={registrations.data.items}
            keyOf={({ id }) => id}
            columns={[
              {
                key: "station",
                title: texts.home.station,
                cell: ({ index, callNumber, name }) =>
                  index === null ? (
                    `${callNumber} ${name}`
                  ) : (
                    <Link to={paths.sipClient(index)} className={styles.station}>
                      <span className={styles.number}>{callNumber}</span> {name}
                    </Link>
                  ),
              },
              ...registrationColumns(texts),
            ]}
          />
        ) : (
          <NoRegistrations stations={about.data.stations.total} host={hostFor(listeners.data.items)} />
        )}
        {registrations.data.total > shown ? (
          <p className={styles.foot}>{texts.home.shownOf(shown, registrations.data.total)}</p>
        ) : null}
      </Card>
    </div>
  )
}

function NoRegistrations({ stations, host }: { stations: number; host: string }) {
  const texts = useTexts().home
  const allowed = useAllowed(sipClients.create)
  if (stations > 0)
    return (
      <EmptyState icon={<LiveIcon size={24} />} title={texts.noRegistrations} text={texts.noRegistrationsText(host)} />
    )
  return (
    <EmptyState
      icon={<PhoneIcon size={24} />}
      title={texts.noStations}
      text={texts.noStationsText}
      action={
        allowed ? (
          <Button component={Link} to={paths.addSipClient()} leftSection={<PlusIcon size={16} />}>
            {texts.addStation}
          </Button>
        ) : undefined
      }
    />
  )
}

/** What an office phone is given as its SIP server. */
function hostFor(
  listeners: readonly { readonly network: string; readonly address: string; readonly port: number }[],
): string {
  const inner = listeners.find(({ network }) => network === "inner")
  return inner ? `${inner.address}:${inner.port}` : ""
}
