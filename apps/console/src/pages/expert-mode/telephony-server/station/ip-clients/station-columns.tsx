/** The columns of the list of stations; a station with several phones shows the first, and how many more. */
import type { Registration, SipClientRow } from "@homeport/contract"
import type { ReactNode } from "react"
import { Link } from "react-router"
import { paths } from "../../../../../paths.ts"
import type { Column } from "../../../../../table/DataTable.tsx"
import { RegistrationBadge, WhereText } from "../../../../../table/registration-columns.tsx"
import { StatusBadge } from "../../../../../table/StatusBadge.tsx"
import { Countdown } from "../../../../../table/Ticking.tsx"
import type { ConsoleTexts } from "../../../../../text/texts.tsx"
import styles from "./SipClientsPage.module.css"

export function stationColumns(texts: ConsoleTexts): readonly Column<SipClientRow>[] {
  const { sipClients: words, registration: live } = texts
  return [
    { key: "index", title: words.index, sort: "index", priority: 3, narrow: true, cell: ({ index }) => index },
    {
      key: "callNumber",
      title: words.callNumber,
      sort: "callNumber",
      narrow: true,
      cell: ({ index, callNumber, name }) => (
        <Link to={paths.sipClient(index)} className={styles.link} aria-label={words.open(`${callNumber} ${name}`)}>
          {callNumber}
        </Link>
      ),
    },
    { key: "name", title: words.name, sort: "name", wide: true, cell: ({ name }) => name },
    {
      key: "internet",
      title: words.internetRegistration,
      sort: "internetRegistration",
      priority: 2,
      narrow: true,
      cell: ({ internetRegistration }) =>
        internetRegistration ? <StatusBadge status="live">{words.allowed}</StatusBadge> : words.notAllowed,
    },
    {
      key: "registered",
      title: words.registered,
      sort: "registered",
      narrow: true,
      cell: ({ registrations }) => (
        <>
          <RegistrationBadge state={registrations[0]?.state} texts={texts} />
          {registrations.length > 1 ? <span className={styles.more}>{live.more(registrations.length - 1)}</span> : null}
        </>
      ),
    },
    { key: "where", title: live.where, priority: 2, cell: first((one) => <WhereText of={one} texts={texts} />) },
    { key: "userAgent", title: live.userAgent, priority: 4, cell: first(({ userAgent }) => userAgent) },
    {
      key: "expires",
      title: live.expires,
      priority: 3,
      narrow: true,
      align: "end",
      cell: first(({ expiresAt }) => <Countdown until={expiresAt} />),
    },
  ]
}

function first(show: (registration: Registration) => ReactNode) {
  return ({ registrations: [registration] }: SipClientRow) => (registration ? show(registration) : "–")
}
