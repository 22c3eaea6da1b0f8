/** What a restore would bring and end, before anybody decides. */
import {
  type AvailableInterface,
  type BackupPreview,
  type PortManagementSettings,
  portTable,
  sections,
} from "@homeport/contract"
import { type Binding, endedBindings, type PrepareProblem } from "@homeport/sbc"
import { administers, type SettingsState, type Snapshot } from "@homeport/store"
import { listenCode } from "../settings/prepare-problems.ts"
import { addressOf, type ToSbcConfig } from "../settings/sbc-config.ts"

export interface PreviewOptions {
  readonly snapshot: Snapshot
  /** Milliseconds since 1970. */
  readonly at: number
  readonly own: boolean
  readonly now: SettingsState
  /** What would be stored: the snapshot's, but for what is kept. */
  readonly then: SettingsState
  readonly administrators: number
  readonly interfaces: readonly AvailableInterface[]
  readonly problems: readonly PrepareProblem[]
  readonly toSbcConfig: ToSbcConfig
  readonly registrations: readonly Binding[]
  readonly calls: number
}

export function previewOf(options: PreviewOptions): BackupPreview {
  const { snapshot, own, now, then, administrators, interfaces, problems, toSbcConfig } = options
  const of = (state: SettingsState) => toSbcConfig(state, interfaces)
  const count = (map: (state: SettingsState) => ReadonlyMap<number, unknown>) => ({
    now: map(now).size,
    backup: map(then).size,
  })
  return {
    createdAt: new Date(snapshot.header.createdAt).toISOString(),
    version: snapshot.header.version,
    own,
    stations: count(({ stations }) => stations),
    devices: count(({ devices }) => devices),
    certificates: count(({ certificates }) => certificates),
    administrators: { now: administrators, backup: snapshot.accounts.length },
    keepsAdministrators: !administers(snapshot),
    sections: sections.filter((section) => differs(now.sections[section].value, then.sections[section].value)),
    ports: changedPorts(now.sections["port-management"].value, then.sections["port-management"].value),
    interfaces: changedInterfaces(now, then),
    missing: missingInterfaces(then, interfaces),
    taken: problems.map((problem) => {
      const { transport, address, port } = problem
      return { code: listenCode(problem), transport, address, port }
    }),
    registrations: endedBindings(options.registrations, of(now), of(then), options.at).length,
    calls: options.calls,
  }
}

function changedPorts(now: PortManagementSettings, then: PortManagementSettings): BackupPreview["ports"] {
  const rows = portTable.map(({ name, field }) => ({ name, now: String(now[field]), backup: String(then[field]) }))
  const range = ({ rtpFrom, rtpTo }: PortManagementSettings) => `${rtpFrom}–${rtpTo}`
  const all = [...rows, { name: "RTP", now: range(now), backup: range(then) }]
  return all.filter((row) => row.now !== row.backup)
}

function changedInterfaces(now: SettingsState, then: SettingsState): BackupPreview["interfaces"] {
  const [before, after] = [now.sections["network-interfaces"].value, then.sections["network-interfaces"].value]
  return (["lan1", "lan2", "voip"] as const)
    .map((field) => ({ field, now: before[field] ?? "", backup: after[field] ?? "" }))
    .filter((row) => row.now !== row.backup)
}

function missingInterfaces({ sections }: SettingsState, interfaces: readonly AvailableInterface[]): string[] {
  const { lan1, lan2 } = sections["network-interfaces"].value
  const isHere = (chosen: string) => {
    const address = addressOf(chosen, interfaces)
    return address?.startsWith("127.") || interfaces.some((each) => each.address === address)
  }
  return [lan1, lan2].filter((chosen) => chosen !== null).filter((chosen) => !isHere(chosen))
}

const differs = (one: object, other: object): boolean => JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other))

const sorted = (value: object): [string, unknown][] =>
  Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
