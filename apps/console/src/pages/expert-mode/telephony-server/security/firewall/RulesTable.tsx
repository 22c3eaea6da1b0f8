/** Which networks may reach what: one rule for each port, with its networks below where there are some. */
import { type FirewallPort, type FirewallStatus, firewallPorts, type Listener, reaches } from "@homeport/contract"
import { useId } from "react"
import { SelectBox } from "../../../../../form/Box.tsx"
import { FieldNotes } from "../../../../../form/FieldRow.tsx"
import type { PageForm } from "../../../../../form/use-page-form.ts"
import { Card } from "../../../../../table/Card.tsx"
import { useFormat } from "../../../../../text/format.ts"
import { usePageTexts } from "../../../../../text/page-texts.ts"
import styles from "./firewall.module.css"
import type { FirewallValues } from "./firewall-values.ts"
import { inWords, NetworkRows } from "./NetworkRows.tsx"

interface RulesTableProps {
  readonly form: PageForm<FirewallValues>
  readonly listeners: readonly Listener[]
  readonly status: FirewallStatus
}

export function RulesTable({ form, listeners, status }: RulesTableProps) {
  const words = usePageTexts("firewall")
  const shown = firewallPorts.filter(({ field }) => field !== "phones" || status.phonesPort !== null)
  return (
    <Card title={words.rulesTitle} lead={words.rulesLead} flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.port}</th>
            <th scope="col">{words.reach}</th>
            <th scope="col">{words.refused}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((port) => (
            <RuleRow key={port.field} port={port} form={form} listeners={listeners} status={status} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function RuleRow({ port, form, listeners, status }: RulesTableProps & { readonly port: FirewallPort }) {
  const words = usePageTexts("firewall")
  const format = useFormat()
  const id = useId()
  const from = form.field(`${port.field}From`)
  const networks = form.field(`${port.field}Networks`)
  const name = port.field === "console" || port.field === "phones" ? words.names[port.field] : port.name
  const refused = status.refused[port.name]
  const changed = from.changed || networks.changed
  return (
    <tr data-changed={changed || undefined}>
      <th scope="row">
        {name}
        <span className={styles.where}>{where(port, listeners, status, words)}</span>
      </th>
      <td className={styles.rule}>
        <SelectBox
          control={{
            id: `${id}-from`,
            "aria-describedby": from.problem || from.conflict ? `${id}-from-notes` : undefined,
            "aria-invalid": from.problem ? true : undefined,
          }}
          aria-label={words.reachOf(name)}
          className={styles.select}
          value={from.value}
          // The options are those of `reaches`.
          onChange={(value) => from.set(value as typeof from.value)}
        >
          {reaches.map((reach) => (
            <option key={reach} value={reach}>
              {words.reaches[reach]}
            </option>
          ))}
        </SelectBox>
        <div id={`${id}-from-notes`}>
          <FieldNotes id={`${id}-from`} label={name} field={from} inWords={words.reaches[from.stored]} />
        </div>
        {from.value === "networks" ? (
          <NetworkRows
            name={name}
            field={networks}
            most={50}
            describedBy={networks.problem || networks.conflict ? `${id}-networks-notes` : undefined}
            proposals={proposalsFor(port, status)}
          />
        ) : null}
        <div id={`${id}-networks-notes`}>
          <FieldNotes id={`${id}-networks`} label={name} field={networks} inWords={inWords(networks.stored)} />
        </div>
      </td>
      <td className={styles.refused} data-none={refused === 0 || undefined}>
        {refused === 0 ? "–" : words.refusedTimes(format.number(refused))}
      </td>
    </tr>
  )
}

/** The administrator's own network for the console, the local ones for phones in the office. */
function proposalsFor({ field, families }: FirewallPort, { ownAddress, ownNetwork, localNetworks }: FirewallStatus) {
  const local = families === "ipv4" ? localNetworks.filter((network) => !network.includes(":")) : localNetworks
  if (field !== "console") return local
  return [...new Set([ownNetwork ?? ownAddress, ...local])]
}

function where(
  { field, name }: FirewallPort,
  listeners: readonly Listener[],
  { phonesPort }: FirewallStatus,
  words: ReturnType<typeof usePageTexts<"firewall">>,
): string {
  if (field === "console") return words.consoleText
  if (field === "phones") return `TCP ${phonesPort}`
  const open = listeners.filter((listener) => listener.name === name && listener.state !== "failed")
  return [...new Set(open.map(({ transport, port }) => `${transport} ${port}`))].join(", ") || words.closed
}
