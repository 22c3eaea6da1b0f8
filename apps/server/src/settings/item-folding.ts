/**
 * What an Admin Log entry keeps of fields and of many items: enough to say what changed, and never more than so much. A secret is
 * only told to be there; a long text or list is shortened; what happened alike to many is told once, with their number.
 */
import type { AdminLogChange, AdminLogItem, AdminLogSubject, AdminLogValue } from "@homeport/contract"
import { Secret } from "@homeport/store"

export type FieldValues = Readonly<Record<string, unknown>>

/** Something that happened to one. */
export type Item = Pick<AdminLogItem, "action" | "changes"> & { readonly subject: AdminLogSubject }

/** Every field in which the two differ, in the order of the second; a field that one lacks is empty there. */
export function changesBetween(before: FieldValues, after: FieldValues): AdminLogChange[] {
  const [from, to] = [new Map(leavesOf(before)), new Map(leavesOf(after))]
  return [...new Set([...to.keys(), ...from.keys()])].flatMap((field) =>
    sameValue(from.get(field), to.get(field))
      ? []
      : [{ field, from: loggedValueOf(from.get(field)), to: loggedValueOf(to.get(field)) }],
  )
}

/** Fields within fields by dotted path. */
function leavesOf(values: FieldValues, above = ""): readonly (readonly [field: string, value: unknown])[] {
  return Object.entries(values).flatMap(([name, value]) =>
    isRecord(value) ? leavesOf(value, `${above}${name}.`) : [[`${above}${name}`, value] as const],
  )
}

const isRecord = (value: unknown): value is FieldValues =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Secret)

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other || (isEmpty(one) && isEmpty(other))) return true
  if (one instanceof Secret && other instanceof Secret) return one.reveal() === other.reveal()
  if (one instanceof Secret || other instanceof Secret) return false
  return JSON.stringify(one) === JSON.stringify(other)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)

function loggedValueOf(value: unknown): AdminLogValue {
  if (isEmpty(value)) return null
  if (value instanceof Secret) return { secret: true }
  if (typeof value === "number" || typeof value === "boolean") return value
  if (Array.isArray(value)) return { items: value.slice(0, mostListed).map(textOf), count: value.length }
  return textOf(value)
}

function textOf(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text
}

/** Items that are alike become one; of too many different ones only who they were and how many is kept. */
export function folded(items: readonly Item[]): readonly AdminLogItem[] {
  const alike = grouped(items, ({ action, subject, changes }) => `${action} ${subject.kind} ${JSON.stringify(changes)}`)
  if (alike.length <= mostItems) return alike
  return grouped(items, ({ action, subject }) => `${action} ${subject.kind}`).map((item) =>
    item.count > 1 ? { ...item, changes: [] } : item,
  )
}

function grouped(items: readonly Item[], keyOf: (item: Item) => string): readonly AdminLogItem[] {
  // Every page of settings is a thing of its own, and there are few.
  const groups = Map.groupBy(items, (item) => (item.subject.kind === "settings" ? item.subject.section : keyOf(item)))
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first
      ? [{ ...first, count: rest.length + 1, others: rest.slice(0, mostOthers).map(({ subject }) => subject) }]
      : [],
  )
}

const longestText = 200
const mostListed = 10
const mostItems = 20
const mostOthers = 19
