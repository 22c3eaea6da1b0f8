/**
 * Everything in which two states of the settings differ, as the items of an Admin Log entry: field by field, from what to what.
 * Both states keep what did not change as the same objects, so a change of one station among 10,000 is found at once.
 *
 *   before, after ─▶ one item a page, station, device, certificate ─▶ folded: alike ones become one with a count
 */
import type {
  AdminLogChange,
  AdminLogItem,
  AdminLogSubject,
  ApplicationFirewallSettings,
  NetworkEntry,
  Section,
} from "@homeport/contract"
import { sections } from "@homeport/contract"
import { deviceById } from "@homeport/provisioning"
import type { Secret, SettingsSecret, SettingsState, Station, StoredCertificate, StoredDevice } from "@homeport/store"
import { changesBetween, type FieldValues, folded, type Item } from "./item-folding.ts"

export function changeItems(before: SettingsState, after: SettingsState): readonly AdminLogItem[] {
  return folded([
    ...sections.flatMap((section) => sectionItem(section, before, after)),
    ...itemsOf(before.stations, after.stations, stationSubject, stationFields),
    ...itemsOf(
      before.devices,
      after.devices,
      (device) => deviceSubject(device, before, after),
      (device, state) => deviceFields(device, state === "before" ? before : after),
    ),
    ...itemsOf(before.certificates, after.certificates, certificateSubject, certificateFields),
    ...revocations(before, after),
  ])
}

/** Which page shows a secret, and as which field. */
const secretFields: Readonly<Record<SettingsSecret, { readonly section: Section; readonly field: string }>> = {
  "dyndns-password": { section: "dyndns", field: "password" },
  "backup-pass-phrase": { section: "data-backup", field: "passPhrase" },
  "smtp-password": { section: "notifications", field: "mailPassword" },
  "webhook-secret": { section: "notifications", field: "webhookSecret" },
}

function sectionItem(section: Section, before: SettingsState, after: SettingsState): readonly Item[] {
  const changes = changesBetween(sectionFields(section, before), sectionFields(section, after))
  return changes.length === 0 ? [] : [{ action: "changed", subject: { kind: "settings", section }, changes }]
}

function sectionFields(section: Section, state: SettingsState): FieldValues {
  // The keys are asked of another table: TypeScript does not see that all of them are secrets' names.
  const secrets = (Object.keys(secretFields) as SettingsSecret[])
    .filter((name) => secretFields[name].section === section)
    .map((name): [string, Secret | undefined] => [secretFields[name].field, state.secrets.get(name)])
  if (section === "application-firewall") return firewallFields(state.sections[section].value)
  if (section !== "installed-certificates") return { ...state.sections[section].value, ...Object.fromEntries(secrets) }
  const { spe, speAuthorities, console } = state.sections["installed-certificates"].value
  const nameOf = (id: number) => state.certificates.get(id)?.name ?? String(id)
  return {
    spe: spe === null ? null : nameOf(spe),
    speAuthorities: speAuthorities.map(nameOf),
    console: console === null ? null : nameOf(console),
  }
}

/** Networks with what is noted of them; of a port that is open to more the word for it. */
function firewallFields({ allowList, ...fields }: ApplicationFirewallSettings): FieldValues {
  const entries = (networks: readonly NetworkEntry[]) =>
    networks.map(({ network, note }) => (note === "" ? network : `${network} (${note})`))
  return Object.fromEntries([
    ...Object.entries(fields).map(([field, value]) => {
      if (typeof value !== "object") return [field, value]
      return [field, value.from === "networks" ? entries(value.networks) : value.from]
    }),
    ["allowList", entries(allowList)],
  ])
}

function itemsOf<Row extends object>(
  before: ReadonlyMap<number, Row>,
  after: ReadonlyMap<number, Row>,
  subjectOf: (row: Row) => AdminLogSubject,
  fieldsOf: (row: Row, state: "before" | "after") => FieldValues,
): readonly Item[] {
  const items: Item[] = []
  for (const [id, old] of before)
    if (!after.has(id)) items.push({ action: "removed", subject: subjectOf(old), changes: [] })
  for (const [id, row] of after) {
    const old = before.get(id)
    if (old === row) continue
    const changes = changesBetween(old ? fieldsOf(old, "before") : {}, fieldsOf(row, "after"))
    if (old && changes.length === 0) continue
    items.push({ action: old ? "changed" : "added", subject: subjectOf(row), changes })
  }
  return items
}

const stationSubject = ({ index, callNumber, name }: Station): AdminLogSubject => ({
  kind: "station",
  index,
  callNumber,
  name,
})

const stationFields = ({ index: _, version: _1, changedBy: _2, changedAt: _3, ...fields }: Station): FieldValues =>
  fields

function deviceSubject(device: StoredDevice, before: SettingsState, after: SettingsState): AdminLogSubject {
  const { callNumber = "" } = after.stations.get(device.station) ?? before.stations.get(device.station) ?? {}
  return { kind: "device", id: device.id, callNumber, model: modelName(device.model) }
}

const deviceFields = (device: StoredDevice, { stations }: SettingsState): FieldValues => ({
  station: stations.get(device.station)?.callNumber ?? null,
  model: modelName(device.model),
  generation: device.generation,
  mac: device.mac,
  transport: device.transport,
  language: device.language,
})

const modelName = (model: string): string => deviceById(model)?.model ?? model

const certificateSubject = ({ id, name }: StoredCertificate): AdminLogSubject => ({ kind: "certificate", id, name })

/** The certificate itself is not there: it never changes, and says nothing to a reader. */
const certificateFields = ({ name, privateKey }: StoredCertificate): FieldValues => ({ name, privateKey })

/** A CA's list also changes because its time is over: only who was put on it is a change that somebody made. */
function revocations(before: SettingsState, after: SettingsState): readonly Item[] {
  const items: Item[] = []
  for (const [authority, list] of after.revocationLists) {
    const former = before.revocationLists.get(authority)
    if (former === list) continue
    const known = new Set(former?.revoked.map(({ serialNumber }) => serialNumber))
    for (const { serialNumber, name, reason } of list.revoked) {
      if (known.has(serialNumber)) continue
      const { id = 0 } = [...after.certificates.values()].find((certificate) => certificate.name === name) ?? {}
      const changes: AdminLogChange[] = [
        { field: "revoked", from: false, to: true },
        { field: "reason", from: null, to: reason },
      ]
      items.push({ action: "changed", subject: { kind: "certificate", id, name }, changes })
    }
  }
  return items
}
