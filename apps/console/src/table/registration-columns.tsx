/** How a registration is shown wherever it is: on Home, in the list of stations, on a station's page. */
import type { Registration } from "@homeport/contract"
import type { ConsoleTexts } from "../text/texts.tsx"
import type { Column } from "./DataTable.tsx"
import styles from "./registration-columns.module.css"
import { StatusBadge } from "./StatusBadge.tsx"
import { Countdown, Moment } from "./Ticking.tsx"

const STATUS = { reachable: "ok", unreachable: "failed", waiting: "warning" } as const

export function RegistrationBadge({ state, texts }: { state: Registration["state"] | undefined; texts: ConsoleTexts }) {
  if (!state) return <StatusBadge status="quiet">{texts.registration.state.none}</StatusBadge>
  return <StatusBadge status={STATUS[state]}>{texts.registration.state[state]}</StatusBadge>
}

export function networkOf({ network, hairpin }: Registration, texts: ConsoleTexts): string {
  return texts.registration.network[hairpin ? "hairpin" : network]
}

export const addressText = ({ host, port }: { readonly host: string; readonly port: number }) => `${host}:${port}`

export function registrationColumns(texts: ConsoleTexts): readonly Column<Registration>[] {
  const words = texts.registration
  return [
    {
      key: "state",
      title: words.stateTitle,
      narrow: true,
      cell: ({ state }) => <RegistrationBadge state={state} texts={texts} />,
    },
    { key: "network", title: words.networkTitle, priority: 2, cell: (one) => <NetworkText of={one} texts={texts} /> },
    { key: "source", title: words.source, priority: 2, cell: (one) => <SourceText of={one} /> },
    { key: "userAgent", title: words.userAgent, priority: 4, cell: ({ userAgent }) => userAgent },
    {
      key: "since",
      title: words.since,
      priority: 2,
      narrow: true,
      cell: ({ registeredAt }) => <Moment at={registeredAt} />,
    },
    {
      key: "expires",
      title: words.expires,
      align: "end",
      narrow: true,
      cell: ({ expiresAt }) => <Countdown until={expiresAt} />,
    },
  ]
}

/** On which side of the border, and over what. */
export function NetworkText({ of: registration, texts }: { of: Registration; texts: ConsoleTexts }) {
  return (
    <div className={styles.two}>
      {networkOf(registration, texts)}
      <span className={styles.second}>{registration.transport}</span>
    </div>
  )
}

/** Both in one: where there is less room. */
export function WhereText({ of: registration, texts }: { of: Registration; texts: ConsoleTexts }) {
  return (
    <div className={styles.two} title={registration.contact}>
      {networkOf(registration, texts)} · {registration.transport}
      <span className={styles.second}>{addressText(registration.source)}</span>
    </div>
  )
}

/** Where the REGISTER came from, and what the phone says of itself. */
export function SourceText({ of: { source, contact } }: { of: Registration }) {
  return (
    <div className={styles.two}>
      {addressText(source)}
      <span className={styles.second} title={contact}>
        {contact}
      </span>
    </div>
  )
}
