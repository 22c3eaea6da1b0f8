/** Application Firewall between the form, one field for each rule and each list, and the contract. */
import { type ApplicationFirewallSettings, firewallPorts, type NetworkEntry, type Reach } from "@homeport/contract"
import type { NameOf } from "../../../../../form/check.ts"
import { numberIn } from "../../../../../form/text-values.ts"

export type PortField = (typeof firewallPorts)[number]["field"]

/** A row of a list of networks. */
export type NetworkRow = Readonly<Record<"network" | "note", string>>

type Rules = {
  readonly [F in PortField as `${F}From`]: Reach["from"]
} & { readonly [F in PortField as `${F}Networks`]: readonly NetworkRow[] }

export type FirewallValues = Rules & {
  readonly allowList: readonly NetworkRow[]
  readonly blocking: boolean
  readonly failures: string
  readonly withinMinutes: string
  readonly blockMinutes: string
  readonly blockLocal: boolean
}

export function firewallValues(settings: ApplicationFirewallSettings): FirewallValues {
  const rules = firewallPorts.flatMap(({ field }) => [
    [`${field}From`, settings[field].from],
    [`${field}Networks`, settings[field].networks.map(rowOf)],
  ])
  return {
    // Every port has both: fromEntries forgets the names.
    ...(Object.fromEntries(rules) as Rules),
    allowList: settings.allowList.map(rowOf),
    blocking: settings.blocking,
    failures: String(settings.failures),
    withinMinutes: String(settings.withinMinutes),
    blockMinutes: String(settings.blockMinutes),
    blockLocal: settings.blockLocal,
  }
}

export function firewallBody(values: FirewallValues) {
  const rules = firewallPorts.map(({ field }) => [
    field,
    { from: values[`${field}From`], networks: filledIn(values[`${field}Networks`]) },
  ])
  return {
    ...Object.fromEntries(rules),
    allowList: filledIn(values.allowList),
    blocking: values.blocking,
    failures: numberIn(values.failures),
    withinMinutes: numberIn(values.withinMinutes),
    blockMinutes: numberIn(values.blockMinutes),
    blockLocal: values.blockLocal,
  }
}

/** "sipExt.networks.2.network" is the field sipExtNetworks. */
export const firewallName: NameOf = (path) => {
  const [first = "", second] = path.split(".")
  if (second === "from") return `${first}From`
  return second === "networks" ? `${first}Networks` : first
}

export const isFilledIn = ({ network, note }: NetworkRow): boolean => network.trim() !== "" || note.trim() !== ""

/** An empty row is not sent. */
const filledIn = (rows: readonly NetworkRow[]): NetworkEntry[] =>
  rows.filter(isFilledIn).map(({ network, note }) => ({ network: network.trim(), note: note.trim() }))

const rowOf = ({ network, note }: NetworkEntry): NetworkRow => ({ network, note })
