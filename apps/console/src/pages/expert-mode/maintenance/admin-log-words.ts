/** Entries of the Admin Log in the console's words: places, fields and values are called what their own pages call them. */
import type { AdminLogItem, AdminLogSubject, AdminLogValue, Section } from "@homeport/contract"
import { paths } from "../../../paths.ts"
import type { PageTexts } from "../../../text/texts.tsx"

type Words = PageTexts["adminLog"]

/** What fields and values are looked up by: a page of the settings, or the kind of what changed. */
export const placeOf = (subject: AdminLogSubject): string =>
  subject.kind === "settings" ? subject.section : subject.kind

export function titleOf(subject: AdminLogSubject, words: Words): string {
  switch (subject.kind) {
    case "settings":
      return words.sections[subject.section]
    case "station":
      return words.subjects.station(subject.callNumber, subject.name)
    case "device":
      return words.subjects.device(subject.model, subject.callNumber)
    case "certificate":
      return words.subjects.certificate(subject.name)
    case "account":
      return words.subjects.account(subject.name)
  }
}

/** Who is no account has a name in words. */
export const byWords = (by: string, words: Words): string => lookUp({ by: words.by }, "by", by) ?? by

/** Several that the same happened to: how many, and who they were as far as that is known. */
export function severalOf({ subject, others, count }: AdminLogItem, words: Words): { title: string; named: string } {
  const known = [subject, ...others].map(shortName).join(", ")
  const more = count - others.length - 1
  return {
    title: subject.kind === "settings" ? titleOf(subject, words) : words.several[subject.kind](count),
    named: words.list(known, more),
  }
}

function shortName(subject: AdminLogSubject): string {
  switch (subject.kind) {
    case "settings":
      return subject.section
    case "station":
      return `${subject.callNumber} ${subject.name}`
    case "device":
      return `${subject.model} (${subject.callNumber})`
    default:
      return subject.name
  }
}

/** A field of a newer server is called what the API calls it. */
export function fieldName(place: string, field: string, words: Words): string {
  return lookUp(words.fields, place, field) ?? field
}

/** undefined: a secret, which is shown as dots. */
export function valueText(
  value: AdminLogValue,
  place: string,
  field: string,
  words: Words & { readonly on: string; readonly off: string },
): string | undefined {
  const named = (text: string) => lookUp(words.values, `${place}.${field}`, text) ?? text
  if (value === null) return words.empty
  if (typeof value === "boolean") return value ? words.on : words.off
  if (typeof value === "number") return String(value)
  if (typeof value === "string") return named(value)
  if ("secret" in value) return undefined
  return words.list(value.items.map(named).join(", "), value.count - value.items.length)
}

function lookUp(table: Readonly<Record<string, unknown>>, row: string, column: string): string | undefined {
  const found = Object.hasOwn(table, row) ? table[row] : undefined
  if (typeof found !== "object" || found === null) return undefined
  const entry = Object.entries(found).find(([name]) => name === column)?.[1]
  return typeof entry === "string" ? entry : undefined
}

/** Where it can be looked at now; undefined: nowhere any more. */
export function pathOf({ action, subject }: AdminLogItem): string | undefined {
  if (subject.kind === "settings") return pages[subject.section]()
  if (action === "removed") return undefined
  if (subject.kind === "station") return paths.sipClient(subject.index)
  if (subject.kind === "certificate" && subject.id > 0) return paths.certificate(subject.id)
  return undefined
}

const pages: Readonly<Record<Section, () => string>> = {
  stun: paths.editStun,
  "port-management": paths.portManagement,
  "rtp-proxy-channels": paths.rtpProxyChannels,
  "network-interfaces": paths.networkInterfaces,
  dyndns: paths.dynDns,
  "office-router": paths.automaticMapping,
  "system-flags": paths.systemFlags,
  "installed-certificates": paths.speCertificate,
  "data-backup": paths.scheduledBackups,
  notifications: paths.notifications,
  "application-firewall": paths.applicationFirewall,
}
