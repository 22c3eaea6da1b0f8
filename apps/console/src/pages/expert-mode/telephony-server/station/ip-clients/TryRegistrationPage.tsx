/** SIP Clients ▸ Try a Registration: what would come of one, and which rule decides it. The attempt stands in the address. */
import type { Listener, RegistrationTrial } from "@homeport/contract"
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { Link, useSearchParams } from "react-router"
import { registrationTrialQuery } from "../../../../../api/call-queries.ts"
import { listenersQuery } from "../../../../../api/queries.ts"
import { ActionSection } from "../../../../../form/ActionSection.tsx"
import { SelectField, TextField } from "../../../../../form/fields.tsx"
import { useActionForm } from "../../../../../form/use-action-form.ts"
import { ExpertView } from "../../../../../frame/ExpertPage.tsx"
import { Card, Notice } from "../../../../../table/Card.tsx"
import { pageTextsQuery, usePageTexts } from "../../../../../text/page-texts.ts"
import { type PageTexts, useTexts } from "../../../../../text/texts.tsx"
import type { Prefetch } from "../../../../../tree.ts"
import styles from "./TryRegistrationPage.module.css"
import {
  type DecidingField,
  deciderOf,
  isWholeAttempt,
  trialProblems,
  trialQueryOf,
  trialSearch,
  trialValues,
} from "./trial-values.ts"

const queryIn = (search: URLSearchParams) => registrationTrialQuery(trialQueryOf(trialValues(search)))

export const prefetch: Prefetch = ({ search }) => [
  listenersQuery(),
  pageTextsQuery("registrationTrial"),
  pageTextsQuery("sipClient"),
  ...(isWholeAttempt(search) ? [queryIn(search)] : []),
]

export default function TryRegistrationPage() {
  const words = usePageTexts("registrationTrial")
  const [search, setSearch] = useSearchParams()
  const client = useQueryClient()
  const { data: listeners } = useSuspenseQuery(listenersQuery())
  const { data: trial } = useQuery({ ...queryIn(search), enabled: isWholeAttempt(search) })
  const form = useActionForm({
    initial: trialValues(search),
    check: trialProblems,
    send: async (values) => {
      const next = trialSearch(values)
      // Asked again though it was asked a moment ago: what is wrong is said at its field.
      await client.fetchQuery({ ...queryIn(next), staleTime: 0 })
      setSearch(next)
    },
  })
  return (
    <ExpertView title={words.title} help={words.help}>
      <ActionSection form={form} title={words.title} lead={words.lead} button={words.try}>
        <TextField label={words.user} field={form.field("user")} hint={words.userHint} width="address" required />
        <TextField
          label={words.address}
          field={form.field("address")}
          hint={words.addressHint}
          width="address"
          placeholder="203.0.113.7"
          required
        />
        <TextField label={words.sourcePort} field={form.field("sourcePort")} width="number" />
        <SelectField label={words.transport} field={form.field("transport")} choices={TRANSPORTS} />
        <TextField
          label={words.port}
          field={form.field("port")}
          hint={words.portHint(openPorts(listeners.items, words.networks))}
          width="number"
          required
        />
        <TextField label={words.userAgent} field={form.field("userAgent")} hint={words.userAgentHint} />
        <TextField
          label={words.contact}
          field={form.field("contact")}
          hint={words.contactHint}
          width="address"
          placeholder="192.168.178.20"
        />
        <TextField label={words.contactPort} field={form.field("contactPort")} width="number" />
      </ActionSection>
      {trial && isWholeAttempt(search) ? <Result trial={trial} transport={trialValues(search).transport} /> : null}
    </ExpertView>
  )
}

function Result({ trial, transport }: { trial: RegistrationTrial; transport: string }) {
  const words = usePageTexts("registrationTrial")
  const { tree } = useTexts()
  const labels = usePageTexts("sipClient")
  const { outcome, network, cause, status, challenged, replaced, station } = trial
  const labelOf = (field: DecidingField | undefined) => (field === undefined ? "" : ` · ${labels[LABELS[field]]}`)
  const decider = outcome === "admitted" ? undefined : deciderOf(trial, transport)
  return (
    <Card title={words.result}>
      <div className={styles.result} role="status">
        {outcome === "admitted" && network !== null ? (
          <>
            <Notice status="ok">
              <strong>{words.admitted[network]}</strong>
            </Notice>
            <p>{challenged ? words.challenged : words.unchallenged}</p>
            {replaced > 0 ? <p>{words.replaces(replaced)}</p> : null}
          </>
        ) : (
          <Notice status="failed">
            <strong>{outcome === "not-open" || status === null ? words.notOpen : words.refused(status)}</strong>{" "}
            {cause === null ? null : words.causes[cause]}
          </Notice>
        )}
        {decider ? (
          <p>
            {words.decides}{" "}
            <Link to={decider.path} className={styles.link}>
              {decider.page === "station"
                ? [words.station(decider.station.callNumber, decider.station.name), labelOf(decider.field)].join("")
                : tree[decider.page]}
            </Link>
          </p>
        ) : null}
        {outcome === "admitted" && station ? <p>{words.station(station.callNumber, station.name)}</p> : null}
      </div>
    </Card>
  )
}

/** "5060 UDP, TCP (office)", each port once. */
function openPorts(listeners: readonly Listener[], networks: Readonly<Record<Listener["network"], string>>): string {
  const open = listeners.filter(({ state }) => state === "listening")
  const byPort = Map.groupBy(open, ({ port, network }) => `${port} ${network}`)
  return [...byPort.values()]
    .flatMap(([first, ...others]) => {
      if (!first) return []
      const transports = [...new Set([first, ...others].map(({ transport }) => transport))]
      return [`${first.port} ${transports.join(", ")} (${networks[first.network]})`]
    })
    .join(" · ")
}

/** What the fields are called on the station's page. */
const LABELS = {
  password: "password",
  authenticationActive: "authenticationActive",
  fixed: "fixedIpAddressOn",
  userAgentPrefix: "userAgentPrefix",
  internetRegistration: "internetRegistration",
  internetRegistrationUntil: "internetUntil",
  natTraversal: "natTraversal",
} as const satisfies Record<DecidingField, keyof PageTexts["sipClient"]>

const TRANSPORTS = (["UDP", "TCP", "TLS"] as const).map((value) => ({ value, label: value }))
